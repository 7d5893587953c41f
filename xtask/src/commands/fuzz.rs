//! `cargo xtask fuzz`: looks for bytes that break a law of `worker/fuzz`.

use anyhow::{Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::workspace;

/// Runs one target from its kept inputs on, until something breaks or its options say that it is enough.
/// Inputs that reach something new are put into `target/fuzz/`.
pub fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let [target, options @ ..] = arguments else {
        bail!("name a target of worker/fuzz/fuzz_targets, and options of libFuzzer behind it.");
    };
    let new = sh.create_dir(workspace::target(sh)?.join("fuzz").join(target))?;
    sh.set_var("RUSTUP_TOOLCHAIN", "nightly");
    ensure!(
        cmd!(sh, "cargo fuzz --version").quiet().ignore_stderr().read().is_ok(),
        "fuzzing needs a nightly compiler and cargo-fuzz: `rustup toolchain install nightly`, \
         `cargo install cargo-fuzz`, then run this again."
    );
    // The counters of what was reached do not survive link-time optimisation.
    sh.set_var("CARGO_PROFILE_RELEASE_LTO", "off");
    let corpus = format!("worker/fuzz/corpus/{target}");
    let folder = "worker/fuzz";
    let fuzz = cmd!(
        sh,
        "cargo fuzz run --fuzz-dir {folder} --features fuzzer {target} {new} {corpus} -- {options...}"
    );
    Ok(fuzz.run()?)
}
