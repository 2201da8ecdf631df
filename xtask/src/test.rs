//! `test`: everything the project can prove, from units to real browsers.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use dateline_e2e::{Engine, Options};
use dateline_publish::pack;

use crate::args::Args;
use crate::proc::{self, lines, output, program, root, run, which};
use crate::tools::{self, TEST_TARGET};

/// The crates that hold no file access, and so run on WebAssembly as they stand.
const ENGINE: &[&str] = &[
    "dateline-corpus",
    "dateline-ingest",
    "dateline-publish",
    "dateline-timeline",
    "dateline-timex",
];

/// The command `dateline`, to cargo.
const TOOL: [&str; 4] = ["--package", "dateline-cli", "--bin", "dateline"];

/// What has been run so far.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
    skipped: Vec<(String, String)>,
}

impl Tally {
    fn one(&mut self, name: &str, result: Result<()>) {
        match result {
            Ok(()) => self.passed += 1,
            Err(why) => {
                self.failed += 1;
                eprintln!("FAILED {name}: {why:#}");
            }
        }
    }

    /// Prints what was skipped and the closing line.
    fn close(self, require: &[String]) -> Result<()> {
        println!();
        for (name, why) in &self.skipped {
            println!("skipped {name}: {why}");
        }
        let names = self.skipped.iter().map(|(name, _)| name);
        let missing: Vec<_> = names.filter(|name| require.contains(name)).collect();
        println!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped.len());
        ensure!(self.failed == 0, "{} tests failed", self.failed);
        ensure!(missing.is_empty(), "required, but skipped: {missing:?}");
        Ok(())
    }

    fn skip(&mut self, name: &str, why: impl Into<String>) {
        self.skipped.push((name.to_owned(), why.into()));
    }
}

/// `cargo xtask test [--require NAME,NAME]`: the names are `wasm32` and those of the engines.
///
/// # Errors
/// When a test fails, or what is required was skipped.
pub(crate) fn test(mut args: Args) -> Result<()> {
    let require = args.list("--require");
    args.done()?;
    let mut tally = Tally::default();
    natively(&mut tally)?;
    on_wasm(&mut tally)?;
    let dist = root().join("dist");
    if crate::checks::app_package().is_some() {
        crate::explore::build(None, None, &pack::Options::default(), &dist)?;
        in_browsers(dist, Vec::new(), &mut tally)?;
    } else {
        Engine::ALL.iter().for_each(|engine| tally.skip(engine.name(), "there is no page yet"));
    }
    tally.close(&require)
}

/// `cargo xtask e2e [--only WORD,WORD] [--dist DIR]`: words are engines, ways, or parts of names.
///
/// # Errors
/// When a test fails.
pub(crate) fn e2e(mut args: Args) -> Result<()> {
    let only = args.list("--only");
    let dist = args.list("--dist").pop().map_or_else(|| root().join("dist"), PathBuf::from);
    args.done()?;
    let mut tally = Tally::default();
    in_browsers(dist, only, &mut tally)?;
    tally.close(&[])
}

/// Units, properties, golden files and documentation examples of every crate that needs no browser.
fn natively(tally: &mut Tally) -> Result<()> {
    let app = crate::checks::app_package();
    let mut command = proc::cargo();
    command.args(["test", "--workspace", "--no-fail-fast", "--quiet"]);
    command.args(["--exclude", crate::checks::IMPORTER]);
    if let Some(app) = &app {
        command.args(["--exclude", app]);
    }
    libtest("native tests", &mut command, tally)
}

/// `cargo xtask screens [DIR]`: pictures of the page last built.
///
/// # Errors
/// When there is no page or no Chromium.
pub(crate) fn screens(mut args: Args) -> Result<()> {
    let folder = args.word().map_or_else(|| root().join("docs/screens"), PathBuf::from);
    args.done()?;
    dateline_e2e::screens(&browser_options(root().join("dist"), Vec::new())?, &folder)
}

