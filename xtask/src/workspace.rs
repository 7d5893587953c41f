//! Facts about this workspace: where it is, what cargo says of it, which versions it is pinned to.

use std::path::PathBuf;

use serde_json::Value;

use crate::shell::{Failure, command};

/// The workspace's root. Cargo tells the running xtask where its package is; what was true when it was
/// compiled is only a fallback, since a checkout may have been moved.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.parent().map_or_else(|| package.clone(), PathBuf::from)
}

/// Where cargo puts what it builds.
pub fn target() -> Result<PathBuf, Failure> {
    let metadata = metadata()?;
    metadata["target_directory"].as_str().map(PathBuf::from).ok_or_else(|| unreadable("no target directory"))
}

/// The members that have tests for `wasm-bindgen-test-runner`.
pub fn members_with_wasm_tests() -> Result<Vec<String>, Failure> {
    let metadata = metadata()?;
    let packages = metadata["packages"].as_array().ok_or_else(|| unreadable("no packages"))?;
    let has_wasm_tests = |package: &&Value| {
        let dependencies = package["dependencies"].as_array().map_or(&[][..], Vec::as_slice);
        dependencies.iter().any(|dependency| dependency["name"] == "wasm-bindgen-test")
    };
    Ok(packages
        .iter()
        .filter(has_wasm_tests)
        .filter_map(|package| Some(package["name"].as_str()?.to_owned()))
        .collect())
}

/// The version of a package in Cargo.lock.
pub fn locked_version(package: &str) -> Result<String, Failure> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|error| Failure::file("reading", &path, &error))?;
    let name = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .filter(|entry| entry.lines().any(|line| line == name))
        .find_map(|entry| entry.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"')))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock does not name {package}.")))
}

/// The oldest compiler that this workspace asks for.
pub fn rust_version() -> &'static str {
    env!("CARGO_PKG_RUST_VERSION")
}

fn metadata() -> Result<Value, Failure> {
    let mut cargo = command("cargo");
    cargo.args(["metadata", "--format-version=1", "--no-deps"]);
    let text = crate::shell::output(&mut cargo).ok_or_else(|| unreadable("it failed; run it to see why"))?;
    serde_json::from_str(&text).map_err(|error| unreadable(&error.to_string()))
}

fn unreadable(why: &str) -> Failure {
    Failure::new(format!("`cargo metadata --no-deps` gave nothing to go on: {why}."))
}
