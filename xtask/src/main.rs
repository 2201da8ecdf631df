//! `cargo xtask`: set-up, explore, serve, test, ci. No product logic: it starts other programs.

mod args;
mod bench_page;
mod browsers;
mod checks;
mod ci;
mod eval;
mod explore;
mod importer;
mod proc;
mod sizes;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use args::Args;

/// One command: its name, what it takes, what it does.
struct Command {
    name: &'static str,
    takes: &'static str,
    does: &'static str,
    run: fn(Args) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "explore",
        takes: "[DIR] [--title TITLE] [--address URL] [--no-open] [--serve]",
        does: "build the explorer of seeds/ or DIR and open it",
        run: explore::explore,
    },
    Command {
        name: "serve",
        takes: "",
        does: "develop: rebuild and reload on every change",
        run: explore::serve,
    },
    Command {
        name: "test",
        takes: "[--require NAME,NAME]",
        does: "run every test; a required name that is skipped fails",
        run: test::test,
    },
    Command {
        name: "e2e",
        takes: "[--only WORD,WORD] [--dist DIR]",
        does: "the tests in browsers alone, on the page last built",
        run: test::e2e,
    },
    Command {
        name: "screens",
        takes: "[DIR]",
        does: "pictures of the page last built, into docs/screens or DIR",
        run: test::screens,
    },
    Command {
        name: "ci",
        takes: "[--require NAME,NAME]",
        does: "format, lints, documentation, invariants, then test",
        run: ci::ci,
    },
    Command {
        name: "eval",
        takes: "[DIR] [--only SET,SET] [--brief | --long] [--held-back | --all] [--news | --narrative] [--undated]",
        does: "measure the tagger on the annotated sets in DIR",
        run: eval::eval,
    },
    Command {
        name: "bench-page",
        takes: "[--only SIZE,SIZE]",
        does: "measure the page last built on large collections, beside vis-timeline and MiniSearch",
        run: bench_page::bench_page,
    },
    Command { name: "setup", takes: "", does: "get the tools, build nothing", run: tools::setup },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        usage();
        let asked = matches!(name.as_str(), "help" | "--help" | "-h");
        return if asked { ExitCode::SUCCESS } else { ExitCode::from(2) };
    };
    match Args::parse(words).and_then(command.run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn usage() {
    eprintln!("cargo xtask COMMAND\n");
    for command in COMMANDS {
        eprintln!("  {:<8} {:<34} {}", command.name, command.takes, command.does);
    }
}
