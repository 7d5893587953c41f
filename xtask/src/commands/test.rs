//! `cargo xtask test`

use std::process::Command;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use super::build;
use crate::dist::{sizes, test_build};
use crate::test_summary::TestSummary;
use crate::{install, workspace};

const PARTS: [&str; 3] = ["native", "wasm", "browser"];

/// Installs what is missing, then runs the parts that were named, or all of them.
pub fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    for argument in arguments {
        let parts = PARTS.join(", ");
        ensure!(
            PARTS.contains(&argument.as_str()),
            "there is no part {argument:?} of the tests; there are {parts}."
        );
    }
    let wants = |part: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == part);
    install::for_tests(sh)?;
    let mut summary = TestSummary::default();
    if wants("native") {
        // The browser tests need the built page, so they have a step of their own.
        let native = cmd!(sh, "cargo test --workspace --exclude safelight-tests --no-fail-fast");
        summary.run("native tests", native.into());
    }
    if wants("wasm") {
        wasm(sh, &mut summary)?;
    }
    if wants("browser") {
        match browser(sh, &mut summary) {
            Ok(tests) => summary.run("browser tests", tests),
            Err(error) => summary.fail(format!("browser tests could not run: {error:#}")),
        }
    }
    summary.close()
}

/// Tests of what only exists in a browser, without the page around it.
fn wasm(sh: &Shell, summary: &mut TestSummary) -> Result<()> {
    let members = workspace::members_with_wasm_tests(sh)?;
    ensure!(!members.is_empty(), "no member of the workspace uses wasm-bindgen-test");
    let members = members.iter().flat_map(|member| ["--package", member]);
    let target = workspace::WASM;
    // `--tests` leaves out documentation tests, which the native run has had.
    let tests = cmd!(sh, "cargo test --target {target} --tests --no-fail-fast {members...}")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", workspace::which("chromedriver").unwrap_or_else(|| "chromedriver".into()));
    summary.run("wasm tests", tests.into());
    Ok(())
}

/// Tests of the release page as a visitor gets it.
fn browser(sh: &Shell, summary: &mut TestSummary) -> Result<Command> {
    let dist = summary.time("release build", || build::release(sh))?;
    // Over the budget is a failure of its own; the page can be tested all the same.
    if let Err(error) = sizes::check(&dist) {
        summary.fail(error.to_string());
    }
    let hooked = summary.time("build with test hooks", || test_build::build(sh, &dist))?;
    let tests = cmd!(sh, "cargo test --package safelight-tests --no-fail-fast")
        .env("SAFELIGHT_HOOKED_DIST", hooked)
        .env("SAFELIGHT_AXE", install::axe(sh)?)
        .env("SAFELIGHT_DIST", dist);
    Ok(tests.into())
}
