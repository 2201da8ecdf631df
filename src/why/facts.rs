//! The facts behind one report, as a list of terms.

use dateline_corpus::{Facet, Modality, Report, Span};
use leptos::prelude::*;

use crate::facets::value_name;
use crate::marks::glyph;
use crate::state::App;
use crate::strings::{Strings, Text, t};
use crate::words::{self, Length};

use super::rules;

/// The sentence and the facts of `report`, one of those of the event at `event`.
pub(super) fn facts(app: App, event: usize, report: &Report) -> AnyView {
    let collection = app.collection();
    let Some(document) = collection.document(&report.document) else { return ().into_any() };
    let text = &document.text;
    let part = |start, end| Span { start, end }.of(text).to_owned();
    let language = app.language.get();
    let strings = language.strings();
    let against = match &report.reference {
        None => strings.the_words_alone.to_owned(),
        Some(date) => {
            let words = words::in_words(date, None, language, Length::Long);
            if document.issued.as_ref() == Some(date) {
                format!("{words}, {}", strings.documents_own_date)
            } else {
                words
            }
        }
    };
    let timex = match &report.modifier {
        Some(modifier) => format!("{} {} {modifier}", report.kind, report.value),
        None => format!("{} {}", report.kind, report.value),
    };
    let certainty = certainty(app, report);
    let joined: Vec<&str> = collection.corpus.events[event]
        .joined
        .iter()
        .map(|rule| joined_because(rule, strings))
        .collect();
    let joined = joined.join(", ");
    let place = format!("{}–{}", report.timex.start, report.timex.end);
    let found = if report.timex.start == report.timex.end {
        strings.no_date_words.into_any()
    } else {
        let words = report.timex.of(text).to_owned();
        view! { <q lang=document.language.clone() dir="auto">{words}</q> }.into_any()
    };
    let rule = rules::sentence(&report.rule).map(|sentence| sentence(strings));
    let date = words::event_date(&report.date, Some(report), language);
    view! {
        <p class="whydate">{glyph(report.date.precision())}<b>{date}</b></p>
        <blockquote lang=document.language.clone() dir="auto">
            {part(report.span.start, report.timex.start)}
            <mark class="dw">{part(report.timex.start, report.timex.end)}</mark>
            {part(report.timex.end, report.span.end)}
        </blockquote>
        <dl>
            {fact(|s| s.words_found, found)}
            {fact(|s| s.rule, view! {
                {rule} " " <code>{format!("({})", report.rule)}</code>
            }.into_any())}
            {fact(|s| s.read_against, against.into_any())}
            {fact(|_| "EDTF", view! { <code>{report.date.edtf().to_owned()}</code> }.into_any())}
            {fact(|_| "TIMEX3", view! { <code>{timex}</code> }.into_any())}
            {fact(|s| s.certainty, certainty.into_any())}
            {(!joined.is_empty()).then(|| {
                fact(|s| s.joined_because, joined.into_any())
            })}
            {fact(|s| s.document, view! { <span dir="auto">{document.title.clone()}</span> }.into_any())}
            {fact(|s| s.place_in_text, view! {
                {t(|s| s.bytes)} " " <bdi class="tn">{place}</bdi> ", "
                <code title=document.sha256.clone()>{document.id.clone()}</code>
            }.into_any())}
        </dl>
    }
    .into_any()
}

/// Why reports were joined, in words; a rule that has none is named as it is.
fn joined_because<'a>(rule: &'a str, strings: &Strings) -> &'a str {
    match rule {
        "copied-wording" => strings.same_wording,
        "same-title" => strings.same_title,
        "same-date-names-words" => strings.same_date_names,
        "same-day-happening" => strings.same_happening,
        "same-utterance" => strings.same_quotation,
        "same-sentence" => strings.same_sentence,
        "stated-beside" => strings.stated_beside,
        _ => rule,
    }
}

fn fact(name: Text, value: AnyView) -> AnyView {
    view! { <dt>{t(name)}</dt><dd>{value}</dd> }.into_any()
}

/// The class of certainty in words, with what the text itself says of the truth of it.
fn certainty(app: App, report: &Report) -> String {
    let class = value_name(app, Facet::Certainty, report.basis.name());
    let strings = app.strings();
    let modality = match report.modality {
        Modality::Reported => return class,
        Modality::Expected => strings.expected,
        Modality::Denied => strings.denied,
        Modality::Conditional => strings.conditional,
    };
    format!("{class} · {modality}")
}
