//! Other folders, packed by the command from the built page.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use dateline_publish::pack;

use super::{Case, FILE};
use crate::engine::Engine;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a packed folder opens, and holds nothing of the one before",
        ways: FILE,
        engines: &[Engine::Chromium],
        run: unrelated,
    },
    Case {
        name: "good documents are shown beside bad ones, which are named",
        ways: FILE,
        engines: &[Engine::Chromium],
        run: awkward,
    },
    Case {
        name: "an empty folder says that there is nothing yet",
        ways: FILE,
        engines: &[Engine::Chromium],
        run: empty,
    },
];

pub(super) const HARBOUR: &str = "The harbour light\n\nPort Gazette, 4 May 1911\n\n\
    The new lantern was lit on 2 May 1911 before a crowd of fishermen. \
    The keeper said that the old one had burned oil since June 1849.\n";
pub(super) const RAILWAY: &str = "The railway bridge\n\nPort Gazette, 9 August 1912\n\n\
    Engineers closed the bridge on 7 August 1912 after a crack was found. \
    Trains will stop at the north bank until September.\n";

fn unrelated(page: &Page<'_>) -> Result<()> {
    let files = [("harbour.txt", HARBOUR.as_bytes()), ("railway.txt", RAILWAY.as_bytes())];
    let file = page.site.pack(&files)?;
    nothing_left(&page.site.single_file(), &file)?;
    page.open_file(&file, "")?;
    page.see("#list li[data-event] time[datetime='1911-05-02']")?;
    page.see("#list li[data-event] time[datetime='1912-08-07']")
}

/// No run of eight words of the documents packed in `old` may be found in `new`, in what it says or in
/// what it unpacks to.
pub(super) fn nothing_left(old: &Path, new: &Path) -> Result<()> {
    let (_, before) = pack::unpack(&fs::read_to_string(old)?)?;
    let html = fs::read_to_string(new)?;
    let (shell, after) = pack::unpack(&html)?;
    // Both the module and all else, with nothing compressed.
    let module = pack::hosted(&shell, &after, &pack::Options::default())?;
    let mut found = BTreeSet::new();
    let mut texts = vec![html];
    texts.extend(module.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()));
    for text in &texts {
        runs(text, &mut found);
    }
    for document in &before.documents {
        let mut own = BTreeSet::new();
        runs(&document.text, &mut own);
        ensure!(own.len() > 100, "{} is too short to prove anything", document.source);
        let left = own.intersection(&found).next();
        ensure!(left.is_none(), "{} is still there: {left:?}", document.source);
    }
    Ok(())
}

/// Adds the hashes of a text's runs of eight words.
fn runs(text: &str, into: &mut BTreeSet<String>) {
    let words =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.map(str::to_lowercase).collect();
    into.extend(words.windows(8).map(|run| run.join(" ")));
}

fn awkward(page: &Page<'_>) -> Result<()> {
    let line = "He said on 10 March 2015 that the talks would go on and nothing else was said. ";
    let long = line.repeat(20_000_000 / line.len());
    let file = page.site.pack(&[
        ("harbour.txt", HARBOUR.as_bytes()),
        ("empty.txt", b""),
        ("broken.txt", b"On 3 May 1911 a caf\xe9 \xff opened.\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0"),
        ("long.txt", long.as_bytes()),
    ])?;
    page.open_file(&file, "")?;
    page.see("#list li[data-event] time[datetime='1911-05-02']")
}

fn empty(page: &Page<'_>) -> Result<()> {
    let file = page.site.pack(&[])?;
    page.open_file(&file, "")?;
    page.wait("/nothing/i.test(document.querySelector('main h2').textContent)")
}
