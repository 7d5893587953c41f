//! After the page has followed the session.

use leptos::task::{spawn_local, tick};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Runs `then` when what was just set stands in the page, and before the next key or click is heard.
pub fn settled(then: impl FnOnce() + 'static) {
    spawn_local(async move {
        tick().await;
        then();
    });
}

/// Brings an element into sight.
pub fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
