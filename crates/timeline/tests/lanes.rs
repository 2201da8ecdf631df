//! Laws of lanes, clusters, labels, links and hit testing.

use dateline_corpus::*;
use dateline_timeline::*;
use proptest::prelude::*;

/// A corpus of four documents and some events, each reported by one or several of them.
fn corpus() -> impl Strategy<Value = Corpus> {
    let date = prop_oneof![
        (0..900i32, 0..30i32).prop_map(|(first, days)| {
            let day = |day| edtf_day(Day(16_000 + day)).expect("the year has four digits");
            if days < 20 { day(first) } else { format!("{}/{}", day(first), day(first + days)) }
        }),
        prop::sample::select(&["2014", "2014-06~", "2015-03", "2013-09/..", "../2014-02"][..])
            .prop_map(str::to_owned),
    ];
    let event = (date, prop::collection::vec((0..4usize, 0..3u32, any::<bool>()), 1..4), 0..9u32);
    prop::collection::vec(event, 0..60).prop_map(|events| {
        let mut corpus = Corpus::default();
        for n in 0..4 {
            corpus.documents.push(Document {
                id: format!("d{n}"),
                publication: (n < 3).then(|| ["A", "B", "A"][n].to_owned()),
                ..Document::default()
            });
        }
        for (n, kind) in
            [EntityKind::Person, EntityKind::Place, EntityKind::Person].into_iter().enumerate()
        {
            corpus.entities.push(Entity {
                id: format!("p{n}"),
                kind,
                name: format!("P{n}"),
                aliases: Vec::new(),
            });
        }
        for (n, (edtf, reports, weight)) in events.into_iter().enumerate() {
            let date = Date::parse(&edtf).expect("the dates above are EDTF");
            let report = |(r, (document, entity, copied)): (usize, (usize, u32, bool))| Report {
                id: format!("r{n}-{r}"),
                document: format!("d{document}"),
                span: Span::default(),
                timex: Span::default(),
                kind: "DATE".into(),
                value: String::new(),
                modifier: None,
                rule: String::new(),
                basis: Basis::Explicit,
                date: date.clone(),
                reference: None,
                title: String::new(),
                entities: vec![entity],
                modality: Modality::Reported,
                speaker: None,
                copies: copied.then(String::new),
                context: None,
                about: None,
            };
            let reports = reports.into_iter().enumerate().map(report).collect();
            corpus.events.push(Event {
                id: format!("e{n}"),
                date: date.clone(),
                kind: EventKind::Mention,
                title: String::new(),
                reports,
                weight,
                joined: Vec::new(),
            });
        }
        corpus.events.sort_by(|a, b| a.date.cmp(&b.date).then(a.id.cmp(&b.id)));
        corpus
    })
}

fn by() -> impl Strategy<Value = LaneBy> {
    prop::sample::select(&[LaneBy::Document, LaneBy::Source, LaneBy::Person, LaneBy::Kind][..])
}

fn whole() -> Scale {
    Scale::over(Day(15_900), Day(17_000), 900.0)
}

fn window() -> impl Strategy<Value = Scale> {
    (1.0..200.0f64, 0.0..1.0f64)
        .prop_map(|(factor, share)| whole().zoomed(factor, share * 900.0, &whole()))
}

