//! A JSON text as a tree that can be changed, with repeated keys and digits as they were written: what a file could hold.

use rokade::json::{Json, JsonType};

#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    Null,
    Bool(bool),
    /// The digits as written.
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub fn read(text: &str) -> Self {
        Json::read(text).unwrap().into()
    }

    /// The values inside, in their order.
    pub fn inside(&self) -> Vec<&Tree> {
        match self {
            Self::List(items) => items.iter().collect(),
            Self::Object(members) => members.iter().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        }
    }

    /// How many values there are in it, itself among them.
    pub fn size(&self) -> usize {
        1 + self.inside().into_iter().map(Self::size).sum::<usize>()
    }

    pub fn inside_mut(&mut self, place: usize) -> &mut Tree {
        match self {
            Self::List(items) => &mut items[place],
            Self::Object(members) => &mut members[place].1,
            _ => unreachable!("only lists and objects have something inside"),
        }
    }

    pub fn get(&self, key: &str) -> Option<&Tree> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(own, _)| own == key).map(|(_, value)| value)
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn keys(&self) -> Vec<&str> {
        let Self::Object(members) = self else { return Vec::new() };
        members.iter().map(|(key, _)| &**key).collect()
    }

    /// The tree without its member of this key.
    pub fn without(&self, key: &str) -> Self {
        let Self::Object(members) = self else { return self.clone() };
        Self::Object(members.iter().filter(|(own, _)| own != key).cloned().collect())
    }

    pub fn to_pretty(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, Some(0));
        text + "\n"
    }

    pub fn to_compact(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, None);
        text
    }

    /// By hand, since a change may have made digits that are no number.
    fn write(&self, text: &mut String, indent: Option<usize>) {
        let inner = indent.map(|depth| depth + 1);
        let (open, close) = if let Self::List(_) = self { ('[', ']') } else { ('{', '}') };
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(truth) => *text += &truth.to_string(),
            Self::Number(digits) => *text += digits,
            Self::Text(own) => *text += &rokade::json::to_compact(own),
            Self::List(_) | Self::Object(_) => {
                text.push(open);
                for (place, value) in self.inside().into_iter().enumerate() {
                    text.push_str(if place > 0 { "," } else { "" });
                    break_line(text, inner);
                    if let Self::Object(members) = self {
                        *text += &rokade::json::to_compact(&members[place].0);
                        *text += if indent.is_some() { ": " } else { ":" };
                    }
                    value.write(text, inner);
                }
                if !self.inside().is_empty() {
                    break_line(text, indent);
                }
                text.push(close);
            }
        }
    }
}

fn break_line(text: &mut String, indent: Option<usize>) {
    if let Some(depth) = indent {
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
    }
}

impl From<Json<'_>> for Tree {
    fn from(json: Json) -> Self {
        match json.json_type() {
            JsonType::Null => Self::Null,
            JsonType::Bool => Self::Bool(json.raw() == "true"),
            JsonType::Number => Self::Number(json.raw().to_owned()),
            JsonType::Text => Self::Text(json.text().unwrap().into_owned()),
            JsonType::List => Self::List(json.items().into_iter().map(Self::from).collect()),
            JsonType::Object => {
                let member = |member: rokade::json::Member| (member.key.into_owned(), member.json.into());
                Self::Object(json.members().into_iter().map(member).collect())
            }
        }
    }
}
