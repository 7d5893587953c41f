//! Screenshots of the main states in both themes, compared with kept ones where a state stands still, with axe-core on each.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{DESKTOP, PHONE, Page, Viewport};
use safelight_tests::photos;

#[test]
fn the_main_states_in_a_window() {
    every_state(DESKTOP);
}

#[test]
fn the_main_states_on_a_phone() {
    every_state(PHONE);
}

fn every_state(screen: Viewport) {
    open_page(Build::Test, async |page| {
        page.set_viewport(screen).await;
        page.load().await;
        page.compared_screenshot(screen, "empty").await;
        page.drag_file_over("hills.png", &photos::png(30, 20), (190, 300)).await;
        page.wait_for_status("Let go to open 1 photo").await;
        page.screenshot(screen, "drop").await;
        // A fresh page: no event tells this one that the drag has ended.
        page.load().await;

        page.click("button", "No photo at hand? Try the sample photo").await;
        let mut photo = NativeImage::open(include_bytes!("../../../style/sample.jpg"));
        page.wait_for_canvas(&mut photo, &[]).await;
        page.compared_screenshot(screen, "no-filters").await;

        page.add_filter("Sepia").await;
        page.add_filter("Invert").await;
        page.add_filter("Grayscale").await;
        page.click("switch", "Invert").await;
        page.click("switch", "Grayscale").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.compared_screenshot(screen, "editor").await;
        page.press_key(&[], 'h').await;
        page.find("heading", "History").await;
        page.compared_screenshot(screen, "history").await;
        page.press_key(&[], Key::Escape).await;
        page.press_key(&[], '?').await;
        page.find("heading", "Keyboard").await;
        page.compared_screenshot(screen, "keys").await;
        page.press_key(&[], Key::Escape).await;
        if page.is_visible("button", "Share recipe").await {
            page.click("button", "Share recipe").await;
            page.find("menuitem", "Copy as a link").await;
            page.screenshot(screen, "share").await;
            page.press_key(&[], Key::Escape).await;
        }
        page.click("button", "More").await;
        page.find("menuitem", "Benchmark").await;
        page.compared_screenshot(screen, "more").await;
        page.press_key(&[], Key::Escape).await;
        page.hold_key('\\').await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.screenshot(screen, "hold").await;
        page.release_key('\\').await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;

        if page.is_visible("tab", "Histogram").await {
            page.click("tab", "Histogram").await;
            page.find("button", "Red").await;
            page.screenshot(screen, "histogram").await;
            page.click("tab", "Stack 3").await;
        }
        page.click("button", "Add filter").await;
        page.find("option", "Invert").await;
        page.compared_screenshot(screen, "picker").await;
        page.click("button", "Close").await;
        page.wait_until_gone("option", "Invert").await;

        page.inject_fault("hang-open").await;
        page.choose_bytes("north-shore.png", &photos::png(1200, 800)).await;
        page.find("button", "Cancel").await;
        page.screenshot(screen, "opening").await;
        page.click("button", "Cancel").await;
        page.find("button", "Add filter").await;

        notices(page, &mut photo).await;
        page.screenshot(screen, "notices").await;
    });
}

#[test]
fn further_states_in_a_window() {
    further_states(DESKTOP);
}

#[test]
fn further_states_on_a_phone() {
    further_states(PHONE);
}

