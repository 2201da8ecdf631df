//! The events in order of date: the primary view. Only the rows near the window are in the page.

mod empty;
mod row;
mod rows;
mod sources;
mod window;

use dateline_publish::Mode;
use leptos::html;
use leptos::prelude::*;

use crate::browser::{dom, pointer};
use crate::marks::document_number;
use crate::state::App;
use crate::strings::t;
use crate::words;
use empty::NothingLeft;
use row::{Place, row};
use rows::{Row, key, rows};
use sources::Sources;
use window::Heights;

/// Rows are drawn this many pixels beyond what can be seen.
const MARGIN: f64 = 600.0;
/// Characters that find no room at the end of a line, where a word is too long for it.
const BREAK: f64 = 4.0;
/// Milliseconds without a change after which the rows beyond what can be seen are drawn.
const PAUSE: u32 = 150;
/// Pixels of the list that are taken to be seen before it is measured.
const FIRST: f64 = 900.0;
/// Up to so many rows, all of them are drawn.
const SMALL: usize = 120;

/// The list of events.
#[component]
pub(crate) fn List() -> impl IntoView {
    let app = App::get();
    let collection = app.collection();
    let rows = Memo::new(move |_| match alone(app) {
        Some(event) => rows(&app.collection(), &[event], 0, 0),
        None => app.results.with(|found| {
            let beyond = found.beyond as usize;
            rows(&app.collection(), &found.events, app.folded(), beyond)
        }),
    });
    let any = move || rows.with(|rows| !rows.is_empty());
    let count = collection.corpus.documents.len();
    view! {
        <section class="list" aria-labelledby="lh" data-strip=(count <= 12).to_string()>
            <h2 id="lh" class="vh">{t(|s| s.events)}</h2>
            <div class="cols" aria-hidden="true" class:none=move || !any()>
                <span class="c2">{t(|s| s.head_date)}</span>
                <span>{t(|s| s.head_says)}</span>
                <span class="chead">{t(|s| s.head_who)}</span>
                <span class="dn">
                    {(count <= 12).then(|| (0..count).map(document_number).collect_view())}
                </span>
                <span class={"cwhy"}></span>
            </div>
            <Show when=any fallback=|| view! { <NothingLeft /> }>
                <Rows rows=rows />
            </Show>
        </section>
    }
    .into_any()
}

/// The event that an embed shows alone.
fn alone(app: App) -> Option<u32> {
    let one = app.view.with(|view| view.mode == Mode::Event);
    one.then(|| app.selected.get()).flatten().and_then(|index| u32::try_from(index).ok())
}

/// Pixels beside the sentences of a phone's rows, as the style sheet has them.
const MARGINS: f64 = 72.0;

/// Pixels of the column of sentences that are assumed elsewhere.
const COLUMN: f64 = 250.0;

/// How many characters find room in a column of `width` pixels: as many lines as the style sheet
/// shows of a sentence, in its size of letters.
fn characters(width: f64) -> u32 {
    let (lines, character) = if dom::is_phone() { (4.0, 8.0) } else { (2.0, 7.0) };
    u32::try_from(dom::whole(lines * (width / character - BREAK))).unwrap_or_default().max(40)
}

