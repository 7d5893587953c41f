//! Requests that wait. A newer rendering takes the place of an older one; a cancelled job is told
//! at its next band.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    future::poll_fn,
    task::{Poll, Waker},
};

use safelight_protocol::{Reply, Request};

/// What the page asked for and the worker has not begun.
#[derive(Default)]
pub struct Inbox {
    waiting: RefCell<VecDeque<Request>>,
    /// The job that runs now, and was asked to stop.
    cancelled: Cell<Option<u32>>,
    waker: RefCell<Option<Waker>>,
}

impl Inbox {
    /// Takes a request in; returns what is to be said of those that it makes pointless.
    pub fn put(&self, request: Request) -> Vec<Reply> {
        let mut dropped = Vec::new();
        let mut waiting = self.waiting.borrow_mut();
        match request {
            Request::Cancel { job } => {
                let before = waiting.len();
                drop_from(&mut waiting, &mut dropped, |request| number(request) == job);
                if waiting.len() == before {
                    self.cancelled.set(Some(job));
                }
            }
            request => {
                if matches!(request, Request::Render { .. }) {
                    drop_from(&mut waiting, &mut dropped, |request| {
                        matches!(request, Request::Render { .. })
                    });
                }
                waiting.push_back(request);
            }
        }
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
        dropped
    }

    /// The next request, when there is one.
    pub async fn next(&self) -> Request {
        poll_fn(|context| {
            let request = self.waiting.borrow_mut().pop_front();
            if request.is_none() {
                self.waker.replace(Some(context.waker().clone()));
            }
            request.map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }

    /// Whether the page has given this job up.
    pub fn is_cancelled(&self, job: u32) -> bool {
        self.cancelled.get() == Some(job)
    }
}

/// Takes the requests that match out of the queue, and says so for each.
fn drop_from(waiting: &mut VecDeque<Request>, dropped: &mut Vec<Reply>, matches: impl Fn(&Request) -> bool) {
    for request in std::mem::take(waiting) {
        if !matches(&request) {
            waiting.push_back(request);
            continue;
        }
        let job = number(&request);
        let spent = match request {
            Request::Render { spent, .. } => spent,
            Request::Open { .. }
            | Request::Export { .. }
            | Request::Thumbnails { .. }
            | Request::Cancel { .. } => None,
        };
        dropped.push(Reply::Dropped { job, spent });
    }
}

fn number(request: &Request) -> u32 {
    match request {
        Request::Open { job, .. }
        | Request::Render { job, .. }
        | Request::Export { job, .. }
        | Request::Thumbnails { job, .. }
        | Request::Cancel { job } => *job,
    }
}
