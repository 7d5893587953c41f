//! `cargo xtask build`: the release page, as it would be hosted.

use std::path::PathBuf;

use crate::shell::{self, Failure, command, say, text};
use crate::{sizes, tools, workspace};

/// Builds `dist/` and prints what a first visit loads of it.
pub fn run() -> Result<(), Failure> {
    tools::for_serving()?;
    sizes::check(&release()?)
}

/// The folder that `trunk build --release` makes.
pub fn release() -> Result<PathBuf, Failure> {
    let mut trunk = command("trunk");
    trunk.args(["build", "--release"]).env("TRUNK_SKIP_VERSION_CHECK", "true");
    say(text(&trunk));
    shell::run(&mut trunk)?;
    Ok(workspace::root().join("dist"))
}
