//! `cargo xtask build`, `serve` and `bench`: the page as it is hosted, edited and measured.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::dist::sizes;
use crate::install;

/// Builds `dist/` and prints what a first visit loads of it.
pub fn run(sh: &Shell) -> Result<()> {
    install::for_serving(sh)?;
    sizes::check(&release(sh)?)
}

/// The folder that `trunk build --release` makes.
pub fn release(sh: &Shell) -> Result<PathBuf> {
    cmd!(sh, "trunk build --release").env("TRUNK_SKIP_VERSION_CHECK", "true").run()?;
    Ok(sh.current_dir().join("dist"))
}

/// Serves the page while it is edited.
pub fn serve(sh: &Shell, arguments: &[String]) -> Result<()> {
    install::for_serving(sh)?;
    Ok(cmd!(sh, "trunk serve {arguments...}").env("TRUNK_SKIP_VERSION_CHECK", "true").run()?)
}

/// Measures the release page in headless Chromium: everything, into benchmarks.md and the README, or only the
/// filters, or how the page feels in the hand, to the terminal.
pub fn bench(sh: &Shell, arguments: &[String]) -> Result<()> {
    let is_known = arguments.is_empty() || matches!(arguments, [part] if part == "filters" || part == "hand");
    ensure!(is_known, "only `filters` or `hand` can be measured by itself; without a word, everything is.");
    install::for_tests(sh)?;
    let dist = release(sh)?;
    let bench = cmd!(sh, "cargo run --quiet --package safelight-tests --bin bench -- {arguments...}");
    Ok(bench.env("SAFELIGHT_DIST", dist).run()?)
}
