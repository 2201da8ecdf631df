//! What a person offers in a browser, judged as a folder on disk would be. Touches no file.

use std::collections::BTreeSet;

use dateline_corpus::Diagnostic;

use crate::{MAX_DEPTH, MAX_FILES, hidden, leftover, too_deep, too_large};

/// The most bytes that are taken in a browser, whose memory has to hold them and what is made of them.
pub const MAX_OFFERED: u64 = 512 << 20;

/// A file that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its path as far as the browser tells it: the folder that was chosen, if one was, and what lies
    /// between it and the file, with `/` between folders.
    pub path: String,
    /// Its length in bytes.
    pub bytes: u64,
}

/// For each of `files` the name under which it is read, or nothing when it is not taken; and what was
/// not taken and why. The folder in which all of them lie is no part of their names, so that choosing a
/// folder gives the names that listing it gives. No two may have the same path.
#[must_use]
pub fn offered(files: &[Offered]) -> (Vec<Option<String>>, Vec<Diagnostic>) {
    let mut judged = Judged::default();
    let shared = shared_folder(files);
    let mut order: Vec<usize> = (0..files.len()).collect();
    let parts = |index: &usize| files[*index].path.split('/');
    order.sort_by(|a, b| parts(a).cmp(parts(b)));
    let mut names = vec![None; files.len()];
    for index in order {
        let name = &files[index].path[shared..];
        if judged.takes(name, files[index].bytes) {
            names[index] = Some(name.to_owned());
        }
    }
    judged.diagnostics.extend(hidden(judged.hidden.len()));
    judged.diagnostics.sort_by(|a, b| (&a.source, &a.kind).cmp(&(&b.source, &b.kind)));
    (names, judged.diagnostics)
}

/// `path`, or where `is_taken` says that another file has it, the same with a number before its ending.
#[must_use]
pub fn free_path(path: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let file = path.rfind('/').map_or(0, |slash| slash + 1);
    let end = path[file..].rfind('.').filter(|at| *at > 0).map_or(path.len(), |at| file + at);
    let numbered = |number: u32| format!("{} ({number}){}", &path[..end], &path[end..]);
    let mut free = path.to_owned();
    let mut number = 2;
    while is_taken(&free) {
        free = numbered(number);
        number += 1;
    }
    free
}

/// The length of the folder, with its slash, in which all files lie; 0 when there is none.
fn shared_folder(files: &[Offered]) -> usize {
    let folder = |file: &Offered| file.path.split_once('/').map(|(folder, _)| folder.to_owned());
    let first = files.first().and_then(folder);
    let all = files.iter().all(|file| folder(file) == first);
    first.filter(|_| all).map_or(0, |folder| folder.len() + 1)
}

#[derive(Default)]
struct Judged {
    diagnostics: Vec<Diagnostic>,
    hidden: BTreeSet<String>,
    refused: BTreeSet<String>,
    files: usize,
    total: u64,
}

impl Judged {
    fn takes(&mut self, name: &str, bytes: u64) -> bool {
        let ends = name.match_indices('/').map(|(at, _)| at).chain([name.len()]);
        for (depth, end) in ends.enumerate() {
            let path = &name[..end];
            let own = path.rsplit('/').next().unwrap_or(path);
            if let Some(why) = leftover(own) {
                return self.refuse(path, "leftover", why.into());
            }
            if own.starts_with('.') {
                self.hidden.insert(path.to_owned());
                return false;
            }
            if depth >= MAX_DEPTH && end < name.len() {
                return self.refuse(path, "too-deep", too_deep());
            }
        }
        if let Some(why) = too_large(bytes) {
            return self.refuse(name, "too-large", why);
        }
        if self.files >= MAX_FILES || self.total + bytes > MAX_OFFERED {
            let message = format!(
                "more than {MAX_FILES} files or {} MB were chosen; make several chronologies of them",
                MAX_OFFERED >> 20
            );
            return self.refuse(name, "too-many", message);
        }
        self.files += 1;
        self.total += bytes;
        true
    }

