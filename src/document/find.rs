//! The field that finds words in the open document.

use leptos::prelude::*;

use super::Reading;
use crate::browser::dom;
use crate::icons::{Icon, icon};
use crate::state::App;
use crate::strings::{fill, t};

/// The field, while it is open.
#[component]
pub(super) fn FindBar(
    /// What is read.
    reading: Reading,
) -> impl IntoView {
    let app = App::get();
    let at = RwSignal::new(0_usize);
    let count = move || reading.hits.with(|hits| hits.len());
    let step = move |forward: bool| {
        let count = count();
        if count == 0 {
            return;
        }
        at.update(|at| *at = (*at + if forward { 1 } else { count - 1 }) % count);
        dom::reveal_nth("#reader .hit", at.get_untracked());
    };
    let typed = move |event| {
        reading.find.set(Some(event_target_value(&event)));
        at.set(0);
        dom::after_paint(|| dom::reveal_nth("#reader .hit", 0));
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            step(!event.shift_key());
        } else if event.key() == "Escape" {
            event.stop_propagation();
            reading.find.set(None);
        }
    };
    let place = move || {
        let count = count();
        let here = if count == 0 { 0 } else { at.get().min(count - 1) + 1 };
        fill(&fill(app.strings().nth_of, &here.to_string()), &count.to_string())
    };
    view! {
        <Show when=move || reading.find.with(Option::is_some)>
            <div class="findbar" role="search">
                <input
                    id="find"
                    type="search"
                    dir="auto"
                    aria-label=t(|s| s.find_in)
                    placeholder=t(|s| s.find_in)
                    on:input=typed
                    on:keydown=pressed
                />
                <span class="tn" role="status">{place}</span>
                <button
                    type="button"
                    class="icn"
                    aria-label=t(|s| s.previous_hit)
                    on:click=move |_| step(false)
                >
                    {icon(Icon::Earlier, "16")}
                </button>
                <button
                    type="button"
                    class="icn"
                    aria-label=t(|s| s.next_hit)
                    on:click=move |_| step(true)
                >
                    {icon(Icon::Later, "16")}
                </button>
            </div>
        </Show>
    }
    .into_any()
}
