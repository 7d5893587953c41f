//! A browser and the `WebDriver` process that steers it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::timeout;

mod chromium;
mod driver;
mod firefox;
mod fonts;
pub(crate) mod pool;
mod webkit;

use driver::Driver;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium. Only its driver has commands beyond the `WebDriver` standard (`DevTools`, the console).
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser`.
    WebKit,
}

/// How long a browser may take to start on a busy machine.
const START: Duration = Duration::from_mins(1);

/// How long a browser may take to end by itself.
const END: Duration = Duration::from_secs(10);

/// A running browser. [`close`](Self::close) it: what is merely dropped is killed.
#[derive(Debug)]
pub struct Browser {
    /// The session with the driver.
    pub client: Client,
    /// Its engine.
    pub engine: Engine,
    driver: Driver,
    folder: TempDir,
}

impl Browser {
    /// Starts a driver on a free port and a browser with a profile that nobody has used before.
    ///
    /// # Panics
    /// When there is no such browser or no driver: a browser test that could not run has failed.
    pub async fn start(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for name in ["profile", "downloads"] {
            std::fs::create_dir(folder.path().join(name)).expect("the temporary folder is writable");
        }
        let starting = async {
            match engine {
                Engine::Chromium => {
                    (chromium::driver(folder.path()).await, chromium::capabilities(folder.path()))
                }
                Engine::Firefox => {
                    (firefox::driver(folder.path()).await, firefox::capabilities(folder.path()))
                }
                Engine::WebKit => (webkit::driver(folder.path()).await, webkit::capabilities()),
            }
        };
        let (driver, capabilities) = timeout(START, starting).await.expect("the driver starts in time");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = timeout(START, builder.connect(&format!("http://127.0.0.1:{}", driver.port)))
            .await
            .expect("the browser starts in time")
            .unwrap_or_else(|error| panic!("{engine:?} could not be started: {error}"));
        Self { client, engine, driver, folder }
    }

    /// A folder that is removed with this browser.
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

    /// Whether the page's process is there; one that only hangs counts as there.
    pub async fn is_alive(&self) -> bool {
        !matches!(timeout(END, self.client.execute("return 1", vec![])).await, Ok(Err(_)))
    }

    /// Closes all tabs but a fresh one, lets go of all keys, and forgets downloads and console messages.
    ///
    /// # Errors
    /// When the browser refuses, or does not answer.
    pub(crate) async fn reset(&self) -> Result<(), CmdError> {
        self.client.release_actions().await?;
        let used = self.client.windows().await?;
        let fresh = self.client.new_window(true).await?.handle;
        for window in used {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(fresh).await?;
        for file in std::fs::read_dir(self.downloads())?.flatten() {
            std::fs::remove_file(file.path())?;
        }
        if self.engine == Engine::Chromium {
            self.console().await;
        }
        Ok(())
    }

    /// Ends the browser, then its driver.
    pub async fn close(mut self) {
        // Either may be gone already; the folder is removed in any case.
        let _ = timeout(END, self.client.close()).await;
        self.driver.end().await;
    }
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
