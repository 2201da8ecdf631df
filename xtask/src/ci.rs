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
    let without: Vec<&str> = app.as_deref().map_or_else(Vec::new, |app| vec!["--exclude", app]);

    let mut clippy = cargo();
    clippy.args(["clippy", "--workspace", "--all-targets"]).args(&without);
    run("clippy", clippy.args(["--", "--deny", "warnings"]))?;
    if let Some(app) = &app {
        tools::target(WEB_TARGET)?;
        let mut clippy = cargo();
        // The page brings the engine crates it uses along.
        clippy.args(["clippy", "--package", app, "--target", WEB_TARGET]);
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
