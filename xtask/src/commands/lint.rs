//! `cargo xtask lint`

use std::path::PathBuf;

use anyhow::{Result, bail};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use crate::install;
use crate::workspace::WASM;

/// What clippy looks at, one run each.
const CLIPPY: [&str; 4] = [
    "--workspace",
    "--package safelight-fuzz --features targets",
    "--target wasm32-unknown-unknown --package safelight-worker --package safelight-protocol \
     --package safelight-page --package safelight-bare --package safelight-benchmark",
    "--target wasm32-unknown-unknown --package safelight-worker --features hooks",
];

/// Folders of test data; a `.rs` in there is a list to be included, which rustfmt takes for no file.
const DATA: [&str; 2] = ["fixtures", "goldens"];

/// Checks formatting and runs clippy, native and for wasm32; a warning is an error. All of them are run,
/// so that one run shows everything there is to mend.
pub fn run(sh: &Shell) -> Result<()> {
    install::for_lints(sh)?;
    debug_assert!(CLIPPY[3].contains(WASM), "the target is spelled out");
    let mut failed = Vec::new();
    println!("rustfmt --check, every file by its path: cargo fmt does not see those declared inside a macro");
    let files = source_files(sh);
    if cmd!(sh, "rustfmt --check --edition 2024 {files...}").quiet().run().is_err() {
        failed
            .push("not every file is as rustfmt writes it; run `rustfmt --edition 2024` on them.".to_owned());
    }
    for selection in CLIPPY {
        let selection = selection.split_whitespace();
        let clippy = cmd!(sh, "cargo clippy {selection...} --all-targets -- -D warnings").run();
        failed.extend(clippy.err().map(|error| error.to_string()));
    }
    if failed.is_empty() { Ok(()) } else { bail!(failed.join("\n")) }
}

/// Every Rust file of ours.
fn source_files(sh: &Shell) -> Vec<PathBuf> {
    let folders = ["src", "worker", "tests", "xtask"].map(|folder| sh.current_dir().join(folder));
    let entries = folders.iter().flat_map(|folder| {
        WalkDir::new(folder)
            .into_iter()
            .filter_entry(|entry| !DATA.iter().any(|name| entry.path().ends_with(name)))
    });
    let paths = entries.filter_map(|entry| Some(entry.ok()?.into_path()));
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}
