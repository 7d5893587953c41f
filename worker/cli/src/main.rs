//! `safelight`: photos and a recipe in, files out. The same engine as the page's, and so the same bytes.

mod apply;
mod arguments;
mod filter;
mod jobs;
mod list;
mod output_file;
mod photo;
mod pixel_semaphore;
mod progress;
mod recipe;

use std::fmt;
use std::io::Write;
use std::process::ExitCode;

use arguments::{Arguments, Command};

/// Why nothing was begun, in sentences.
#[derive(Debug)]
struct Refusal(String);

fn main() -> ExitCode {
    let result = match Arguments::read().command {
        Command::Apply(apply) => apply::run(&apply),
        Command::Filters { json } => list::filters(json),
        Command::Looks { json } => list::looks(json),
    };
    result.unwrap_or_else(|refusal| {
        complain(refusal);
        ExitCode::from(2)
    })
}

/// A line on standard error. Nobody may be listening there, which is no reason to stop.
fn complain(line: impl fmt::Display) {
    let _ = writeln!(std::io::stderr(), "safelight: {line}");
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
