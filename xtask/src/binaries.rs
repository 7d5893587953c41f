//! The programs that turn Rust into a page: Trunk, wasm-bindgen, wasm-opt; and browsers to test it in.

use std::path::PathBuf;

use crate::shell::{self, Failure, command, output, run, say};
use crate::{debian, workspace};

/// The Trunk that this workspace is built with; Trunk.toml accepts newer patch releases too.
const TRUNK: &str = "0.21.14";

/// The Binaryen release of wasm-opt, as in Trunk.toml.
const BINARYEN: &str = "132";

/// The driver of Firefox.
const GECKODRIVER: &str = "0.37.1";

/// Trunk itself.
pub fn ensure_trunk() -> Result<(), Failure> {
    let installed = output(command("trunk").arg("--version"));
    if installed.as_deref().and_then(|text| text.strip_prefix("trunk ")).is_some_and(fits_trunk) {
        return Ok(());
    }
    if let Some(other) = installed {
        say(format_args!("this machine has {other}; Safelight is built with {TRUNK}"));
    }
    say(format_args!("cargo install --locked trunk --version {TRUNK} (some minutes)"));
    run(cargo_install().args(["--locked", "trunk", "--version", TRUNK]))
}

/// `wasm-bindgen` and its test runner, of exactly the version that is compiled into the page.
pub fn ensure_wasm_bindgen() -> Result<(), Failure> {
    let version = workspace::locked_version("wasm-bindgen")?;
    let is_right = |program| {
        let installed = output(command(program).arg("--version"));
        installed.is_some_and(|text| text.split(' ').nth(1) == Some(version.as_str()))
    };
    if is_right("wasm-bindgen") && is_right("wasm-bindgen-test-runner") {
        return Ok(());
    }
    say(format_args!("cargo install --locked wasm-bindgen-cli --version {version} (some minutes)"));
    let arguments = ["wasm-bindgen-cli", "--version", &version];
    if run(cargo_install().arg("--locked").args(arguments)).is_ok() {
        return Ok(());
    }
    say("the versions it was locked with are not all to be had; once more with those that are");
    run(cargo_install().args(arguments))
}

/// The `wasm-bindgen` that Trunk uses too: on the PATH if it is of the right version, or else where Trunk put it.
pub fn wasm_bindgen() -> Result<PathBuf, Failure> {
    let version = workspace::locked_version("wasm-bindgen")?;
    let installed = output(command("wasm-bindgen").arg("--version"));
    if installed.is_some_and(|text| text.split(' ').nth(1) == Some(version.as_str())) {
        return Ok("wasm-bindgen".into());
    }
    in_trunks_cache(&format!("wasm-bindgen-{version}"), "wasm-bindgen").ok_or_else(|| {
        Failure::new(format!("there is no wasm-bindgen {version}; `cargo xtask tools` installs it."))
    })
}

/// The wasm-opt that Trunk uses too.
pub fn wasm_opt() -> Result<PathBuf, Failure> {
    let on_path = has_wasm_opt().then(|| "wasm-opt".into());
    on_path.or_else(trunks_wasm_opt).ok_or_else(|| {
        Failure::new(format!("there is no wasm-opt {BINARYEN}; `cargo xtask tools` installs it."))
    })
}

/// wasm-opt, which Trunk could also download by itself; npm carries the same one for machines on which
/// it may not. Only a release build needs it.
pub fn ensure_wasm_opt() -> Result<(), Failure> {
    if has_wasm_opt() || trunks_wasm_opt().is_some() {
        return Ok(());
    }
    if output(command("npm").arg("--version")).is_none() && debian::can_install() {
        debian::install(&["nodejs", "npm"])?;
    }
    if output(command("npm").arg("--version")).is_none() {
        say(
            "Trunk will download wasm-opt itself. If it may not: install Node.js with npm, then run this again.",
        );
        return Ok(());
    }
    let package = format!("binaryen@{BINARYEN}");
    let mut npm = command("npm");
    npm.args(["install", "--global", &package]);
    if let Some(home) = cargo_home().filter(|_| cfg!(unix)) {
        // Next to Trunk: that folder is on the PATH and needs no rights of the system's.
        npm.arg("--prefix").arg(home);
    }
    say(shell::text(&npm));
    run(&mut npm)?;
    if has_wasm_opt() {
        return Ok(());
    }
    let found = shell::which("wasm-opt").map_or_else(|| "none".to_owned(), |path| path.display().to_string());
    say(format_args!(
        "the wasm-opt on the PATH is not version {BINARYEN} ({found}), so Trunk will download its own."
    ));
    Ok(())
}

