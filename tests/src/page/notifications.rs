//! Notifications and the status line.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Page, TIMEOUT};

/// A notification on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// `alert` or `status`.
    pub role: String,
    /// What happened.
    pub title: String,
    /// Why, and what can be done.
    pub text: String,
}

impl Page {
    /// All notifications on the page now, oldest first.
    pub async fn notifications(&self) -> Vec<Notification> {
        let script = "return ['alert', 'status'].flatMap((role) => spy.all(role)
            .filter((one) => one.querySelector('h2'))
            .map((one) => [role, spy.words(one.querySelector('h2').textContent),
                           spy.words([...one.querySelectorAll('p')].map((p) => p.textContent).join(' '))]))";
        let found = self.run(script, json!([])).await;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let found = found.as_array().into_iter().flatten();
        found
            .map(|one| Notification { role: text(&one[0]), title: text(&one[1]), text: text(&one[2]) })
            .collect()
    }

    /// Waits for the notification of this title.
    pub async fn wait_for_notification(&self, title: &str) -> Notification {
        self.wait_for_notification_within(TIMEOUT, title).await
    }

    /// As [`wait_for_notification`](Self::wait_for_notification), with a timeout of its own.
    pub async fn wait_for_notification_within(&self, timeout: Duration, title: &str) -> Notification {
        self.wait_within(timeout, format_args!("notification “{title}”"), async || {
            let shown = self.notifications().await;
            let found = shown.iter().find(|one| one.title == title).cloned();
            found.ok_or_else(|| format!("{shown:#?}"))
        })
        .await
    }

    /// Waits until the status line contains this text; the whole status line.
    pub async fn wait_for_status(&self, part: &str) -> String {
        let script = "return spy.all('status').filter((one) => !one.querySelector('h2'))
            .map((one) => spy.words(one.textContent)).join(' | ')";
        self.wait_until(format_args!("status with “{part}”"), async || {
            let status = self.run(script, json!([])).await.as_str().unwrap_or_default().to_owned();
            if status.contains(part) { Ok(status) } else { Err(status) }
        })
        .await
    }

    /// The texts of all notifications and of the status line, on a page that may be broken.
    pub(super) async fn notification_texts(&self) -> Value {
        let script = "return [...document.querySelectorAll('[role=alert], [role=status]')].map((one) => one.textContent)";
        self.browser.client.execute(script, vec![]).await.unwrap_or_default()
    }
}
