//! A compiler that can build for wasm32: rustup's target, or else Debian's toolchain.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::shell::{self, Failure, command, output, run, say, use_toolchain};
use crate::{debian, workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows Debian's toolchain.
const DEBIAN: &str = "debian";

/// Makes sure that `cargo build --target wasm32-unknown-unknown` works in this folder.
pub fn ensure_wasm() -> Result<(), Failure> {
    if builds_for_wasm() {
        return Ok(());
    }
    if shell::which("rustup").is_some() {
        if takes_over_linked_debian()? {
            return Ok(());
        }
        say(format_args!("rustup target add {TARGET}"));
        match run(command("rustup").args(["target", "add", TARGET])) {
            Ok(()) if builds_for_wasm() => return Ok(()),
            Ok(()) => say("rustup added the target, and yet the compiler cannot use it."),
            Err(failure) => say(failure),
        }
    }
    if debian::can_install() {
        return ensure_debian();
    }
    Err(Failure::new(format!(
        "this compiler cannot build for {TARGET}. Install it with `rustup target add {TARGET}`, then run this again."
    )))
}

/// Makes sure of rustfmt and clippy, which rustup's smallest profile leaves out.
pub fn ensure_lints() -> Result<(), Failure> {
    for component in ["rustfmt", "clippy"] {
        let subcommand = if component == "rustfmt" { "fmt" } else { "clippy" };
        if output(command("cargo").args([subcommand, "--version"])).is_none() {
            say(format_args!("rustup component add {component}"));
            run(command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Asks the compiler itself, with a crate that needs the standard library: looking for files would not
/// notice libraries left behind by another version.
fn builds_for_wasm() -> bool {
    let out = std::env::temp_dir().join(format!("safelight-probe-{}.rmeta", std::process::id()));
    let mut rustc = command("rustc");
    rustc.args(["--target", TARGET, "--crate-type=lib", "--crate-name=probe", "--emit=metadata", "-o"]);
    rustc.arg(&out).arg("-").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = rustc.spawn() else { return false };
    if let Some(mut stdin) = child.stdin.take() {
        // A compiler that ended before reading fails by its status, which is what counts.
        let _ = std::io::Write::write_all(&mut stdin, b"pub fn probe() -> Vec<u8> { Vec::new() }");
    }
    let works = child.wait().is_ok_and(|status| status.success());
    // Nothing is there when the probe failed.
    let _ = std::fs::remove_file(out);
    works
}

/// A machine that fell back to Debian's toolchain once keeps it, for every further checkout.
fn takes_over_linked_debian() -> Result<bool, Failure> {
    let linked = output(command("rustup").args(["toolchain", "list", "--quiet"]))
        .is_some_and(|list| list.lines().any(|line| line == DEBIAN));
    let works = linked
        && output(command("rustup").args([
            "run",
            DEBIAN,
            "rustc",
            "--print=target-libdir",
            "--target",
            TARGET,
        ]))
        .is_some_and(|folder| has_std(Path::new(&folder)));
    if works {
        switch_to_debian()?;
    }
    Ok(works && builds_for_wasm())
}

/// Debian ships a compiler with all that wasm32 needs, except the compiled standard library.
fn ensure_debian() -> Result<(), Failure> {
    let wanted = workspace::rust_version();
    let offered = debian::candidate("rustc-web").unwrap_or_else(|| "none".to_owned());
    if numbers(&offered) < numbers(wanted) {
        return Err(Failure::new(format!(
            "rustup could not add {TARGET}, and Debian's rustc-web is {offered} where Rust {wanted} is needed. \
             Give rustup a way to its server, then run this again."
        )));
    }
    say(format_args!(
        "rustup could not add {TARGET}; taking Debian's Rust {offered}, which brings its source."
    ));
    debian::install(&[
        "rustc-web",
        "cargo-web",
        "rust-web-src",
        "rust-web-llvm",
        "rust-web-clippy",
        "rustfmt-web",
    ])?;
    build_std()?;
    if shell::which("rustup").is_some() {
        run(command("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))?;
        switch_to_debian()?;
    }
    if builds_for_wasm() {
        Ok(())
    } else {
        Err(Failure::new("Debian's toolchain is there and cannot build for wasm32."))
    }
}

/// Compiles the standard library (and `test`, for the tests) for wasm32, and puts it where rustc looks.
fn build_std() -> Result<(), Failure> {
    if !Path::new("/usr/bin/rust-lld").exists() {
        // `rust-lld` comes as a link to the lld of the LLVM that rustc was built with.
        debian::install(&[&format!("lld-{}", debian_llvm_major()?)])?;
    }
    say("building the standard library for wasm32 from Debian's source (about two minutes)");
    let scratch = std::env::temp_dir().join(format!("safelight-std-{}", std::process::id()));
    let result = build_std_in(&scratch);
    // The scratch folder is in the system's temporary folder; what is left there is cleared by the system.
    let _ = std::fs::remove_dir_all(&scratch);
    result
}

fn build_std_in(scratch: &Path) -> Result<(), Failure> {
    let write = |name: &str, content: &str| {
        let path = scratch.join(name);
        std::fs::write(&path, content).map_err(|error| Failure::file("writing", &path, &error))
    };
    std::fs::create_dir_all(scratch.join("src"))
        .map_err(|error| Failure::file("creating", scratch, &error))?;
    write("Cargo.toml", "[package]\nname = \"empty_crate\"\nedition = \"2024\"\n[workspace]\n")?;
    write("src/lib.rs", "")?;
    let mut cargo = command("/usr/bin/cargo");
    cargo.current_dir(scratch).args([
        "build",
        "--release",
        "-Zbuild-std=std,panic_abort,test",
        "--target",
        TARGET,
    ]);
    cargo
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", scratch.join("target"));
    cargo.env_remove("RUSTUP_TOOLCHAIN");
    // Cargo leaves out the bitcode that it sees no use for; our release profile, with link-time
    // optimisation over the standard library too, has one.
    cargo.env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run(&mut cargo)?;
    let built = scratch.join(format!("target/{TARGET}/release/deps"));
    let home = PathBuf::from(format!("/usr/lib/rustlib/{TARGET}/lib"));
    if home.exists() && output(command("dpkg").arg("-S").arg(&home)).is_none() {
        // No package's, so ours, from before Debian's compiler was updated: two of a crate do not get along.
        std::fs::remove_dir_all(&home).map_err(|error| Failure::file("clearing", &home, &error))?;
    }
    std::fs::create_dir_all(&home).map_err(|error| Failure::file("creating", &home, &error))?;
    let entries = std::fs::read_dir(&built).map_err(|error| Failure::file("reading", &built, &error))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let is_library = path.extension().is_some_and(|extension| extension == "rlib");
        if is_library && !name.starts_with("libempty_crate") {
            std::fs::copy(&path, home.join(name)).map_err(|error| Failure::file("copying", &path, &error))?;
        }
    }
    Ok(())
}

/// Plain `trunk serve` in this folder must find the compiler too, so the folder remembers it.
fn switch_to_debian() -> Result<(), Failure> {
    say("rustup override set debian (for this folder; `rustup override unset` takes it back)");
    run(command("rustup").args(["override", "set", DEBIAN]))?;
    use_toolchain(DEBIAN);
    Ok(())
}

fn debian_llvm_major() -> Result<String, Failure> {
    output(command("/usr/bin/rustc").env_remove("RUSTUP_TOOLCHAIN").arg("-vV"))
        .and_then(|text| Some(text.lines().find_map(|line| line.strip_prefix("LLVM version: "))?.to_owned()))
        .and_then(|version| Some(version.split('.').next()?.to_owned()))
        .ok_or_else(|| Failure::new("Debian's rustc does not tell its LLVM version."))
}

fn has_std(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|entries| {
        entries.filter_map(Result::ok).any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
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
