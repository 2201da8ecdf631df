//! Writes a corpus in every format of citation and export, for other programs to read.
//!
//! `write_all CORPUS.json FOLDER`

use std::path::Path;

use dateline_publish::cite::{self, Item, Style};
use dateline_publish::export::{Format, Source, export};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [corpus, folder] = arguments.as_slice() else {
        return Err("usage: write_all CORPUS.json FOLDER".into());
    };
    let folder = Path::new(folder);
    std::fs::create_dir_all(folder)?;
    let json = std::fs::read_to_string(corpus)?;
    std::fs::write(folder.join("corpus.json"), &json)?;
    let corpus = dateline_corpus::decode(&json)?;
    let items: Vec<_> = corpus
        .documents
        .iter()
        .map(|document| Item { document, quote: document.text.lines().next(), link: None })
        .collect();
    for style in Style::ALL {
        let name = format!("cite-{}.{}", style.name(), style.extension());
        std::fs::write(folder.join(name), cite::cite(&items, style))?;
    }
    let events: Vec<_> = corpus.events.iter().collect();
    let address = Some("https://example.org/");
    let source = Source { corpus: &corpus, events: &events, title: "All", address, today: None };
    for format in Format::ALL {
        let name = format!("events.{}", format.extension());
        std::fs::write(folder.join(name), export(&source, format).text)?;
    }
    Ok(())
}
