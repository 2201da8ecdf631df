//! What a corpus is made of. Field names and meaning are those of `docs/FORMAT.md`.
//!
//! Every span is a range of UTF-8 bytes on character boundaries of its document's `text`.

use serde::{Deserialize, Serialize};

use crate::{Date, Span};

/// A collection of documents and the chronology made of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// The version of the format, [`crate::FORMAT`].
    pub format: u32,
    /// The name of the collection; empty when nobody gave one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// SHA-256 over the documents' SHA-256 values in their order, in lower-case hexadecimal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
    /// The documents, by issue date, undated last, then by source name.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// The events, by date, then by id.
    #[serde(default)]
    pub events: Vec<Event>,
    /// People, organisations and places, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
    /// Wording that documents share.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// Reports that contradict one another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// Numbers about the same thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Spans of time in which no document reports anything, as EDTF intervals of days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Date>,
    /// What could not be read, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Diagnostic>,
}

/// One source document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The first 16 hexadecimal digits of its SHA-256.
    pub id: String,
    /// The name of its file, relative to the folder, with `/` between folders.
    pub source: String,
    /// The names of further files with the same bytes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<String>,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its title; the file's name when it has none.
    pub title: String,
    /// Its subtitle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// The date it was issued.
    pub issued: Option<Date>,
    /// Where that date comes from.
    pub issued_basis: IssuedBasis,
    /// Why that date was inferred, one reason each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issued_evidence: Vec<Evidence>,
    /// The newspaper, programme or publisher.
    pub publication: Option<String>,
    /// Who wrote or presented it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// BCP 47 code of its language.
    pub language: String,
    /// What sort of text it is.
    pub genre: Genre,
    /// Further metadata, and the spans from which all of it was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metadata: Vec<Metadatum>,
    /// The whole text, repaired; what was changed stands in `repairs`.
    pub text: String,
    /// The structure of the text, in order, not overlapping.
    pub blocks: Vec<Block>,
    /// What was changed between the file and `text`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Repair>,
    /// Every temporal expression in the text, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timexes: Vec<Timex>,
    /// Every mention of a person, organisation or place, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// Bibliography entries and references, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// What the text gives as somebody's own words, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<Quotation>,
}

/// Where an issue date comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IssuedBasis {
    /// The document states it.
    Stated,
    /// It was inferred; `issued_evidence` says from what.
    Inferred,
    /// Nothing tells.
    #[default]
    None,
}

/// One reason for an inferred issue date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// A stable name: `latest-date`, `weekday`, `url`, `shared-passage`, ...
    pub kind: String,
    /// One sentence for the reader.
    pub note: String,
    /// The words in this document it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// The other document it rests on, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// What sort of text a document is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Genre {
    #[default]
    Article,
    Interview,
    Summary,
    Biography,
    Reference,
    Statement,
    Letter,
    Other,
}

/// One metadata value and where it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadatum {
    /// Its name: `title`, `issued`, `author`, `presenter`, `publication`, `programme`, `place`,
    /// `url`, `caption`, `credit`, `archive-number`, ...
    pub field: String,
    /// Its value.
    pub value: String,
    /// The words it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Whether it was inferred rather than stated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
}

/// A piece of a document's structure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is.
    pub span: Span,
    /// Level of a heading, 1..=6, or depth of a list item, 1 and up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// BCP 47 code, where it differs from the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The page it begins on, 1 and up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it all")]
pub enum BlockKind {
    Heading,
    Paragraph,
    Item,
    Quote,
    Caption,
    /// A line of the document's own metadata: byline, date line, source line.
    Metadata,
    Bibliography,
    Reference,
}

impl BlockKind {
    /// Whether it is of the document's header or of its sources, and nothing that the document tells.
    #[must_use]
    pub fn is_apparatus(self) -> bool {
        matches!(self, Self::Metadata | Self::Bibliography | Self::Reference)
    }
}

/// A change made between the file and the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// A stable name: `joined-lines`, `dropped-mark`, `markdown`, `encoding`, ...
    pub kind: String,
    /// What stands in the text now; empty where something was only taken out.
    pub span: Span,
    /// What stood in the file.
    pub original: String,
}

