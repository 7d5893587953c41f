//! Drivers as processes.

use std::net::TcpListener;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// A driver that listens. What is merely dropped is killed.
#[derive(Debug)]
pub struct Driver {
    /// Where it listens, on this machine.
    pub port: u16,
    process: Child,
    helpers: Vec<Helper>,
}

/// What a driver needs beside it.
#[derive(Debug)]
pub struct Helper {
    /// The first line that it wrote.
    pub said: String,
    process: Child,
}

impl Driver {
    /// Starts a driver on a free port, which goes where its arguments say `{port}`, and waits until it listens.
    pub async fn start(program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        // Free a moment ago; drivers that choose one themselves do not all say which.
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
        let port = listener.local_addr().expect("it is bound").port();
        drop(listener);
        let arguments = arguments.iter().map(|argument| argument.replace("{port}", &port.to_string()));
        let mut command = command(program);
        command.args(arguments).envs(environment.iter().copied()).stdout(Stdio::null());
        let process = spawn(program, &mut command);
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Self { port, process, helpers: Vec::new() }
    }

    /// With what it needs, so that it ends with it.
    pub fn with(self, helpers: impl IntoIterator<Item = Helper>) -> Self {
        Self { helpers: helpers.into_iter().collect(), ..self }
    }

    /// Ends it and its helpers.
    pub async fn end(&mut self) {
        let helpers = self.helpers.iter_mut().map(|helper| &mut helper.process);
        for process in std::iter::once(&mut self.process).chain(helpers) {
            // It may be gone already.
            let _ = process.kill().await;
        }
    }
}

impl Helper {
    /// Starts a program, and waits for its first line.
    pub async fn start(program: &str, arguments: &[&str]) -> Self {
        let mut process = spawn(program, command(program).args(arguments).stdout(Stdio::piped()));
        let mut lines = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
        let said = lines.next_line().await.expect("it writes text");
        Self { said: said.unwrap_or_else(|| panic!("{program} ended without a word")), process }
    }
}

fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
    command
}

fn spawn(program: &str, command: &mut Command) -> Child {
    command.spawn().unwrap_or_else(|error| {
        panic!("{program} could not be started ({error}); `cargo xtask test` says what to install")
    })
}
