//! `cargo xtask serve`

use crate::shell::{self, Failure, command, say, text};
use crate::tools;

/// Installs what is missing, then serves the page while it is edited.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    tools::for_serving()?;
    let mut trunk = command("trunk");
    trunk.arg("serve").args(arguments).env("TRUNK_SKIP_VERSION_CHECK", "true");
    say(text(&trunk));
    shell::run(&mut trunk)
}
