//! The gloo-worker actor: it puts requests into a queue, from which the job loop takes them.

use std::rc::Rc;

use gloo_worker::{HandlerId, Worker, WorkerScope};
use safelight_protocol::{BUILD_ID, Reply, Request};
use wasm_bindgen_futures::spawn_local;

use crate::{job_loop, request_queue::RequestQueue, responder::Responder};

/// The state of the actor. It receives messages while a job runs, because jobs yield between bands.
pub struct Actor {
    queue: Rc<RequestQueue>,
}

impl Worker for Actor {
    type Message = ();
    type Input = Request;
    type Output = Reply;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self { queue: Rc::default() }
    }

    fn connected(&mut self, scope: &WorkerScope<Self>, page: HandlerId) {
        let scope = scope.clone();
        let responder = Responder::new(move |reply| scope.respond(page, reply));
        responder.send(Reply::Hello { build_id: BUILD_ID.to_owned() });
        spawn_local(job_loop::run(Rc::clone(&self.queue), responder));
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, page: HandlerId) {
        if let Some(cancelled) = self.queue.push(request) {
            scope.respond(page, cancelled);
        }
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}
}
