//! The gloo-worker actor: hears requests into an inbox, and works them off one by one.

use std::rc::Rc;

use gloo_worker::{HandlerId, Worker, WorkerScope};
use safelight_protocol::{BUILD, Reply, Request};
use wasm_bindgen_futures::spawn_local;

use crate::{job_loop, request_queue::Inbox, responder::Replies};

/// Hears while it works, because work is done in bands and yields between them.
pub struct Actor {
    inbox: Rc<Inbox>,
}

impl Worker for Actor {
    type Message = ();
    type Input = Request;
    type Output = Reply;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self { inbox: Rc::default() }
    }

    fn connected(&mut self, scope: &WorkerScope<Self>, page: HandlerId) {
        let replies = Replies::new(scope, page);
        replies.send(Reply::Hello { build: BUILD.to_owned() });
        spawn_local(job_loop::work(Rc::clone(&self.inbox), replies));
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, page: HandlerId) {
        for dropped in self.inbox.put(request) {
            scope.respond(page, dropped);
        }
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}
}
