//! The two fields that narrow the range. They take EDTF values.

use dateline_corpus::Date;
use leptos::prelude::*;

use crate::state::{App, History};
use crate::strings::{Strings, t};

/// The from and to fields.
#[component]
pub(crate) fn RangeFields(
    /// Whether the fields carry the ids by which they are found; they stand in the page twice.
    named: bool,
) -> impl IntoView {
    let app = App::get();
    let ends = Memo::new(move |_| app.query.with(|query| ends(query.range.as_ref())));
    // Which of the fields holds no date.
    let wrong = RwSignal::new((false, false));
    let change = move |first: Option<String>, last: Option<String>| {
        let (from, to) = ends.get_untracked();
        let whole = range(first.as_deref().unwrap_or(&from), last.as_deref().unwrap_or(&to));
        // An end beyond the other is the new one: the other opens.
        let found = whole.or_else(|()| match (&first, &last) {
            (Some(from), _) => range(from, ""),
            (None, last) => range("", last.as_deref().unwrap_or_default()),
        });
        wrong.set((found.is_err() && first.is_some(), found.is_err() && last.is_some()));
        match found {
            Ok(range) => app.set_range(range, History::Push),
            Err(()) => app.say(app.language.get_untracked().strings().not_a_date),
        }
    };
    view! {
        <span class="fromto">
            <label>
                <span>{t(|s| s.from)}</span>
                " "
                <input
                    id=named.then_some("from")
                    size="10"
                    spellcheck="false"
                    dir="ltr"
                    aria-label=t(|s: &Strings| s.from_edtf)
                    aria-invalid=move || wrong.get().0.to_string()
                    prop:value=move || ends.get().0
                    on:change=move |event| change(Some(event_target_value(&event)), None)
                />
            </label>
            <label>
                <span>{t(|s| s.to)}</span>
                " "
                <input
                    id=named.then_some("to")
                    size="10"
                    spellcheck="false"
                    dir="ltr"
                    aria-label=t(|s: &Strings| s.to_edtf)
                    aria-invalid=move || wrong.get().1.to_string()
                    prop:value=move || ends.get().1
                    on:change=move |event| change(None, Some(event_target_value(&event)))
                />
            </label>
        </span>
    }
    .into_any()
}

/// What the two fields show for a range.
fn ends(range: Option<&Date>) -> (String, String) {
    let Some(range) = range else { return Default::default() };
    let open = |end: &str| if end == ".." { String::new() } else { end.to_owned() };
    match range.edtf().split_once('/') {
        Some((from, to)) => (open(from), open(to)),
        None => (range.edtf().to_owned(), range.edtf().to_owned()),
    }
}

/// The range between two fields; an empty field leaves that end open.
fn range(from: &str, to: &str) -> Result<Option<Date>, ()> {
    let open = |end: &str| if end.is_empty() { "..".to_owned() } else { end.to_owned() };
    let (from, to) = (from.trim(), to.trim());
    if from.is_empty() && to.is_empty() {
        return Ok(None);
    }
    let edtf = if from == to { from.to_owned() } else { format!("{}/{}", open(from), open(to)) };
    Date::parse(&edtf).map(Some).ok_or(())
}
