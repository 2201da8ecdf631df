//! The drawing of the events over time, with the fields that narrow the range.

mod range;

use leptos::prelude::*;

use crate::strings::t;
use range::RangeFields;

/// The drawing.
#[component]
pub(crate) fn Timeline() -> impl IntoView {
    view! {
        <section class="timeline" aria-label=t(|s| s.timeline)>
            <div class="tools">
                <h2>{t(|s| s.timeline)}</h2>
                <RangeFields />
            </div>
        </section>
    }
    .into_any()
}