/// A temporal expression in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timex {
    /// Where it is.
    pub span: Span,
    /// The TIMEX3 type: `DATE`, `TIME`, `DURATION`, `SET`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The TIMEX3 value.
    pub value: String,
    /// The TIMEX3 `mod`.
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<String>,
    /// The date it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The rule that read it.
    pub rule: String,
    /// How certain its date is.
    pub basis: Basis,
    /// The date it was read against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Date>,
}

/// The class of certainty of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The words alone give it.
    Explicit,
    /// Read against a date that the document states.
    AnchoredStated,
    /// Read against a date that was itself inferred.
    AnchoredInferred,
    /// Read against another date in the text.
    Narrative,
    /// The words leave it open.
    Vague,
}

impl Basis {
    /// Its name in the format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::AnchoredStated => "anchored-stated",
            Self::AnchoredInferred => "anchored-inferred",
            Self::Narrative => "narrative",
            Self::Vague => "vague",
        }
    }
}

/// A mention of an entity in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Index into [`Corpus::entities`].
    pub entity: u32,
    /// Where it is.
    pub span: Span,
}

/// A person, an organisation or a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// A stable id made of kind and name, such as `person:randa-kassis`.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name used.
    pub name: String,
    /// Other names that were joined with it, each with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it all")]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
}

/// Another name of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name as written.
    pub name: String,
    /// Why it was joined: `acronym`, `surname`, `variant`, `title`, ...
    pub rule: String,
}

/// Words that a document gives as somebody's own: between quotation marks, or as a turn of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The words, without the marks.
    pub span: Span,
    /// Who says them, an index into [`Corpus::entities`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<u32>,
    /// The label under which a transcript has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Span>,
}

/// A bibliography entry or reference.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// Where it is.
    pub span: Span,
    /// The authors, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The newspaper, journal, site or series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container: Option<String>,
    /// The publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The date of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// When it was retrieved; never an event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<Date>,
    /// When it was archived; never an event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<Date>,
    /// BCP 47 code of the language it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Identifiers, each with its scheme: `ISBN`, `ISSN`, `OCLC`, `DOI`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<(String, String)>,
    /// Pages, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<String>,
    /// The address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Something that happened, as one or several documents report it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The id of its first report with `e` in front.
    pub id: String,
    /// The most precise date that all its reports allow.
    pub date: Date,
    /// What sort of event it is.
    pub kind: EventKind,
    /// That of its [lead](Event::lead): an ordered part of the report's own words, 90 characters at most.
    pub title: String,
    /// Its reports, by document order, then place.
    pub reports: Vec<Report>,
    /// How much it matters in this corpus; larger matters more.
    #[serde(default)]
    pub weight: u32,
    /// Why its reports were joined, one rule name each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<String>,
}

impl Document {
    /// The last block that begins at the byte `at` or before.
    #[must_use]
    pub fn block_at(&self, at: u32) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        after.checked_sub(1).map(|last| &self.blocks[last])
    }

    /// The timexes that begin within `span`, in order.
    #[must_use]
    pub fn timexes_in(&self, span: Span) -> &[Timex] {
        let from = self.timexes.partition_point(|timex| timex.span.start < span.start);
        let own = self.timexes[from..].partition_point(|timex| timex.span.start < span.end);
        &self.timexes[from..from + own]
    }
}

impl Event {
    /// The report that stands for it: the first that gives its date, or else its first.
    #[must_use]
    pub fn lead(&self) -> Option<&Report> {
        let dated = self.reports.iter().find(|report| report.date == self.date);
        dated.or_else(|| self.reports.first())
    }
}

/// What sort of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    /// A document of the corpus was issued.
    Publication,
    /// A sentence reports something dated.
    Mention,
    /// A book or another work appeared.
    Work,
    /// A source that a document refers to was published.
    Reference,
}

impl EventKind {
    /// Its name in the format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Publication => "publication",
            Self::Mention => "mention",
            Self::Work => "work",
            Self::Reference => "reference",
        }
    }
}

