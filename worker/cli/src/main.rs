//! `safelight`, the command line: photos and a recipe in, files out. It runs the engine of the page, so the bytes are the
//! same.

mod apply;
mod arguments;
mod error;
mod filter;
mod jobs;
mod list;
mod output_file;
mod photo;
mod pixel_semaphore;
mod progress;
mod recipe;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use error::eprint_error;

fn main() -> ExitCode {
    let result = match Arguments::read().command {
        Command::Apply(apply) => apply::run(&apply),
        Command::Filters { json } => list::filters(json),
        Command::Looks { json } => list::looks(json),
    };
    result.unwrap_or_else(|error| {
        eprint_error(error);
        ExitCode::from(2)
    })
}
