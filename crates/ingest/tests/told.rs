//! Documents of many genres, made up, each beside what is told in it: date, truth, title, speaker. To write
//! the expected chronologies anew, run with `UPDATE_EXPECT=1` and read the difference.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_corpus::{Corpus, Date, EventKind, Modality};
use dateline_ingest::{Source, ingest};
use expect_test::expect_file;

#[test]
fn what_documents_tell_is_dated_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/told");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_none_or(|end| end != "golden"));
    paths.sort();
    assert!(!paths.is_empty(), "there are documents");
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let corpus = ingest(vec![Source { name, bytes: fs::read(&path).unwrap() }], Vec::new());
        expect_file![format!("{}.golden", path.display())].assert_eq(&print(&corpus));
    }
}

fn print(corpus: &Corpus) -> String {
    let mut out = String::new();
    for document in &corpus.documents {
        let issued = document.issued.as_ref().map_or("-", Date::edtf);
        let _ = writeln!(
            out,
            "{} | {issued} {:?} | {:?}, {} | {}",
            document.title,
            document.issued_basis,
            document.genre,
            document.language,
            document.authors.join("; ")
        );
        let events = corpus.events.iter().filter(|event| event.kind == EventKind::Mention);
        let mut reports: Vec<_> = events
            .flat_map(|event| &event.reports)
            .filter(|report| report.document == document.id)
            .collect();
        reports.sort_by_key(|report| report.timex);
        for report in reports {
            let modality = match report.modality {
                Modality::Reported => String::new(),
                other => format!(" {other:?}").to_lowercase(),
            };
            let about = report.about.map(|span| format!("[{}] ", span.of(&document.text)));
            let speaker = report
                .speaker
                .map(|entity| format!(" | {}", corpus.entities[entity as usize].name));
            let _ = writeln!(
                out,
                "  {}{modality} | {}{}{}",
                report.date.edtf(),
                about.unwrap_or_default(),
                report.title,
                speaker.unwrap_or_default()
            );
        }
    }
    out
}
