//! The programs that turn Rust into a page: Trunk, wasm-bindgen, wasm-opt; and what it is tested with: browsers, axe.

use std::path::PathBuf;

use anyhow::{Result, bail};
use xshell::{Cmd, Shell, cmd};

use super::debian;
use crate::workspace::{self, which};

/// The Trunk that this workspace is built with; Trunk.toml accepts newer patch releases too.
const TRUNK: &str = "0.21.14";

/// The Binaryen release of wasm-opt, as in Trunk.toml.
const BINARYEN: &str = "132";

/// The driver of Firefox.
const GECKODRIVER: &str = "0.37.1";

/// axe-core, which looks for what keeps people out of a page.
const AXE: &str = "4.11.0";

/// Trunk itself.
pub fn ensure_trunk(sh: &Shell) -> Result<()> {
    let installed = version(sh, "trunk", 1);
    if installed.as_deref().is_some_and(fits_trunk) {
        return Ok(());
    }
    println!(
        "this machine has Trunk {}; Safelight is built with {TRUNK}",
        installed.as_deref().unwrap_or("not at all")
    );
    Ok(cmd!(sh, "cargo install --locked trunk --version {TRUNK}").run()?)
}

/// `wasm-bindgen` and its test runner, of exactly the version that is compiled into the page.
pub fn ensure_wasm_bindgen(sh: &Shell) -> Result<()> {
    let wanted = workspace::locked_version(sh, "wasm-bindgen")?;
    let is_right = |program| version(sh, program, 1).is_some_and(|version| version == wanted);
    if is_right("wasm-bindgen") && is_right("wasm-bindgen-test-runner") {
        return Ok(());
    }
    if cmd!(sh, "cargo install --locked wasm-bindgen-cli --version {wanted}").run().is_ok() {
        return Ok(());
    }
    println!("the versions it was locked with are not all to be had; once more with those that are");
    Ok(cmd!(sh, "cargo install wasm-bindgen-cli --version {wanted}").run()?)
}

/// wasm-opt, which Trunk could also download by itself; npm carries the same one for machines on which
/// it may not. Only a release build needs it.
pub fn ensure_wasm_opt(sh: &Shell) -> Result<()> {
    if wasm_opt(sh).is_some() {
        return Ok(());
    }
    let package = format!("binaryen@{BINARYEN}");
    let Ok(npm) = npm(sh) else {
        println!(
            "Trunk will download wasm-opt itself. If it may not: install Node.js with npm, then run this again."
        );
        return Ok(());
    };
    let mut install = npm.args(["install", "--global", &package]);
    if let Some(home) = cargo_home().filter(|_| cfg!(unix)) {
        // Next to Trunk: that folder is on the PATH and needs no rights of the system's.
        install = install.arg("--prefix").arg(home);
    }
    Ok(install.run()?)
}

/// The wasm-opt that Trunk uses: on the PATH if it is of the right version, or else where Trunk put it.
pub fn wasm_opt(sh: &Shell) -> Option<PathBuf> {
    if version(sh, "wasm-opt", 2).is_some_and(|version| version == BINARYEN) {
        return Some("wasm-opt".into());
    }
    let home = PathBuf::from(sh.var_os("HOME").unwrap_or_default());
    let cache = sh.var_os("XDG_CACHE_HOME").map_or_else(|| home.join(".cache"), PathBuf::from);
    let caches = [cache.join("trunk"), home.join("Library/Caches/dev.trunkrs.trunk")];
    let program = format!("wasm-opt-version_{BINARYEN}/bin/wasm-opt{}", std::env::consts::EXE_SUFFIX);
    caches.iter().map(|cache| cache.join(&program)).find(|path| path.is_file())
}

/// Chromium, Firefox and `WebKitGTK`, and their drivers.
pub fn ensure_browsers(sh: &Shell) -> Result<()> {
    let has_one_of = |names: &[&str]| names.iter().any(|name| which(name).is_some());
    let chromes = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    // Outside Linux, browsers do not stand on the PATH; their driver knows where to look.
    let has_chromium = !cfg!(target_os = "linux") || has_one_of(&chromes);
    ensure(sh, "chromedriver", has_chromium, &["chromium", "chromium-driver", "fonts-liberation"])?;
    ensure(sh, "WebKitWebDriver", has_one_of(&["Xvfb"]), &["webkit2gtk-driver", "xvfb", "dbus"])?;
    // Firefox's driver, which Debian does not have.
    if which("geckodriver").is_none() {
        cmd!(sh, "cargo install --locked geckodriver --version {GECKODRIVER}").run()?;
    }
    ensure(sh, "geckodriver", has_one_of(&["firefox", "firefox-esr"]), &["firefox-esr"])
}

/// The script of axe-core, fetched with npm where it is not there yet.
pub fn axe(sh: &Shell) -> Result<PathBuf> {
    let folder = workspace::target(sh)?.join(format!("axe-core-{AXE}"));
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        let package = format!("axe-core@{AXE}");
        let install = npm(sh)?.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]);
        install.arg(folder).arg(package).run()?;
    }
    Ok(script)
}

/// A driver and its browser, which Debian has in these packages.
fn ensure(sh: &Shell, driver: &str, has_browser: bool, packages: &[&str]) -> Result<()> {
    if which(driver).is_some() && has_browser {
        return Ok(());
    }
    if debian::can_install(sh) {
        return debian::install(sh, packages);
    }
    let packages = packages.join(", ");
    bail!(
        "the tests need {driver} and its browser on the PATH, on Debian from {packages}; install both, then run this again."
    )
}

/// `npm`, installed where that is ours to do.
fn npm(sh: &Shell) -> Result<Cmd<'_>> {
    if which("npm").is_none() {
        if !debian::can_install(sh) {
            bail!("npm is not on the PATH; install Node.js, then run this again.");
        }
        debian::install(sh, &["nodejs", "npm"])?;
    }
    Ok(cmd!(sh, "npm"))
}

/// The word at this place of what `program --version` prints.
fn version(sh: &Shell, program: &str, place: usize) -> Option<String> {
    let text = cmd!(sh, "{program} --version").quiet().ignore_stderr().read().ok()?;
    text.split_whitespace().nth(place).map(str::to_owned)
}

fn cargo_home() -> Option<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
}

/// The patch releases from ours on; a minor step of a 0.x program is a breaking one.
fn fits_trunk(version: &str) -> bool {
    let series_and_patch = |version: &str| {
        let (series, patch) = version.rsplit_once('.')?;
        Some((series.to_owned(), patch.parse::<u32>().ok()?))
    };
    let (ours, theirs) = (series_and_patch(TRUNK), series_and_patch(version));
    ours.zip(theirs).is_some_and(|(ours, theirs)| ours.0 == theirs.0 && ours.1 <= theirs.1)
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
