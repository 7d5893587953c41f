//! Messages between the page and its worker, and faults of the test build's worker.

use serde_json::{Value, json};

use super::Page;

/// One message from the page to the worker.
#[derive(Debug, Clone)]
pub struct WorkerRequest {
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

impl Page {
    /// The requests that the page has sent to its workers so far, oldest first.
    pub async fn worker_requests(&self) -> Vec<WorkerRequest> {
        let sent = self.run("return spy.sent", json!([])).await;
        let bytes =
            |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let sent = sent.as_array().into_iter().flatten();
        sent.map(|one| WorkerRequest {
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

    /// The last request of this kind that is not about the original.
    pub async fn last_request(&self, kind: &str) -> Option<WorkerRequest> {
        self.worker_requests().await.into_iter().rfind(|sent| sent.kind == kind && !sent.original)
    }

    /// The number of workers started so far.
    pub async fn worker_count(&self) -> u64 {
        self.run("return spy.workers", json!([])).await.as_u64().unwrap_or_default()
    }

    /// The reports of the test build's workers so far, oldest first.
    pub async fn worker_reports(&self) -> Vec<Value> {
        self.run("return spy.reports", json!([])).await.as_array().cloned().unwrap_or_default()
    }

    /// Tells the test build's worker to fail at its next job, for example by `panic` or `hang-open`, and waits until the
    /// worker knows.
    pub async fn inject_fault(&self, fault: &str) {
        let armed = |reports: &[Value]| reports.iter().filter(|report| **report == "armed").count();
        let before = armed(&self.worker_reports().await);
        self.run("spy.injectFault(arguments[0])", json!([fault])).await;
        self.wait_until(format_args!("worker that knows of {fault:?}"), async || {
            let reports = self.worker_reports().await;
            if armed(&reports) > before { Ok(()) } else { Err(format!("its reports are {reports:?}")) }
        })
        .await;
    }

    /// Tells the next worker to fail, as soon as it has started.
    pub async fn inject_fault_into_next_worker(&self, fault: &str) {
        self.run("spy.nextFaults.push(arguments[0])", json!([fault])).await;
    }
}
