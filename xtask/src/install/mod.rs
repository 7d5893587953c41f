//! What each command needs. Everything is looked at first, on this machine only, so that a run with
//! nothing to install does not touch the network and costs well under a second.

mod debian;
mod debian_std;
mod programs;
mod toolchain;

use anyhow::Result;
use xshell::Shell;

pub use programs::{axe, wasm_opt};

/// For building and serving the page.
pub fn for_serving(sh: &Shell) -> Result<()> {
    toolchain::ensure_wasm(sh)?;
    programs::ensure_trunk(sh)?;
    programs::ensure_wasm_bindgen(sh)?;
    programs::ensure_wasm_opt(sh)
}

/// For all tests.
pub fn for_tests(sh: &Shell) -> Result<()> {
    for_serving(sh)?;
    programs::ensure_browsers(sh)?;
    axe(sh).map(drop)
}

/// For formatting and clippy.
pub fn for_lints(sh: &Shell) -> Result<()> {
    toolchain::ensure_wasm(sh)?;
    toolchain::ensure_lints(sh)
}

/// For every command.
pub fn for_everything(sh: &Shell) -> Result<()> {
    for_lints(sh)?;
    for_tests(sh)
}
