//! The accessibility checks find violations, small windows keep the focus visible, forced colours keep selections visible.
//! The checks themselves run wherever a screenshot is taken.

use std::panic::AssertUnwindSafe;

use fantoccini::key::Key;
use futures_util::FutureExt;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::json;

#[test]
fn a_barrier_would_be_found() {
    open_page(Build::Release, async |page| {
        page.assert_accessible("empty").await;
        page.run("document.querySelector('main').append(document.createElement('button'))", json!([])).await;
        let found = page.axe_violations().await;
        assert!(found.iter().any(|barrier| barrier.starts_with("button-name")), "{found:?}");
    });
}

#[test]
fn a_target_too_small_for_a_finger_would_be_found() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        page.load().await;
        page.assert_touch_targets("empty").await;
        let small = "const one = document.createElement('button');
            one.style.cssText = 'width: 40px; height: 60px';
            document.querySelector('main').append(one)";
        page.run(small, json!([])).await;
        let found = AssertUnwindSafe(page.assert_touch_targets("empty")).catch_unwind().await;
        assert!(found.is_err());
    });
}

/// The window: 1280 × 1024 CSS pixels zoomed to 400 %.
#[test]
fn in_a_tiny_window_nothing_that_has_the_focus_is_hidden() {
    open_page(Build::Release, async |page| {
        let screen = json!({ "width": 320, "height": 256, "deviceScaleFactor": 1, "mobile": false });
        page.browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        let file = photos::png(300, 200);
        page.choose_bytes("hills.png", &file).await;
        for filter in ["Sepia", "Invert", "Vignette"] {
            page.add_filter(filter).await;
        }
        page.wait_for_status("Added Vignette").await;
        // Whether the focused element is uncovered in at least one of nine positions.
        let script = "const one = document.activeElement;
            if (one === document.body) return [];
            const box = one.getBoundingClientRect();
            const seen = [1, 2, 3].some((x) => [1, 2, 3].some((y) => {
                const there = document.elementFromPoint(box.left + box.width * x / 4, box.top + box.height * y / 4);
                return there && (one.contains(there) || [...(one.labels ?? [])].some((label) => label.contains(there)));
            }));
            return [spy.nameOf(one), seen]";
        let mut stops = Vec::new();
        for held in [&[][..], &[Key::Shift]] {
            for _ in 0..40 {
                page.press_key(held, Key::Tab).await;
                let stop = page.run(script, json!([])).await;
                if let Some(name) = stop[0].as_str() {
                    assert_eq!(stop[1], true, "{name} has the focus and can't be seen");
                    stops.push(name.to_owned());
                }
            }
        }
        for name in ["Move Sepia; arrow keys change its place", "Strength", "Duplicate", "Add filter"] {
            assert!(stops.iter().any(|stop| stop == name), "{name}: {stops:?}");
        }
    });
}

#[test]
fn forced_colours_show_what_is_chosen() {
    open_page(Build::Release, async |page| {
        let files = [("hills.png", photos::png(300, 200)), ("shore.png", photos::png(200, 300))];
        page.choose_files(&files.each_ref().map(|(name, bytes)| (*name, bytes.as_slice()))).await;
        page.click("button", "Warm film").await;
        page.wait_for_status("Look: Warm film").await;
        for theme in ["dark", "light"] {
            page.force_colors(theme).await;
            stands_out(page, "button.preset").await;
            stands_out(page, ".filmstrip .filmstrip-item").await;
            page.save_screenshot(&format!("desktop-editor-forced-{theme}")).await;
            page.click("button", "Add filter").await;
            page.find("option", "Invert").await;
            page.click("button", "Automatic 3").await;
            stands_out(page, ".picker .filter-groups button").await;
            stands_out(page, ".picker .filter-tile").await;
            page.press_key(&[], Key::Escape).await;
            page.wait_until_gone("option", "Invert").await;
        }
    });
}

/// Checks that one of these elements has another background than all others.
async fn stands_out(page: &Page, selector: &str) {
    let script = "const grounds = [...document.querySelectorAll(arguments[0])].map((one) =>
            [one, ...one.querySelectorAll('*')].map((part) => getComputedStyle(part).backgroundColor).join());
        const rare = new Set(grounds.filter((ground) => grounds.filter((other) => other === ground).length === 1));
        return [grounds.length, rare.size]";
    let found = page.run(script, json!([selector])).await;
    let number = |at: usize| found[at].as_u64().unwrap_or_default();
    assert!(number(0) >= 2 && number(1) >= 1, "{selector}: {found}");
}
