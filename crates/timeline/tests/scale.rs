//! Laws of the scale, the axis, the overview, and the spans of time.

use dateline_corpus::{Date, Day, Event, EventKind};
use dateline_timeline::*;
use proptest::prelude::*;

fn scale() -> impl Strategy<Value = Scale> {
    (-900_000..900_000i32, 0..400_000i32, 200..2000u32)
        .prop_map(|(first, days, width)| Scale::over(Day(first), Day(first + days), width.into()))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-3
}

proptest! {
    #[test]
    fn places_and_moments_are_inverse(scale in scale(), share in 0.0..1.0f64, day in -10..400_010i32) {
        let x = share * scale.width;
        prop_assert!(close(scale.x_at(scale.at(x)), x));
        let day = Day(scale.days().0.0 + day);
        // A day is found anywhere in its extent.
        let (x0, x1) = scale.extent(Some(day), Some(day));
        prop_assert!(x0 < x1);
        prop_assert_eq!(scale.day_at(f64::midpoint(x0, x1)), day);
    }

    #[test]
    fn what_is_drawn_reads_back_as_a_date(first in -700_000..2_000_000i32, days in 5..4000i32) {
        let scale = Scale::over(Day(first), Day(first + days), 800.0);
        prop_assert_eq!(scale.days(), (Day(first), Day(first + days)));
        let date = scale.to_date().unwrap();
        prop_assert_eq!((date.first(), date.last()), (Some(Day(first)), Some(Day(first + days))));
        prop_assert_eq!(Scale::of_date(&date, &scale), scale);
    }

    #[test]
    fn zooming_keeps_the_place_under_the_pointer(
        whole in scale(), share in 0.0..1.0f64, factor in 1.0..50.0f64, more in 1.0..50.0f64,
    ) {
        let x = share * whole.width;
        let inner = whole.zoomed(factor, x, &whole);
        prop_assert!(close(inner.at(x), whole.at(x)));
        let deeper = inner.zoomed(more, x, &whole);
        prop_assert!(deeper.pixels_per_day() >= inner.pixels_per_day() * 0.999);
        for scale in [inner, deeper, deeper.zoomed(1.0 / more, 0.0, &whole), deeper.panned(1e7, &whole)] {
            prop_assert!(scale.start >= whole.start - 1e-3 && scale.end <= whole.end + 1e-3);
            prop_assert!(scale.end - scale.start >= SHORTEST - 1e-3);
        }
    }

    #[test]
    fn panning_there_and_back_changes_nothing(whole in scale(), pixels in -50.0..50.0f64) {
        let inner = whole.zoomed(4.0, whole.width / 2.0, &whole);
        let back = inner.panned(pixels, &whole).panned(-pixels, &whole);
        prop_assert!(close(back.start, inner.start) && close(back.end, inner.end));
    }

    #[test]
    fn intervals_tile_the_drawing(scale in scale()) {
        let axis = Axis::new(&scale, &LabelRoom::default());
        for row in [&axis.labels, &axis.major] {
            for pair in row.windows(2) {
                prop_assert_eq!(pair[0].last.0 + 1, pair[1].first.0);
                prop_assert!(close(pair[0].x1, pair[1].x0));
            }
            if let (Some(first), Some(last)) = (row.first(), row.last()) {
                prop_assert!(close(first.x0, 0.0) && close(last.x1, scale.width));
            }
        }
        for label in axis.labels.iter().filter(|label| !label.cut) {
            let room = LabelRoom::default();
            let least = match label.unit {
                Unit::Day => room.day,
                Unit::Week => room.week,
                Unit::Month => room.month,
                Unit::Year => room.year,
            };
            prop_assert!(label.x1 - label.x0 >= least - 1.0, "{label:?}");
        }
        prop_assert!(axis.labels.len() < 200 && axis.minor.len() < 2000);
        prop_assert!(axis.minor.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_day_lies_in_its_interval(day in -300_000_000..300_000_000i32, rung in 0..LADDER.len()) {
        let (rung, day) = (LADDER[rung], Day(day));
        let start = rung.floor(day);
        prop_assert!(start <= day && day < rung.next(start));
        prop_assert_eq!(rung.floor(start), start);
        prop_assert!(rung.next(start).0 - start.0 >= rung.shortest);
        prop_assert_eq!(rung.floor(Day(rung.next(start).0 - 1)), start);
    }

    #[test]
    fn coarser_years_and_months_begin_on_finer_ones(day in -1_000_000..1_000_000i32) {
        for pair in LADDER[2..].windows(2) {
            let start = pair[1].floor(Day(day));
            prop_assert_eq!(pair[0].floor(start), start);
        }
    }

    #[test]
    fn zooming_in_never_coarsens_the_axis(scale in scale(), factor in 1.0..9.0f64) {
        let inner = scale.zoomed(factor, 0.0, &scale);
        let room = LabelRoom::default();
        prop_assert!(
            Axis::new(&inner, &room).rung.shortest <= Axis::new(&scale, &room).rung.shortest
        );
    }

    #[test]
    fn gaps_are_where_nothing_is(dates in prop::collection::vec((0..300i32, 0..20i32), 1..20), shortest in 1..30u32) {
        let dates: Vec<(Day, Day)> =
            dates.into_iter().map(|(first, days)| (Day(first), Day(first + days))).collect();
        let found = gaps(dates.iter().copied(), shortest);
        let reported = |day: i32| dates.iter().any(|(a, b)| a.0 <= day && day <= b.0);
        let first = dates.iter().map(|it| it.0.0).min().unwrap();
        let last = dates.iter().map(|it| it.1.0).max().unwrap();
        let mut run = 0;
        let mut days = 0;
        for day in first..=last {
            run = if reported(day) { 0 } else { run + 1 };
            if run >= shortest && reported(day + 1) {
                days += run;
            }
        }
        prop_assert_eq!(found.iter().map(Gap::days).sum::<u32>(), days);
        prop_assert!(found.iter().all(|gap| gap.days() >= shortest));
    }

    #[test]
    fn every_date_is_counted_once(
        dates in prop::collection::vec((-9000..9000i32, 0..900i32, any::<bool>()), 1..60),
        width in 100..900u32, bar in 3..30u32,
    ) {
        let dates: Vec<(Date, bool)> = dates
            .into_iter()
            .map(|(first, days, shown)| {
                let day = |day| edtf_day(Day(day)).unwrap();
                let edtf = format!("{}/{}", day(first), day(first + days));
                (Date::parse(&edtf).unwrap(), shown)
            })
            .collect();
        let given = dates.iter().map(|(date, shown)| (date, *shown));
        let overview = Overview::new(given, width.into(), bar.into()).unwrap();
        let counted: u32 = overview.bars.iter().map(|bar| bar.all).sum();
        let spread: u32 = overview.spans.iter().map(|span| span.all).sum();
        let outside = overview.earlier.count + overview.later.count;
        let sum = (counted + spread + outside) as usize;
        // Only the commonest of the long ones are drawn.
        prop_assert!(sum == dates.len() || overview.spans.len() == 24 && sum < dates.len());
        for bar in &overview.bars {
            prop_assert!(bar.shown <= bar.all && bar.all <= overview.highest);
            // The brush over a bar selects the bar.
            prop_assert_eq!(overview.brushed(bar.x0 + 0.1, bar.x1 - 0.1), (bar.first, bar.last));
            prop_assert!(bar.x0 >= -1e-6 && bar.x1 <= overview.scale.width + 1e-6);
        }
        for pair in overview.bars.windows(2) {
            prop_assert!(pair[0].x1 <= pair[1].x0 + 1e-6);
        }
        let (first, last) = overview.brushed(-5.0, 1e9);
        prop_assert_eq!(overview.scale.days(), (first, last.min(overview.scale.days().1)));
    }
}

#[test]
fn one_far_date_does_not_flatten_the_rest() {
    let edtf =
        ["1925", "2014-11-01", "2014-11-25", "2015-03", "2015-04-01", "2015-04-06", "2015-05"];
    let dates: Vec<Date> = edtf.iter().map(|it| Date::parse(it).unwrap()).collect();
    let overview = Overview::new(dates.iter().map(|it| (it, true)), 600.0, 6.0).unwrap();
    assert_eq!(overview.earlier, Outside { count: 1, day: Some(Day::from_civil(1925, 1, 1)) });
    assert_eq!(overview.scale.days().0.civil().0, 2014);
    assert_eq!(Overview::new(std::iter::empty(), 600.0, 6.0), None);
}

#[test]
fn a_thin_tail_of_centuries_does_not_flatten_the_rest() {
    // News of some years that now and then looks back: each old date is near to the next one.
    let old = (0..5).map(|n| format!("{}", 1200 + n * 170));
    let new = (0..95).map(|n| format!("{}-{:02}", 2015 + n / 12, n % 12 + 1));
    let overview = |edtf: &mut dyn Iterator<Item = String>| {
        let dates: Vec<Date> = edtf.map(|it| Date::parse(&it).unwrap()).collect();
        Overview::new(dates.iter().map(|it| (it, true)), 600.0, 6.0).unwrap()
    };
    let both = overview(&mut old.chain(new));
    assert_eq!((both.earlier.count, both.scale.days().0.civil().0), (5, 2015));
    // A chronicle that is even throughout keeps its ends.
    let even = overview(&mut (0..100).map(|n| format!("{}", 1000 + n * 10)));
    assert_eq!((even.earlier.count, even.later.count), (0, 0));
}

#[test]
fn the_axis_names_what_its_labels_leave_out() {
    let day = |y, m, d| Day::from_civil(y, m, d);
    let axis = |first, last| {
        let axis = Axis::new(&Scale::over(first, last, 1000.0), &LabelRoom::default());
        (axis.rung.unit, axis.rung.step, axis.labels.len(), axis.major.len())
    };
    assert_eq!(axis(day(2015, 3, 23), day(2015, 4, 10)), (Unit::Day, 1, 19, 2));
    assert_eq!(axis(day(2015, 1, 1), day(2015, 6, 30)), (Unit::Week, 1, 27, 6));
    assert_eq!(axis(day(2014, 2, 1), day(2015, 6, 30)), (Unit::Month, 1, 17, 2));
    assert_eq!(axis(day(1789, 1, 1), day(2024, 12, 31)), (Unit::Year, 50, 6, 0));
}

#[test]
fn years_before_christ_are_round_as_they_are_written() {
    // No year is called 0: 700 BC is the astronomical year -699.
    let starts = |first: i32, last: i32, step: i32| {
        let rung = LADDER.into_iter().find(|it| it.unit == Unit::Year && it.step == step);
        let (first, last) = (Day::from_civil(first, 1, 1), Day::from_civil(last, 12, 31));
        let intervals = rung.unwrap().intervals(&Scale::over(first, last, 900.0));
        intervals.iter().map(|it| it.first.civil().0).collect::<Vec<_>>()
    };
    assert_eq!(starts(-699, 200, 100), [-699, -599, -499, -399, -299, -199, -99, 1, 100, 200]);
    assert_eq!(starts(-5, 11, 5), [-9, -4, 1, 5, 10]);
    assert_eq!(starts(-1, 2, 1), [-1, 0, 1, 2]);
}

#[test]
fn an_open_date_is_counted_where_it_is_known() {
    let edtf = ["2014", "2015", "2016-05", "1901/..", "../2015-03"];
    let dates: Vec<Date> = edtf.iter().map(|it| Date::parse(it).unwrap()).collect();
    let overview = Overview::new(dates.iter().map(|it| (it, true)), 600.0, 6.0).unwrap();
    assert_eq!(overview.earlier, Outside { count: 1, day: Some(Day::from_civil(1901, 1, 1)) });
    let counted: u32 = overview.bars.iter().map(|bar| bar.all).sum::<u32>()
        + overview.spans.iter().map(|span| span.all).sum::<u32>();
    assert_eq!(counted, 4);
}

#[test]
fn open_dates_are_eras() {
    let event = |edtf: &str, weight| Event {
        id: String::new(),
        date: Date::parse(edtf).unwrap(),
        kind: EventKind::Mention,
        title: String::new(),
        reports: Vec::new(),
        weight,
        joined: Vec::new(),
    };
    let events =
        [event("2014", 9), event("2011-03-15/..", 2), event("../2012", 1), event("2016/..", 3)];
    let scale = Scale::over(Day::from_civil(2010, 1, 1), Day::from_civil(2015, 12, 31), 600.0);
    let bands = eras((0..).zip(&events), &scale, 2);
    assert_eq!(
        bands.len(),
        1,
        "what begins after the drawing is not in it, what only ends is none"
    );
    assert_eq!(bands[0].of, 1);
    assert!(close(bands[0].x1, 600.0) && bands[0].x0 > 100.0);
}
