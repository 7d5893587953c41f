//! Small choices that outlive the page: language, theme, keys. A browser that keeps nothing is no trouble.

use leptos::prelude::window;

/// What was kept under this name.
pub fn read(name: &str) -> Option<String> {
    let storage = window().local_storage().ok().flatten()?;
    storage.get_item(&full(name)).ok().flatten()
}

/// Keeps this under the name.
pub fn write(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // It is refused where there is no room; then the choice holds until the page goes.
        let _ = storage.set_item(&full(name), value);
    }
}

/// Other pages of the same host have names of their own.
fn full(name: &str) -> String {
    format!("safelight-{name}")
}
