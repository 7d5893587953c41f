//! Debian's packages, where this is Debian and we may install them.

use std::path::Path;
use std::sync::Once;

use crate::shell::{Failure, command, output, run, say};

/// Whether `apt-get install` is ours to run.
pub fn can_install() -> bool {
    let is_root = output(command("id").arg("-u")).is_some_and(|uid| uid == "0");
    is_root && Path::new("/etc/debian_version").exists() && crate::shell::which("apt-get").is_some()
}

/// Installs packages, without anything that merely goes well with them.
pub fn install(packages: &[&str]) -> Result<(), Failure> {
    update_lists();
    say(format_args!("apt-get install {}", packages.join(" ")));
    let mut apt = apt_get();
    apt.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    run(&mut apt)
}

/// The version of a package that `install` would bring, without Debian's own suffixes: `1.96.0`.
pub fn candidate(package: &str) -> Option<String> {
    update_lists();
    let policy = output(command("apt-cache").args(["policy", package]))?;
    let version = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate: "))?;
    let upstream = version.split(['+', '~', '-']).next()?;
    (upstream != "(none)").then(|| upstream.to_owned())
}

/// Fetches the package lists, once per run. Stale lists may still do, so that a failure only shows
/// when a package is then not found.
fn update_lists() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        say("apt-get update");
        if let Err(failure) = run(apt_get().arg("update")) {
            say(failure);
        }
    });
}

fn apt_get() -> std::process::Command {
    let mut apt = command("apt-get");
    apt.args(["--quiet=2", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]);
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