/// The scrolled rows.
#[component]
fn Rows(
    /// All of them.
    rows: Memo<Vec<Row>>,
) -> impl IntoView {
    let app = App::get();
    let scroller = NodeRef::<html::Div>::new();
    let list = NodeRef::<html::Ol>::new();
    let heights = StoredValue::new(Heights::default());
    let shown = RwSignal::new(0..0_usize);
    let printing = RwSignal::new(false);
    // A row on a phone is as high as its words: those that are drawn first must be all it will hold.
    let guess = if dom::is_phone() { dom::window_size().0 - MARGINS } else { COLUMN };
    let room = RwSignal::new(characters(guess));
    scroller.on_load(move |scroller| {
        pointer::on_width(&scroller, move |_| room.set(characters(dom::size("#list .w").0)));
    });
    // The part of the list that can be seen, as it was when last measured.
    let seen = StoredValue::new((0.0, FIRST));
    let show = move |margin: f64| {
        let count = rows.with_untracked(Vec::len);
        let range = if printing.get_untracked() || (count <= SMALL && margin > 0.0) {
            0..count
        } else {
            let (top, bottom) = seen.get_value();
            heights.with_value(|heights| heights.range(top - margin, bottom + margin))
        };
        if shown.get_untracked() != range {
            shown.set(range);
        }
    };
    // Measuring right after a change would have the page laid out twice.
    let look = move || {
        if let (Some(scroller), Some(list)) = (scroller.get_untracked(), list.get_untracked()) {
            seen.set_value(dom::visible_part(&scroller, &list));
            let found = dom::heights(&list, "[data-row]");
            heights.update_value(|heights| heights.measured(&found));
        }
        show(MARGIN);
    };
    Effect::new(move |_| {
        rows.with(|rows| heights.set_value(Heights::estimate(rows)));
        let (top, bottom) = seen.get_value();
        if top > 0.0
            && !dom::is_phone()
            && let Some(scroller) = scroller.get_untracked()
        {
            scroller.set_scroll_top(0);
            seen.set_value((0.0, bottom - top));
        }
        // What can be seen is painted first; the rest once nobody types any more.
        show(0.0);
        dom::after_pause(PAUSE, look);
    });
    dom::on_scroll(look);
    dom::on_print(move |now| {
        printing.set(now);
        // Paper has no button for what stands before.
        app.unfolded.update(|all| *all |= now);
        look();
    });
    let acted = StoredValue::new(false);
    dom::on_act(move || acted.set_value(true));
    Effect::new(move |_| {
        let Some(selected) = app.selected.get() else { return };
        let Some(at) =
            rows.with_untracked(|rows| rows.iter().position(|row| row.is_event(selected)))
        else {
            return;
        };
        // Drawn first: until then the panel may be too short to be scrolled there.
        if !shown.get_untracked().contains(&at) {
            let range = heights.with_value(|heights| {
                let top = heights.top(at);
                heights.range(top - MARGIN, top + MARGIN)
            });
            shown.set(range);
        }
        let reveal = move || dom::reveal("#list .ev.sel", false);
        dom::after_paint(reveal);
        // Rows that are measured only now move what stands below them. A reader who goes on is let go.
        acted.set_value(false);
        let again = move || {
            if !acted.get_value() {
                reveal();
            }
        };
        dom::after_pause(2 * PAUSE, again);
        dom::after_pause(4 * PAUSE, again);
    });
    let before = move || format!("{}px", heights.with_value(|h| h.top(shown.get().start)));
    let after = move || {
        let end = shown.get().end;
        format!("{}px", heights.with_value(|h| h.total() - h.top(end)))
    };
    let drawn = Memo::new(move |_| {
        let range = shown.get();
        rows.with(|rows| {
            let end = range.end.min(rows.len());
            let start = range.start.min(end);
            // The head of the first row's month stays, since it sticks to the top.
            let head = rows[..start].iter().rposition(Row::is_month);
            let head = head.filter(|_| rows.get(start).is_some_and(|row| !row.is_month()));
            head.into_iter()
                .chain(start..end)
                .map(|at| (key(rows, at), (at, rows[at].clone())))
                .collect::<Vec<_>>()
        })
    });
    let places = Memo::new(move |_| drawn.with(|drawn| drawn.iter().cloned().collect()));
    let folded = move || app.folded();
    let earlier = move || {
        let (language, collection) = (app.language.get(), app.collection());
        let count = language.count(&language.strings().events_count, folded());
        let date = |event: usize| {
            let event = &collection.corpus.events[event];
            words::event_date(&event.date, event.lead(), language)
        };
        let ends = app.results.with(|found| {
            let last = folded().checked_sub(1).map(|last| found.events[last]);
            found.events.first().zip(last).map(|(&a, b)| [date(a as usize), date(b as usize)])
        });
        let ends = ends.map(|ends| ends.join(" – ")).unwrap_or_default();
        format!("{}: {count} ({ends})", language.strings().earlier)
    };
    let unfold = move |_| {
        app.unfolded.set(true);
        // The button that asks for it is gone by then, and what it asked for would be too.
        dom::after(0, || dom::focus("#list a"));
    };
    view! {
        <div class="events" node_ref=scroller tabindex="-1">
            <Show when=move || folded() != 0 && alone(app).is_none()>
                <p class="gaprow">
                    <button type="button" class="early" on:click=unfold>{earlier}</button>
                </p>
            </Show>
            <ol id="list" role="list" node_ref=list aria-label=t(|s| s.events_by_date)>
                <li class="pad" role="presentation" style:height=before></li>
                <For each=move || drawn.get() key=|(key, _)| *key let((key, (_, shown)))>
                    {row(Place { drawn: places, key, room }, &shown)}
                </For>
                <li class="pad" role="presentation" style:height=after></li>
            </ol>
            <Sources printing=printing />
        </div>
    }
    .into_any()
}
