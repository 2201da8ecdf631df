//! The margin of the reader: a small multiple of the timeline beside every block that reports
//! something dated.

use dateline_corpus::{Day, Precision, Report};
use dateline_timeline::Scale;
use leptos::prelude::*;

use crate::state::App;
use crate::words::{self, Length};

/// More years than these get no ticks of their own.
const MOST_YEARS: i32 = 16;

/// Hundredths by which a mark goes on at an open end.
const TAIL: f64 = 15.0;

/// The days that the margin spans: those of the timeline's window, else those with which it
/// opens.
pub(super) fn extent(app: App) -> Option<(Day, Day)> {
    if let Some(window) = app.view.with(|view| view.window.clone())
        && let (Some(first), Some(last)) = (window.first(), window.last())
    {
        return Some((first, last));
    }
    app.collection().core
}

/// The mark of what `report` says of the event at `event` on a line of `extent`, with the date in a
/// few words.
pub(super) fn mini(app: App, event: usize, report: Report, extent: (Day, Day)) -> AnyView {
    let date = &report.date;
    let chosen = move || app.selected.get() == Some(event);
    let scale = Scale::over(extent.0, extent.1, 100.0);
    let (first, last) = date.known();
    let (from, to) = scale.extent(Some(first), Some(last));
    let from = if date.first().is_none() { from - TAIL } else { from };
    let to = if date.last().is_none() { to + TAIL } else { to };
    let (from, to) = (from.clamp(0.0, 100.0), to.clamp(0.0, 100.0));
    let ticks = ticks(&scale, extent);
    let precision = date.precision();
    let class = match precision {
        Precision::Day => "m day",
        Precision::Range => "m range",
        Precision::Month => "m month",
        Precision::Year | Precision::Years => "m year",
        Precision::Open if date.first().is_none() => "m open past",
        Precision::Open => "m open",
        Precision::Approximate => "m approx",
    };
    let mark = if to - from < 2.5 {
        let middle = format!("{:.2}%", f64::midpoint(from, to));
        view! { <line class="l" x1=middle.clone() x2=middle y1="3" y2="15" /> }.into_any()
    } else {
        let (x, width) = (format!("{from:.2}%"), format!("{:.2}%", to - from));
        view! { <rect class="b" x=x width=width y="6" height="6" /> }.into_any()
    };
    let label = move || words::report_date(&report, app.language.get(), Length::Short);
    view! {
        <span class="mini" class:sel=chosen data-event=event data-date=label aria-hidden="true">
            <svg class="plot" width="100%" height="16">
                <line class="base" x1="0" x2="100%" y1={"12.5"} y2="12.5" />
                {ticks}
                <g class=class>{mark}</g>
            </svg>
        </span>
    }
    .into_any()
}

fn ticks(scale: &Scale, (first, last): (Day, Day)) -> Vec<AnyView> {
    let years = first.civil().0 + 1..=last.civil().0;
    if last.civil().0 - first.civil().0 > MOST_YEARS {
        return Vec::new();
    }
    years
        .map(|year| {
            let x = format!("{:.2}%", scale.x(Day::from_civil(year, 1, 1)));
            view! { <line class="tk" x1=x.clone() x2=x y1="9" y2="12" /> }.into_any()
        })
        .collect()
}