fn further_states(screen: Viewport) {
    open_page(Build::Release, async |page| {
        page.set_viewport(screen).await;
        page.load().await;
        page.click("button", "No photo at hand? Try the sample photo").await;
        let mut photo = NativeImage::open(include_bytes!("../../../style/sample.jpg"));
        page.wait_for_canvas(&mut photo, &[]).await;

        if page.is_visible("tab", "Looks").await {
            page.click("tab", "Looks").await;
        } else {
            page.click("button", "All 14").await;
        }
        page.click("button", "Warm film").await;
        page.wait_for_status("Look: Warm film").await;
        page.compared_screenshot(screen, "looks").await;
        if page.is_visible("tab", "Stack 4").await {
            page.click("tab", "Stack 4").await;
        } else {
            page.click("button", "All 14").await;
        }
        page.open_layer("Curves").await;
        page.find("button", "Duplicate").await;
        page.compared_screenshot(screen, "curves").await;
        page.open_layer("Curves").await;
        page.click("button", "Divider").await;
        page.find("slider", "Divider between before and after").await;
        page.compared_screenshot(screen, "divider").await;
        page.click("button", "Divider").await;
        page.press_key(&[], 'i').await;
        page.wait_for_status("Pixel 80").await;
        page.compared_screenshot(screen, "pixel").await;
        page.press_key(&[], Key::Escape).await;
        if !page.is_visible("tab", "Histogram").await {
            page.press_key(&[], 'j').await;
            page.wait_until("marks", async || {
                if page.nth_canvas(1).await.is_some() { Ok(()) } else { Err("none".to_owned()) }
            })
            .await;
            page.screenshot(screen, "histogram").await;
            page.press_key(&[], 'j').await;
        }
        page.drag_file_over("shore.png", &photos::png(30, 20), (190, 300)).await;
        page.wait_for_status("Let go to add 1 photo").await;
        page.screenshot(screen, "over").await;
    });
}

#[test]
fn what_is_transparent_and_what_takes_long_in_a_window() {
    alpha_and_progress(DESKTOP);
}

#[test]
fn what_is_transparent_and_what_takes_long_on_a_phone() {
    alpha_and_progress(PHONE);
}

fn alpha_and_progress(screen: Viewport) {
    open_page(Build::Release, async |page| {
        page.set_viewport(screen).await;
        page.load().await;
        let file = photos::png_with_alpha(1200, 800);
        page.choose_bytes("leaf.png", &file).await;
        page.find("button", "Fit").await;
        page.wait_until("checkerboard", async || {
            let check = page
                .run("return document.querySelector('.checkerboard') !== null", serde_json::json!([]))
                .await;
            if check == true { Ok(()) } else { Err("none".to_owned()) }
        })
        .await;
        page.compared_screenshot(screen, "alpha").await;
        // A fresh page, so that the next photo is the only one.
        page.load().await;
        page.choose_file(&photos::large_jpeg()).await;
        page.add_filter("Median").await;
        page.set_number("Radius", "10").await;
        // In a text field the key is an editing key.
        page.focus("slider", "Radius").await;
        for _ in 0..3 {
            page.press_key(&[Key::Control], 'd').await;
        }
        page.click("button", "Export").await;
        page.find("progressbar", "Exporting").await;
        page.screenshot(screen, "progress").await;
        page.find("progressbar", "Exporting").await;
        page.click("button", "Cancel").await;
        page.wait_for_status("The export was cancelled").await;
    });
}

/// An error and a good outcome, as notifications.
async fn notices(page: &Page, photo: &mut NativeImage) {
    page.expect_console_error("a test asked for this panic");
    page.choose_bytes("holiday-2019.jpg", &photos::truncated(&photos::jpeg(640, 480), 0.5)).await;
    page.wait_for_notification("holiday-2019.jpg could not be opened.").await;
    // The inactive photo's thumbnail is made by a worker that would take the fault, too.
    let script = "return [...document.querySelectorAll('.filmstrip-item canvas')].filter((one) => one.width > 1).length";
    page.wait_until("two pictures in the strip", async || {
        let count = page.run(script, serde_json::json!([])).await;
        if count == 2 { Ok(()) } else { Err(count.to_string()) }
    })
    .await;
    page.inject_fault("panic").await;
    page.click("switch", "Grayscale").await;
    page.wait_for_canvas(photo, &["sepia", "grayscale"]).await;
    page.wait_for_notification("The worker was restarted. Nothing was lost.").await;
}
