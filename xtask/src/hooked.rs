//! A second copy of the page whose worker can be told to crash or hang. The hooks are a cargo feature,
//! so that they are nowhere in what a visitor gets.

use std::path::{Path, PathBuf};

use crate::post_build::WORKER_FILES;
use crate::shell::{self, Failure, command, say, text};
use crate::workspace;

/// Copies `dist` and puts a worker with hooks in the place of its worker.
pub fn build(dist: &Path) -> Result<PathBuf, Failure> {
    let target = workspace::target()?;
    let mut cargo = command("cargo");
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--package", "safelight-worker", "--features", "hooks"]);
    say(text(&cargo));
    shell::run(&mut cargo)?;

    let hooked = target.join("hooked");
    if hooked.exists() {
        std::fs::remove_dir_all(&hooked).map_err(|error| Failure::file("clearing", &hooked, &error))?;
    }
    copy_folder(dist, &hooked)?;
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "safelight-worker", "--out-dir"]);
    bindgen.arg(worker_folder(&hooked)?);
    bindgen.arg(target.join("wasm32-unknown-unknown/release/safelight-worker.wasm"));
    say(text(&bindgen));
    shell::run(&mut bindgen)?;
    Ok(hooked)
}

/// The folder that the post-build step made.
fn worker_folder(dist: &Path) -> Result<PathBuf, Failure> {
    let entries = std::fs::read_dir(dist).map_err(|error| Failure::file("reading", dist, &error))?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|folder| WORKER_FILES.iter().all(|name| folder.join(name).is_file()))
        .ok_or_else(|| Failure::new(format!("{} has no folder with the worker's files.", dist.display())))
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(to).map_err(|error| Failure::file("creating", to, &error))?;
    let entries = std::fs::read_dir(from).map_err(|error| Failure::file("reading", from, &error))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else {
            std::fs::copy(&path, to.join(name)).map_err(|error| Failure::file("copying", &path, &error))?;
        }
    }
    Ok(())
}
