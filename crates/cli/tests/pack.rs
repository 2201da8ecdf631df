//! `dateline pack` as a shell sees it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dateline_corpus::Corpus;
use dateline_publish::pack::{Options, Shell, single_file, unpack};

/// An empty folder of its own for one test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("documents")).unwrap();
    folder
}

/// A shell whose module is empty.
fn write_shell(folder: &Path) {
    let glue = "async function __wbg_init() {}\nexport { __wbg_init as default };\n";
    let shell = Shell::new(glue, b"\0asm\x01\0\0\0", "").unwrap();
    let packed = single_file(&shell, &Corpus::default(), &Options::default()).unwrap();
    std::fs::write(folder.join("shell.html"), packed.html).unwrap();
}

fn pack(folder: &Path, further: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(folder).args(["pack", "documents", "--shell", "shell.html"]);
    command.args(["-o", "out.html"]).args(further).output().unwrap()
}

#[test]
fn a_folder_becomes_a_file_with_its_hash_beside_it() {
    let folder = folder("pack");
    write_shell(&folder);
    let text = "The bridge was opened on 30 January 2018 by the mayor.";
    std::fs::write(folder.join("documents/bridge.txt"), text).unwrap();
    let output = pack(&folder, &["--title", "Bridges"]);
    assert!(output.status.success(), "{output:?}");
    let html = std::fs::read_to_string(folder.join("out.html")).unwrap();
    let (_, corpus) = unpack(&html).unwrap();
    assert_eq!(corpus.title, "Bridges");
    assert!(corpus.documents[0].text.contains("opened on 30 January 2018"));
    let line = std::fs::read(folder.join("out.html.sha256")).unwrap();
    assert_eq!(line, output.stdout);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("1 document, 1 event: out.html\n"), "{told}");
    assert!(told.contains(&format!("documents, which the page shows: {}\n", corpus.sha256)));
    assert!(String::from_utf8(line).unwrap().ends_with("  out.html\n"));
    // No path of this machine leaves with the file.
    let here = env!("CARGO_TARGET_TMPDIR");
    assert!(!dateline_corpus::encode(&corpus).contains(here) && !html.contains(here));
}

#[test]
fn a_folder_without_documents_is_named_and_a_missing_one_makes_no_explorer() {
    let folder = folder("pack-nothing");
    write_shell(&folder);
    let output = pack(&folder, &[]);
    assert!(!output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("dateline: documents: the folder holds no document"), "{told}");
    assert!(told.contains("\n0 documents, 0 events: out.html\n"), "{told}");

    std::fs::remove_file(folder.join("out.html")).unwrap();
    std::fs::remove_dir(folder.join("documents")).unwrap();
    let output = pack(&folder, &[]);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(!folder.join("out.html").exists());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("dateline: documents: ") && told.lines().count() == 1, "{told}");
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let folder = folder("pack-nowhere");
    write_shell(&folder);
    std::fs::write(folder.join("documents/a.txt"), "It opened on 30 January 2018.").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(&folder).args(["pack", "documents", "--shell", "shell.html"]);
    let output = command.args(["-o", "nowhere/out.html"]).output().unwrap();
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.starts_with("dateline: nowhere/out.html: "), "{error}");
}

#[test]
fn what_is_no_explorer_is_named() {
    let folder = folder("pack-junk");
    std::fs::write(folder.join("shell.html"), "<p>something else").unwrap();
    let output = pack(&folder, &[]);
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("shell.html: expected a packed explorer"), "{error}");
    assert!(!folder.join("out.html").exists());
}
