//! What each command needs. Everything is looked at first, on this machine only, so that a run with
//! nothing to install does not touch the network and costs well under a second.

use crate::shell::Failure;
use crate::{axe, binaries, toolchain};

/// For building and serving the page.
pub fn for_serving() -> Result<(), Failure> {
    toolchain::ensure_wasm()?;
    binaries::ensure_trunk()?;
    binaries::ensure_wasm_bindgen()?;
    binaries::ensure_wasm_opt()
}

/// For all tests.
pub fn for_tests() -> Result<(), Failure> {
    for_serving()?;
    binaries::ensure_browsers()?;
    axe::ensure().map(drop)
}

/// For formatting and clippy.
pub fn for_lints() -> Result<(), Failure> {
    toolchain::ensure_wasm()?;
    toolchain::ensure_lints()
}

/// For every command.
pub fn for_everything() -> Result<(), Failure> {
    for_lints()?;
    for_tests()
}
