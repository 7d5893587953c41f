//! The standard library for wasm32, from Debian's source: its compiler comes without the compiled one.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::debian;
use crate::workspace::{WASM, file_name};

/// Installs Debian's Rust, compiles the standard library (and `test`, for the tests) for wasm32, and puts it where
/// rustc looks.
pub fn install(sh: &Shell) -> Result<()> {
    debian::install(
        sh,
        &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "rustfmt-web"],
    )?;
    if !Path::new("/usr/bin/rust-lld").exists() {
        // `rust-lld` comes as a link to the lld of the LLVM that rustc was built with.
        let version = cmd!(sh, "/usr/bin/rustc -vV").env_remove("RUSTUP_TOOLCHAIN").read()?;
        let llvm = version.lines().find_map(|line| line.strip_prefix("LLVM version: "));
        let major = llvm.and_then(|version| version.split('.').next());
        debian::install(
            sh,
            &[&format!("lld-{}", major.context("Debian's rustc does not tell its LLVM version")?)],
        )?;
    }
    println!("building the standard library for wasm32 from Debian's source (about two minutes)");
    let scratch = sh.create_temp_dir()?;
    let _in_scratch = sh.push_dir(scratch.path());
    let built = build(sh)?;
    let home = PathBuf::from(format!("/usr/lib/rustlib/{WASM}/lib"));
    if cmd!(sh, "dpkg -S {home}").quiet().ignore_stderr().read().is_err() {
        // No package's, so ours, from before Debian's compiler was updated: two of a crate do not get along.
        sh.remove_path(&home)?;
    }
    for path in sh.read_dir(built)? {
        let name = file_name(&path);
        if path.extension().is_some_and(|extension| extension == "rlib")
            && !name.starts_with("libempty_crate")
        {
            sh.create_dir(&home)?;
            sh.copy_file(&path, home.join(name))?;
        }
    }
    Ok(())
}

/// Compiles an empty crate with the library in the shell's folder; returns the folder of what was built.
fn build(sh: &Shell) -> Result<PathBuf> {
    sh.write_file("Cargo.toml", "[package]\nname = \"empty_crate\"\nedition = \"2024\"\n[workspace]\n")?;
    sh.write_file("src/lib.rs", "")?;
    cmd!(
        sh,
        "/usr/bin/cargo build --release -Zbuild-std=std,panic_abort,test --target {WASM} --target-dir target"
    )
    .env("RUSTC", "/usr/bin/rustc")
    .env("RUSTC_BOOTSTRAP", "1")
    .env_remove("RUSTUP_TOOLCHAIN")
    // Cargo leaves out the bitcode that it sees no use for; our release profile, with link-time
    // optimisation over the standard library too, has one.
    .env("RUSTFLAGS", "-Cembed-bitcode=yes")
    .run()?;
    Ok(sh.current_dir().join("target").join(WASM).join("release/deps"))
}
