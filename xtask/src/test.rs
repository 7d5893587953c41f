//! `cargo xtask test`

use std::path::Path;

use crate::shell::{self, Failure, command};
use crate::tally::Tally;
use crate::{axe, build, hooked, sizes, tools, workspace};

/// The package that drives a browser. It needs the built page, so it has a step of its own.
const BROWSER_TESTS: &str = "safelight-tests";

const PARTS: [&str; 3] = ["native", "wasm", "browser"];

/// Installs what is missing, then runs the parts that were named, or all of them.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    if let Some(unknown) = arguments.iter().find(|argument| !PARTS.contains(&argument.as_str())) {
        return Err(Failure::new(format!(
            "there is no part {unknown:?} of the tests; there are {}.",
            PARTS.join(", ")
        )));
    }
    let wants = |part: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == part);
    tools::for_tests()?;
    let mut tally = Tally::default();
    if wants("native") {
        native(&mut tally);
    }
    if wants("wasm") {
        wasm(&mut tally)?;
    }
    if wants("browser") {
        browser(&mut tally);
    }
    tally.close()
}

fn native(tally: &mut Tally) {
    let mut cargo = command("cargo");
    cargo.args(["test", "--workspace", "--exclude", BROWSER_TESTS, "--no-fail-fast"]);
    tally.run("native tests", &mut cargo);
}

/// Tests of what only exists in a browser, without the page around it.
fn wasm(tally: &mut Tally) -> Result<(), Failure> {
    let members = workspace::members_with_wasm_tests()?;
    if members.is_empty() {
        tally.fail("wasm tests: no member of the workspace uses wasm-bindgen-test".to_owned());
        return Ok(());
    }
    let mut cargo = command("cargo");
    // `--tests` leaves out documentation tests, which the native run has had.
    cargo.args(["test", "--target", "wasm32-unknown-unknown", "--tests", "--no-fail-fast"]);
    for member in &members {
        cargo.args(["--package", member]);
    }
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    cargo.env("CHROMEDRIVER", shell::which("chromedriver").unwrap_or_else(|| "chromedriver".into()));
    tally.run("wasm tests", &mut cargo);
    Ok(())
}

/// Tests of the release page as a visitor gets it.
fn browser(tally: &mut Tally) {
    println!();
    let folders = build::release().and_then(|dist| {
        // Over the budget is a failure of its own; the page can be tested all the same.
        if let Err(failure) = sizes::check(&dist) {
            tally.fail(failure.to_string());
        }
        let hooked = hooked::build(&dist)?;
        Ok((dist, hooked, axe::ensure()?))
    });
    match folders {
        Ok((dist, hooked, axe)) => tally.run("browser tests", &mut browser_command(&dist, &hooked, &axe)),
        Err(failure) => tally.fail(format!("browser tests could not run: {failure}")),
    }
}

fn browser_command(dist: &Path, hooked: &Path, axe: &Path) -> std::process::Command {
    let mut cargo = command("cargo");
    cargo.args(["test", "--package", BROWSER_TESTS, "--no-fail-fast"]);
    cargo.env("SAFELIGHT_DIST", dist).env("SAFELIGHT_HOOKED_DIST", hooked).env("SAFELIGHT_AXE", axe);
    cargo
}
