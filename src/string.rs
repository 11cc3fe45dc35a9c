//! A text that many hold and nobody changes. Knows nothing of what it says.

use std::fmt::{self, Display, Formatter};
use std::ops::Deref;
use std::rc::Rc;

/// A shared text, as wide as one pointer. `Rc<str>` is two wide, which costs kilobytes in the browser: what is two wide
/// can't be handed back in a register.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Str(Rc<String>);

impl Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Str {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Display for Str {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(self)
    }
}

impl From<String> for Str {
    #[inline(never)]
    fn from(text: String) -> Self {
        Self(Rc::new(text))
    }
}

impl From<&str> for Str {
    #[inline(never)]
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Str> for yew::AttrValue {
    fn from(text: Str) -> Self {
        Self::Rc(Rc::from(&*text))
    }
}

impl yew::html::IntoPropValue<yew::AttrValue> for Str {
    fn into_prop_value(self) -> yew::AttrValue {
        self.into()
    }
}

impl yew::html::IntoPropValue<Option<yew::AttrValue>> for Str {
    fn into_prop_value(self) -> Option<yew::AttrValue> {
        Some(self.into())
    }
}

impl std::borrow::Borrow<str> for Str {
    fn borrow(&self) -> &str {
        self
    }
}

impl FromIterator<char> for Str {
    fn from_iter<T: IntoIterator<Item = char>>(letters: T) -> Self {
        String::from_iter(letters).into()
    }
}

/// The texts with the same between each two.
pub fn joined<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut joined = String::new();
    for (place, text) in texts.iter().enumerate() {
        joined.push_str(if place > 0 { between } else { "" });
        joined.push_str(text.as_ref());
    }
    joined
}
