//! The widget as an ordinary Yew component, for pages that are Yew applications themselves.
//!
//! Knows nothing of what stands in the widget: it gives it an element and tells it what the page gives.

use crate::browser;
use crate::state::Event;
use crate::state::settings::Settings;
use crate::widget::{Page, Source, Widget};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What a page gives the widget, and what it wants to hear.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    pub framework: Source,
    #[prop_or_default]
    pub settings: Settings,
    /// What the person did, and errors.
    #[prop_or_default]
    pub on_event: Callback<Event>,
    /// A copy of the answers after every change, for safe keeping; `None` once they are deleted.
    #[prop_or_default]
    pub on_progress: Callback<Option<Rc<str>>>,
    /// What the person shared with the page, as a file's text; `None` once they took it back. Tell the widget what the
    /// page holds by `settings.is_shared`.
    #[prop_or_default]
    pub on_share: Callback<Option<String>>,
    /// Prints the widget; the whole page unless the host knows better.
    #[prop_or_else(|| Callback::from(|()| browser::print()))]
    pub on_print: Callback<()>,
    /// The style sheet of a page that is saved to be read without the widget.
    #[prop_or_else(|| Callback::from(|()| String::new()))]
    pub styles: Callback<(), String>,
}

/// The whole widget.
pub struct Assessment {
    root: NodeRef,
    widget: Option<Widget>,
    page: Rc<Callbacks>,
}

/// The page as it is now.
struct Callbacks(RefCell<Props>);

impl Page for Callbacks {
    fn event(&self, event: Event) {
        let heard = self.0.borrow().on_event.clone();
        heard.emit(event);
    }

    fn progress(&self, progress: Option<Rc<str>>) {
        let heard = self.0.borrow().on_progress.clone();
        heard.emit(progress);
    }

    fn shared(&self, assessment: Option<String>) {
        let heard = self.0.borrow().on_share.clone();
        heard.emit(assessment);
    }

    fn print(&self) {
        let heard = self.0.borrow().on_print.clone();
        heard.emit(());
    }

    fn styles(&self) -> String {
        let asked = self.0.borrow().styles.clone();
        asked.emit(())
    }
}

impl Component for Assessment {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let page = Rc::new(Callbacks(RefCell::new(ctx.props().clone())));
        Self { root: NodeRef::default(), widget: None, page }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        let props = ctx.props().clone();
        self.page.0.replace(props.clone());
        if let Some(widget) = &self.widget {
            widget.set(props.settings);
            widget.framework(props.framework);
        }
        false
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! { <div ref={self.root.clone()} /> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let Some(root) = self.root.cast().filter(|_| is_first) else { return };
        let widget = Widget::new(root, ctx.props().settings.clone(), self.page.clone());
        widget.framework(ctx.props().framework.clone());
        self.widget = Some(widget);
    }

    fn destroy(&mut self, _: &Context<Self>) {
        if let Some(widget) = self.widget.take() {
            widget.destroy();
        }
    }
}
