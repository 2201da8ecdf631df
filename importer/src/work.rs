//! The work itself: bytes to documents to a packed explorer, step by step. Runs alike in a worker and on
//! the page; knows no element.

use dateline_corpus::{Corpus, Diagnostic};
use dateline_ingest::{Baking, Source, Stage};
use dateline_publish::pack::{self, Options};
use serde::{Deserialize, Serialize};

/// What is asked. The bytes of the files come beside it, in the order of their names.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Job {
    /// The title of the collection; without one it gets that of an untitled collection.
    pub(crate) title: Option<String>,
    /// The names of the files, relative to what was chosen.
    pub(crate) names: Vec<String>,
    /// What was found out before anything was read.
    pub(crate) earlier: Vec<Diagnostic>,
}

/// What the work is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Phase {
    /// The files are taken into memory.
    Open,
    /// A stage of the pipeline.
    Read,
    Compare,
    Date,
    Tag,
    Name,
    Report,
    Merge,
    /// The explorer is made.
    Pack,
}

impl From<Stage> for Phase {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Read => Self::Read,
            Stage::Compare => Self::Compare,
            Stage::Date => Self::Date,
            Stage::Tag => Self::Tag,
            Stage::Name => Self::Name,
            Stage::Report => Self::Report,
            Stage::Merge => Self::Merge,
        }
    }
}

/// A step that is about to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Progress {
    pub(crate) phase: Phase,
    /// How many steps of the phase are done.
    pub(crate) done: usize,
    /// How many there are.
    pub(crate) of: usize,
    /// The file it is about, when that is one.
    pub(crate) source: Option<String>,
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Summary {
    pub(crate) documents: usize,
    pub(crate) events: usize,
    /// Places in the documents where what a scrape or a conversion broke was put right.
    pub(crate) repairs: usize,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// SHA-256 of the explorer.
    pub(crate) sha256: String,
    /// The explorer's length in bytes.
    pub(crate) bytes: u64,
}

impl Summary {
    fn of(corpus: &Corpus) -> Self {
        Self {
            documents: corpus.documents.len(),
            events: corpus.events.len(),
            repairs: corpus.documents.iter().map(|document| document.repairs.len()).sum(),
            diagnostics: corpus.diagnostics.clone(),
            sha256: String::new(),
            bytes: 0,
        }
    }
}

/// What comes of a job: what was made and the explorer; or why there is none.
pub(crate) type Outcome = Result<(Summary, String), String>;

/// Does the job with `shell`, the text of the page's element that holds the explorer. Each step is told
/// before it is made; `rest` is asked between two whether to go on. Nothing when it was not to.
pub(crate) async fn run(
    job: Job,
    bytes: impl Iterator<Item = Vec<u8>>,
    shell: &str,
    tell: impl Fn(Progress),
    rest: impl AsyncFn() -> bool,
) -> Option<Outcome> {
    let Job { title, names, mut earlier } = job;
    let sources = names.into_iter().zip(bytes).map(|(name, bytes)| Source { name, bytes });
    let sources = sources.collect();
    earlier.sort_by(|a, b| (&a.source, &a.kind).cmp(&(&b.source, &b.kind)));
    let mut baking = Baking::new(sources, earlier);
    while let Some(step) = baking.upcoming() {
        let (phase, source) = (step.stage.into(), step.source.map(str::to_owned));
        tell(Progress { phase, done: step.done, of: step.of, source });
        if !rest().await {
            return None;
        }
        baking.step();
    }
    tell(Progress { phase: Phase::Pack, done: 0, of: 1, source: None });
    if !rest().await {
        return None;
    }
    let mut corpus = baking.finish();
    corpus.title = title.unwrap_or(corpus.title);
    Some(packed(shell, &corpus))
}

fn packed(shell: &str, corpus: &Corpus) -> Outcome {
    let made =
        pack::explorer(shell).and_then(|html| pack::pack(&html, corpus, &Options::default()));
    let made = made.map_err(|error| error.to_string())?;
    let bytes = made.html.len() as u64;
    Ok((Summary { sha256: made.sha256, bytes, ..Summary::of(corpus) }, made.html))
}

/// What is said of a file that the browser does not give.
pub(crate) fn unreadable(source: String) -> Diagnostic {
    let message = "the file cannot be read; check that it is still there and yours to read".into();
    Diagnostic { source, kind: "unreadable".into(), message, left_out: true }
}

/// What is said of a file that broke the importer and is left out from then on.
pub(crate) fn broke(source: String) -> Diagnostic {
    let message =
        "the file is damaged in a way that broke its reader; save it anew from the program \
        that made it"
            .into();
    Diagnostic { source, kind: "reader-failed".into(), message, left_out: true }
}
