//! JSON lines: one value a line on standard input, any number of lines out for each.

use std::io::{BufRead, BufWriter, Error, Write};
use std::process::ExitCode;

use serde::de::DeserializeOwned;

/// Gives every line of standard input, read as `T`, to `answer` with standard output. A line that is no
/// `T`, or that `answer` refuses, is named on standard error for `command` and passed over.
pub(crate) fn each<T: DeserializeOwned>(
    command: &str,
    mut answer: impl FnMut(T, &mut dyn Write) -> Result<Result<(), Error>, String>,
) -> Result<ExitCode, Error> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for (line, number) in std::io::stdin().lock().lines().zip(1_u32..) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let read = serde_json::from_str(&line).map_err(|error| error.to_string());
        match read.and_then(|value| answer(value, &mut out)) {
            Ok(written) => written?,
            Err(message) => {
                eprintln!("dateline {command}: line {number}: {message}");
                code = ExitCode::FAILURE;
            }
        }
    }
    out.flush()?;
    Ok(code)
}

/// Writes `value` as one line.
pub(crate) fn write(out: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), Error> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
