//! The invariants that can be read off the sources and the dependency graph.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::proc::{cargo, output, root, run, which};
use crate::tools::WEB_TARGET;

/// Crates of the engine, and the tool: none knows a browser.
const NO_BROWSER: &[&str] = &[
    "dateline-cli",
    "dateline-corpus",
    "dateline-folder",
    "dateline-ingest",
    "dateline-publish",
    "dateline-timeline",
    "dateline-timex",
];
const BROWSER: &[&str] = &["gloo", "js-sys", "leptos", "wasm-bindgen", "web-sys"];
/// What only a maker needs is not in a reader's download.
const NOT_IN_PAGE: &[&str] = &["dateline-folder", "dateline-ingest", "dateline-timex"];

/// The package of the importer, which like the page knows the browser.
pub(crate) const IMPORTER: &str = "dateline-importer";
/// Where the sources lie that run in a browser.
const PAGES: &[&str] = &["src", "importer/src"];

/// Words that may stand only under some paths of these, and why.
const WORDS: &[(&str, &[&str], &str)] = &[
    ("inner_html", &[], "a document's text must never be parsed as HTML"),
    ("web_sys", &["browser"], "only src/browser touches the browser"),
    ("js_sys", &["browser"], "only src/browser touches the browser"),
    ("gloo", &["browser"], "only src/browser touches the browser"),
    ("wasm_bindgen", &["browser"], "only src/browser touches the browser"),
];

/// The name of the root package; nothing in a workspace without one.
pub(crate) fn app_package() -> Option<String> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).ok()?;
    let mut lines = manifest.lines().skip_while(|line| *line != "[package]");
    let name = lines.find_map(|line| line.strip_prefix("name = \""))?;
    Some(name.trim_end_matches('"').to_owned())
}

/// Checks the words of the sources that run in a browser.
///
/// # Errors
/// Names each line that breaks a rule.
pub(crate) fn sources() -> Result<()> {
    eprintln!("==> sources");
    let mut broken = Vec::new();
    for folder in PAGES {
        for file in rust_files(&root().join(folder))? {
            let inside = file.strip_prefix(root().join(folder))?;
            let text = std::fs::read_to_string(&file)?;
            for (number, line) in text.lines().enumerate() {
                let code = line.trim_start();
                for (word, allowed, why) in WORDS {
                    let here = allowed.iter().any(|path| inside.starts_with(path));
                    if !here && !code.starts_with("//") && code.contains(word) {
                        let (file, line) = (inside.display(), number + 1);
                        broken.push(format!("{folder}/{file}:{line}: {word}: {why}"));
                    }
                }
            }
        }
    }
    ensure!(broken.is_empty(), "{}", broken.join("\n"));
    Ok(())
}

fn rust_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !dir.is_dir() {
        return Ok(files);
    }
    let mut entries = std::fs::read_dir(dir)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

/// Checks which packages each part of the house is built from.
///
/// # Errors
/// Names the package that must not be there.
pub(crate) fn dependencies() -> Result<()> {
    eprintln!("==> dependencies");
    for package in NO_BROWSER {
        absent(package, &["--target", "all"], BROWSER)?;
    }
    if let Some(app) = app_package() {
        absent(&app, &["--target", WEB_TARGET], NOT_IN_PAGE)?;
    }
    Ok(())
}

/// Checks licences and sources of every dependency against deny.toml.
///
/// # Errors
/// Names the package, and what it has that is not allowed.
pub(crate) fn licences() -> Result<()> {
    eprintln!("==> licences");
    let allowed = allowed_licences(&std::fs::read_to_string(root().join("deny.toml"))?);
    let mut tree = cargo();
    tree.args(["tree", "--workspace", "--edges", "normal,build,dev", "--target", "all"]);
    tree.args(["--prefix", "none", "--no-dedupe", "--format", "{p}|{l}"]);
    let tree = output(&mut tree).context("cargo tree failed")?;
    // An empty line stands between the trees of the workspace's members.
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let mut parts = line.trim_end_matches(" (*)").split('|');
        let (name, licence) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        ensure!(is_allowed(licence, &allowed), "{name} has the licence `{licence}`: see deny.toml");
    }
    let lock = std::fs::read_to_string(root().join("Cargo.lock"))?;
    let registry = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let stranger = lock.lines().find(|line| line.starts_with("source = ") && *line != registry);
    ensure!(stranger.is_none(), "in Cargo.lock, not from crates.io: {stranger:?}");
    Ok(())
}

/// Asks cargo-deny for known vulnerabilities and for all else that deny.toml says, where it is installed.
///
/// It would have to be built, and its database lies on a host of its own; where one of them is not
/// there this is said, and [`licences`] stands alone.
///
/// # Errors
/// Names what cargo-deny found.
pub(crate) fn advisories() -> Result<()> {
    if which("cargo-deny").is_none() {
        eprintln!("==> advisories: skipped, cargo-deny is not installed");
        return Ok(());
    }
    let deny = |words: &[&str]| run("cargo deny", cargo().arg("deny").args(words));
    deny(&["check", "bans", "licenses", "sources"])?;
    if deny(&["fetch", "db"]).is_err() {
        eprintln!("==> advisories: skipped, their database cannot be reached");
        return Ok(());
    }
    deny(&["check", "advisories"])
}

/// The quoted names in the list `allow` of deny.toml's licences.
fn allowed_licences(deny: &str) -> Vec<String> {
    let list = deny.split_once("[licenses]").and_then(|(_, rest)| rest.split_once(']'));
    let list = list.map(|(list, _)| list).unwrap_or_default();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether an SPDX expression leaves a choice of which every part is allowed.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
    // `(A OR B) AND C` reads as `A`, or `B AND C`: each choice must then be allowed.
    let grouped = expression.contains('(');
    let mut choices = plain.split(" OR ").map(|choice| {
        choice.split(" AND ").all(|part| allowed.iter().any(|known| known == part.trim()))
    });
    if grouped { choices.all(|fits| fits) } else { choices.any(|fits| fits) }
}

/// Fails when the tree of `package` holds one of `unwanted`; features count, build scripts do not.
fn absent(package: &str, target: &[&str], unwanted: &[&str]) -> Result<()> {
    let mut tree = cargo();
    tree.args(["tree", "--package", package, "--edges", "normal", "--prefix", "none"]).args(target);
    let tree = output(&mut tree).with_context(|| format!("cargo tree failed on {package}"))?;
    for line in tree.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        if unwanted.contains(&name) {
            bail!("{package} must not depend on {name}: see `cargo tree -p {package} -i {name}`");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_allowed_when_one_choice_is() {
        let allowed =
            allowed_licences("[licenses]\nallow = [\n \"MIT\",\n \"Zlib\",\n]\n[x]\ny = [\"GPL\"]");
        assert_eq!(allowed, ["MIT", "Zlib"]);
        for (expression, expected) in [
            ("MIT", true),
            ("MIT OR GPL-3.0", true),
            ("GPL-3.0/MIT", true),
            ("MIT AND Zlib", true),
            ("MIT AND GPL-3.0", false),
            ("(MIT OR Zlib) AND Zlib", true),
            ("(MIT OR Zlib) AND GPL-3.0", false),
            ("GPL-3.0", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(expression, &allowed), expected, "{expression}");
        }
    }
}
