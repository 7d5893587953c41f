//! Faults that a test asks for, on the channel of [`safelight_protocol::test_hooks`]. Only in builds for tests.
//!
//! `"panic"` and `"hang"` happen at the next band of a render, `"panic-open"` and `"hang-open"` at the next decoding.
//! Every new worker reports `"started"`, so that a test can ask again; it reports `"armed"` once it has received a
//! fault.

use std::cell::RefCell;

use safelight_protocol::test_hooks;

thread_local! {
    static FAULT: RefCell<String> = RefCell::default();
}

/// Starts to receive faults.
pub fn listen() {
    test_hooks::on_message(|fault| {
        if let Some(fault) = fault.as_string() {
            FAULT.replace(fault);
            test_hooks::report(&"armed".into());
        }
    });
    test_hooks::report(&"started".into());
}

/// To be called between the bands of a render.
pub fn at_band() {
    fail_if_asked("panic", "hang");
}

/// To be called before a file is decoded.
pub fn at_open() {
    fail_if_asked("panic-open", "hang-open");
}

fn fail_if_asked(panic: &str, hang: &str) {
    let fault = FAULT.with_borrow(String::clone);
    assert!(fault != panic, "a test asked for this panic");
    if fault == hang {
        #[expect(clippy::empty_loop, reason = "a hang is what the test asks for")]
        loop {}
    }
}
