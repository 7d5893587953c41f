//! One test: its server, its browser, and what is left of them when it fails.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::time::timeout;

use crate::browser::{Browser, Engine};
use crate::server::Server;
use crate::visit::Visit;

/// Which build of the page is visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// The release build, as it is hosted.
    Release,
    /// The same page with a worker that can be told to crash and to hang.
    Hooked,
}

/// A test that takes longer has hung.
const DEADLINE: Duration = Duration::from_secs(90);

/// A browser that does not answer within this time has hung too.
const ANSWER: Duration = Duration::from_secs(20);

/// One browser at a time: what is measured wants a quiet machine, and two cores are soon taken.
static TURN: Mutex<()> = Mutex::new(());

/// Runs one test in a browser of its own, with the page open before it.
///
/// # Panics
/// When the test does, when it hangs, and when the page wrote an error to the console that the test
/// did not expect.
pub fn visit(site: Site, test: impl AsyncFn(&Visit)) {
    visit_in(Engine::Chromium, site, test);
}

/// The same in a browser of this kind.
///
/// # Panics
/// As [`visit`].
pub fn visit_in(engine: Engine, site: Site, test: impl AsyncFn(&Visit)) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime can be started");
    runtime.block_on(async move {
        if attempt(engine, site, &test).await == Ended::WithItsBrowser {
            eprintln!("{engine:?} itself broke down; the test is run once more");
            let again = attempt(engine, site, &test).await;
            assert_eq!(again, Ended::Well, "{engine:?} itself broke down twice");
        }
    });
}

/// How a test ended that did not fail.
#[derive(Debug, PartialEq, Eq)]
enum Ended {
    Well,
    /// `WebKitGTK`'s own process traps now and then, which no page can help.
    WithItsBrowser,
}

async fn attempt(engine: Engine, site: Site, test: &impl AsyncFn(&Visit)) -> Ended {
    let server = Server::start(&site.folder()).await.expect("a port of this machine is free");
    let visit = Visit::new(Browser::start(engine).await, server);
    let whole = async {
        visit.go().await;
        test(&visit).await;
    };
    let ended = AssertUnwindSafe(timeout(DEADLINE, whole)).catch_unwind().await;
    // A browser that hangs does not answer here either.
    let complaints = timeout(ANSWER, visit.complaints()).await.unwrap_or_default();
    if !matches!(ended, Ok(Ok(()))) || !complaints.is_empty() {
        let _ = timeout(ANSWER, visit.leave_evidence(&complaints)).await;
    }
    let broke = engine == Engine::WebKit && ended.is_err() && !visit.browser.lives().await;
    visit.browser.close().await;
    match ended {
        Err(_) if broke => return Ended::WithItsBrowser,
        Err(panic) => resume_unwind(panic),
        Ok(Err(_)) => panic!("the test was not done after {} s", DEADLINE.as_secs()),
        Ok(Ok(())) => assert!(complaints.is_empty(), "the console has errors: {complaints:#?}"),
    }
    Ended::Well
}

impl Site {
    /// Where its files lie.
    ///
    /// # Panics
    /// When it was not built.
    pub fn folder(self) -> PathBuf {
        let variable = match self {
            Self::Release => "SAFELIGHT_DIST",
            Self::Hooked => "SAFELIGHT_HOOKED_DIST",
        };
        let folder = std::env::var_os(variable).map(PathBuf::from);
        folder
            .filter(|folder| folder.join("index.html").is_file())
            .unwrap_or_else(|| panic!("{variable} names no built page; `cargo xtask test browser` builds it"))
    }
}

/// Cargo's target folder, as an absolute path without detours.
///
/// # Panics
/// When it can't be made.
pub fn target() -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("the target folder can be made");
    folder.canonicalize().expect("it is there")
}

/// Where pictures of the page are put.
///
/// # Panics
/// When the folder can't be made.
pub fn screenshots() -> PathBuf {
    let folder = target().join("screenshots");
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    folder
}
