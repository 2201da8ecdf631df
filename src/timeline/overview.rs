//! The whole chronology in small, and the brush that chooses a part of it.

use dateline_corpus::{Date, Day};
use dateline_timeline::{Bar, Interval, Overview, Scale, Unit, edtf_day, eras};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::axis::short_name;
use super::drawing::{Drawing, middle};
use super::svg;
use crate::browser::intl::{self, Pattern};
use crate::browser::pointer;
use crate::browser::sketch::Part;
use crate::state::History;
use crate::strings::t;

/// Where the bars stand, and how high the highest may be.
const BASE: f64 = 30.5;
const HIGHEST: f64 = 25.0;

/// Height of one event while all fit, with the space above it.
const BRICK: f64 = 5.0;

/// What is done with the brush: the end that stays, and the days that both would be moved by.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Grip {
    /// From here to the pointer.
    From(f64),
    /// The brush as it was, and where the pointer took it.
    Whole(f64, f64, f64),
}

/// Pixels around an end of the brush in which it is taken.
const REACH: f64 = 8.0;

/// The histogram with its brush.
#[component]
pub(super) fn WholeTime() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let app = drawing.app;
    let grip: StoredValue<Option<Grip>> = StoredValue::new(None);
    let label = move || {
        drawing.overview.with(|overview| {
            let days = overview.as_ref().map(|it| it.scale.days());
            let words = days.map(|(first, last)| {
                let name = |day| short_name(day, Unit::Year, app.language.get());
                format!(": {} – {}", name(first), name(last))
            });
            format!("{}{}", app.strings().events_over_time, words.unwrap_or_default())
        })
    };
    let brush = move |event: &PointerEvent, history| {
        let Some((place, grip)) = pointer::place(event).zip(grip.get_value()) else { return };
        let ends = match grip {
            Grip::From(x) => (x, place.x),
            Grip::Whole(x0, x1, from) => (x0 + place.x - from, x1 + place.x - from),
        };
        set_range(drawing, ends, history);
    };
    let pressed = move |event: PointerEvent| {
        let Some(place) = pointer::place(&event).filter(|_| event.button() == 0) else { return };
        event.prevent_default();
        pointer::capture(&event, event.pointer_id());
        grip.set_value(Some(match brushed(drawing) {
            Some((x0, x1)) if (place.x - x0).abs() <= REACH => Grip::From(x1 - 0.5),
            Some((x0, x1)) if (place.x - x1).abs() <= REACH => Grip::From(x0 + 0.5),
            Some((x0, x1)) if x0 < place.x && place.x < x1 => {
                Grip::Whole(x0 + 0.5, x1 - 0.5, place.x)
            }
            _ => Grip::From(place.x),
        }));
    };
    let released = move |event: PointerEvent| {
        brush(&event, History::Push);
        grip.set_value(None);
    };
    view! {
        <svg
            class="plot ov"
            role="img"
            aria-label=label
            height="44"
            on:pointerdown=pressed
            on:pointermove=move |event| brush(&event, History::Replace)
            on:pointerup=released
            on:pointercancel=move |_| grip.set_value(None)
        >
            {svg::sketch(move || brush_band(drawing).into_iter().collect())}
            {whole(drawing, move |it| vec![era_lines(drawing, &it.scale)])}
            {whole(drawing, bars)}
            {whole(drawing, move |it| years(drawing, it))}
            {svg::sketch(move || selected_line(drawing).into_iter().collect())}
            {svg::sketch(move || reading_line(drawing).into_iter().collect())}
            {svg::sketch(move || brush_ends(drawing))}
        </svg>
        {brush_key(drawing, false)}
        {brush_key(drawing, true)}
    }
    .into_any()
}

/// What `draw` makes of the histogram.
fn whole(drawing: Drawing, draw: impl Fn(&Overview) -> Vec<Part> + 'static) -> AnyView {
    svg::sketch(move || drawing.overview.with(|it| it.as_deref().map(&draw)).unwrap_or_default())
}

