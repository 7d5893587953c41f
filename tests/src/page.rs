//! The page under test: what a person can see of it and do to it, by role and accessible name.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::{Browser, Engine};
use crate::server::{Server, lock};

mod accessibility;
mod canvas;
mod controls;
mod files;
mod find;
mod keyboard;
mod notifications;
mod pointer;
mod screenshots;
mod viewport;
mod wait;
mod worker_messages;

pub use canvas::Canvas;
pub use notifications::Notification;
pub use viewport::{DESKTOP, PHONE, Viewport};
pub use worker_messages::WorkerRequest;

/// How long a test waits for a state of the page before it fails.
pub const TIMEOUT: Duration = Duration::from_secs(20);

/// The page, open in a browser, and the server it came from.
#[derive(Debug)]
pub struct Page {
    /// The browser.
    pub browser: Browser,
    /// The server.
    pub server: Server,
    /// Parts of console errors that this test expects.
    expected_errors: Mutex<Vec<String>>,
    /// Whether this test has loaded the page before.
    was_loaded: AtomicBool,
}

impl Page {
    /// A page of this server in this browser, not loaded yet.
    pub fn new(browser: Browser, server: Server) -> Self {
        Self { browser, server, expected_errors: Mutex::default(), was_loaded: AtomicBool::default() }
    }

    /// Loads the page as in a browser that has saved no photo, and waits until it can be used.
    pub async fn load(&self) {
        if self.was_loaded.swap(true, Ordering::Relaxed) {
            self.clear_saved_photos().await;
        }
        self.navigate().await;
        self.find("button", "Open photos").await;
    }

    /// Navigates to the page's address and does not wait for more than its `load` event.
    pub async fn navigate(&self) {
        self.navigate_to("").await;
    }

    /// Navigates to the page with this behind its address, for example `#benchmark`.
    ///
    /// # Panics
    /// When there is no page.
    pub async fn navigate_to(&self, behind: &str) {
        let address = format!("{}{behind}", self.server.page());
        self.browser.client.goto(&address).await.expect("the page can be loaded");
    }

    /// Reloads the page and does not wait for more than its `load` event.
    ///
    /// # Panics
    /// When the browser refuses.
    pub async fn reload(&self) {
        self.browser.client.refresh().await.expect("the page can be loaded again");
    }

    /// Navigates to `about:blank`, so that the next navigation loads a new document even if only its fragment differs.
    ///
    /// # Panics
    /// When the browser refuses.
    pub async fn open_blank_page(&self) {
        self.browser.client.goto("about:blank").await.expect("the empty page can be loaded");
    }

    /// Navigates to a document of the page's origin that runs none of the page's code, so that the origin's storage can
    /// be read and written while no page holds it.
    ///
    /// # Panics
    /// When the document can't be loaded.
    pub async fn open_bare_document(&self) {
        // The browser looks for an icon of that document.
        self.expect_console_error("favicon.ico");
        let image = format!("{}sample.jpg", self.server.page());
        self.browser.client.goto(&image).await.expect("the sample can be loaded");
    }

    /// Leaves the page, and deletes what it has saved of photos.
    async fn clear_saved_photos(&self) {
        self.open_bare_document().await;
        let script = "sessionStorage.clear(); localStorage.removeItem('safelight-left');
            return Promise.all(['safelight', 'safelight-files'].map((name) => new Promise((done) => {
                const request = indexedDB.deleteDatabase(name);
                request.onsuccess = request.onerror = () => done();
            })))";
        self.run(script, json!([])).await;
    }

    /// Runs a script in every document from here on, before the document's own scripts. Chromium only.
    pub async fn run_before_load(&self, script: &str) {
        self.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Runs the body of a function in the page. A returned promise is awaited.
    ///
    /// # Panics
    /// When the script throws.
    pub async fn run(&self, body: &str, arguments: Value) -> Value {
        let Value::Array(arguments) = arguments else { panic!("arguments are an array") };
        let ran = self.browser.client.execute(body, arguments).await;
        ran.unwrap_or_else(|error| panic!("a script failed: {error}\n{body}"))
    }

    /// Lets console errors with this in them pass in this test.
    pub fn expect_console_error(&self, part: &str) {
        lock(&self.expected_errors).push(part.to_owned());
    }

    /// The console errors that this test does not expect.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
        let lines = match self.browser.engine {
            Engine::Chromium => self.browser.console().await,
            // Other drivers give no console; what the last document threw is known from inside.
            Engine::Firefox | Engine::WebKit => self.uncaught_errors().await,
        };
        let expected = lock(&self.expected_errors).clone();
        let errors = lines.into_iter().filter(|line| line.starts_with("SEVERE"));
        errors.filter(|line| !expected.iter().any(|part| line.contains(part.as_str()))).collect()
    }

    /// The uncaught errors of this document, in the form of console lines.
    async fn uncaught_errors(&self) -> Vec<String> {
        let thrown = self.browser.client.execute("return spy.thrown", vec![]).await.unwrap_or_default();
        let thrown = thrown.as_array().into_iter().flatten().filter_map(Value::as_str);
        thrown.map(|text| format!("SEVERE: {text}")).collect()
    }
}
