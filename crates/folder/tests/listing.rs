//! A folder with good files and bad ones: the good are read, each bad one is named.

use std::fs;
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder for the test can be made");
    path
}

#[test]
fn files_come_sorted_and_hidden_ones_are_passed_over() {
    let path = folder("sorted");
    fs::create_dir(path.join("a")).unwrap();
    fs::write(path.join("b.txt"), "two").unwrap();
    fs::write(path.join("a/z.txt"), "one").unwrap();
    fs::write(path.join(".hidden"), "no").unwrap();
    let (sources, diagnostics) = dateline_folder::list(&path);
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["a/z.txt", "b.txt"]);
    let told: Vec<_> = diagnostics.iter().map(|it| (it.kind.as_str(), it.left_out)).collect();
    assert_eq!(told, [("hidden", false)]);
    assert!(!diagnostics[0].message.contains(".hidden"), "{diagnostics:?}");
}

#[test]
fn what_programs_leave_beside_documents_is_named_and_not_read() {
    let path = folder("leftovers");
    let leftovers = ["#notes.md#", "Thumbs.db", "desktop.ini", "notes.txt~", "~$letter.docx"];
    for name in leftovers.iter().chain(&["notes.txt", "~draft.txt"]) {
        fs::write(path.join(name), *name).unwrap();
    }
    let (sources, diagnostics) = dateline_folder::list(&path);
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["notes.txt", "~draft.txt"]);
    let named: Vec<&str> = diagnostics.iter().map(|it| it.source.as_str()).collect();
    assert_eq!(named, leftovers);
    assert!(diagnostics.iter().all(|it| it.kind == "leftover"));
}

#[test]
fn a_missing_folder_is_named() {
    let (sources, diagnostics) = dateline_folder::list(&folder("missing").join("nowhere"));
    assert!(sources.is_empty());
    assert_eq!(diagnostics[0].kind, "unreadable");
    assert!(
        !diagnostics[0].message.contains('/'),
        "no path of this machine: {}",
        diagnostics[0].message
    );
}

#[cfg(unix)]
#[test]
fn loops_and_oversized_files_are_named_and_the_others_go_on() {
    use std::os::unix::fs::symlink;
    let path = folder("bad");
    fs::write(path.join("good.txt"), "words").unwrap();
    fs::create_dir(path.join("sub")).unwrap();
    symlink("..", path.join("sub/up")).unwrap();
    symlink("self", path.join("self")).unwrap();
    let huge = fs::File::create(path.join("huge.txt")).unwrap();
    huge.set_len(dateline_ingest::MAX_BYTES as u64 + 1).unwrap();
    let (sources, diagnostics) = dateline_folder::list(&path);
    assert_eq!(sources.len(), 1);
    let found: Vec<(&str, &str)> =
        diagnostics.iter().map(|d| (d.source.as_str(), d.kind.as_str())).collect();
    assert_eq!(found, [("huge.txt", "too-large"), ("self", "unreadable"), ("sub/up", "link-loop")]);
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.left_out));
}
