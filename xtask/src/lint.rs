//! `cargo xtask lint`

use std::path::{Path, PathBuf};

use crate::shell::{self, Failure, command, say, text};
use crate::{tools, workspace};

/// Checks formatting and runs clippy, native and for wasm32; a warning is an error. All of them are run,
/// so that one run shows everything there is to mend.
pub fn run() -> Result<(), Failure> {
    tools::for_lints()?;
    let web = ["--target", "wasm32-unknown-unknown", "--package", "safelight-worker"];
    let findings = [
        format()?,
        clippy(&["--workspace"]),
        clippy(&["--package", "safelight-fuzz", "--features", "targets"]),
        clippy(
            &[
                &web[..],
                &["--package", "safelight-protocol", "--package", "safelight-page"],
                &["--package", "safelight-bare", "--package", "safelight-benchmark"],
            ]
            .concat(),
        ),
        clippy(&[&web[..], &["--features", "hooks"]].concat()),
    ];
    let failed: Vec<_> = findings.into_iter().flatten().collect();
    if failed.is_empty() { Ok(()) } else { Err(Failure::new(failed.join("\n"))) }
}

fn format() -> Result<Option<String>, Failure> {
    let mut rustfmt = command("rustfmt");
    rustfmt.args(["--check", "--edition", "2024"]).args(source_files()?);
    say("rustfmt --check, every file by its path: cargo fmt does not see those declared inside a macro");
    let failed = shell::run(&mut rustfmt).is_err();
    Ok(failed
        .then(|| "not every file is as rustfmt writes it; run `rustfmt --edition 2024` on them.".to_owned()))
}

fn clippy(selection: &[&str]) -> Option<String> {
    let mut cargo = command("cargo");
    cargo.arg("clippy").args(selection).args(["--all-targets", "--", "-D", "warnings"]);
    say(text(&cargo));
    shell::run(&mut cargo).err().map(|failure| failure.to_string())
}

/// Folders of test data; a `.rs` in there is a list to be included, which rustfmt takes for no file.
const DATA: [&str; 2] = ["fixtures", "goldens"];

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
        let is_data = DATA.iter().any(|name| path.ends_with(name));
        if path.is_dir() && !is_data {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
