//! Errors of the command line, and how they are printed.

use std::fmt;
use std::io::Write;

/// An error in what was asked for, in whole sentences. Nothing has been written.
#[derive(Debug)]
pub struct UsageError(pub String);

/// Prints a line to standard error. If nobody reads there, the program goes on.
pub fn eprint_error(line: impl fmt::Display) {
    let _ = writeln!(std::io::stderr(), "safelight: {line}");
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
