//! `cargo xtask`: every command of this workspace that is more than plain cargo.

mod axe;
mod bare;
mod bench;
mod binaries;
mod build;
mod debian;
mod docs;
mod fuzz;
mod glue;
mod hooked;
mod lint;
mod new_filter;
mod post_build;
mod serve;
mod sheets;
mod shell;
mod sizes;
mod split;
mod tally;
mod test;
mod toolchain;
mod tools;
mod workspace;

use std::process::ExitCode;

use shell::Failure;

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
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    let (command, rest) = match arguments {
        [] => ("help", arguments),
        [command, rest @ ..] => (command.as_str(), rest),
    };
    match command {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "build" => build::run(),
        "bench" => bench::run(rest),
        "lint" => lint::run(),
        "new-filter" => new_filter::run(rest),
        "docs" => docs::run(rest),
        "fuzz" => fuzz::run(rest),
        "tools" => tools::for_everything(),
        "post-build" => post_build::run(),
        "help" | "-h" | "--help" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(Failure::new(format!("there is no command {unknown:?}.\n\n{USAGE}"))),
    }
}
