//! `cargo xtask bench`

use crate::shell::{self, Failure, command, say, text};
use crate::{build, tools};

/// Builds the release page and measures it in headless Chromium: everything, into benchmarks.md and the README, or
/// only the filters, or how the page feels in the hand, to the terminal.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let parts: Vec<_> = arguments.iter().map(String::as_str).collect();
    if !matches!(parts[..], [] | ["filters" | "hand"]) {
        return Err(Failure::new(
            "only `filters` or `hand` can be measured by itself; without a word, everything is.",
        ));
    }
    tools::for_tests()?;
    let dist = build::release()?;
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--package", "safelight-tests", "--bin", "bench", "--"]).args(arguments);
    cargo.env("SAFELIGHT_DIST", dist);
    say(text(&cargo));
    shell::run(&mut cargo)
}
