//! A compiler that can build for wasm32: rustup's target, or else Debian's toolchain.

use anyhow::{Result, bail, ensure};
use xshell::{Shell, cmd};

use super::{debian, debian_std};
use crate::workspace::{WASM, which};

/// The name under which rustup knows Debian's toolchain.
const DEBIAN: &str = "debian";

/// The oldest compiler that this workspace asks for.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// Makes sure that `cargo build --target wasm32-unknown-unknown` works in this folder.
pub fn ensure_wasm(sh: &Shell) -> Result<()> {
    if builds_for_wasm(sh) {
        return Ok(());
    }
    if which("rustup").is_some() {
        // A machine that fell back to Debian's toolchain once keeps it, for every further checkout.
        let toolchains = cmd!(sh, "rustup toolchain list --quiet").quiet().read().unwrap_or_default();
        if toolchains.lines().any(|line| line == DEBIAN) {
            switch_to_debian(sh)?;
            if builds_for_wasm(sh) {
                return Ok(());
            }
        } else if cmd!(sh, "rustup target add {WASM}").run().is_ok() && builds_for_wasm(sh) {
            return Ok(());
        }
    }
    ensure!(
        debian::can_install(sh),
        "this compiler cannot build for {WASM}. Install it with `rustup target add {WASM}`, then run this again."
    );
    take_debian(sh)
}

/// Makes sure of rustfmt and clippy, which rustup's smallest profile leaves out.
pub fn ensure_lints(sh: &Shell) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if cmd!(sh, "cargo {subcommand} --version").quiet().ignore_stderr().read().is_err() {
            cmd!(sh, "rustup component add {component}").run()?;
        }
    }
    Ok(())
}

/// Asks the compiler itself, with a crate that needs the standard library: looking for files would not
/// notice libraries left behind by another version.
fn builds_for_wasm(sh: &Shell) -> bool {
    let Ok(folder) = sh.create_temp_dir() else { return false };
    let out = folder.path().join("try.rmeta");
    cmd!(sh, "rustc --target {WASM} --crate-type=lib --crate-name=try_out --emit=metadata -o {out} -")
        .stdin("pub fn try_out() -> Vec<u8> { Vec::new() }")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_ok()
}

fn take_debian(sh: &Shell) -> Result<()> {
    let offered = debian::candidate(sh, "rustc-web").unwrap_or_else(|| "none".to_owned());
    ensure!(
        numbers(&offered) >= numbers(OLDEST),
        "rustup could not add {WASM}, and Debian's rustc-web is {offered} where Rust {OLDEST} is needed. \
         Give rustup a way to its server, then run this again."
    );
    println!("rustup could not add {WASM}; taking Debian's Rust {offered}, which brings its source.");
    debian_std::install(sh)?;
    if which("rustup").is_some() {
        cmd!(sh, "rustup toolchain link {DEBIAN} /usr").run()?;
        switch_to_debian(sh)?;
    }
    if builds_for_wasm(sh) {
        Ok(())
    } else {
        bail!("Debian's toolchain is there and cannot build for wasm32.")
    }
}

/// Plain `trunk serve` in this folder must find the compiler too, so the folder remembers it (`rustup override unset`
/// takes it back). Cargo started us under another one and left its name in the environment, which would win over it.
fn switch_to_debian(sh: &Shell) -> Result<()> {
    cmd!(sh, "rustup override set {DEBIAN}").run()?;
    sh.set_var("RUSTUP_TOOLCHAIN", DEBIAN);
    Ok(())
}

/// `1.96.0` as numbers that compare.
fn numbers(version: &str) -> Vec<u32> {
    version.split('.').filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(numbers("1.100.0") > numbers("1.95"));
        assert!(numbers("1.95.0") >= numbers("1.95"));
        assert!(numbers("1.85.0") < numbers("1.95"));
        assert!(numbers("none") < numbers("1.95"));
    }
}