proptest! {
    #[test]
    fn every_report_has_its_lane(corpus in corpus(), by in by()) {
        let lanes = Lanes::new(&corpus, by);
        for (n, event) in (0..).zip(&corpus.events) {
            for report in &event.reports {
                let key = match by {
                    LaneBy::Document => report.document.as_str(),
                    LaneBy::Source => ["A", "B", "A", ""][report.document[1..].parse::<usize>().unwrap()],
                    LaneBy::Person => ["p0", "", "p2"][report.entities[0] as usize],
                    LaneBy::Kind => "mention",
                };
                let of_event = |item: &&Item| item.event == n;
                let has = |item: &Item| lanes.lanes[item.lane as usize].key == key;
                prop_assert_eq!(lanes.items.iter().filter(of_event).filter(|it| has(it)).count(), 1);
            }
        }
        let counted: u32 = lanes.lanes.iter().map(|lane| lane.items).sum();
        prop_assert_eq!(counted as usize, lanes.items.len());
        prop_assert!(lanes.lanes.iter().all(|lane| lane.items > 0 && lane.rows <= MOST_ROWS));
    }

    #[test]
    fn only_the_last_row_is_crowded(corpus in corpus(), by in by()) {
        let lanes = Lanes::new(&corpus, by);
        for a in lanes.items.iter().filter(|item| item.row + 1 < MOST_ROWS) {
            for b in lanes.items.iter().filter(|b| b.event != a.event && (b.lane, b.row) == (a.lane, a.row)) {
                prop_assert!(a.known.1 < b.known.0 || b.known.1 < a.known.0, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_filter_moves_nothing(corpus in corpus(), by in by(), scale in window(), of in 2..5u32) {
        let lanes = Lanes::new(&corpus, by);
        let layout = |shown: &dyn Fn(u32) -> bool| {
            Layout::new(&lanes, shown, &scale, &Measures::default())
        };
        let (all, some) = (layout(&|_| true), layout(&|event| event.is_multiple_of(of)));
        prop_assert_eq!(all.height, some.height);
        let place = |layout: &Layout, item: u32| {
            layout.marks.iter().find(|mark| mark.item == item).copied()
        };
        for mark in &all.marks {
            if lanes.items[mark.item as usize].event.is_multiple_of(of) {
                prop_assert_eq!(place(&some, mark.item), Some(*mark));
            }
        }
    }

    #[test]
    fn every_shown_item_is_drawn_or_counted(corpus in corpus(), by in by(), scale in window()) {
        let lanes = Lanes::new(&corpus, by);
        let layout = Layout::new(&lanes, |_| true, &scale, &Measures::default());
        for (n, item) in (0..).zip(&lanes.items) {
            let (x0, x1) = item.extent(&scale);
            let drawn = layout.marks.iter().any(|mark| mark.item == n);
            let counted = layout.groups.iter().any(|group| group.items.contains(&n));
            if x1 >= 0.0 && x0 <= scale.width {
                prop_assert!(drawn || counted);
            } else {
                prop_assert!(!drawn);
            }
        }
        for mark in &layout.marks {
            let item = &lanes.items[mark.item as usize];
            let (x0, x1) = item.extent(&scale);
            // Precision is drawn as it is: exactly the days of the date, cut only at the edges.
            let (known0, known1) = scale.extent(Some(item.known.0), Some(item.known.1));
            prop_assert_eq!(x0, if item.open_start { known0 - TAIL } else { known0 });
            prop_assert_eq!(x1, if item.open_end { known1 + TAIL } else { known1 });
            prop_assert!((mark.x0 - x0.max(0.0)).abs() < 1e-6 && (mark.x1 - x1.min(scale.width)).abs() < 1e-6);
            prop_assert_eq!(mark.cut_start, item.open_start || x0 < -0.5);
            prop_assert_eq!(mark.cut_end, item.open_end || x1 > scale.width + 0.5);
        }
    }

    #[test]
    fn zooming_in_only_divides_clusters(
        corpus in corpus(), days in 0.02..40.0f64, factor in 1.0..20.0f64,
    ) {
        let lanes = Lanes::new(&corpus, LaneBy::Kind);
        let of_row: Vec<Vec<u32>> = (0..MOST_ROWS)
            .map(|row| (0..).zip(&lanes.items).filter(|(_, it)| it.row == row).map(|(n, _)| n).collect())
            .collect();
        let far = Scale { start: 0.0, end: 900.0 * days, width: 900.0 };
        let near = Scale { end: 900.0 * days / factor, ..far };
        for (row, items) in of_row.iter().enumerate() {
            let crowded = row + 1 == MOST_ROWS as usize;
            let far = clusters(&lanes.items, items, &far, crowded);
            let near = clusters(&lanes.items, items, &near, crowded);
            let total: usize = near.iter().map(|cluster| cluster.items.len()).sum();
            prop_assert_eq!(total, items.len());
            for part in &near {
                prop_assert!(far.iter().any(|whole| part.items.iter().all(|n| whole.items.contains(n))));
            }
        }
    }

    #[test]
    fn a_count_stands_over_what_it_counts(corpus in corpus(), by in by(), scale in window()) {
        let lanes = Lanes::new(&corpus, by);
        let layout = Layout::new(&lanes, |_| true, &scale, &Measures::default());
        let mut counted: Vec<u32> = Vec::new();
        for (n, group) in layout.groups.iter().enumerate() {
            prop_assert!(group.items.len() > 1 && group.x0 >= 0.0 && group.x1 <= scale.width);
            for other in &layout.groups[..n] {
                let apart = group.x1 <= other.x0 || other.x1 <= group.x0;
                prop_assert!(apart || (group.count_y - other.count_y).abs() > 12.0, "counts overlap");
            }
            // Among the days on which they begin, or at the edge when that is outside.
            let begins = group.items.iter().map(|&n| lanes.items[n as usize].known.0);
            let from = scale.x(begins.clone().min().unwrap()).min(scale.width);
            let to = scale.x(Day(begins.max().unwrap().0 + 1)).max(0.0);
            prop_assert!(group.x0 <= to && from <= group.x1, "{group:?} {from} {to}");
            // What one count stands for begins near it.
            let at_edge = group.x0 <= 0.0 || group.x1 >= scale.width;
            let near = 2.0 * (group.x1 - group.x0 + 2.0) + scale.pixels_per_day();
            prop_assert!(at_edge || to - from <= near, "{group:?} {from} {to}");
            for &mark in &group.marks {
                prop_assert!(group.items.contains(&layout.marks[mark as usize].item));
            }
            counted.extend(&group.items);
        }
        let all = counted.len();
        counted.sort_unstable();
        counted.dedup();
        prop_assert_eq!(counted.len(), all, "no item is counted twice");
    }

    #[test]
    fn labels_cover_nothing(
        wishes in prop::collection::vec((0.0..800.0f64, 0.0..90.0f64, 0..3u8, 20.0..120.0f64, 0..5u32, any::<bool>()), 0..40),
    ) {
        let wishes: Vec<LabelWish> = wishes
            .into_iter()
            .map(|(x0, length, row, width, weight, inside)| LabelWish {
                x0, x1: x0 + length, y: 22.0 + 33.0 * f64::from(row), width, weight, inside,
            })
            .collect();
        let taken: Vec<Area> = wishes
            .iter()
            .map(|it| Area { x0: it.x0, y0: it.y - 4.0, x1: it.x1, y1: it.y + 4.0 })
            .collect();
        let places = place_labels(&wishes, &taken, 900.0);
        let placed: Vec<(usize, Area, bool)> = places
            .iter()
            .zip(&wishes)
            .enumerate()
            .filter_map(|(n, (place, wish))| place.map(|it| (n, it.covers(wish), it.inside)))
            .collect();
        for (n, area, inside) in &placed {
            prop_assert!(area.x0 >= 0.0 && area.x1 <= 900.0);
            prop_assert!(placed.iter().all(|(m, other, _)| m == n || !area.overlaps(other)));
            let own = &taken[*n];
            prop_assert!(taken.iter().all(|mark| *inside && mark == own || !area.overlaps(mark)));
        }
        // Nothing that was refused room would have been placed first.
        if let Some(heaviest) = (0..wishes.len()).max_by_key(|&n| (wishes[n].weight, std::cmp::Reverse(n))) {
            let alone = place_labels(&wishes[heaviest..=heaviest], &taken, 900.0);
            prop_assert_eq!(places[heaviest], alone[0]);
        }
    }

    #[test]
    fn a_mark_is_hit_in_its_middle(corpus in corpus(), by in by(), scale in window()) {
        let lanes = Lanes::new(&corpus, by);
        let layout = Layout::new(&lanes, |_| true, &scale, &Measures::default());
        for (n, mark) in layout.marks.iter().enumerate() {
            let x = f64::midpoint(mark.x0, mark.x1);
            let hit = layout.hit(x, mark.y).unwrap();
            let under = match hit {
                Hit::Mark(hit) => {
                    let hit = &layout.marks[hit];
                    hit.x1 - hit.x0 <= mark.x1 - mark.x0 && hit.x0 <= x && x <= hit.x1
                }
                Hit::Group(group) => {
                    let group = &layout.groups[group];
                    let marks = group.marks.iter().map(|&n| &layout.marks[n as usize]);
                    let under = |(x0, x1, y): (f64, f64, f64)| {
                        x0 <= x && x <= x1 && (y - mark.y).abs() <= 7.0
                    };
                    marks.map(|it| (it.x0, it.x1, it.y)).any(under)
                        || under((group.x0, group.x1, group.count_y))
                }
            };
            prop_assert!(under, "{n}");
        }
        for (n, group) in layout.groups.iter().enumerate() {
            let hit = layout.hit(f64::midpoint(group.x0, group.x1), group.count_y);
            prop_assert_eq!(hit, Some(Hit::Group(n)), "its count opens a cluster");
        }
        prop_assert_eq!(layout.hit(450.0, layout.height + 100.0), None);
    }

    #[test]
    fn lanes_without_a_result_give_their_room(corpus in corpus(), by in by(), room in 1..3usize, of in 2..9u32) {
        let lanes = Lanes::new(&corpus, by);
        let measures = Measures { lanes: room, ..Measures::default() };
        let shown = |event: u32| event.is_multiple_of(of);
        let layout = Layout::new(&lanes, shown, &whole(), &measures);
        let holding: std::collections::BTreeSet<u32> =
            lanes.items.iter().filter(|it| shown(it.event)).map(|it| it.lane).collect();
        if lanes.lanes.len() > room {
            prop_assert!(layout.lanes.iter().all(|lane| lane.items > 0));
            prop_assert_eq!(layout.lanes.len(), holding.len().min(room));
            prop_assert_eq!(layout.left_out as usize, holding.len() - layout.lanes.len());
        }
        prop_assert!(layout.lanes.windows(2).all(|pair| pair[0].lane < pair[1].lane));
    }

    #[test]
    fn links_tie_marks_of_one_event(corpus in corpus(), scale in window()) {
        let lanes = Lanes::new(&corpus, LaneBy::Document);
        let layout = Layout::new(&lanes, |_| true, &scale, &Measures::default());
        let at = |event: u32, y: f64| {
            layout.marks.iter().any(|it| lanes.items[it.item as usize].event == event && it.y == y)
        };
        for link in links(&lanes, &layout, &[]) {
            prop_assert!(link.y0 < link.y1 && at(link.event, link.y0) && at(link.event, link.y1));
            prop_assert_eq!(link.x0, link.x1, "the same days are tied straight");
        }
    }
}
