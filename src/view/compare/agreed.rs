//! The levels that two people agree on, beside the answers of both: a third value, which is neither's.

use super::pieces::{about_competence, level_words, line, said, section};
use super::sides::Sides;
use crate::comparison::File;
use crate::comparison::blocks::Block;
use crate::comparison::side_by_side::SideMark;
use crate::framework::Level;
use crate::state::{Comparing, Message};
use crate::view::pieces::{Choosable, Field, fold, text, words};
use crate::wording::Key;
use std::rc::Rc;
use yew::{Html, html};

impl Sides<'_> {
    /// The level that two people agree on, beside their answers: chosen at once where there is something to talk about,
    /// elsewhere one click away. On paper what is chosen.
    pub fn agree(&self, place: usize) -> Html {
        let view = self.view;
        if self.is_now {
            return Html::default();
        }
        let own = self.own(place);
        if view.is_on_paper() {
            return self.agreed_line(place, own, Key::AgreedField).unwrap_or_default();
        }
        if matches!(self.sides.rows[place].block, Block::Practise | Block::Apart) {
            return self.agree_field(place);
        }
        let chosen: Rc<str> = match own.agreed {
            Some(_) => {
                format!("{}: {}", view.text(Key::AgreedField), said(view, place, own.agreed, Key::NoLevel)).into()
            }
            None => view.text(Key::AgreedChoose),
        };
        let summary = about_competence(view, text(chosen), place);
        fold(view, &format!("agree{place}"), summary, &|| self.agree_field(place))
    }

    fn agree_field(&self, place: usize) -> Html {
        let view = self.view;
        let chosen = self.own(place).agreed;
        let none =
            Choosable { value: String::new(), words: view.text(Key::AgreedNotYet), is_selected: chosen.is_none() };
        let level = |level: Level| Choosable {
            value: level.to_string(),
            words: level_words(view, place, level, view.is_managers()),
            is_selected: chosen == Some(level),
        };
        let levels = (0..=view.framework().scale_of(place).highest()).map(level);
        let select = move |value: Rc<str>| {
            Message::Comparing(Comparing::LevelAgreed { competence: place, level: value.parse().ok() })
        };
        let label = about_competence(view, words(view, Key::AgreedField), place);
        let options = std::iter::once(none).chain(levels).collect();
        Field::new(view, &format!("agreed{place}"), label).select(None, options, select)
    }

    pub fn own(&self, place: usize) -> &SideMark {
        let pair = &self.sides.rows[place];
        if self.sides.first.file == File::Own { &pair.first } else { &pair.second }
    }

    pub fn agreed_line(&self, place: usize, mark: &SideMark, key: Key) -> Option<Html> {
        mark.agreed?;
        let level = said(self.view, place, mark.agreed, Key::NoLevel);
        Some(line(self.view.text(key), level, None))
    }

    /// The levels that are agreed on for what stands in no row of an agenda.
    pub fn agreed_elsewhere(&self) -> Html {
        let view = self.view;
        let is_agreed = |place: &usize| {
            let is_elsewhere = matches!(self.sides.rows[*place].block, Block::Rest | Block::OneSided | Block::Neither);
            self.own(*place).agreed.is_some() && is_elsewhere
        };
        let line = |place: usize| {
            let level = said(view, place, self.own(place).agreed, Key::NoLevel);
            html! {
                <li key={place}>
                    <strong lang={view.lang()}>{ text(view.competence(place)) }</strong>
                    { text(format!(": {level}")) }
                </li>
            }
        };
        let lines: Vec<_> = (0..self.sides.rows.len()).filter(is_agreed).map(line).collect();
        if lines.is_empty() {
            return Html::default();
        }
        section(view, Key::AgreedField, &[], html! { <ul>{ lines }</ul> })
    }
}
