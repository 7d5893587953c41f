//! Runs one test: gives it a server and a page, and fails it when the page wrote an error to the console.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::sync::{LazyLock, PoisonError, RwLock};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::browser::{Browser, Engine, pool};
use crate::page::Page;
use crate::server::Server;

/// A build of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// The release build, as it is hosted.
    Release,
    /// The release build with a worker that can be told to crash and to hang.
    Test,
}

/// A test that takes longer has hung. The slowest takes about 40 s on two busy cores.
const DEADLINE: Duration = Duration::from_secs(150);

/// A browser that does not answer within this time has hung.
const ANSWER: Duration = Duration::from_secs(20);

/// Tests that measure time hold this alone; all others share it.
static LANE: RwLock<()> = RwLock::new(());

/// All tests share one runtime, since a browser's connection outlives the test that opened it.
pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime can be started")
});

/// Opens the page in Chromium and runs one test on it, side by side with other tests.
///
/// # Panics
/// When the test does, when it hangs, and when the page wrote an error to the console that the test
/// did not expect.
pub fn open_page(build: Build, test: impl AsyncFn(&Page)) {
    open_page_in(Engine::Chromium, build, test);
}

/// Opens the page in Chromium and runs one test that measures time, while no other test runs.
///
/// # Panics
/// As [`open_page`].
#[expect(clippy::needless_pass_by_value, reason = "a test is written where it is passed")]
pub fn open_page_alone(build: Build, test: impl AsyncFn(&Page)) {
    let _alone = LANE.write().unwrap_or_else(PoisonError::into_inner);
    run(Engine::Chromium, build, &test);
}

/// Opens the page in this browser and runs one test on it, side by side with other tests.
///
/// # Panics
/// As [`open_page`].
#[expect(clippy::needless_pass_by_value, reason = "a test is written where it is passed")]
pub fn open_page_in(engine: Engine, build: Build, test: impl AsyncFn(&Page)) {
    let _shared = LANE.read().unwrap_or_else(PoisonError::into_inner);
    run(engine, build, &test);
}

fn run(engine: Engine, build: Build, test: &impl AsyncFn(&Page)) {
    RUNTIME.block_on(async {
        if attempt(engine, build, test).await == Outcome::BrowserCrashed {
            eprintln!("{engine:?} itself crashed; the test is run once more");
            let again = attempt(engine, build, test).await;
            assert_eq!(again, Outcome::Passed, "{engine:?} itself crashed twice");
        }
    });
}

/// How a test ended that did not fail.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    /// `WebKitGTK`'s own process traps now and then, which no page can help.
    BrowserCrashed,
}

async fn attempt(engine: Engine, build: Build, test: &impl AsyncFn(&Page)) -> Outcome {
    let server = Server::start(&build.folder()).await.expect("a port of this machine is free");
    let page = Page::new(pool::take(engine).await, server);
    let whole = async {
        page.load().await;
        test(&page).await;
    };
    let ended = AssertUnwindSafe(timeout(DEADLINE, whole)).catch_unwind().await;
    // A browser that hangs does not answer here either.
    let errors = timeout(ANSWER, page.console_errors()).await.unwrap_or_default();
    let passed = matches!(ended, Ok(Ok(()))) && errors.is_empty();
    if !passed {
        let _ = timeout(ANSWER, page.save_failure_report(&errors)).await;
    }
    let crashed = engine == Engine::WebKit && ended.is_err() && !page.browser.is_alive().await;
    finish(page.browser, passed).await;
    match ended {
        Err(_) if crashed => return Outcome::BrowserCrashed,
        Err(panic) => resume_unwind(panic),
        Ok(Err(_)) => panic!("the test was not done after {} s", DEADLINE.as_secs()),
        Ok(Ok(())) => assert!(errors.is_empty(), "the console has errors: {errors:#?}"),
    }
    Outcome::Passed
}

/// Keeps the browser for the next test, unless this test failed: its browser may be broken.
async fn finish(browser: Browser, passed: bool) {
    if passed {
        pool::put_back(browser).await;
    } else {
        browser.close().await;
    }
}

impl Build {
    /// Where the build's files lie.
    ///
    /// # Panics
    /// When it was not built.
    pub fn folder(self) -> PathBuf {
        let variable = match self {
            Self::Release => "SAFELIGHT_DIST",
            Self::Test => "SAFELIGHT_HOOKED_DIST",
        };
        let folder = std::env::var_os(variable).map(PathBuf::from);
        folder
            .filter(|folder| folder.join("index.html").is_file())
            .unwrap_or_else(|| panic!("{variable} names no built page; `cargo xtask test browser` builds it"))
    }
}
