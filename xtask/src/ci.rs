//! `ci`: what a change must pass.

use anyhow::Result;

use crate::args::Args;
use crate::checks;
use crate::proc::{cargo, run};
use crate::tools::{self, WEB_TARGET};

/// `cargo xtask ci [--require NAME,NAME]`.
///
/// # Errors
/// At the first step that fails.
pub(crate) fn ci(args: Args) -> Result<()> {
    run("format", cargo().args(["fmt", "--all", "--check"]))?;
    checks::sources()?;
    checks::dependencies()?;
    checks::licences()?;
    checks::advisories()?;
    let app = checks::app_package();
    let in_browser: Vec<&str> = app.as_deref().into_iter().chain([checks::IMPORTER]).collect();
    let without: Vec<&str> = in_browser.iter().flat_map(|name| ["--exclude", name]).collect();

    let mut clippy = cargo();
    clippy.args(["clippy", "--workspace", "--all-targets"]).args(&without);
    run("clippy", clippy.args(["--", "--deny", "warnings"]))?;
    if app.is_some() {
        tools::target(WEB_TARGET)?;
        let mut clippy = cargo();
        // The two bring the engine crates they use along.
        clippy.args(["clippy", "--target", WEB_TARGET]);
        clippy.args(in_browser.iter().flat_map(|name| ["--package", name]));
        run("clippy for WebAssembly", clippy.args(["--", "--deny", "warnings"]))?;
    }
    let mut doc = cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--document-private-items"]).args(&without);
    run("documentation", doc.env("RUSTDOCFLAGS", "--deny warnings"))?;
    crate::test::test(args)?;
    match app {
        Some(_) => {
            crate::sizes::ratchet(&crate::explore::files(&crate::proc::root().join("dist"))?)
        }
        None => Ok(()),
    }
}
