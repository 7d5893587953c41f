//! All requests go to the hosted folder, and once loaded the page needs no server.

use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::photos;
use safelight_tests::server::SUB_PATH;
use serde_json::json;

#[test]
fn everything_is_loaded_from_below_the_sub_path() {
    open_page(Build::Release, async |page| {
        page.click("button", "No photo at hand? Try the sample photo").await;
        let mut photo = NativeImage::open(include_bytes!("../../../style/sample.jpg"));
        page.wait_for_canvas(&mut photo, &[]).await;
        page.add_filter("Sepia").await;
        page.export().await;

        let script = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .map((entry) => entry.name)";
        let loaded = page.run(script, json!([])).await;
        let loaded: Vec<_> =
            loaded.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
        assert!(loaded.iter().any(|name| name.ends_with("_bg.wasm")), "{loaded:?}");
        let home = page.server.page();
        let foreign: Vec<_> = loaded.iter().filter(|name| !name.starts_with(&home)).collect();
        assert!(foreign.is_empty(), "loaded from elsewhere: {foreign:?}");

        let asked = page.server.requests();
        assert!(asked.iter().any(|asked| asked.path.ends_with("safelight-worker_bg.wasm")), "{asked:?}");
        let stray: Vec<_> =
            asked.iter().filter(|asked| asked.status != 200 || !asked.path.starts_with(SUB_PATH)).collect();
        assert!(stray.is_empty(), "asked for what is not there: {stray:?}");
    });
}

#[test]
fn once_loaded_the_page_needs_no_server() {
    open_page(Build::Release, async |page| {
        page.wait_until("worker that is loaded", async || {
            let asked = page.server.requests();
            let loaded = asked.iter().any(|asked| asked.path.ends_with("safelight-worker_bg.wasm"));
            if loaded { Ok(()) } else { Err(format!("{asked:?}")) }
        })
        .await;
        let first = photos::png(64, 48);
        page.choose_bytes("first.png", &first).await;
        page.wait_for_canvas(&mut NativeImage::open(&first), &[]).await;

        page.server.shut_down();
        let asked = page.server.requests().len();
        let file = photos::jpeg(640, 480);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.jpg", &file).await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        let (name, bytes) = page.export().await;
        assert_eq!((name.as_str(), bytes), ("hills-sepia.png", photo.export_filters(&["sepia"])));
        assert_eq!(page.server.requests().len(), asked);
    });
}
