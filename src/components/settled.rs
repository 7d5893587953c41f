//! After the page has followed the session.

use leptos::task::{spawn_local, tick};

/// Runs `then` when what was just set stands in the page, and before the next key or click is heard.
pub fn settled(then: impl FnOnce() + 'static) {
    spawn_local(async move {
        tick().await;
        then();
    });
}
