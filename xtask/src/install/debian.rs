//! Debian's packages, where this is Debian and we may install them.

use std::path::Path;
use std::sync::Once;

use anyhow::Result;
use xshell::{Cmd, Shell, cmd};

use crate::workspace::which;

/// Whether `apt-get install` is ours to run.
pub fn can_install(sh: &Shell) -> bool {
    let is_root = cmd!(sh, "id -u").quiet().read().is_ok_and(|uid| uid == "0");
    is_root && Path::new("/etc/debian_version").exists() && which("apt-get").is_some()
}

/// Installs packages, without anything that merely goes well with them.
pub fn install(sh: &Shell, packages: &[&str]) -> Result<()> {
    update_lists(sh);
    Ok(apt_get(sh, &["install", "--yes", "--no-install-recommends"]).args(packages).run()?)
}

/// The version of a package that `install` would bring, without Debian's own suffixes: `1.96.0`.
pub fn candidate(sh: &Shell, package: &str) -> Option<String> {
    update_lists(sh);
    let policy = cmd!(sh, "apt-cache policy {package}").quiet().read().ok()?;
    let version = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate: "))?;
    let upstream = version.split(['+', '~', '-']).next()?;
    (upstream != "(none)").then(|| upstream.to_owned())
}

/// Fetches the package lists, once per run. Stale lists may still do, so that a failure only shows
/// when a package is then not found.
fn update_lists(sh: &Shell) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if let Err(error) = apt_get(sh, &["update"]).run() {
            println!("{error}");
        }
    });
}

fn apt_get<'a>(sh: &'a Shell, arguments: &[&str]) -> Cmd<'a> {
    cmd!(sh, "apt-get --quiet=2 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 {arguments...}")
        .env("DEBIAN_FRONTEND", "noninteractive")
}
