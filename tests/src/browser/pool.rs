//! Browsers that outlive a test. Starting one costs more than most tests do, so the next test gets an idle one with a
//! fresh tab. Storage, workers and permissions of two tests stay apart, since each test has a server, and thereby an
//! origin, of its own.

use std::sync::{Mutex, Once};
use std::time::Duration;

use tokio::time::timeout;

use super::{Browser, Engine};
use crate::harness::RUNTIME;
use crate::server::lock;

/// A browser that takes longer for a fresh tab is thrown away.
const RESET: Duration = Duration::from_secs(10);

static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// An idle browser of this engine, or a new one.
pub(crate) async fn take(engine: Engine) -> Browser {
    let idle = {
        let mut idle = lock(&IDLE);
        let at = idle.iter().position(|browser| browser.engine == engine);
        at.map(|at| idle.swap_remove(at))
    };
    match idle {
        Some(browser) => browser,
        None => Browser::start(engine).await,
    }
}

/// Gives the browser a fresh tab and keeps it for the next test, or closes it where that fails.
pub(crate) async fn put_back(browser: Browser) {
    // WebKitGTK's own process traps now and then; the less it runs, the better.
    let is_reusable = browser.engine != Engine::WebKit;
    if is_reusable && matches!(timeout(RESET, browser.reset()).await, Ok(Ok(()))) {
        close_all_at_exit();
        lock(&IDLE).push(browser);
    } else {
        browser.close().await;
    }
}

/// The test harness tells no test that it is the last, so the process's exit closes the idle browsers.
fn close_all_at_exit() {
    static REGISTERED: Once = Once::new();
    REGISTERED.call_once(|| {
        // SAFETY: the handler is a plain function without arguments, and does not unwind: the thread that does its
        // work is joined, whose panic is a value.
        let refused = unsafe { libc::atexit(close_all) };
        assert_eq!(refused, 0, "an exit handler can be registered");
    });
}

extern "C" fn close_all() {
    // A thread of its own: thread-local values of the exiting one are gone by now.
    let closing = std::thread::spawn(|| {
        let idle = std::mem::take(&mut *lock(&IDLE));
        RUNTIME.block_on(futures_util::future::join_all(idle.into_iter().map(Browser::close)));
    });
    let _ = closing.join();
}
