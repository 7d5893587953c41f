//! Waiting for a state of the page: checked at every change of the page, not by the clock.

use std::fmt::Display;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Page, TIMEOUT};

/// How often a document that can't tell its changes is checked: one that is being left, or none of ours.
const POLL_INTERVAL: Duration = Duration::from_millis(15);

impl Page {
    /// Checks a condition at every change of the page until it holds. The condition's error says what there is
    /// instead, for the failure message.
    ///
    /// # Panics
    /// When it does not hold within [`TIMEOUT`].
    pub async fn wait_until<T>(
        &self,
        what: impl Display,
        condition: impl AsyncFnMut() -> Result<T, String>,
    ) -> T {
        self.wait_within(TIMEOUT, what, condition).await
    }

    /// As [`wait_until`](Self::wait_until), with a timeout of its own.
    ///
    /// # Panics
    /// When the condition does not hold in time.
    pub async fn wait_within<T>(
        &self,
        timeout: Duration,
        what: impl Display,
        mut condition: impl AsyncFnMut() -> Result<T, String>,
    ) -> T {
        let start = Instant::now();
        let mut seen = Value::Null;
        loop {
            match condition().await {
                Ok(value) => return value,
                Err(instead) if start.elapsed() > timeout => {
                    panic!("after {} s there is no {what}: {instead}", timeout.as_secs())
                }
                Err(_) => seen = self.next_change(seen).await,
            }
        }
    }

    /// Waits until the page has changed since its change number was `seen`; its number now.
    pub(super) async fn next_change(&self, seen: Value) -> Value {
        let changed = self.browser.client.execute("return spy.change(arguments[0])", vec![seen]).await;
        if let Ok(number) = changed {
            return number;
        }
        tokio::time::sleep(POLL_INTERVAL).await;
        Value::Null
    }

    /// Waits until the page has used none of its databases for longer than it collects changes (250 ms).
    pub async fn wait_for_autosave(&self) {
        self.run("return spy.databasesIdle(arguments[0])", json!([350])).await;
    }
}