/// One end of the brush for the keyboard: the arrow keys move it by a bar of the histogram.
fn brush_key(drawing: Drawing, later: bool) -> AnyView {
    let app = drawing.app;
    let width = move || drawing.overview.with(|it| it.as_ref().map_or(0.0, |it| it.scale.width));
    let ends = move || brushed(drawing).unwrap_or((0.0, width()));
    let place = move || if later { ends().1 } else { ends().0 };
    let part = move || pointer::hundredths(place(), width());
    let words = move || {
        let scale = drawing.overview.with(|it| it.as_ref().map(|it| it.scale))?;
        let inside = if later { place() - 0.5 } else { place() + 0.5 };
        Some(intl::day(app.language.get().locale(), Pattern::Month, scale.day_at(inside)))
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        let bar = drawing.overview.with_untracked(|it| {
            it.as_ref().and_then(|it| it.bars.first().map(|bar| bar.x1 - bar.x0))
        });
        let forward = if pointer::is_mirrored() { -1.0 } else { 1.0 };
        let (step, all) = (bar.unwrap_or(5.0), untrack(width));
        let by = match event.key().as_str() {
            "ArrowRight" => forward * step,
            "ArrowLeft" => -forward * step,
            "PageUp" => step * 12.0,
            "PageDown" => step * -12.0,
            "Home" => -all,
            "End" => all,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let (x0, x1) = untrack(ends);
        let inside = |x: f64| x.clamp(0.5, all - 0.5);
        let moved = if later {
            (x0 + 0.5, inside(x1 - 0.5 + by).max(x0 + 0.5))
        } else {
            (inside(x0 + 0.5 + by).min(x1 - 0.5), x1 - 0.5)
        };
        set_range(drawing, moved, History::Replace);
    };
    let label: crate::strings::Text = if later { |s| s.range_end } else { |s| s.range_start };
    view! {
        <span
            class="bkey"
            role="slider"
            tabindex="0"
            aria-label=t(label)
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=part
            aria-valuetext=words
            style:inset-inline-start=move || format!("{:.1}px", place())
            on:keydown=key
        ></span>
    }
    .into_any()
}

/// What lies before and after the histogram, with buttons that show it.
#[component]
pub(super) fn WholeNames() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let app = drawing.app;
    let outside = move |later: bool| {
        drawing.overview.with(|overview| {
            let overview = overview.as_ref()?;
            let outside = if later { overview.later } else { overview.earlier };
            let day = outside.day?;
            let strings = app.strings();
            let phrase = if later { strings.count_later } else { strings.count_earlier };
            let year = short_name(day, Unit::Year, app.language.get());
            let words =
                phrase.replacen("{}", &outside.count.to_string(), 1).replacen("{}", &year, 1);
            let show = move |_| show_outside(drawing, day, later);
            Some(view! { <button type="button" class="early" on:click=show>{words}</button> })
        })
    };
    view! {
        <span class="rl ovl noc">
            <span>{t(|s| s.all_events)}</span>
            {move || outside(false)}
            {move || outside(true)}
        </span>
    }
    .into_any()
}

/// Shows the days before or after the histogram down to `day`.
fn show_outside(drawing: Drawing, day: Day, later: bool) {
    let ends = drawing.overview.with_untracked(|it| it.as_ref().map(|it| it.scale.days()));
    let Some((first, last)) = ends else { return };
    let range = if later { (Day(last.0 + 1), day) } else { (day, Day(first.0 - 1)) };
    if let Some(range) = interval(range) {
        drawing.app.set_range(Some(range), History::Push);
    }
}

fn interval((first, last): (Day, Day)) -> Option<Date> {
    Date::parse(&format!("{}/{}", edtf_day(first)?, edtf_day(last)?))
}

/// Wants the events between two places.
fn set_range(drawing: Drawing, (a, b): (f64, f64), history: History) {
    let days = drawing.overview.with_untracked(|it| it.as_ref().map(|it| it.brushed(a, b)));
    if let Some(range) = days.and_then(range_of) {
        drawing.app.set_range(Some(range), history);
    }
}

/// The shortest EDTF interval of whole years, months or days.
fn range_of((first, last): (Day, Day)) -> Option<Date> {
    let ((_, m0, d0), (_, m1, _)) = (first.civil(), last.civil());
    let (from, to) = (edtf_day(first)?, edtf_day(last)?);
    let month_ends = d0 == 1 && Day(last.0 + 1).civil().2 == 1;
    let cut = match (month_ends, m0, m1) {
        (true, 1, 12) => 6,
        (true, _, _) => 3,
        _ => 0,
    };
    let (from, to) = (&from[..from.len() - cut], &to[..to.len() - cut]);
    Date::parse(&if from == to { from.to_owned() } else { format!("{from}/{to}") })
}

/// Where the wanted range lies in the histogram.
fn brushed(drawing: Drawing) -> Option<(f64, f64)> {
    let range = drawing.app.query.with(|query| query.range.clone())?;
    let scale = drawing.overview.with(|overview| overview.as_ref().map(|it| it.scale))?;
    let (x0, x1) = scale.extent(range.first(), range.last());
    Some((x0.clamp(0.0, scale.width), x1.clamp(0.0, scale.width)))
}

/// The days that the lanes show.
fn brush_band(drawing: Drawing) -> Option<Part> {
    let whole = drawing.overview.with(|overview| overview.as_ref().map(|it| it.scale))?;
    let window = drawing.scale.get();
    let inside = |days: f64| whole.x_at(days).clamp(0.0, whole.width);
    let (x0, x1) = (inside(window.start), inside(window.end));
    Some(svg::path("brush", svg::rect(x0, 0.0, x1 - x0, 44.0)))
}

