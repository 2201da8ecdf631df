//! The axis over the lanes: years over months, months over days.

use dateline_corpus::Day;
use dateline_timeline::{Axis, Interval, LabelRoom, Scale, Unit};
use leptos::prelude::*;

use super::drawing::Drawing;
use crate::browser::intl::{self, Pattern};
use crate::browser::pointer;
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
            {move || two_rows(&drawing.scale.get(), drawing.app.language.get())}
        </svg>
    }
    .into_any()
}

/// Two rows of labels over a base line, in a drawing 40 pixels high.
fn two_rows(scale: &Scale, language: Language) -> AnyView {
    let axis = Axis::new(scale, &LabelRoom::default());
    let width = scale.width;
    let ends: String =
        axis.labels.iter().filter(|it| it.x0 > 0.5).map(|it| stroke(it.x0, 30.0, 37.0)).collect();
    let years: String =
        axis.major.iter().filter(|it| it.x0 > 0.5).map(|it| stroke(it.x0, 0.0, 37.0)).collect();
    let minor: String = axis.minor.iter().map(|&x| stroke(x, 33.0, 37.0)).collect();
    let major = axis.major.iter().filter_map(|it| {
        let words = long_name(it, language);
        let fits = pointer::text_width(&words) + 12.0 < it.x1 - it.x0;
        let x = format!("{:.1}", it.x0 + 4.0);
        fits.then(|| view! { <text class="axy" x=x y="11">{words}</text> })
    });
    let labels = axis.labels.iter().filter_map(|it| {
        let words = short_name(it.first, it.unit, language);
        let fits = pointer::text_width(&words) + 2.0 < it.x1 - it.x0;
        let x = format!("{:.1}", f64::midpoint(it.x0, it.x1));
        fits.then(|| view! { <text class="axm" x=x y="28" text-anchor="middle">{words}</text> })
    });
    view! {
        <path class="base" d=format!("M0 37.5H{width}") />
        <path class="tk w" d=minor />
        <path class="tk" d=ends />
        <path class="tk y" d=years />
        {major.collect_view()}
        {labels.collect_view()}
    }
    .into_any()
}

fn stroke(x: f64, top: f64, bottom: f64) -> String {
    format!("M{x:.1} {top}V{bottom}")
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
