//! A page that is drawn outside the document, for a file: the browser writes the HTML of what Yew drew.
//!
//! Knows nothing of what stands on it.

use crate::browser;
use crate::state::FileKind;
use crate::view::Receipt;
use web_sys::Element;
use yew::{AppHandle, Callback, Component, Context, Html, Properties, Renderer};

/// A page on its way to a file.
pub struct Offprint {
    name: String,
    receipt: Receipt,
    root: Element,
    handle: AppHandle<Drawing>,
}

impl Offprint {
    /// Calls `drawn` once it can be saved.
    pub fn draw(receipt: Receipt, name: String, drawn: Callback<()>) -> Option<Self> {
        let root = browser::loose_element("div")?;
        let props = Drawn { html: receipt.html.clone(), drawn };
        let handle = Renderer::<Drawing>::with_root_and_props(root.clone(), props).render();
        Some(Self { name, receipt, root, handle })
    }

    pub fn save(self) {
        browser::download(&self.name, FileKind::Page, &self.receipt.with(&self.root.inner_html()));
        self.handle.destroy();
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Drawn {
    html: Html,
    drawn: Callback<()>,
}

struct Drawing;

impl Component for Drawing {
    type Message = ();
    type Properties = Drawn;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().html.clone()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        ctx.props().drawn.emit(());
    }
}