    /// Names what is refused, a folder once.
    fn refuse(&mut self, source: &str, kind: &str, message: String) -> bool {
        if self.refused.insert(source.to_owned()) {
            let (source, kind) = (source.into(), kind.into());
            self.diagnostics.push(Diagnostic { source, kind, message, left_out: true });
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(paths: &[&str]) -> (Vec<Option<String>>, Vec<String>) {
        let file = |path: &&str| Offered { path: (*path).to_owned(), bytes: 1 };
        let (names, notes) = offered(&paths.iter().map(file).collect::<Vec<_>>());
        (names, notes.into_iter().map(|note| format!("{} {}", note.source, note.kind)).collect())
    }

    #[track_caller]
    fn check(paths: &[&str], expected: &[&str], notes: &[&str]) {
        let (names, found) = names(paths);
        let names: Vec<_> = names.iter().map(|name| name.as_deref().unwrap_or("-")).collect();
        assert_eq!((names.as_slice(), found.as_slice()), (expected, notes.map_owned().as_slice()));
    }

    trait Owned {
        fn map_owned(&self) -> Vec<String>;
    }
    impl Owned for &[&str] {
        fn map_owned(&self) -> Vec<String> {
            self.iter().map(|text| (*text).to_owned()).collect()
        }
    }

    #[test]
    fn the_folder_chosen_is_no_part_of_a_name() {
        check(&["case/b.txt", "case/in/a.txt"], &["b.txt", "in/a.txt"], &[]);
        check(&["case/in/a.txt"], &["in/a.txt"], &[]);
        check(&["case/a.txt", "other/a.txt"], &["case/a.txt", "other/a.txt"], &[]);
        check(&["case/a.txt", "b.txt"], &["case/a.txt", "b.txt"], &[]);
        check(&["a.txt"], &["a.txt"], &[]);
        check(&[], &[], &[]);
    }

    #[test]
    fn what_is_no_document_is_counted_or_named_once() {
        check(
            &["c/.git/x", "c/.git/y", "c/.z", "c/__MACOSX/a", "c/__MACOSX/b", "c/a~", "c/a.txt"],
            &["-", "-", "-", "-", "-", "-", "a.txt"],
            &[". hidden", "__MACOSX leftover", "a~ leftover"],
        );
    }

    #[test]
    fn limits_are_those_of_a_folder() {
        let folders = |count: usize| "d/".repeat(count);
        check(
            &[&format!("c/{}a", folders(MAX_DEPTH))],
            &[&format!("{}a", folders(MAX_DEPTH))],
            &[],
        );
        let deep = format!("c/{}a", folders(MAX_DEPTH + 1));
        let named = format!("{} too-deep", folders(MAX_DEPTH + 1).trim_end_matches('/'));
        check(&[&deep], &["-"], &[&named]);
        let file = |path: &str, bytes| Offered { path: path.into(), bytes };
        let most = 64 << 20;
        let mut files: Vec<_> = (0..9).map(|n| file(&format!("{n}"), most)).collect();
        files.push(file("x", most + 1));
        let (names, notes) = offered(&files);
        assert_eq!(names.iter().flatten().count(), 8);
        let notes: Vec<_> = notes.iter().map(|n| (n.source.as_str(), n.kind.as_str())).collect();
        assert_eq!(notes, [("8", "too-many"), ("x", "too-large")]);
    }

    #[test]
    fn a_path_that_is_taken_gets_a_number() {
        let taken = |path: &str| ["a.txt", "a (2).txt", "d.x/b", ".c"].contains(&path);
        for (path, free) in
            [("n.txt", "n.txt"), ("a.txt", "a (3).txt"), ("d.x/b", "d.x/b (2)"), (".c", ".c (2)")]
        {
            assert_eq!(free_path(path, taken), free);
        }
    }
}