/// The page built in `dist`, in real browsers.
fn in_browsers(dist: PathBuf, only: Vec<String>, tally: &mut Tally) -> Result<()> {
    if let Err(why) = crate::browsers::prepare() {
        eprintln!("    {why:#}");
    }
    let report = dateline_e2e::run(&browser_options(dist, only)?)?;
    tally.passed += report.passed;
    tally.failed += report.failed;
    tally.skipped.extend(report.skipped);
    Ok(())
}

fn browser_options(dist: PathBuf, only: Vec<String>) -> Result<Options> {
    run("building the tool", proc::cargo().args(["build", "--quiet"]).args(TOOL))?;
    let target = proc::target_dir();
    Ok(Options {
        dist,
        scratch: target.join("e2e"),
        tool: target.join("debug").join(format!("dateline{EXE_SUFFIX}")),
        axe: tools::axe().ok(),
        geckodriver: tools::geckodriver().ok(),
        only,
    })
}

/// The same tests as 32-bit WebAssembly, and one corpus baked by both.
fn on_wasm(tally: &mut Tally) -> Result<()> {
    let Some(node) = which("node") else {
        tally.skip("wasm32", "Node.js is not there to run it");
        return Ok(());
    };
    if let Err(why) = tools::target(TEST_TARGET) {
        tally.skip("wasm32", format!("{why:#}"));
        return Ok(());
    }
    let runner = root().join("tests/wasi.mjs");
    let runner = format!("{} --no-warnings {}", node.display(), runner.display());
    let mut command = proc::cargo();
    command.args([
        "test",
        "--no-fail-fast",
        "--quiet",
        "--target",
        TEST_TARGET,
        "--tests",
        "--lib",
    ]);
    for package in ENGINE {
        command.args(["--package", package]);
    }
    command.env("CARGO_TARGET_WASM32_WASIP1_RUNNER", runner);
    libtest("WebAssembly tests", &mut command, tally)?;
    tally.one("native and WebAssembly bake the same bytes", same_bytes());
    Ok(())
}

/// Bakes the seeds with the native tool and with the same tool as WebAssembly.
fn same_bytes() -> Result<()> {
    let mut native = proc::cargo();
    native.args(["run", "--quiet"]).args(TOOL).args(["--", "bake", "seeds"]);
    let native = output(&mut native).context("the native tool failed on seeds/")?;

    let mut build = proc::cargo();
    build.args(["build", "--quiet", "--target", TEST_TARGET]).args(TOOL);
    ensure!(build.status()?.success(), "the tool does not build for {TEST_TARGET}");
    let wasm: PathBuf = proc::target_dir().join(TEST_TARGET).join("debug/dateline.wasm");
    let mut node = program("node");
    node.args(["--no-warnings", "tests/wasi.mjs"]).arg(wasm).args(["bake", "seeds"]);
    let wasm = output(&mut node).context("the WebAssembly tool failed on seeds/")?;

    ensure!(!native.is_empty(), "the native tool printed no corpus");
    let at = native.bytes().zip(wasm.bytes()).position(|(one, other)| one != other);
    ensure!(native == wasm, "first difference at byte {at:?} of {}", native.len());
    Ok(())
}

/// Runs `cargo test`, shows what it prints, and counts the tests.
fn libtest(step: &str, command: &mut std::process::Command, tally: &mut Tally) -> Result<()> {
    eprintln!("==> {step}");
    let (mut passed, mut failed) = (0, 0);
    let succeeded = lines(command, |line| {
        if let Some(result) = line.strip_prefix("test result: ") {
            passed += count(result, "passed");
            failed += count(result, "failed");
        } else if !line.is_empty() && !line.starts_with("running ") {
            println!("{line}");
        }
    })?;
    eprintln!("    {step}: {passed} passed, {failed} failed");
    tally.passed += passed;
    // A test binary that does not build or is killed reports no failed test.
    tally.failed += if succeeded { failed } else { failed.max(1) };
    Ok(())
}

/// The number before a word in `ok. 12 passed; 0 failed; ...`.
fn count(result: &str, word: &str) -> usize {
    let words: Vec<_> = result.split([' ', ';']).collect();
    let at = words.iter().position(|found| *found == word);
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok()).unwrap_or(0)
}
