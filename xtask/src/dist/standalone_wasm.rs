//! The engine as plain WebAssembly, for the benchmark: twice, with SIMD and without. Trunk builds only what goes
//! through wasm-bindgen.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::install;
use crate::workspace::{self, WASM};

/// Builds both into this folder; returns their names.
pub fn build(sh: &Shell, folder: &Path, release: bool) -> Result<Vec<PathBuf>> {
    let target = workspace::target(sh)?;
    // With SIMD, as the worker: what is compiled for that is used again. Other flags want another folder.
    let variants =
        [("bare-simd.wasm", true, target.clone()), ("bare.wasm", false, target.join("without-simd"))];
    for (name, simd, target) in &variants {
        let profile = if release { "release" } else { "dev" };
        let mut cargo = cmd!(
            sh,
            "cargo build --package safelight-bare --target {WASM} --target-dir {target} --profile {profile}"
        )
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
        if !simd {
            cargo = cargo.env("CARGO_ENCODED_RUSTFLAGS", "-Ctarget-feature=-simd128");
        }
        cargo.run()?;
        let output = if release { "release" } else { "debug" };
        let built = target.join(WASM).join(output).join("safelight_bare.wasm");
        // The section that lists the features that a module uses.
        let uses_simd = sh.read_binary_file(&built)?.windows(7).any(|bytes| bytes == b"simd128");
        ensure!(
            uses_simd == *simd,
            "{name} uses SIMD: {uses_simd}; does some code ask for the processor and not for the feature?"
        );
        let to = folder.join(name);
        match install::wasm_opt(sh).filter(|_| release) {
            // As index.html asks for the worker.
            Some(wasm_opt) => cmd!(sh, "{wasm_opt} -O3 {built} -o {to}").run()?,
            None => sh.copy_file(&built, &to)?,
        }
    }
    Ok(variants.map(|(name, ..)| PathBuf::from(name)).to_vec())
}
