//! `cargo xtask lint`

use std::path::{Path, PathBuf};

use crate::shell::{self, Failure, command, say, text};
use crate::{tools, workspace};

/// Checks formatting and runs clippy, native and for wasm32; a warning is an error.
pub fn run() -> Result<(), Failure> {
    tools::for_lints()?;
    let mut rustfmt = command("rustfmt");
    rustfmt.args(["--check", "--edition", "2024"]).args(source_files()?);
    say("rustfmt --check, every file by its path: cargo fmt does not see those declared inside a macro");
    shell::run(&mut rustfmt)?;
    clippy(&["--workspace"])?;
    let web = [
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "safelight-worker",
        "--package",
        "safelight-link",
    ];
    clippy(&[&web[..], &["--package", "safelight-page"]].concat())?;
    clippy(&[&web[..4], &["--features", "hooks"]].concat())
}

fn clippy(selection: &[&str]) -> Result<(), Failure> {
    let mut cargo = command("cargo");
    cargo.arg("clippy").args(selection).args(["--all-targets", "--", "-D", "warnings"]);
    say(text(&cargo));
    shell::run(&mut cargo)
}

/// Every Rust file of ours.
fn source_files() -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for folder in ["src", "worker", "tests", "xtask"] {
        collect(&workspace::root().join(folder), &mut files)?;
    }
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::file("reading", folder, &error))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
