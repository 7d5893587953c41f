//! A visitor: what can be seen of the page, and what hands can do to it.

use std::fmt::Display;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use safelight_recipe::Recipe;
use serde_json::{Value, json};

use crate::browser::{Browser, Engine};
use crate::native::{Native, Picture, recipe};
use crate::server::{Server, lock};
use crate::site::screenshots;

mod axe;
mod canvas;
mod hands;
mod pictures;
mod targets;
mod watch;

pub use canvas::Canvas;
pub use hands::Way;
pub use pictures::{PHONE, Screen, WINDOW};
pub use watch::Sent;

/// How long a visitor waits for anything before calling it broken.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often a visitor looks.
const GLANCE: Duration = Duration::from_millis(15);

/// A visit to the page.
#[derive(Debug)]
pub struct Visit {
    /// The browser.
    pub browser: Browser,
    /// The host.
    pub server: Server,
    /// Parts of console messages that this test expects.
    expected: Mutex<Vec<String>>,
    /// Whether the page was gone to before.
    was_there: AtomicBool,
}

/// A piece of news or an error as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// `alert` or `status`.
    pub role: String,
    /// What happened.
    pub title: String,
    /// Why, and what now.
    pub text: String,
}

impl Visit {
    /// A visit with this browser to this host.
    pub fn new(browser: Browser, server: Server) -> Self {
        Self { browser, server, expected: Mutex::default(), was_there: AtomicBool::default() }
    }

    /// Goes to the page, as somebody whose browser has kept no photo, and waits until it can be used.
    pub async fn go(&self) {
        if self.was_there.swap(true, Ordering::Relaxed) {
            self.forget().await;
        }
        self.go_without_waiting().await;
        self.find("button", "Open photos").await;
    }

    /// Goes to the page.
    ///
    /// # Panics
    /// When there is no page.
    pub async fn go_without_waiting(&self) {
        self.browser.client.goto(&self.server.page()).await.expect("the page can be loaded");
    }

    /// Leaves the page, and has the browser forget the photos that it kept.
    async fn forget(&self) {
        // A document of the same origin, so that its database can be had while no page of ours holds it.
        // The browser looks for an icon of that document.
        self.expect_complaint("favicon.ico");
        let elsewhere = format!("{}sample.jpg", self.server.page());
        self.browser.client.goto(&elsewhere).await.expect("the sample can be loaded");
        let script = "sessionStorage.clear(); localStorage.removeItem('safelight-left');
            return Promise.all(['safelight', 'safelight-files'].map((name) => new Promise((done) => {
                const request = indexedDB.deleteDatabase(name);
                request.onsuccess = request.onerror = () => done();
            })))";
        self.run(script, json!([])).await;
    }

    /// Loads the page again, as a person does, and does not wait.
    ///
    /// # Panics
    /// When the browser refuses.
    pub async fn reload(&self) {
        self.browser.client.refresh().await.expect("the page can be loaded again");
    }

    /// Leaves for an empty page, so that what is gone to next is loaded afresh.
    ///
    /// # Panics
    /// When that cannot be.
    pub async fn leave(&self) {
        self.browser.client.goto("about:blank").await.expect("the empty page can be loaded");
    }

    /// Goes to the page with this behind its address.
    ///
    /// # Panics
    /// When there is no page.
    pub async fn go_to(&self, behind: &str) {
        let address = format!("{}{behind}", self.server.page());
        self.browser.client.goto(&address).await.expect("the page can be loaded");
    }

    /// Says that console messages with this in them are no surprise in this test.
    pub fn expect_complaint(&self, part: &str) {
        lock(&self.expected).push(part.to_owned());
    }

