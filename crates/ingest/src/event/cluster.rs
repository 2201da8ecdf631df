//! Gathers linked reports into events, the strongest link first, as long as one date fits all of them.

use std::collections::BTreeSet;

use dateline_corpus::{Date, Day, Report};

use super::pairs::Link;
use crate::correction::{self, Pairs};
use crate::gap::edtf_year;

/// A group of reports of one happening.
pub(super) struct Group {
    /// The reports' numbers, rising.
    pub(super) members: Vec<u32>,
    /// The rules that joined them, sorted.
    pub(super) rules: Vec<&'static str>,
    /// The date, where it is not one of the reports' own.
    pub(super) spanning: Option<(Day, Day)>,
}

/// Joins `reports` along `links`: two groups become one when at least half of the pairs between them
/// are linked, so that a chain of likenesses does not join its ends. The order of the reports does not
/// matter: links are taken by strength, then by the ids of their reports. `spans` are links of two dates
/// that together are one interval; what is `stated` comes before all.
pub(super) fn groups(
    reports: &[Report],
    mut links: Vec<Link>,
    spans: &[Link],
    stated: &Pairs,
) -> Vec<Group> {
    let id = |number: u32| reports[number as usize].id.as_str();
    let ids = |link: &Link| {
        let (a, b) = (id(link.a), id(link.b));
        (a.min(b).to_owned(), a.max(b).to_owned())
    };
    links.sort_by(|a, b| {
        b.strength.cmp(&a.strength).then_with(|| ids(a).cmp(&ids(b))).then(a.rule.cmp(b.rule))
    });
    let mut parents: Vec<u32> = (0..).take(reports.len()).collect();
    // What all members of a group allow; an open end allows everything on its side.
    let mut allowed: Vec<(i32, i32)> = reports
        .iter()
        .map(|report| {
            (
                report.date.first().map_or(i32::MIN, |day| day.0),
                report.date.last().map_or(i32::MAX, |day| day.0),
            )
        })
        .collect();
    let linked: BTreeSet<(u32, u32)> =
        links.iter().map(|link| (link.a.min(link.b), link.a.max(link.b))).collect();
    let mut members: Vec<Vec<u32>> = (0..).take(reports.len()).map(|number| vec![number]).collect();
    let mut rules: Vec<Vec<&'static str>> = vec![Vec::new(); reports.len()];
    let mut spanning: Vec<Option<(Day, Day)>> = vec![None; reports.len()];
    for &(a, b) in &stated.together {
        let (a, b) = (root(&mut parents, a), root(&mut parents, b));
        if a == b || !may_join(&members[a as usize], &members[b as usize], stated) {
            continue;
        }
        let (own, other) = (allowed[a as usize], allowed[b as usize]);
        let both = (own.0.max(other.0), own.1.min(other.1));
        join(&mut parents, &mut members, &mut rules, a, b, correction::RULE);
        allowed[root(&mut parents, a) as usize] = if both.0 > both.1 { own } else { both };
    }
    for link in spans {
        let (Some(first), Some(last)) =
            (reports[link.a as usize].date.first(), reports[link.b as usize].date.last())
        else {
            continue;
        };
        let (a, b) = (root(&mut parents, link.a), root(&mut parents, link.b));
        if a == b || !may_join(&members[a as usize], &members[b as usize], stated) {
            continue;
        }
        join(&mut parents, &mut members, &mut rules, a, b, link.rule);
        let root = root(&mut parents, a);
        allowed[root as usize] = (first.0, last.0);
        spanning[root as usize] = Some((first, last));
    }
    for link in links {
        let (a, b) = (root(&mut parents, link.a), root(&mut parents, link.b));
        let (own, other) = (allowed[a as usize], allowed[b as usize]);
        let both = (own.0.max(other.0), own.1.min(other.1));
        if a == b {
            if !rules[a as usize].contains(&link.rule) {
                rules[a as usize].push(link.rule);
            }
            continue;
        }
        let (one, two) = (&members[a as usize], &members[b as usize]);
        if both.0 > both.1 || !are_close(one, two, &linked) || !may_join(one, two, stated) {
            continue;
        }
        let kept = spanning[a as usize].or(spanning[b as usize]);
        // What takes several named days takes in reports of those days, and not of the months around.
        let is_inside = |allowed: (i32, i32)| {
            kept.is_none_or(|(first, last)| {
                last.0 - first.0 < 14 && first.0 <= allowed.0 && allowed.1 <= last.0
            })
        };
        if !is_inside(own) || !is_inside(other) {
            continue;
        }
        join(&mut parents, &mut members, &mut rules, a, b, link.rule);
        let root = root(&mut parents, a);
        allowed[root as usize] = kept.map_or(both, |(first, last)| (first.0, last.0));
        spanning[root as usize] = kept;
    }
    let groups = members
        .into_iter()
        .zip(rules)
        .zip(spanning)
        .filter(|((members, _), _)| !members.is_empty());
    groups
        .map(|((mut members, mut rules), spanning)| {
            members.sort_unstable();
            rules.sort_unstable();
            Group { members, rules, spanning }
        })
        .collect()
}

