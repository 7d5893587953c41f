//! The engine as plain WebAssembly, for the benchmark: twice, with SIMD and without. Trunk builds only what goes
//! through wasm-bindgen.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{self, Failure, command, say, text};
use crate::{binaries, workspace};

const PACKAGE: &str = "safelight-bare";
const TARGET: &str = "wasm32-unknown-unknown";

/// Builds both into this folder; returns their names.
pub fn build(folder: &Path, release: bool) -> Result<Vec<PathBuf>, Failure> {
    let target = workspace::target()?;
    // With SIMD, as the worker: what is compiled for that is used again. Other flags want another folder.
    let mut with = cargo(&target, release);
    let without_target = target.join("without-simd");
    let mut without = cargo(&without_target, release);
    with.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    without.env("CARGO_ENCODED_RUSTFLAGS", "-Ctarget-feature=-simd128");
    let mut names = Vec::new();
    for (name, target, mut cargo) in
        [("bare-simd.wasm", &target, with), ("bare.wasm", &without_target, without)]
    {
        say(text(&cargo));
        shell::run(&mut cargo)?;
        let profile = if release { "release" } else { "debug" };
        let built = target.join(format!("{TARGET}/{profile}/safelight_bare.wasm"));
        let to = folder.join(name);
        let wasm = std::fs::read(&built).map_err(|error| Failure::file("reading", &built, &error))?;
        if (target == &without_target) == uses_simd(&wasm) {
            return Err(Failure::new(format!(
                "{name} was to be built {} SIMD and was not; does some code ask for the processor and not for the feature?",
                if target == &without_target { "without" } else { "with" }
            )));
        }
        match binaries::wasm_opt().ok().filter(|_| release) {
            Some(program) => {
                let mut wasm_opt = command(program);
                // As index.html asks for the worker.
                wasm_opt.arg("-O3").arg(&built).arg("-o").arg(&to);
                shell::run(&mut wasm_opt)?;
            }
            None => {
                std::fs::copy(&built, &to).map_err(|error| Failure::file("copying", &built, &error))?;
            }
        }
        names.push(name.into());
    }
    Ok(names)
}

fn cargo(target: &Path, release: bool) -> Command {
    let mut cargo = command("cargo");
    cargo.args(["build", "--package", PACKAGE, "--target", TARGET, "--target-dir"]).arg(target);
    if release {
        cargo.arg("--release");
    }
    cargo
}

/// Whether the section that lists the features a module uses has this one.
fn uses_simd(wasm: &[u8]) -> bool {
    wasm.windows(7).any(|bytes| bytes == b"simd128")
}
