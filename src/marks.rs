//! The one grammar of marks: how exactly a date is known, and what a document does for an event.

use dateline_corpus::Precision;
use leptos::prelude::*;

use crate::state::{App, Role};
use crate::strings::Strings;

/// The mark of a precision, for text rows. The drawing scales the same shapes.
pub(crate) fn glyph(precision: Precision) -> AnyView {
    // Body and lines of each mark in a box of 28 by 20.
    let (class, body, lines) = match precision {
        Precision::Day => {
            ("m day", "M10.4 10a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0", "M14 2V18")
        }
        Precision::Range => ("m range", "M6 6H22V14H6Z", "M6 2V18M22 2V18"),
        Precision::Month => ("m month", "M4 6H24V14H4Z", "M4 5.5V14.5M24 5.5V14.5"),
        Precision::Year | Precision::Years => {
            ("m year", "M.5 6.5H27.5V13.5H.5Z", "M.75 6V14M27.25 6V14")
        }
        Precision::Open => ("m open", "M6 6H27V14H6Z", "M6 2V18"),
        Precision::Approximate => ("m approx", "M1 6H27V14H1Z", ""),
    };
    drawn(class, body, lines)
}

/// The mark of a day on which a document was published.
pub(crate) fn published() -> AnyView {
    drawn("m pub", "M10 14L14 6L18 14Z", "")
}

fn drawn(class: &'static str, body: &'static str, lines: &'static str) -> AnyView {
    view! {
        <svg class="g" width="28" height="20" viewBox="0 0 28 20" aria-hidden="true">
            <g class=class>
                <path class="b" d=body />
                <path class="l" d=lines />
            </g>
        </svg>
    }
    .into_any()
}

/// A short name of a precision.
pub(crate) fn precision_name(precision: Precision, strings: &Strings) -> &'static str {
    match precision {
        Precision::Day => strings.day,
        Precision::Range => strings.range,
        Precision::Month => strings.month,
        Precision::Year => strings.year,
        Precision::Years => strings.years,
        Precision::Open => strings.open_ended,
        Precision::Approximate => strings.approximate,
    }
}

/// The shape of what a document does for an event.
pub(crate) fn role(role: Role) -> AnyView {
    view! { <i class=role.class()></i> }.into_any()
}

/// What a document does for an event, in a word.
pub(crate) fn role_name(role: Role, strings: &Strings) -> &'static str {
    match role {
        Role::Reports => strings.reports,
        Role::Copies => strings.copies,
        Role::Conflicts => strings.conflicts,
        Role::Mentions => strings.mentions,
        Role::Silent => strings.silent,
    }
}

/// What the marks are filled with; stands in the page once.
#[component]
pub(crate) fn Fills() -> impl IntoView {
    let stops = |offsets: [(&'static str, &'static str); 4]| {
        offsets
            .into_iter()
            .map(|(offset, class)| view! { <stop offset=offset class=class /> })
            .collect_view()
    };
    view! {
        <svg class="vh" width="0" height="0" aria-hidden="true">
            <defs>
                <linearGradient id={"soft"}>
                    {stops([("0", "s0"), (".35", "s1"), (".65", "s1"), ("1", "s0")])}
                </linearGradient>
                <linearGradient id={"openend"}>
                    {stops([("0", "s1"), (".3", "s1"), (".6", "s1"), ("1", "s0")])}
                </linearGradient>
                <linearGradient id={"openstart"}>
                    {stops([("0", "s0"), (".4", "s1"), (".7", "s1"), ("1", "s1")])}
                </linearGradient>
                <pattern
                    id={"hatch"}
                    width="4"
                    height="4"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <path class="hatchline" d={"M1 0V4"} />
                </pattern>
                <pattern
                    id={"hatchsel"}
                    width="4"
                    height="4"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <path class="hatchline sel" d={"M1 0V4"} />
                </pattern>
            </defs>
        </svg>
    }
}

/// The number of a document, in a box.
pub(crate) fn document_number(index: usize) -> AnyView {
    view! { <b class="num">{index + 1}</b> }.into_any()
}

/// The documents of an event, one shape each in the order of the lanes; beyond a dozen documents
/// only those that say something.
pub(crate) fn strip(event: usize) -> AnyView {
    const MOST: usize = 12;
    let app = App::get();
    let collection = app.collection();
    let roles = collection.roles(&collection.corpus.events[event]);
    let count = collection.corpus.documents.len();
    let label = {
        let roles = roles.clone();
        move || {
            let strings = app.strings();
            roles
                .iter()
                .map(|(index, role)| {
                    format!("{} {}: {}", strings.document, index + 1, role_name(*role, strings))
                })
                .collect::<Vec<_>>()
                .join("; ")
        }
    };
    let shown: Vec<Role> = if count <= MOST {
        (0..count)
            .map(|index| {
                roles.iter().find(|(known, _)| *known == index).map_or(Role::Silent, |(_, r)| *r)
            })
            .collect()
    } else {
        roles.iter().map(|(_, role)| *role).take(MOST).collect()
    };
    let name = roles.first().map(|(index, _)| collection.short_name(*index).to_owned());
    let more = roles.len().saturating_sub(1);
    view! {
        <span class="strip" role="img" aria-label=label>
            {shown.into_iter().map(role).collect_view()}
            <span class="sname">{name}{(more > 0).then(|| format!(" +{more}"))}</span>
        </span>
    }
    .into_any()
}
