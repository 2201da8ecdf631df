//! Runs the table of cases in every engine by every way, and reports the matrix.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, anyhow};

use crate::cases::{self, Case};
use crate::engine::Engine;
use crate::gaps::gap;
use crate::page::{Page, Skip};
use crate::site::{Site, Way};

/// What to run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The built page.
    pub dist: PathBuf,
    /// A folder for what the tests write.
    pub scratch: PathBuf,
    /// The command `dateline`.
    pub tool: PathBuf,
    /// The script of axe-core.
    pub axe: Option<PathBuf>,
    /// Where geckodriver is, when not on `PATH`.
    pub geckodriver: Option<PathBuf>,
    /// Only engines, ways and cases whose name holds one of these words; empty: all.
    pub only: Vec<String>,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Cases that held.
    pub passed: usize,
    /// Cases that did not.
    pub failed: usize,
    /// Engines that were not there, and why.
    pub skipped: Vec<(String, String)>,
}

/// Runs all cases and prints each failure and the matrix.
///
/// # Errors
/// When there is no built page or no port to serve it on.
pub fn run(options: &Options) -> Result<Report> {
    let site = Site::start(options)?;
    let mut report = Report::default();
    let mut cells: BTreeMap<(Engine, Way), (usize, usize)> = BTreeMap::new();
    for engine in Engine::ALL {
        if !chosen(&options.only, &Engine::ALL.map(Engine::name), engine.name()) {
            continue;
        }
        let ended = run_engine(engine, &site, options, |case, way, result| {
            let cell = cells.entry((engine, way)).or_default();
            match result {
                Ok(()) => {
                    cell.0 += 1;
                    report.passed += 1;
                }
                Err(why) if why.is::<Skip>() => {
                    report.skipped.push((case.name.to_owned(), why.to_string()));
                }
                Err(_) => {
                    cell.1 += 1;
                    report.failed += 1;
                }
            }
        });
        if let Err(why) = ended {
            report.skipped.push((engine.name().to_owned(), format!("{why:#}")));
        }
    }
    matrix(&cells, &report.skipped);
    Ok(report)
}

/// Plays every case in one engine; an engine that cannot be started is the error.
fn run_engine(
    engine: Engine,
    site: &Site,
    options: &Options,
    mut tell: impl FnMut(&Case, Way, Result<()>),
) -> Result<()> {
    let start = || engine.start(&site.witness.authority(), options.geckodriver.as_deref());
    let mut browser = Some(start()?);
    let ways = Way::ALL.map(Way::name);
    for case in cases::ALL.iter().copied().flatten() {
        for way in case.ways {
            let named = |word: &String| case.name.contains(word.as_str());
            let by_name = options.only.iter().filter(|word| !is_word(word)).collect::<Vec<_>>();
            let wanted = by_name.is_empty() || by_name.into_iter().any(named);
            let here = case.engines.contains(&engine) && absent(engine, *way).is_none();
            if !here || !wanted || !chosen(&options.only, &ways, way.name()) {
                continue;
            }
            let since = Instant::now();
            let mut running = match browser.take() {
                Some(running) => running,
                None => start()?,
            };
            let mut ran = one(case, &Page::new(running.session(), engine, *way, site));
            if is_gone(&ran) || engine == Engine::WebKit && is_stuck(&ran) {
                // Once: a page that takes its browser down, or does not start, does so again.
                println!("again   {} / {} / {}", engine.name(), way.name(), case.name);
                drop(running);
                running = start()?;
                ran = one(case, &Page::new(running.session(), engine, *way, site));
            }
            let result = match (ran, gap(case.name, engine, *way)) {
                (Ok(()), Some(_)) => Err(anyhow!("it holds now: take it off the list of gaps")),
                (Err(_), Some(gap)) => Err(Skip(gap.why).into()),
                (result, None) => result,
            };
            let place = format!("{} / {} / {}", engine.name(), way.name(), case.name);
            let seconds = since.elapsed().as_secs_f32();
            match &result {
                Ok(()) => println!("ok      {place} ({seconds:.1} s)"),
                Err(why) if why.is::<Skip>() => println!("skipped {place}: {why:#}"),
                Err(why) => println!("FAILED  {place} ({seconds:.1} s): {why:#}"),
            }
            // After a failure nothing is known of the browser's state: the next test has a new one.
            browser = result.is_ok().then_some(running);
            tell(case, *way, result);
        }
    }
    Ok(())
}

fn one(case: &Case, page: &Page<'_>) -> Result<()> {
    page.forget()?;
    let ran = catch_unwind(AssertUnwindSafe(|| (case.run)(page)));
    let ran = ran.unwrap_or_else(|_| Err(anyhow!("the test panicked")));
    let clean = page.clean();
    page.site.kept.set_down(false);
    let left = page.session.leave_frames();
    ran.and(clean).and(left)
}

/// Whether the browser itself went away, which says nothing of the page.
fn is_gone(result: &Result<()>) -> bool {
    result.as_ref().is_err_and(|why| format!("{why:#}").contains("invalid session id"))
}

/// Whether the page did not start. WebKit, driven through some thirty pages, now and then leaves a new
/// tab without an answer; a new browser does not.
fn is_stuck(result: &Result<()>) -> bool {
    result.as_ref().is_err_and(|why| format!("{why:#}").contains("the application to start"))
}

/// Whether `name` is asked for: by its own name, or because no name of its kind is.
fn chosen(only: &[String], kind: &[&str], name: &str) -> bool {
    let mut named = only.iter().filter(|word| kind.contains(&word.as_str())).peekable();
    named.peek().is_none() || named.any(|word| word == name)
}

/// Whether a word of `only` names an engine or a way, and not a case.
fn is_word(word: &str) -> bool {
    Engine::ALL.iter().any(|engine| engine.name() == word)
        || Way::ALL.iter().any(|way| way.name() == word)
}

/// Cells of the matrix that cannot exist, and why.
const ABSENT: &[(Engine, Way, &str)] = &[];

fn absent(engine: Engine, way: Way) -> Option<&'static str> {
    let cell = ABSENT.iter().find(|(its, ways, _)| (*its, *ways) == (engine, way));
    cell.map(|(_, _, why)| *why)
}

fn matrix(cells: &BTreeMap<(Engine, Way), (usize, usize)>, skipped: &[(String, String)]) {
    println!();
    print!("{:<10}", "");
    for way in Way::ALL {
        print!("{:>14}", way.name());
    }
    println!();
    let mut reasons = Vec::new();
    for engine in Engine::ALL {
        print!("{:<10}", engine.name());
        for way in Way::ALL {
            let cell = match (cells.get(&(engine, way)), absent(engine, way)) {
                (Some((passed, 0)), _) => format!("{passed} ok"),
                (Some((passed, failed)), _) => format!("{failed} of {} bad", passed + failed),
                (None, Some(why)) => {
                    reasons.push(format!("{} / {}: {why}", engine.name(), way.name()));
                    "cannot be".to_owned()
                }
                (None, None) => "-".to_owned(),
            };
            print!("{cell:>14}");
        }
        println!();
    }
    for reason in reasons {
        println!("{reason}");
    }
    for (what, why) in skipped {
        println!("{what} skipped: {why}");
    }
    println!();
}