/// Chromium, Firefox and `WebKitGTK`, and their drivers.
pub fn ensure_browsers() -> Result<(), Failure> {
    ensure("chromedriver", has_browser(), &["chromium", "chromium-driver", "fonts-liberation"])?;
    ensure("WebKitWebDriver", shell::which("Xvfb").is_some(), &["webkit2gtk-driver", "xvfb", "dbus"])?;
    let has_firefox = ["firefox", "firefox-esr"].iter().any(|name| shell::which(name).is_some());
    ensure_geckodriver()?;
    ensure("geckodriver", has_firefox, &["firefox-esr"])
}

/// A driver and its browser, which Debian has in these packages.
fn ensure(driver: &str, has_browser: bool, packages: &[&str]) -> Result<(), Failure> {
    if shell::which(driver).is_some() && has_browser {
        return Ok(());
    }
    if debian::can_install() {
        return debian::install(packages);
    }
    Err(Failure::new(format!(
        "the tests need {driver} and its browser on the PATH, on Debian from {}; install both, then run this again.",
        packages.join(", ")
    )))
}

/// Firefox's driver, which Debian does not have.
fn ensure_geckodriver() -> Result<(), Failure> {
    if shell::which("geckodriver").is_some() {
        return Ok(());
    }
    say(format_args!("cargo install --locked geckodriver --version {GECKODRIVER} (some minutes)"));
    run(cargo_install().args(["--locked", "geckodriver", "--version", GECKODRIVER]))
}

fn has_browser() -> bool {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    // Outside Linux, browsers do not stand on the PATH; their driver knows where to look.
    !cfg!(target_os = "linux") || names.iter().any(|name| shell::which(name).is_some())
}

fn has_wasm_opt() -> bool {
    output(command("wasm-opt").arg("--version")).is_some_and(|text| text.split(' ').nth(2) == Some(BINARYEN))
}

/// The wasm-opt that Trunk downloaded in an earlier run.
fn trunks_wasm_opt() -> Option<PathBuf> {
    in_trunks_cache(&format!("wasm-opt-version_{BINARYEN}"), "bin/wasm-opt")
}

fn in_trunks_cache(folder: &str, program: &str) -> Option<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cache = std::env::var_os("XDG_CACHE_HOME").map_or_else(|| home.join(".cache"), PathBuf::from);
    let caches = [cache.join("trunk"), home.join("Library/Caches/dev.trunkrs.trunk")];
    let program = format!("{folder}/{program}{}", std::env::consts::EXE_SUFFIX);
    caches.iter().map(|cache| cache.join(&program)).find(|path| path.is_file())
}

fn cargo_home() -> Option<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
}

fn cargo_install() -> std::process::Command {
    let mut cargo = command("cargo");
    cargo.arg("install");
    cargo
}

/// The patch releases from ours on; a minor step of a 0.x program is a breaking one.
fn fits_trunk(version: &str) -> bool {
    let series_and_patch = |version: &str| {
        let (series, patch) = version.trim().rsplit_once('.')?;
        Some((series.to_owned(), patch.parse::<u32>().ok()?))
    };
    match (series_and_patch(version), series_and_patch(TRUNK)) {
        (Some((series, patch)), Some((our_series, our_patch))) => series == our_series && patch >= our_patch,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{BINARYEN, TRUNK, fits_trunk};

    #[test]
    fn only_newer_patches_of_our_trunk_fit() {
        assert!(fits_trunk("0.21.14"));
        assert!(fits_trunk("0.21.15"));
        assert!(!fits_trunk("0.21.9"));
        assert!(!fits_trunk("0.22.1"));
        assert!(!fits_trunk("0.21.14-beta"));
    }

    #[test]
    fn plain_trunk_asks_for_the_same_versions() {
        let path = crate::workspace::root().join("Trunk.toml");
        let settings = std::fs::read_to_string(path).expect("Trunk.toml is there");
        assert!(settings.contains(&format!("trunk-version = \"^{TRUNK}\"")));
        assert!(settings.contains(&format!("wasm_opt = \"version_{BINARYEN}\"")));
    }
}
