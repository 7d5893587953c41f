//! Requests that wait for the running job to end. The page sends the next request only when it has a reply to the one
//! before, so the queue holds a request while that job is being cancelled, and mostly nothing.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    future::poll_fn,
    task::{Poll, Waker},
};

use safelight_protocol::{Reply, Request};

/// Requests that have arrived and have not begun, in order.
#[derive(Default)]
pub struct RequestQueue {
    waiting: RefCell<VecDeque<Request>>,
    /// The running job, if the page has cancelled it.
    cancelled: Cell<Option<u32>>,
    waker: RefCell<Option<Waker>>,
}

impl RequestQueue {
    /// Adds a request. `Cancel` is handled at once: a waiting job is removed, and its reply returned; a running one
    /// stops at its next band.
    pub fn push(&self, request: Request) -> Option<Reply> {
        let mut waiting = self.waiting.borrow_mut();
        if let Request::Cancel { job } = request {
            let index = waiting.iter().position(|waiting| waiting.job() == job);
            let Some(removed) = index.and_then(|index| waiting.remove(index)) else {
                self.cancelled.set(Some(job));
                return None;
            };
            let recycled_buffer = match removed {
                Request::Render { recycled_buffer, .. } => recycled_buffer,
                _ => None,
            };
            return Some(Reply::Cancelled { job, recycled_buffer });
        }
        waiting.push_back(request);
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
        None
    }

    /// Waits for the next request.
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

    /// Whether the page has cancelled this job.
    pub fn is_cancelled(&self, job: u32) -> bool {
        self.cancelled.get() == Some(job)
    }
}
