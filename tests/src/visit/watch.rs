//! What is seen of the page from behind: what it sends to its worker, and what the hooked worker tells.

use serde_json::{Value, json};

use super::Visit;

/// One message from the page to the worker.
#[derive(Debug, Clone)]
pub struct Sent {
    /// `Open`, `Render`, `Export`, `Cancel` or `other`.
    pub kind: String,
    /// The view, for a `Render`.
    pub view: Value,
    /// Whether it asks for the original that the photo is compared with.
    pub original: bool,
    /// Whether it asks for the counts of a histogram.
    pub counts: bool,
    /// The stack, for a `Render` or an `Export`.
    pub filters: Vec<String>,
    /// Bytes of each buffer in it before it was sent.
    pub before: Vec<u64>,
    /// Bytes of the same buffers right after.
    pub after: Vec<u64>,
}

impl Visit {
    /// What the page has sent to its workers so far, oldest first.
    pub async fn sent(&self) -> Vec<Sent> {
        let sent = self.run("return probe.sent", json!([])).await;
        let bytes =
            |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let sent = sent.as_array().into_iter().flatten();
        sent.map(|one| Sent {
            kind: text(&one["kind"]),
            view: one["view"].clone(),
            original: one["original"] == true,
            counts: one["counts"] == true,
            filters: one["filters"].as_array().into_iter().flatten().map(text).collect(),
            before: bytes(&one["before"]),
            after: bytes(&one["after"]),
        })
        .collect()
    }

    /// The last message of this kind that is not about the original.
    pub async fn last_sent(&self, kind: &str) -> Option<Sent> {
        self.sent().await.into_iter().rfind(|sent| sent.kind == kind && !sent.original)
    }

    /// How many workers were made so far.
    pub async fn workers(&self) -> u64 {
        self.run("return probe.workers", json!([])).await.as_u64().unwrap_or_default()
    }

    /// What hooked workers have told so far, oldest first.
    pub async fn reports(&self) -> Vec<Value> {
        self.run("return probe.hooks", json!([])).await.as_array().cloned().unwrap_or_default()
    }

    /// Gives the hooked worker an order, and waits until it has heard it.
    pub async fn order(&self, words: &str) {
        let armed = |reports: &[Value]| reports.iter().filter(|report| **report == "armed").count();
        let before = armed(&self.reports().await);
        self.run("probe.order(arguments[0])", json!([words])).await;
        self.until(format_args!("worker that heard {words:?}"), async || {
            let reports = self.reports().await;
            if armed(&reports) > before { Ok(()) } else { Err(format!("it told {reports:?}")) }
        })
        .await;
    }

    /// Gives the worker after the present one an order as soon as it has started.
    pub async fn order_the_next(&self, words: &str) {
        self.run("probe.again.push(arguments[0])", json!([words])).await;
    }
}
