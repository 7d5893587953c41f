//! The panel as a bottom sheet on a touch screen.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::json;

async fn on_a_phone(page: &Page) -> NativeImage {
    page.set_viewport(PHONE).await;
    page.load().await;
    let file = photos::png(320, 240);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    photo
}

#[test]
fn the_sheet_is_folded_by_a_tap_and_by_a_pull() {
    open_page(Build::Release, async |page| {
        on_a_phone(page).await;
        page.find("button", "Add filter").await;
        page.click("button", "The sheet").await;
        page.wait_until_gone("button", "Add filter").await;
        page.click("tab", "Stack 0").await;
        page.find("button", "Add filter").await;
        let (x, y) = page.center_of("tab", "Stack 0").await;
        page.swipe(&[(x, y), (x, y + 80.0)]).await;
        page.wait_until_gone("button", "Add filter").await;
        let (x, y) = page.center_of("tab", "Looks").await;
        page.swipe(&[(x, y), (x, y - 80.0)]).await;
        page.find("button", "Add filter").await;
    });
}

#[test]
fn the_histogram_is_counted_while_its_tab_is_seen() {
    open_page(Build::Release, async |page| {
        let mut photo = on_a_phone(page).await;
        assert!(page.worker_requests().await.iter().all(|sent| sent.kind != "Render" || !sent.counts));
        page.click("tab", "Histogram").await;
        let outline = "return document.querySelector('.plot .red').getAttribute('d')";
        page.wait_until("outline", async || match page.run(outline, json!([])).await.as_str() {
            Some(path) if path.len() > 500 => Ok(()),
            other => Err(format!("{other:?}")),
        })
        .await;
        page.find("button", "Red").await;
        let stops = "return [...document.querySelectorAll('.histogram-toolbar button')].filter((one) => one.tabIndex === 0).length";
        assert_eq!(page.run(stops, json!([])).await, 1);
        page.focus("tab", "Histogram").await;
        page.press_key(&[], Key::Right).await;
        page.press_key(&[], Key::Left).await;
        page.press_key(&[], Key::Left).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        let sent = page.last_request("Render").await.expect("a rendering");
        assert!(!sent.counts, "nobody sees the histogram");
    });
}

#[test]
fn a_row_is_dragged_with_a_finger() {
    open_page(Build::Release, async |page| {
        let mut photo = on_a_phone(page).await;
        for name in ["Sepia", "Invert", "Grayscale"] {
            page.add_filter(name).await;
        }
        page.open_layer("Grayscale").await;
        let from = page.center_of("button", "Move Sepia; arrow keys change its place").await;
        let to = page.center_of("button", "Move Invert; arrow keys change its place").await;
        page.swipe(&[from, (from.0, f64::midpoint(from.1, to.1)), (to.0, to.1 + 8.0)]).await;
        page.wait_for_canvas(&mut photo, &["invert", "sepia", "grayscale"]).await;
    });
}

#[test]
fn a_finger_scrolls_over_a_slider_and_pulls_it_across() {
    open_page(Build::Release, async |page| {
        on_a_phone(page).await;
        page.add_filter("Channel mixer").await;
        let scrolled = "return document.querySelector('.panel .panel-scroll').scrollTop";
        let value = async || {
            let script = "return Number(spy.find('slider', 'Red from green')[0].value)";
            page.run(script, json!([])).await.as_f64().unwrap_or_default()
        };
        let (x, y) = page.center_of("slider", "Red from green").await;
        let before = page.run(scrolled, json!([])).await.as_f64();
        let x = x + 60.0;
        page.touch(&[&[(x, y)], &[(x + 2.0, y - 12.0)], &[(x + 9.0, y - 40.0)], &[(x + 20.0, y - 80.0)]])
            .await;
        // Scrolling goes on for a while after the finger is lifted.
        let mut last = before;
        page.wait_until("panel that scrolled and rests", async || {
            page.wait_for_frames(10).await;
            let now = page.run(scrolled, json!([])).await.as_f64();
            let rests = now > before && std::mem::replace(&mut last, now) == now;
            if rests { Ok(()) } else { Err(format!("{now:?}")) }
        })
        .await;
        assert_eq!(value().await, 0.0, "the finger scrolled");
        page.find("button", "Undo: Added Channel mixer").await;

        page.run("document.querySelector('.panel .panel-scroll').scrollTop = 0", json!([])).await;
        let (x, y) = page.center_of("slider", "Red from green").await;
        page.touch(&[&[(x, y)], &[(x + 12.0, y + 3.0)], &[(x + 60.0, y + 5.0)]]).await;
        let pulled = value().await;
        assert!((60.0..120.0).contains(&pulled), "60 of some 280 pixels are {pulled}");
        // A tap moves the slider too.
        page.touch(&[&[(x - 60.0, y)]]).await;
        page.wait_until("slider at the tap", async || {
            let tapped = value().await;
            if (-120.0..-60.0).contains(&tapped) { Ok(()) } else { Err(tapped.to_string()) }
        })
        .await;
    });
}

#[test]
fn nothing_is_too_small_for_a_finger() {
    open_page(Build::Release, async |page| {
        on_a_phone(page).await;
        page.add_filter("Brightness").await;
        page.find("slider", "Strength").await;
        // The sheet's handle may be small: the tabs beside it do the same.
        let script =
            "return ['button', 'tab', 'switch', 'slider', 'textbox'].flatMap((role) => spy.all(role))
            .filter((one) => !one.matches('.sheet-handle'))
            .map((one) => [spy.nameOf(one), one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
            .map(([name, box]) => `${name}: ${box.width} × ${box.height}`)";
        assert_eq!(page.run(script, json!([])).await, json!([]));
        page.click("tab", "Histogram").await;
        page.find("button", "Red").await;
        assert_eq!(page.run(script, json!([])).await, json!([]));
    });
}
