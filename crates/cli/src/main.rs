//! `dateline`: tag, bake and pack from a shell. Parses the command line and nothing else.

mod bake;
mod collect;
mod entities;
mod lines;
mod pack;
mod tag;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Turns a folder of documents into a chronology.
#[derive(Parser)]
#[command(name = "dateline", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Finds the temporal expressions of texts: JSON lines in, JSON lines out.
    ///
    /// In: {"doc","dct","text","lang"?,"domain"?}; dct is an ISO date or null, domain `news` or
    /// `narrative`; what is not given is found out. Out: one line a timex,
    /// {"doc","start","end","type","value","mod","edtf","rule"}, byte offsets.
    Tag,
    /// Finds the people, organisations and places that texts name: JSON lines in, JSON lines out.
    ///
    /// In: {"doc","text"}. Out: {"doc","entities":[{"start","end","type","id"}]}, byte offsets; the type
    /// is PER, ORG or LOC, and names with the same id mean the same.
    Entities,
    /// Makes the corpus of a folder of documents, as JSON.
    Bake {
        /// The folder.
        folder: PathBuf,
        /// Where to write; standard output when not given.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Makes a self-contained explorer of a folder of documents, one file.
    Pack(pack::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Tag => tag::run(),
        Command::Entities => entities::run(),
        Command::Bake { folder, output } => bake::run(&folder, output.as_deref()),
        Command::Pack(arguments) => pack::run(arguments),
    };
    match done {
        Ok(code) => code,
        // A reader that closed the pipe has what it wanted.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dateline: {error}");
            ExitCode::FAILURE
        }
    }
}
