//! One Chromium of a test's own, and the driver that steers it.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

/// How long a browser may take to start on a busy machine.
const START: Duration = Duration::from_mins(1);

/// How long a browser may take to end by itself.
const END: Duration = Duration::from_secs(10);

/// A running browser. [`close`](Self::close) it: what is merely dropped is killed.
#[derive(Debug)]
pub struct Browser {
    /// The session with the driver.
    pub client: Client,
    driver: Child,
    folder: TempDir,
}

impl Browser {
    /// Starts a driver on a free port and a browser with a profile that nobody has used before.
    ///
    /// # Panics
    /// When there is no Chromium or no driver: a browser test that could not run has failed.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for name in ["profile", "downloads"] {
            std::fs::create_dir(folder.path().join(name)).expect("the temporary folder is writable");
        }
        let (driver, port) = timeout(START, start_driver()).await.expect("chromedriver starts in time");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(folder.path()));
        let client = timeout(START, builder.connect(&format!("http://127.0.0.1:{port}")))
            .await
            .expect("Chromium starts in time")
            .unwrap_or_else(|error| panic!("Chromium could not be started: {error}"));
        Self { client, driver, folder }
    }

    /// A folder that goes with this browser.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where this browser puts its downloads.
    pub fn downloads(&self) -> PathBuf {
        self.folder().join("downloads")
    }

    /// Sends a command of the `DevTools` protocol.
    ///
    /// # Panics
    /// When the browser refuses it.
    pub async fn devtools(&self, command: &str, params: Value) -> Value {
        let body = json!({ "cmd": command, "params": params });
        let answer = self.client.issue_cmd(Extension { path: "goog/cdp/execute", body }).await;
        answer.unwrap_or_else(|error| panic!("{command} failed: {error}"))
    }

    /// The warnings and errors of the console since the last call.
    pub async fn console(&self) -> Vec<String> {
        let body = json!({ "type": "browser" });
        let entries = self.client.issue_cmd(Extension { path: "se/log", body }).await.unwrap_or_default();
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter_map(|entry| Some(format!("{}: {}", entry["level"].as_str()?, entry["message"].as_str()?)))
            .collect()
    }

    /// Ends the browser, then its driver.
    pub async fn close(mut self) {
        // Either may be gone already; the folder is removed in any case.
        let _ = timeout(END, self.client.close()).await;
        let _ = self.driver.kill().await;
    }
}

async fn start_driver() -> (Child, u16) {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap_or_else(|error| {
            panic!("chromedriver could not be started ({error}); `cargo xtask test` says what to install")
        });
    let mut lines = BufReader::new(driver.stdout.take().expect("stdout is piped")).lines();
    while let Some(line) = lines.next_line().await.expect("chromedriver writes text") {
        let port = line
            .trim_end_matches('.')
            .rsplit_once("successfully on port ")
            .and_then(|(_, port)| port.parse().ok());
        if let Some(port) = port {
            // Read on, or the driver stops at a full pipe.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return (driver, port);
        }
    }
    panic!("chromedriver ended without naming its port");
}

fn capabilities(folder: &Path) -> Capabilities {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-first-run".to_owned(),
        // Whatever is not ours has no address.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".to_owned(),
        // Containers often have a /dev/shm that is too small for a browser.
        "--disable-dev-shm-usage".to_owned(),
        "--force-device-scale-factor=1".to_owned(),
        "--window-size=1280,800".to_owned(),
        format!("--user-data-dir={}", folder.join("profile").display()),
    ];
    if is_root() {
        // Chromium's sandbox refuses to run as root; what it would guard against is only our own page.
        arguments.push("--no-sandbox".to_owned());
    }
    let options = json!({
        "args": arguments,
        "prefs": {
            "download.default_directory": folder.join("downloads"),
            "download.prompt_for_download": false,
        },
    });
    Capabilities::from_iter([
        ("browserName".to_owned(), json!("chrome")),
        ("goog:chromeOptions".to_owned(), options),
        ("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" })),
    ])
}

fn is_root() -> bool {
    std::process::Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

/// A command that only Chromium's driver has.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
