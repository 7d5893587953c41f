//! `cargo xtask fuzz`: looks for bytes that break a law of `worker/fuzz`.

use crate::shell::{self, Failure, command, output, say, text};
use crate::workspace;

/// Runs one target from its kept inputs on, until something breaks or its options say that it is enough.
/// Inputs that reach something new are put into `target/fuzz/`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let [target, options @ ..] = arguments else {
        return Err(Failure::new(
            "name a target of worker/fuzz/fuzz_targets, and options of libFuzzer behind it.",
        ));
    };
    let new = workspace::target()?.join("fuzz").join(target);
    std::fs::create_dir_all(&new).map_err(|error| Failure::file("creating", &new, &error))?;
    if output(nightly().args(["fuzz", "--version"])).is_none() {
        return Err(Failure::new(
            "fuzzing needs a nightly compiler and cargo-fuzz: `rustup toolchain install nightly`, \
             `cargo install cargo-fuzz`, then run this again.",
        ));
    }
    let mut fuzz = nightly();
    fuzz.args(["fuzz", "run", "--fuzz-dir", "worker/fuzz", "--features", "fuzzer", target]).arg(new);
    fuzz.arg(format!("worker/fuzz/corpus/{target}")).arg("--").args(options);
    say(text(&fuzz));
    shell::run(&mut fuzz)
}

fn nightly() -> std::process::Command {
    let mut cargo = command("cargo");
    // The counters of what was reached do not survive link-time optimisation.
    cargo.env("RUSTUP_TOOLCHAIN", "nightly").env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo
}
