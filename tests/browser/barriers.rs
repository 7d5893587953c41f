//! What looks for barriers finds them. That there are none is tried wherever a picture is taken.

use safelight_tests::site::{Site, visit};
use serde_json::json;

#[test]
fn a_barrier_would_be_found() {
    visit(Site::Release, async |page| {
        page.keeps_nobody_out("empty").await;
        page.run("document.querySelector('main').append(document.createElement('button'))", json!([])).await;
        let found = page.barriers().await;
        assert!(found.iter().any(|barrier| barrier.starts_with("button-name")), "{found:?}");
    });
}
