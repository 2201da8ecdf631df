//! Copying text: the clipboard interface, then `execCommand`, which works where a frame is refused it.

use gloo::utils::{document, window};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTextAreaElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Document)]
    type Commands;
    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(this: &Commands, name: &str) -> Result<bool, JsValue>;
}

/// Copies `text`, then calls `done` with whether it worked.
pub(crate) fn copy(text: String, done: impl Fn(bool) + 'static) {
    let navigator = window().navigator();
    let supported = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|c| c.is_object());
    if !supported {
        done(copy_by_command(&text));
        return;
    }
    let promise = navigator.clipboard().write_text(&text);
    leptos::task::spawn_local(async move {
        let written = wasm_bindgen_futures::JsFuture::from(promise).await.is_ok();
        done(written || copy_by_command(&text));
    });
}

fn copy_by_command(text: &str) -> bool {
    let document = document();
    let before = document.active_element();
    let Ok(field) = document.create_element("textarea") else { return false };
    let Ok(field) = field.dyn_into::<HtmlTextAreaElement>() else { return false };
    field.set_value(text);
    field.set_class_name("vh");
    let host = before
        .as_ref()
        .and_then(|e| e.closest("dialog").ok().flatten())
        .or_else(|| document.body().map(Into::into));
    let Some(host) = host else { return false };
    if host.append_child(&field).is_err() {
        return false;
    }
    field.select();
    let copied = document.unchecked_ref::<Commands>().exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(before) = before.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = before.focus();
    }
    copied
}
