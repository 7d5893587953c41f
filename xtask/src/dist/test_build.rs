//! A second copy of the page whose worker can be told to crash or hang. That is a cargo feature, so that it is
//! nowhere in what a visitor gets.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use super::post_build::WORKER_FILES;
use crate::workspace::{self, WASM};

/// Copies `dist` and puts a worker with hooks in the place of its worker.
pub fn build(sh: &Shell, dist: &Path) -> Result<PathBuf> {
    cmd!(sh, "cargo build --release --target {WASM} --package safelight-worker --features hooks").run()?;
    let target = workspace::target(sh)?;
    let copy = target.join("hooked");
    sh.remove_path(&copy)?;
    let mut worker = None;
    for entry in WalkDir::new(dist) {
        let entry = entry?;
        let to = copy.join(entry.path().strip_prefix(dist)?);
        if entry.file_type().is_dir() {
            sh.create_dir(to)?;
        } else {
            worker = worker.or_else(|| {
                (entry.file_name() == WORKER_FILES[0]).then(|| to.parent().map(Path::to_owned))?
            });
            sh.copy_file(entry.path(), to)?;
        }
    }
    let worker =
        worker.with_context(|| format!("{} has no folder with the worker's files", dist.display()))?;
    let wasm = target.join(WASM).join("release/safelight-worker.wasm");
    cmd!(
        sh,
        "wasm-bindgen --target web --no-typescript --out-name safelight-worker --out-dir {worker} {wasm}"
    )
    .run()?;
    Ok(copy)
}
