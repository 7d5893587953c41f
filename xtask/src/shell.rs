//! Running other programs: one place decides with which toolchain, and how a failure reads.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// What went wrong and what to do now, in the words of whoever sits at the terminal.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure told by these sentences.
    pub fn new(sentences: impl Into<String>) -> Self {
        Self(sentences.into())
    }

    /// A file that could not be read or written.
    pub fn file(what: &str, path: &Path, error: &std::io::Error) -> Self {
        Self(format!("{what} {} failed: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says what is being done, in one plain line.
pub fn say(line: impl fmt::Display) {
    println!("xtask: {line}");
}

/// A command in the workspace's root, with the toolchain this run settled on.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::workspace::root());
    if let Some(toolchain) = TOOLCHAIN.get() {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    command
}

/// Runs a command with its output going straight to the terminal.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("{} did not start: {error}", text(command))))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("{} ended with {status}.", text(command))))
    }
}

/// Runs a command quietly; its standard output if it succeeded.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program is found on the PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
        .find(|candidate| candidate.is_file())
}

/// From here on every child runs under this rustup toolchain. Cargo started us under another one and
/// left its name in the environment, which would win over any override of the folder.
pub fn use_toolchain(name: &'static str) {
    TOOLCHAIN.get_or_init(|| name);
}

/// A command as one would type it.
pub fn text(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

static TOOLCHAIN: OnceLock<&'static str> = OnceLock::new();
