//! Ways to make the worker fail, on the channel of [`safelight_protocol::test_hooks`]. Only in builds for tests.
//!
//! `"panic"` and `"hang"` strike at the next band of a rendering, `"panic-open"` and `"hang-open"` at
//! the next decoding. Every new worker says `"started"`, so that a test can strike it again; it
//! says `"armed"` once it has heard an order.

use std::cell::RefCell;

use safelight_protocol::test_hooks as hooks;

thread_local! {
    static ORDER: RefCell<String> = RefCell::default();
}

/// Starts to hear orders.
pub fn listen() {
    hooks::hear(|order| {
        if let Some(order) = order.as_string() {
            ORDER.replace(order);
            hooks::report(&"armed".into());
        }
    });
    hooks::report(&"started".into());
}

/// Between the bands of a rendering.
pub fn at_band() {
    obey("panic", "hang");
}

/// Before a file is decoded.
pub fn at_open() {
    obey("panic-open", "hang-open");
}

fn obey(panic: &str, hang: &str) {
    let order = ORDER.with_borrow(String::clone);
    assert!(order != panic, "a test asked for this panic");
    if order == hang {
        #[expect(clippy::empty_loop, reason = "a hang is what the test asks for")]
        loop {}
    }
}
