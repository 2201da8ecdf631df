//! Any bytes as text, in any language and domain: spans quote the text in order, values are EDTF,
//! and a paragraph added changes nothing before it.
//!
//! `cargo +nightly fuzz run tag --fuzz-dir fuzz/timex -- -dict=fuzz/timex/tag.dict`

#![no_main]

use dateline_timex::{Context, Domain, Language, detect_domain, detect_language, tag};
use libfuzzer_sys::fuzz_target;

const LANGUAGES: [&str; 8] = ["ar", "de", "en", "es", "fr", "it", "pt", "ru"];

fuzz_target!(|bytes: &[u8]| {
    let [choice, month, day, rest @ ..] = bytes else { return };
    let text = String::from_utf8_lossy(rest);
    let context = Context {
        reference: (*month > 0).then_some((1990 + i32::from(*choice), *month, *day)),
        language: Language::from_code(LANGUAGES[usize::from(choice % 8)]).unwrap_or(Language::English),
        domain: if choice & 8 == 0 { Domain::News } else { Domain::Narrative },
    };
    let _ = (detect_language(&text), detect_domain(&text));
    let timexes = tag(&text, &context);
    let mut end = 0;
    for timex in &timexes {
        assert!(end <= timex.start && timex.start < timex.end);
        assert!(text.get(timex.start..timex.end).is_some());
        end = timex.end;
        for date in timex.edtf.iter().chain(&timex.reference) {
            assert!(date.parse::<edtf_core::Edtf>().is_ok(), "{timex:?}");
        }
    }
    let longer = tag(&format!("{text}\n\n{text}"), &context);
    assert!(longer.starts_with(&timexes));
});
