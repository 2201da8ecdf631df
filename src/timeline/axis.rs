//! The axis over the lanes: years over months, months over days.

use dateline_corpus::Day;
use dateline_timeline::{Axis, Interval, LabelRoom, Scale, Unit};
use leptos::prelude::*;

use super::drawing::Drawing;
use super::svg;
use crate::browser::intl::{self, Pattern};
use crate::browser::pointer;
use crate::browser::sketch::Part;
use crate::strings::Language;

/// The axis of the lanes.
#[component]
pub(super) fn LaneAxis() -> impl IntoView {
    let drawing: Drawing = expect_context();
    let gestures = super::gesture::Gestures::new(drawing);
    view! {
        <svg
            class="plot axis"
            height="40"
            aria-hidden={"true"}
            on:pointerdown=move |event| gestures.pressed(&event)
            on:pointermove=move |event| gestures.moved(&event)
            on:pointerup=move |event| gestures.released(&event)
            on:pointercancel=move |event| gestures.released(&event)
            on:wheel=move |event| gestures.wheel(&event)
        >
            {svg::sketch(move || two_rows(&drawing.scale.get(), drawing.app.language.get()))}
        </svg>
    }
    .into_any()
}

/// Two rows of labels over a base line, in a drawing 40 pixels high.
fn two_rows(scale: &Scale, language: Language) -> Vec<Part> {
    let axis = Axis::new(scale, &LabelRoom::default());
    let starts = |intervals: &[Interval], top: f64| -> String {
        let starts = intervals.iter().map(|it| it.x0).filter(|&x| x > 0.5);
        starts.map(|x| svg::upright(x, top, 37.0)).collect()
    };
    let minor: String = axis.minor.iter().map(|&x| svg::upright(x, 33.0, 37.0)).collect();
    let major = axis.major.iter().filter_map(|it| {
        let words = long_name(it, language);
        let fits = pointer::text_width(&words) + 12.0 < it.x1 - it.x0;
        fits.then(|| svg::text("axy", it.x0 + 4.0, 11.0, words))
    });
    // The name of several years is that of their first, and stands beside its tick.
    let many_years = axis.rung.unit == Unit::Year && axis.rung.step > 1;
    let (first, _) = scale.days();
    let labels =
        axis.labels.iter().filter(|it| !many_years || it.first >= first).filter_map(|it| {
            let words = short_name(it.first, it.unit, language);
            let fits = pointer::text_width(&words) + 2.0 < it.x1 - it.x0;
            fits.then(|| {
                if many_years {
                    svg::text("axm", it.x0 + 4.0, 28.0, words)
                } else {
                    svg::text_about("axm", f64::midpoint(it.x0, it.x1), 28.0, words)
                }
            })
        });
    let mut parts = vec![
        svg::path("base", format!("M0 37.5H{}", scale.width)),
        svg::path("tk w", minor),
        svg::path("tk", starts(&axis.labels, 30.0)),
        svg::path("tk y", starts(&axis.major, 0.0)),
    ];
    parts.extend(major);
    parts.extend(labels);
    parts
}

/// What a tick is called where the row above says the rest.
pub(super) fn short_name(first: Day, unit: Unit, language: Language) -> String {
    let pattern = match unit {
        Unit::Day | Unit::Week => Pattern::DayAlone,
        Unit::Month => Pattern::MonthAlone,
        Unit::Year => Pattern::Year,
    };
    intl::day(language.locale(), pattern, first)
}

/// What an interval of the upper row is called.
fn long_name(interval: &Interval, language: Language) -> String {
    let pattern = if interval.unit == Unit::Year { Pattern::Year } else { Pattern::Month };
    intl::day(language.locale(), pattern, interval.first)
}
