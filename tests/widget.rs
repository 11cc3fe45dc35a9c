//! The widget in a real browser: mounting it, and what only a browser shows.
#![cfg(target_arch = "wasm32")]

use rokade::embed;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_mounted_widget_draws_into_its_root() {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    embed::mount(root.clone());
    gloo_timers::future::TimeoutFuture::new(0).await;
    assert_eq!(root.text_content().as_deref(), Some("Rokade"));
}