/// Whether no report of one group was stated to be apart from one of the other.
fn may_join(a: &[u32], b: &[u32], stated: &Pairs) -> bool {
    stated.apart.is_empty()
        || !a.iter().any(|a| b.iter().any(|b| stated.apart.contains(&(*a.min(b), *a.max(b)))))
}

/// Whether at least half of the pairs between two groups are linked. Of large groups the first members
/// stand for all.
fn are_close(a: &[u32], b: &[u32], linked: &BTreeSet<(u32, u32)>) -> bool {
    const ENOUGH: usize = 16;
    let (a, b) = (&a[..a.len().min(ENOUGH)], &b[..b.len().min(ENOUGH)]);
    let count = a
        .iter()
        .flat_map(|a| b.iter().map(|b| (*a.min(b), *a.max(b))))
        .filter(|pair| linked.contains(pair))
        .count();
    count * 2 >= a.len() * b.len()
}

fn root(parents: &mut [u32], of: u32) -> u32 {
    let mut at = of;
    while parents[at as usize] != at {
        parents[at as usize] = parents[parents[at as usize] as usize];
        at = parents[at as usize];
    }
    at
}

fn join(
    parents: &mut [u32],
    members: &mut [Vec<u32>],
    rules: &mut [Vec<&'static str>],
    a: u32,
    b: u32,
    rule: &'static str,
) {
    let (root, child) = (a.min(b), a.max(b));
    parents[child as usize] = root;
    let moved = std::mem::take(&mut members[child as usize]);
    members[root as usize].extend(moved);
    members[root as usize].sort_unstable();
    let moved = std::mem::take(&mut rules[child as usize]);
    for rule in moved.into_iter().chain([rule]) {
        if !rules[root as usize].contains(&rule) {
            rules[root as usize].push(rule);
        }
    }
}

/// The most precise date that all `dates` allow: one of them, if one says exactly that, otherwise the
/// interval they have in common. `None` when they have no day in common.
pub(super) fn common_date<'d>(dates: impl Iterator<Item = &'d Date> + Clone) -> Option<Date> {
    let first = dates.clone().filter_map(Date::first).max();
    let last = dates.clone().filter_map(Date::last).min();
    let exact = dates.filter(|date| date.first() == first && date.last() == last).min();
    exact.cloned().or_else(|| interval(first?, last?))
}

/// The interval between two days.
pub(super) fn interval(first: Day, last: Day) -> Option<Date> {
    if first > last {
        return None;
    }
    let edtf = |day: Day| {
        let (year, month, day) = day.civil();
        format!("{}-{month:02}-{day:02}", edtf_year(year))
    };
    let edtf = if first == last { edtf(first) } else { format!("{}/{}", edtf(first), edtf(last)) };
    Date::parse(&edtf)
}