/// The sentence of one document that reports an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Made of document id, normalised sentence and the timex's ordinal in it.
    pub id: String,
    /// The document's id.
    pub document: String,
    /// The sentence or clause.
    pub span: Span,
    /// The words that carry the date.
    pub timex: Span,
    /// The TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The TIMEX3 value.
    pub value: String,
    /// The TIMEX3 `mod`.
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<String>,
    /// The rule that read the date.
    pub rule: String,
    /// How certain the date is.
    pub basis: Basis,
    /// The date this report gives.
    pub date: Date,
    /// The date it was read against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Date>,
    /// An ordered part of the sentence's own words, 90 characters at most, omissions marked.
    pub title: String,
    /// Who and where: indices into [`Corpus::entities`], in order of mention.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<u32>,
    /// What the text itself says of its truth.
    #[serde(default, skip_serializing_if = "Modality::is_reported")]
    pub modality: Modality,
    /// Who says it, an index into [`Corpus::entities`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<u32>,
    /// The report whose wording it copies, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<String>,
    /// Sentences that carry no date and continue this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Span>,
    /// Words of the document that say whom or what a title means that opens with "he" or "the company".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Span>,
}

impl Report {
    /// The title with what it speaks of before it, where it does not say so itself: `[Jane Doe] She was
    /// elected`. `text` is that of its document.
    #[must_use]
    pub fn titled(&self, text: &str) -> String {
        self.subject(text) + &self.title
    }

    /// What stands before the title, `[Jane Doe] `; nothing where it says so itself. `text` is that of its
    /// document.
    #[must_use]
    pub fn subject(&self, text: &str) -> String {
        self.about.map(|about| format!("[{}] ", about.of(text))).unwrap_or_default()
    }

    /// The whole of which the date is said to be the beginning, the middle or the end: 2011 of a state
    /// "since early 2011". `None` where nothing is said, or the date does not lie in it.
    #[must_use]
    pub fn whole(&self) -> Option<Date> {
        let part = matches!(self.modifier.as_deref(), Some("START" | "MID" | "END"));
        // TIMEX3 writes a decade with three digits and a century with two.
        let open = match self.value.len() {
            2 => "XX",
            3 => "X",
            _ => "",
        };
        let whole = Date::parse(&format!("{}{open}", self.value)).filter(|_| part)?;
        whole.holds(self.date.known()).then_some(whole)
    }
}

/// What a text itself says of the truth of what it reports.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// It happened.
    #[default]
    Reported,
    /// It is expected or planned.
    Expected,
    /// It is denied.
    Denied,
    /// It depends on something.
    Conditional,
}

impl Modality {
    /// Its name in the format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Expected => "expected",
            Self::Denied => "denied",
            Self::Conditional => "conditional",
        }
    }

    fn is_reported(&self) -> bool {
        *self == Self::Reported
    }
}

/// Wording that two documents share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The document that had it first where dates tell, otherwise the earlier in order.
    pub first: Place,
    /// The other document.
    pub second: Place,
    /// Whether dates tell which had it first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub directed: bool,
}

/// A span in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The document's id.
    pub document: String,
    /// Where in it.
    pub span: Span,
}

/// Two reports that contradict one another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// What differs: `date`, `figure`.
    pub kind: String,
    /// The reports, by id.
    pub reports: [String; 2],
    /// One sentence for the reader.
    pub note: String,
}

/// A number about the same thing in several places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What is counted, in the first place's words.
    pub subject: String,
    /// Where the numbers stand, each with its words.
    pub places: Vec<Place>,
    /// How the numbers relate: `agree`, `compatible`, `conflict`.
    pub relation: String,
}

/// A file that could not be read, or only in part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The file's name, as [`Document::source`].
    pub source: String,
    /// A stable name: `empty`, `not-text`, `too-large`, `unreadable`, ...
    pub kind: String,
    /// What is wrong and what to do, in one line.
    pub message: String,
    /// Whether the document was left out; otherwise it is in the corpus.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
}

impl Diagnostic {
    /// Whether words of a document may be missing from the corpus for it; `false` for what was only noticed:
    /// a hidden or empty file, a line of a sidecar, or an entry of a bibliography, that says nothing of any
    /// document. A kind that is not known here counts as a loss.
    #[must_use]
    pub fn loses_words(&self) -> bool {
        !matches!(
            self.kind.as_str(),
            "hidden"
                | "empty"
                | "sidecar-line"
                | "sidecar-report"
                | "sidecar-alone"
                | "bad-sidecar"
                | "entry-alone"
        )
    }
}
