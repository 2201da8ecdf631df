//! The fragment codec: its law, its words, its bounds.

use dateline_corpus::{Date, Facet, Query, Selection};
use dateline_publish::{Compare, Lanes, Mode, Passage, Theme, ViewState, link};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{1,40}", any::<String>(), "[%+&=#, ~.]{1,8}"]
        .prop_filter("within the bounds", |text| !text.is_empty() && text.len() <= 512)
}

fn date() -> impl Strategy<Value = Date> {
    let year = -999..2100i32;
    (year, 1..13u8, 1..29u8, 0..7u8).prop_filter_map("an EDTF value", |(year, month, day, form)| {
        let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
        Date::parse(&match form {
            0 => year,
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}"),
            3 => format!("{year}-{month:02}~"),
            4 => format!("{year}-{month:02}/.."),
            5 => format!("../{year}-{month:02}-{day:02}"),
            _ => format!("{year}-{month:02}?/{year}-12"),
        })
    })
}

fn facet() -> impl Strategy<Value = Facet> {
    prop::sample::select(vec![
        Facet::Document,
        Facet::Precision,
        Facet::Agreement,
        Facet::Person,
        Facet::Organisation,
        Facet::Place,
        Facet::Kind,
        Facet::Certainty,
        Facet::Modality,
        Facet::Language,
    ])
}

fn query() -> impl Strategy<Value = Query> {
    let selection = (facet(), prop_oneof![Just(String::new()), text()], any::<bool>())
        .prop_map(|(facet, value, exclude)| Selection { facet, value, exclude });
    (
        prop_oneof![Just(String::new()), text()],
        prop::collection::btree_set(selection, 0..6),
        prop::option::of(date()),
        prop::collection::vec(text(), 0..6),
    )
        .prop_map(|(text, selections, range, hidden)| Query {
            text,
            selections: selections.into_iter().collect(),
            range,
            hidden,
        })
}

fn state() -> impl Strategy<Value = ViewState> {
    let passage = (text(), any::<String>(), any::<String>())
        .prop_map(|(exact, prefix, suffix)| Passage { exact, prefix, suffix })
        .prop_filter("within the bounds", |p| p.prefix.len() <= 512 && p.suffix.len() <= 512);
    let compare = (text(), text()).prop_map(|(first, second)| Compare { first, second });
    let drawn = (
        prop::option::of(date()),
        prop::sample::select(vec![Lanes::Document, Lanes::Source, Lanes::Person, Lanes::Kind]),
        prop::sample::select(vec![
            Mode::Full,
            Mode::Timeline,
            Mode::Reader,
            Mode::Event,
            Mode::List,
        ]),
        prop::sample::select(vec![Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast]),
        prop::option::of("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}"),
    );
    (
        query(),
        prop::option::of(text()),
        prop::option::of(text()),
        prop::option::of(passage),
        prop::option::of(compare),
        drawn,
    )
        .prop_map(|(query, event, document, passage, compare, drawn)| {
            let (window, lanes, mode, theme, language) = drawn;
            ViewState {
                query,
                event,
                document,
                passage,
                compare,
                window,
                lanes,
                mode,
                theme,
                language,
            }
        })
}

proptest! {
    #[test]
    fn decode_undoes_encode(state in state()) {
        let fragment = link::encode(&state);
        prop_assert_eq!(link::decode(&fragment), state.clone());
        prop_assert_eq!(link::decode(&format!("#{fragment}")), state);
    }

    #[test]
    fn a_fragment_is_plain_ascii_that_ends_as_a_word(state in state()) {
        let fragment = link::encode(&state);
        prop_assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._:@/+%&=,".contains(&b)));
        prop_assert!(!fragment.ends_with(['.', ':', '-', '_', '@', '/', ',']));
    }

    #[test]
    fn any_text_decodes_to_a_state_that_round_trips(junk in any::<String>()) {
        let state = link::decode(&junk);
        prop_assert_eq!(link::decode(&link::encode(&state)), state);
    }

    #[test]
    fn known_keys_with_any_values_decode_to_a_state_that_round_trips(
        pairs in prop::collection::vec(
            ("(q|e|doc|x|range|zoom|quote|before|after|compare|lanes|mode|theme|lang|not-person|kind|a)",
             "[%0-9a-fA-F+,~./-]{0,12}|\\PC{0,12}"),
            0..8,
        )
    ) {
        let fragment: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let state = link::decode(&fragment.join("&"));
        prop_assert_eq!(link::decode(&link::encode(&state)), state);
    }
}

#[track_caller]
fn check(fragment: &str, canonical: &str) {
    assert_eq!(link::encode(&link::decode(fragment)), canonical);
}

#[test]
fn fragments_read_like_words() {
    check("q=prisoners&doc=21d8&quote=were+released&before=who", {
        "q=prisoners&doc=21d8&quote=were+released&before=who"
    });
    check("range=2014-11/2015-04&person=person:randa-kassis&not-kind=work", {
        "person=person:randa-kassis&not-kind=work&range=2014-11/2015-04"
    });
    check("mode=timeline&theme=contrast&lang=ar&lanes=person", {
        "lanes=person&mode=timeline&theme=contrast&lang=ar"
    });
    check("compare=a,b&x=r1,r2&e=r3", "x=r1,r2&e=r3&compare=a,b");
    check("zoom=2014-06~", "zoom=2014-06%7E");
    check("org=&not-place=", "org=&not-place=");
}

#[test]
fn unknown_keys_and_bad_values_are_passed_over() {
    check("utm_source=x&fbclid=1&q=a", "q=a");
    check("range=soon&zoom=2014-13&mode=huge&theme=&lanes=x&lang=<b>", "");
    check("compare=a&compare=,b&compare=a,", "");
    check("range=soon&range=2014", "range=2014");
    check("q=first&q=second", "q=first");
    check("before=alone", "");
    check("&&&=&==&#&q", "");
    check("q=100%&e=%zz&doc=%F0%28", "q=100%25&e=%25zz&doc=%EF%BF%BD%28");
    check("kind=work&kind=work&kind=mention", "kind=mention&kind=work");
    check("q=مفاوضات", "q=%D9%85%D9%81%D8%A7%D9%88%D8%B6%D8%A7%D8%AA");
}

#[test]
fn lengths_are_bounded() {
    check(&format!("q={}", "a".repeat(link::MAX_TEXT + 1)), "");
    check(&format!("e={}&q=b", "a".repeat(link::MAX_VALUE + 1)), "q=b");
    check(&format!("q=b&z={}", "a".repeat(link::MAX_FRAGMENT)), "");
    let ids = "id,".repeat(link::MAX_ITEMS * 2);
    assert_eq!(link::decode(&format!("x={ids}")).query.hidden.len(), link::MAX_ITEMS);
    let kinds: String = (0..1000).map(|n| format!("kind={n}&")).collect();
    assert_eq!(link::decode(&kinds).query.selections.len(), link::MAX_ITEMS);
}

#[test]
fn parameters_that_are_no_state_are_found() {
    let fragment = "#mode=list&height=auto&host=https%3A%2F%2Fexample.org";
    assert_eq!(link::parameter(fragment, "height").as_deref(), Some("auto"));
    assert_eq!(link::parameter(fragment, "host").as_deref(), Some("https://example.org"));
    assert_eq!(link::parameter(fragment, "absent"), None);
}
