//! All that JavaScript may call.
use wasm_bindgen::prelude::*;

/// Mounts the widget in `root`.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element) {
    yew::Renderer::<crate::view::Assessment>::with_root(root).render();
}