    /// The errors on the console that nobody expected.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        let lines = match self.browser.engine {
            Engine::Chromium => self.browser.console().await,
            // Other drivers have no console to read; what the page threw last is known from inside.
            Engine::Firefox | Engine::WebKit => self.thrown().await,
        };
        let expected = lock(&self.expected).clone();
        let surprises = lines.into_iter().filter(|line| line.starts_with("SEVERE"));
        surprises.filter(|line| !expected.iter().any(|part| line.contains(part.as_str()))).collect()
    }

    /// What this document threw and nobody caught, in the words of a console.
    async fn thrown(&self) -> Vec<String> {
        let thrown = self.browser.client.execute("return probe.thrown", vec![]).await.unwrap_or_default();
        let thrown = thrown.as_array().into_iter().flatten().filter_map(Value::as_str);
        thrown.map(|text| format!("SEVERE: {text}")).collect()
    }

    /// Runs the body of a function in the page; what it returns is waited for.
    ///
    /// # Panics
    /// When it throws.
    pub async fn run(&self, body: &str, arguments: Value) -> Value {
        let Value::Array(arguments) = arguments else { panic!("arguments are an array") };
        let ran = self.browser.client.execute(body, arguments).await;
        ran.unwrap_or_else(|error| panic!("a script failed: {error}\n{body}"))
    }

    /// Looks until there is something to see. `look` says what there is instead as its error.
    ///
    /// # Panics
    /// When patience runs out.
    pub async fn until<T>(&self, what: impl Display, look: impl AsyncFnMut() -> Result<T, String>) -> T {
        self.within(PATIENCE, what, look).await
    }

    /// As [`until`](Self::until), with a patience of its own.
    ///
    /// # Panics
    /// When patience runs out.
    pub async fn within<T>(
        &self,
        patience: Duration,
        what: impl Display,
        mut look: impl AsyncFnMut() -> Result<T, String>,
    ) -> T {
        let start = Instant::now();
        loop {
            match look().await {
                Ok(seen) => return seen,
                Err(instead) if start.elapsed() > patience => {
                    panic!("after {} s there is no {what}: {instead}", patience.as_secs())
                }
                Err(_) => tokio::time::sleep(GLANCE).await,
            }
        }
    }

    /// All that can be seen with this role and name.
    pub async fn all(&self, role: &str, name: &str) -> Vec<Element> {
        let found = self.run("return probe.find(arguments[0], arguments[1])", json!([role, name])).await;
        let ids = found.as_array().cloned().unwrap_or_default();
        ids.iter().filter_map(|id| self.element(id)).collect()
    }

    /// The names of all that can be seen with this role.
    pub async fn names(&self, role: &str) -> Vec<String> {
        let names = self.run("return probe.names(arguments[0])", json!([role])).await;
        names.as_array().into_iter().flatten().filter_map(|name| Some(name.as_str()?.to_owned())).collect()
    }

    /// Whether something of this role and name can be seen now.
    pub async fn sees(&self, role: &str, name: &str) -> bool {
        !self.all(role, name).await.is_empty()
    }

    /// Waits for the one thing of this role and name.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.until(format_args!("one {role} “{name}”"), async || {
            let mut found = self.all(role, name).await;
            match found.len() {
                1 => Ok(found.remove(0)),
                count => Err(format!("{count} of that name; there are {:?}", self.names(role).await)),
            }
        })
        .await
    }

    /// The name of what has the focus.
    pub async fn focused(&self) -> String {
        let name = self.run("return probe.nameOf(document.activeElement)", json!([])).await;
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until nothing of this role and name is left.
    pub async fn gone(&self, role: &str, name: &str) {
        self.until(format_args!("room without the {role} “{name}”"), async || {
            if self.sees(role, name).await { Err("it is still there".to_owned()) } else { Ok(()) }
        })
        .await;
    }

    /// All notices that stand there now.
    pub async fn told(&self) -> Vec<Told> {
        let script = "return ['alert', 'status'].flatMap((role) => probe.all(role)
            .filter((notice) => notice.querySelector('h2'))
            .map((notice) => [role, probe.words(notice.querySelector('h2').textContent),
                              probe.words([...notice.querySelectorAll('p')].map((p) => p.textContent).join(' '))]))";
        let told = self.run(script, json!([])).await;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let told = told.as_array().into_iter().flatten();
        told.map(|one| Told { role: text(&one[0]), title: text(&one[1]), text: text(&one[2]) }).collect()
    }

    /// Waits for the notice of this title.
    pub async fn hears(&self, title: &str) -> Told {
        self.hears_within(PATIENCE, title).await
    }

    /// As [`hears`](Self::hears), with a patience of its own.
    pub async fn hears_within(&self, patience: Duration, title: &str) -> Told {
        self.within(patience, format_args!("notice “{title}”"), async || {
            let told = self.told().await;
            let found = told.iter().find(|one| one.title == title).cloned();
            found.ok_or_else(|| format!("{told:#?}"))
        })
        .await
    }

    /// Waits until the status line says something that contains this.
    pub async fn reads_status(&self, part: &str) -> String {
        let script = "return probe.all('status').filter((one) => !one.querySelector('h2'))
            .map((one) => probe.words(one.textContent)).join(' | ')";
        self.until(format_args!("status with “{part}”"), async || {
            let said = self.run(script, json!([])).await.as_str().unwrap_or_default().to_owned();
            if said.contains(part) { Ok(said) } else { Err(said) }
        })
        .await
    }

    /// Waits until all of the photo is shown at the scale that fits, under exactly these filters: each
    /// pixel of the canvas is the one that the engine makes natively.
    pub async fn shows(&self, photo: &mut Native, filters: &[&str]) -> Canvas {
        self.shows_recipe(photo, &recipe(filters)).await
    }

    /// As [`shows`](Self::shows), for filters with settings.
    ///
    /// # Panics
    /// When patience runs out.
    pub async fn shows_recipe(&self, photo: &mut Native, recipe: &Recipe) -> Canvas {
        let mut expected: Option<Picture> = None;
        self.until(format_args!("photo under {:?}", recipe.steps), async || {
            let canvas = self.canvas().await.ok_or("no canvas")?;
            let size = (canvas.picture.width, canvas.picture.height);
            if expected.as_ref().is_none_or(|expected| (expected.width, expected.height) != size) {
                let view = photo
                    .fitted(recipe, size)
                    .ok_or_else(|| format!("a canvas of {size:?}, not all of the photo"))?;
                expected = Some(photo.render(recipe, view));
            }
            match canvas.picture.difference(expected.as_ref().expect("it was just made")) {
                None => Ok(canvas),
                Some(difference) => Err(difference),
            }
        })
        .await
    }

    /// Leaves what helps to see why a test failed.
    pub(crate) async fn leave_evidence(&self, complaints: &[String]) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        eprintln!("the page told: {:#?}", self.told_or_nothing().await);
        eprintln!("its console: {complaints:#?}");
        if let Ok(png) = self.browser.client.screenshot().await {
            let path = screenshots().join(format!("failed-{name}.png"));
            if std::fs::write(&path, png).is_ok() {
                eprintln!("it looked like {}", path.display());
            }
        }
    }

    /// As [`told`](Self::told), for a page that may be broken.
    async fn told_or_nothing(&self) -> Value {
        let script = "return [...document.querySelectorAll('[role=alert], [role=status]')].map((one) => one.textContent)";
        self.browser.client.execute(script, vec![]).await.unwrap_or_default()
    }

    fn element(&self, id: &Value) -> Option<Element> {
        // The key that the WebDriver standard gives to references to elements.
        let id = id.get("element-6066-11e4-a52e-4f735466cecf")?.as_str()?;
        Some(Element::from_element_id(self.browser.client.clone(), id.to_owned().into()))
    }
}
