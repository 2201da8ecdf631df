//! Citations of a document, a passage or an event, as text and for reference managers. What a
//! document does not say is left out; nothing is looked up.

mod bibtex;
mod csl;
mod name;
mod ris;
mod text;

pub(crate) use text::markdown_text;

use dateline_corpus::{Corpus, Date, Document, Event, IssuedBasis, order};

use crate::outward_link;

/// One source to cite.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The document.
    pub document: &'a Document,
    /// The words of it that are cited.
    pub quote: Option<&'a str>,
    /// Where the reader finds it in the explorer.
    pub link: Option<&'a str>,
}

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// A note of *The Chicago Manual of Style*, 17th edition.
    Chicago,
    /// A reference of the *Publication Manual of the American Psychological Association*, 7th edition.
    Apa,
    /// Markdown, with the link.
    Markdown,
    /// BibTeX, with the fields of biblatex for dates.
    Bibtex,
    /// The RIS format of reference managers.
    Ris,
    /// CSL-JSON 1.0.
    CslJson,
}

impl Style {
    /// Every style, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Chicago, Self::Apa, Self::Markdown, Self::Bibtex, Self::Ris, Self::CslJson];

    /// Its name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chicago => "Chicago",
            Self::Apa => "APA",
            Self::Markdown => "Markdown",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
        }
    }

    /// The ending of a file in it, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Chicago | Self::Apa => "txt",
            Self::Markdown => "md",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "json",
        }
    }
}

/// The citation of `items` in `style`, in their order.
#[must_use]
pub fn cite(items: &[Item<'_>], style: Style) -> String {
    let lines = |one: fn(&Item<'_>) -> String, between: &str| {
        items.iter().map(one).collect::<Vec<_>>().join(between)
    };
    match style {
        Style::Chicago => lines(text::chicago, "\n\n"),
        Style::Apa => lines(text::apa, "\n\n"),
        Style::Markdown => lines(text::markdown, "\n\n"),
        Style::Bibtex => lines(bibtex::entry, "\n"),
        Style::Ris => lines(ris::record, ""),
        Style::CslJson => csl::list(items),
    }
}

/// The sources of `event`: each document that reports it once, with the sentence that does, those
/// that copy another's wording last.
#[must_use]
pub fn event_items<'a>(
    corpus: &'a Corpus,
    event: &'a Event,
    link: Option<&'a str>,
) -> Vec<Item<'a>> {
    let mut reports: Vec<_> = event.reports.iter().collect();
    order::sort_by_key(&mut reports, |report| report.copies.is_some());
    let mut items: Vec<Item<'a>> = Vec::new();
    for report in reports {
        let document = corpus.documents.iter().find(|document| document.id == report.document);
        let known = |id: &str| items.iter().any(|item| item.document.id == id);
        if let Some(document) = document.filter(|document| !known(&document.id)) {
            let quote = Some(report.span.of(&document.text)).filter(|quote| !quote.is_empty());
            items.push(Item { document, quote, link });
        }
    }
    items
}

impl Item<'_> {
    /// The quoted words in one line.
    fn quote(&self) -> Option<String> {
        self.quote.map(one_line).filter(|quote| !quote.is_empty())
    }

    /// The address of the document itself.
    fn address(&self) -> Option<String> {
        self.document.url.as_deref().and_then(outward_link)
    }

    fn is_inferred(&self) -> bool {
        self.document.issued_basis == IssuedBasis::Inferred
    }

    /// What no field of the formats holds: the date as EDTF with its basis, the file and its hash.
    fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if let Some(issued) = &self.document.issued {
            let basis = if self.is_inferred() { " (inferred)" } else { "" };
            remarks.push(format!("EDTF: {}{basis}", issued.edtf()));
        }
        remarks.push(format!("File: {}", one_line(&self.document.source)));
        remarks.push(format!("SHA-256: {}", self.document.sha256));
        // Where the document has an address of its own, that is the one the formats hold.
        remarks.extend(self.address().and(self.link).map(|link| format!("Explorer: {link}")));
        remarks
    }
}

/// The plain ends of a date: year, month and day as far as they are given. `None` for what has
/// more to it than two such ends.
pub(crate) fn date_parts(date: &Date) -> Option<Vec<Vec<i32>>> {
    let bare: String = date.edtf().chars().filter(|c| !matches!(c, '~' | '?' | '%')).collect();
    bare.split('/').map(parts).collect()
}

fn parts(edtf: &str) -> Option<Vec<i32>> {
    let (sign, digits) = match edtf.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, edtf),
    };
    let mut numbers = Vec::new();
    for (index, field) in digits.split('-').enumerate() {
        let number: i32 = field.parse().ok()?;
        numbers.push(if index == 0 { number * sign } else { number });
    }
    // EDTF writes seasons as months from 21 up.
    let whole = numbers.len() <= 3 && numbers.get(1).is_none_or(|month| (1..=12).contains(month));
    whole.then_some(numbers)
}

/// Whether the date says of itself that it is not exact.
fn is_approximate(date: &Date) -> bool {
    date.edtf().contains(['~', '?', '%'])
}

/// The text with every run of white space as one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
