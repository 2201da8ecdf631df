//! Joins the reports of one happening, whatever document they stand in.

use dateline_corpus::{Document, Entity, Event, EventKind, Passage, Report};

use super::cluster::{self, Group};
use super::facts::Facts;
use super::happening::Happenings;
use super::{copied, pairs, quoted, spans};
use crate::correction;
use crate::report::Quotation;

/// One event for each happening. `reports` holds those of each document, in the order of `documents`.
pub(super) fn merge(
    documents: &[Document],
    entities: &[Entity],
    passages: &[Passage],
    mut reports: Vec<Vec<Report>>,
    quotations: &[Vec<Quotation>],
) -> Vec<Event> {
    let utterances = quoted::quoted(documents, quotations, &mut reports);
    // The first report of each document, and the end.
    let mut starts = vec![0];
    for reports in &reports {
        starts.push(starts[starts.len() - 1] + reports.len());
    }
    let mut reports: Vec<Report> = reports.into_iter().flatten().collect();
    let happenings = Happenings::new();
    let mut facts = Vec::with_capacity(reports.len());
    for (document, (number, range)) in documents.iter().zip((0..).zip(starts.windows(2))) {
        let own = &reports[range[0]..range[1]];
        let of = |at| Facts::new(number, document, own, at, entities, &happenings);
        facts.extend((0..own.len()).map(of));
    }
    let mut links = copied::copied(documents, passages, &mut reports, &facts, &starts);
    links.extend(pairs::agreeing(&facts, &pairs::rare_names(documents)));
    links.extend(quoted::links(&reports, &utterances));
    let spans = spans::spans(documents, &reports, &facts, &starts);
    let numbers = reports.iter().map(|report| report.id.as_str()).zip(0..).collect();
    let stated = correction::pairs(documents, &numbers);
    let groups = cluster::groups(&reports, links, &spans, &stated);
    let mut reports: Vec<Option<Report>> = reports.into_iter().map(Some).collect();
    groups.into_iter().filter_map(|group| event(group, &mut reports)).collect()
}

/// The event of a group: dated by all of its reports, titled by the one that gives that date.
fn event(group: Group, reports: &mut [Option<Report>]) -> Option<Event> {
    let members: Vec<Report> =
        group.members.iter().filter_map(|&at| reports[at as usize].take()).collect();
    let date = match group.spanning {
        Some((first, last)) => cluster::interval(first, last),
        None => cluster::common_date(members.iter().map(|report| &report.date)),
    };
    let joined = group.rules.into_iter().map(str::to_owned).collect();
    let first = members.first()?.date.clone();
    let event =
        Event { date: date.unwrap_or(first), ..super::event(EventKind::Mention, members, joined) };
    let title = event.lead()?.title.clone();
    Some(Event { title, ..event })
}
