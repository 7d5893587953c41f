//! Sends replies to the page.

use safelight_protocol::Reply;

/// Sends replies to one page. It takes a closure, so that jobs know nothing of the actor.
pub struct Responder(Box<dyn Fn(Reply)>);

impl Responder {
    /// A responder that sends by calling `send`.
    pub fn new(send: impl Fn(Reply) + 'static) -> Self {
        Self(Box::new(send))
    }

    /// Posts a reply at once, also in the middle of a job.
    pub fn send(&self, reply: Reply) {
        (self.0)(reply);
    }
}
