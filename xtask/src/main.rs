//! `cargo xtask`: every command of this workspace that is more than plain cargo.

mod commands;
mod dist;
mod install;
mod test_summary;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask serve [options of trunk serve]   install what is missing, then serve the page while it is edited
cargo xtask test [native] [wasm] [browser]   install what is missing, then run all tests, or the parts named
cargo xtask build                            the folder to host, in dist/, and what a first visit loads of it
cargo xtask bench [filters | hand]           measure in headless Chromium; all of it goes into benchmarks.md
cargo xtask lint                             formatting and clippy, native and wasm32, as CI runs them
cargo xtask new-filter NAME                  a filter that works, to be changed into another, and all that belongs to it
cargo xtask docs [--check]                   write what the README says of filters
cargo xtask fuzz TARGET [-OPTION=VALUE …]    look for bytes that break a law, see worker/fuzz; needs cargo-fuzz
cargo xtask tools                            only install what serve, test and lint need
cargo xtask post-build                       run by Trunk after each build, see Trunk.toml";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let sh = &workspace::shell()?;
    let (command, rest) = match arguments {
        [] => ("help", arguments),
        [command, rest @ ..] => (command.as_str(), rest),
    };
    match command {
        "serve" => commands::build::serve(sh, rest),
        "test" => commands::test::run(sh, rest),
        "build" => commands::build::run(sh),
        "bench" => commands::build::bench(sh, rest),
        "lint" => commands::lint::run(sh),
        "new-filter" => commands::new_filter::run(sh, rest),
        "docs" => commands::docs::run(sh, rest),
        "fuzz" => commands::fuzz::run(sh, rest),
        "tools" => install::for_everything(sh),
        "post-build" => dist::post_build::run(sh),
        "help" | "-h" | "--help" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => bail!("there is no command {unknown:?}.\n\n{USAGE}"),
    }
}
