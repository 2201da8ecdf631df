//! What a folder may hold besides good documents: each is named in one line, and the good ones are
//! baked all the same.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const GOOD: &str = "Talks open in Geneva\n\n12 March 2015\n\n\
    The delegations met in Geneva on 10 March 2015 and agreed to meet again.\n";

/// A new empty folder under the build's own place for such things.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn bake(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).arg("bake").arg(folder).output().unwrap()
}

fn sources(output: &Output) -> Vec<String> {
    let corpus: Value = serde_json::from_slice(&output.stdout).unwrap();
    let documents = corpus["documents"].as_array().unwrap();
    documents.iter().map(|document| document["source"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn good_documents_are_baked_and_each_bad_one_is_named_in_one_line() {
    let folder = folder("awkward");
    fs::write(folder.join("good.txt"), GOOD).unwrap();
    fs::write(folder.join("empty.txt"), "").unwrap();
    fs::write(folder.join("picture.txt"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0").unwrap();
    let mut broken = GOOD.replace("Geneva", "Vienna").into_bytes();
    broken.extend(b"A caf\xe9 stood \xff open.\n");
    fs::write(folder.join("broken.txt"), &broken).unwrap();
    let line = "He said on 10 March 2015 that the talks would go on and nothing else was said. ";
    fs::write(folder.join("one-line.txt"), line.repeat(20_000_000 / line.len())).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(".", folder.join("around")).unwrap();
        std::os::unix::fs::symlink("itself.txt", folder.join("itself.txt")).unwrap();
    }

    let output = bake(&folder);
    assert!(output.status.success(), "{output:?}");
    let read = sources(&output);
    assert!(read.contains(&"good.txt".to_owned()), "{read:?}");
    for absent in ["empty.txt", "picture.txt", "itself.txt"] {
        assert!(!read.contains(&absent.to_owned()), "{absent} among {read:?}");
    }

    let errors = String::from_utf8(output.stderr).unwrap();
    let bad: &[&str] = if cfg!(unix) {
        &["empty.txt", "picture.txt", "around", "itself.txt"]
    } else {
        &["empty.txt", "picture.txt"]
    };
    for name in bad {
        let lines = errors.lines().filter(|line| line.contains(name)).count();
        assert_eq!(lines, 1, "{name} in:\n{errors}");
    }
    // These are read or named: never lost in silence.
    for name in ["broken.txt", "one-line.txt"] {
        let named = errors.lines().any(|line| line.contains(name));
        assert!(named || read.contains(&name.to_owned()), "{name} in:\n{errors}");
    }
}

#[test]
fn a_folder_without_documents_is_an_empty_corpus() {
    let empty = folder("empty");
    let output = bake(&empty);
    let corpus: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(corpus["documents"], Value::Array(Vec::new()));
    assert!(!output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("empty: the folder holds no document"), "{errors}");
}

#[test]
fn a_missing_folder_fails_in_one_line() {
    let output = bake(&folder("parent").join("nowhere"));
    assert!(!output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.lines().count(), 1);
    assert!(errors.contains("nowhere: "), "{errors}");
    assert_eq!(output.stdout, b"");
}
