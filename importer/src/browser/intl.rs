//! Numbers as a language writes them, and the plural forms they want.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
pub(crate) fn plural(locale: &str, number: usize) -> String {
    let rules = Intl::PluralRules::new(&locales(locale), &Object::new());
    #[expect(clippy::cast_precision_loss, reason = "a count of files is far below 2^53")]
    let number = number as f64;
    rules.select(number).into()
}

/// A whole number.
pub(crate) fn number(locale: &str, number: usize) -> String {
    written(locale, number.to_string(), &Object::new())
}

/// A length in bytes, in the unit that suits it.
pub(crate) fn bytes(locale: &str, bytes: u64) -> String {
    let (unit, value) = match bytes {
        0..1_000_000 => ("kilobyte", bytes.div_ceil(1000).to_string()),
        _ => ("megabyte", format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10)),
    };
    let style = Object::new();
    for (key, value) in [("style", "unit"), ("unit", unit), ("unitDisplay", "short")] {
        let _ = Reflect::set(&style, &key.into(), &value.into());
    }
    written(locale, value, &style)
}

fn written(locale: &str, number: String, style: &Object) -> String {
    let format = Intl::NumberFormat::new(&locales(locale), style).format();
    let written = format.call1(&JsValue::UNDEFINED, &number.as_str().into());
    written.ok().and_then(|text| text.as_string()).unwrap_or(number)
}

fn locales(locale: &str) -> Array {
    Array::of1(&locale.into())
}
