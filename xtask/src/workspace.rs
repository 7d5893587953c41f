//! Facts about this workspace: where it is, what cargo says of it, which versions it is pinned to.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

/// The target that page and worker are compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A shell in the workspace's root.
pub fn shell() -> Result<Shell> {
    let sh = Shell::new()?;
    sh.change_dir(root());
    Ok(sh)
}

/// The workspace's root. Cargo tells the running xtask where its package is; what was true when it was
/// compiled is only a fallback, since a checkout may have been moved.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.parent().map_or_else(|| package.clone(), PathBuf::from)
}

/// Where cargo puts what it builds.
pub fn target(sh: &Shell) -> Result<PathBuf> {
    let metadata = metadata(sh)?;
    metadata["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .context("cargo metadata names no target directory")
}

/// The members that have tests for `wasm-bindgen-test-runner`.
pub fn members_with_wasm_tests(sh: &Shell) -> Result<Vec<String>> {
    let metadata = metadata(sh)?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages = list(&metadata["packages"]).into_iter().filter(|package| {
        list(&package["dependencies"]).iter().any(|dependency| dependency["name"] == "wasm-bindgen-test")
    });
    Ok(packages.filter_map(|package| Some(package["name"].as_str()?.to_owned())).collect())
}

/// The version of a package in Cargo.lock.
pub fn locked_version(sh: &Shell, package: &str) -> Result<String> {
    let lock = sh.read_file("Cargo.lock")?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    let version = lock.split_once(&entry).and_then(|(_, rest)| rest.split('"').next());
    version.map(str::to_owned).with_context(|| format!("Cargo.lock does not name {package}"))
}

/// Where a program is found on the PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}

/// The name of a file or folder.
pub fn file_name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn metadata(sh: &Shell) -> Result<Value> {
    let text = cmd!(sh, "cargo metadata --format-version=1 --no-deps").quiet().ignore_stderr().read()?;
    Ok(serde_json::from_str(&text)?)
}
