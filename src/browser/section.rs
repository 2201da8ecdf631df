//! The corpus, carried in a section of the WebAssembly module so that a packer can put another in its place.

use js_sys::{ArrayBuffer, Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;

const NAME: &str = "dateline-corpus";

#[cfg(target_arch = "wasm32")]
const BAKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.json"));

// Not `#[used]`: that would keep a second copy, in the module's data, which no packer can take out.
#[cfg(target_arch = "wasm32")]
#[expect(dead_code, reason = "it is read from the module's section, not from here")]
#[unsafe(link_section = "dateline-corpus")]
static CORPUS: [u8; BAKED.len()] = *include_bytes!(concat!(env!("OUT_DIR"), "/corpus.json"));

/// The corpus as JSON; empty when the module carries none.
pub(crate) fn corpus_json() -> String {
    let Ok(module) = wasm_bindgen::module().dyn_into::<WebAssembly::Module>() else {
        return String::new();
    };
    let sections = WebAssembly::Module::custom_sections(&module, NAME);
    match sections.get(0).dyn_into::<ArrayBuffer>() {
        Ok(buffer) => String::from_utf8(Uint8Array::new(&buffer).to_vec()).unwrap_or_default(),
        Err(_) => String::new(),
    }
}
