//! axe-core, which looks for what keeps people out of a page. The browser tests run it in every state of ours.

use std::path::PathBuf;

use crate::shell::{self, Failure, command, output, run, say};
use crate::{debian, workspace};

const VERSION: &str = "4.11.0";

/// The script, fetched with npm where it is not there yet.
pub fn ensure() -> Result<PathBuf, Failure> {
    let folder = workspace::target()?.join(format!("axe-core-{VERSION}"));
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if script.is_file() {
        return Ok(script);
    }
    if output(command("npm").arg("--version")).is_none() && debian::can_install() {
        debian::install(&["nodejs", "npm"])?;
    }
    let mut npm = command("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
    npm.arg(format!("axe-core@{VERSION}"));
    say(shell::text(&npm));
    run(&mut npm)?;
    Ok(script)
}