/// The ends of the wanted range.
fn brush_ends(drawing: Drawing) -> Vec<Part> {
    let Some((x0, x1)) = brushed(drawing) else { return Vec::new() };
    let end = |x: f64| {
        let grip = format!("M{:.1} 13V21M{:.1} 13V21", x - 1.5, x + 1.5);
        [
            svg::path("bh", svg::upright(x, 0.0, 44.0)),
            svg::path("bhh", svg::rect(x - 4.5, 8.5, 9.0, 17.0)),
            svg::path("bhg", grip),
        ]
    };
    [end(x0), end(x1)].into_iter().flatten().collect()
}

fn era_lines(drawing: Drawing, scale: &Scale) -> Part {
    let collection = drawing.app.collection();
    let events = (0u32..).zip(&collection.corpus.events).filter(|(n, _)| drawing.is_shown(*n));
    let bands = eras(events, scale, 2);
    let bands = bands.into_iter();
    let path = bands.map(|band| svg::rect(band.x0, 0.0, band.x1 - band.x0, 2.0)).collect();
    svg::path("eras", path)
}

/// The bars: a brick an event while that fits, otherwise to scale.
fn bars(overview: &Overview) -> Vec<Part> {
    let bricks = f64::from(overview.highest) * BRICK <= HIGHEST;
    let unit = if bricks { BRICK } else { HIGHEST / f64::from(overview.highest.max(1)) };
    let (mut all, mut shown, mut long) = (String::new(), String::new(), String::new());
    for bar in &overview.bars {
        all.push_str(&bar_path(bar, bar.shown, bar.all, unit, bricks));
        shown.push_str(&bar_path(bar, 0, bar.shown, unit, bricks));
    }
    for span in &overview.spans {
        long.push_str(&format!("M{:.1} {}H{:.1}", span.x0 + 0.5, BASE + 1.5, span.x1 - 0.5));
    }
    let base = format!("M0 {BASE}H{}", overview.scale.width);
    let looks = [("u", all), ("u in", shown), ("base", base), ("us", long)];
    looks.map(|(class, d)| svg::path(class, d)).into()
}

fn bar_path(bar: &Bar, from: u32, to: u32, unit: f64, bricks: bool) -> String {
    let (x, width) = (bar.x0 + 0.5, (bar.x1 - bar.x0 - 1.0).max(1.0));
    let rect = |low: f64, high: f64| {
        format!("M{x:.1} {:.1}h{width:.1}V{:.1}h-{width:.1}Z", BASE - low, BASE - high)
    };
    if bricks {
        (from..to).map(|n| rect(f64::from(n) * unit, f64::from(n) * unit + unit - 0.9)).collect()
    } else if to > from {
        rect(f64::from(from) * unit, (f64::from(to) * unit).max(f64::from(from) * unit + 1.0))
    } else {
        String::new()
    }
}

/// The labels under the bars.
fn years(drawing: Drawing, overview: &Overview) -> Vec<Part> {
    let axis =
        dateline_timeline::Axis::new(&overview.scale, &dateline_timeline::LabelRoom::default());
    let language = drawing.app.language.get();
    let (first, _) = overview.scale.days();
    let intervals = if axis.major.len() > 1 { &axis.major } else { &axis.labels };
    // The name of several years is that of their first, which then must be in the drawing.
    let cut = |it: &Interval| axis.rung.step > 1 && it.unit == Unit::Year && it.first < first;
    let labels = intervals.iter().filter(|it| !cut(it)).map(|it| {
        let words = short_name(it.first, it.unit, language);
        let fits = pointer::text_width(&words) + 6.0 < it.x1 - it.x0;
        let tick = svg::path("tk", svg::upright(it.x0, BASE, 41.0));
        let name = fits.then(|| svg::text("axm", it.x0 + 4.0, 41.0, words));
        [Some(tick), name].into_iter().flatten()
    });
    labels.flatten().collect()
}

fn reading_line(drawing: Drawing) -> Option<Part> {
    let scale = drawing.overview.with(|overview| overview.as_ref().map(|it| it.scale))?;
    let x = drawing.read_at(&scale)?;
    Some(svg::path("nowread", svg::upright(x, 0.0, 42.0)))
}

fn selected_line(drawing: Drawing) -> Option<Part> {
    let collection = drawing.app.collection();
    let date = &collection.corpus.events[drawing.app.selected.get()?].date;
    let scale = drawing.overview.with(|overview| overview.as_ref().map(|it| it.scale))?;
    let x = middle(date, &scale);
    (0.0..=scale.width).contains(&x).then(|| svg::path("nd", svg::upright(x, BASE, 42.0)))
}
