use super::*;
use rokade::view::{self, Act, Drawn};
use std::rc::Rc;
use yew::virtual_dom::VNode;

fn push_text(found: &mut Vec<Plain>, text: &str) {
    if text.is_empty() {
        return;
    }
    match found.last_mut() {
        Some(Plain::Text(before)) => before.push_str(text),
        _ => found.push(Plain::Text(text.to_owned())),
    }
}

fn push(found: &mut Vec<Plain>, piece: Plain) {
    match piece {
        Plain::Text(text) => push_text(found, &text),
        Plain::Element { tag, attributes, children } if tag == "span" && attributes.is_empty() => {
            for child in children {
                push(found, child)
            }
        }
        Plain::Element { tag, mut attributes, children } => {
            attributes.retain(|(name, _)| name != "data-act" && name != "part");
            for (name, value) in &mut attributes {
                if ["disabled", "selected", "open", "checked"].contains(&&**name) {
                    value.clear()
                }
            }
            attributes.sort();
            let mut inside = Vec::new();
            for child in children {
                push(&mut inside, child)
            }
            found.push(Plain::Element { tag, attributes, children: inside });
        }
    }
}

fn of_vnode(node: &VNode, found: &mut Vec<Plain>) {
    match node {
        VNode::VText(text) => found.push(Plain::Text(text.text.to_string())),
        VNode::VList(list) => list.iter().for_each(|node| of_vnode(node, found)),
        VNode::VTag(tag) => {
            let mut attributes: Vec<_> =
                tag.attributes.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            if let Some(value) = tag.value() {
                attributes.push(("value".to_owned(), value.to_string()))
            }
            if tag.checked() == Some(true) {
                attributes.push(("checked".to_owned(), String::new()))
            }
            let mut children = Vec::new();
            if let Some(inside) = tag.children() {
                of_vnode(inside, &mut children)
            }
            found.push(Plain::Element { tag: tag.tag().to_owned(), attributes, children });
        }
        _ => panic!("strange"),
    }
}

fn acts(pieces: &[Plain], drawn: &Drawn, found: &mut Vec<Message>) {
    for piece in pieces {
        let Plain::Element { attributes, children, .. } = piece else { continue };
        let get = |name: &str| attributes.iter().find(|(own, _)| own == name).map(|(_, value)| &**value);
        if get("disabled").is_none()
            && let Some(act) = get("data-act")
        {
            let fill = |values: &mut dyn FnMut(Rc<str>)| {
                let options: Vec<&str> = children
                    .iter()
                    .filter_map(|option| match option {
                        Plain::Element { attributes, .. } => {
                            attributes.iter().find(|(own, _)| own == "value").map(|(_, value)| &**value)
                        }
                        _ => None,
                    })
                    .collect();
                options
                    .into_iter()
                    .chain(["", "2026-02-01", "2026-02-30", "AB", "role", "300"])
                    .for_each(|value| values(value.into()));
            };
            match &drawn.acts[act.parse::<usize>().unwrap()] {
                Act::Press(m) | Act::Choose(m) | Act::Dismiss(m) => found.push(m.clone()),
                Act::Tick(t) => found.extend([t(true), t(false)]),
                Act::Select(m) | Act::Search { message: m, .. } | Act::Write { message: m, .. } => {
                    fill(&mut |v| found.push(m(v)))
                }
                Act::OpenFile | Act::GoTo(_) => {}
            }
        }
        acts(children, drawn, found);
    }
}

pub fn compare(state: &State, old: &Node) {
    let drawn = view::screen(state, &view::ReportCache::default(), 1, |day, _| day.to_owned(), None);
    let mut new = Vec::new();
    of_vnode(&drawn.html, &mut new);
    let mut offered_now = Vec::new();
    acts(&new, &drawn, &mut offered_now);
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for piece in plain(old) {
        push(&mut a, piece)
    }
    for piece in new {
        push(&mut b, piece)
    }
    if a != b {
        let (a, b) = (format!("{a:#?}"), format!("{b:#?}"));
        let (a, b): (Vec<_>, Vec<_>) = (a.lines().collect(), b.lines().collect());
        let at = a.iter().zip(&b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
        let from = at.saturating_sub(25);
        panic!(
            "OLD\n{}\n\nNEW\n{}",
            a[from..(at + 12).min(a.len())].join("\n"),
            b[from..(at + 12).min(b.len())].join("\n")
        );
    }
    assert_eq!(super::offered(old), offered_now);
}
