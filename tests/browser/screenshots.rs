//! Pictures of the main states in both themes, for people to look at: `target/screenshots/`.

use fantoccini::key::Key;
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::{PHONE, Screen, Visit, WINDOW, Way};

#[test]
fn the_main_states_in_a_window() {
    every_state(WINDOW);
}

#[test]
fn the_main_states_on_a_phone() {
    every_state(PHONE);
}

fn every_state(screen: Screen) {
    visit(Site::Hooked, async |page| {
        page.on_screen(screen).await;
        page.go().await;
        page.picture(screen, "empty").await;
        page.bring(Way::Hover, "hills.png", &photos::png(30, 20), (190, 300)).await;
        page.reads_status("Let go to open 1 photo").await;
        page.picture(screen, "drop").await;
        // A fresh page: nothing tells this one that the file went elsewhere.
        page.go().await;

        page.click("button", "No photo at hand? Try the sample photo").await;
        let mut photo = Native::open(include_bytes!("../../style/sample.jpg"));
        page.shows(&mut photo, &[]).await;
        page.picture(screen, "no-filters").await;

        page.add("Sepia").await;
        page.add("Invert").await;
        page.add("Grayscale").await;
        page.click("switch", "Invert").await;
        page.click("switch", "Grayscale").await;
        page.shows(&mut photo, &["sepia"]).await;
        page.picture(screen, "editor").await;
        page.strike(&[], 'h').await;
        page.find("heading", "History").await;
        page.picture(screen, "history").await;
        page.strike(&[], Key::Escape).await;
        page.strike(&[], '?').await;
        page.find("heading", "Keyboard").await;
        page.picture(screen, "keys").await;
        page.strike(&[], Key::Escape).await;
        if page.sees("button", "Share recipe").await {
            page.click("button", "Share recipe").await;
            page.find("menuitem", "Copy as a link").await;
            page.picture(screen, "share").await;
            page.strike(&[], Key::Escape).await;
        }
        page.click("button", "More").await;
        page.find("menuitem", "Benchmark").await;
        page.picture(screen, "more").await;
        page.strike(&[], Key::Escape).await;
        page.hold('\\', true).await;
        page.shows(&mut photo, &[]).await;
        page.picture(screen, "hold").await;
        page.hold('\\', false).await;
        page.shows(&mut photo, &["sepia"]).await;

        if page.sees("tab", "Histogram").await {
            page.click("tab", "Histogram").await;
            page.find("button", "Red").await;
            page.picture(screen, "histogram").await;
            page.click("tab", "Stack 3").await;
        }
        page.click("button", "Add filter").await;
        page.find("option", "Invert").await;
        page.picture(screen, "picker").await;
        page.click("button", "Close").await;
        page.gone("option", "Invert").await;

        page.order("hang-open").await;
        page.choose_bytes("north-shore.png", &photos::png(1200, 800)).await;
        page.find("button", "Cancel").await;
        page.picture(screen, "opening").await;
        page.click("button", "Cancel").await;
        page.find("button", "Add filter").await;

        notices(page, &mut photo).await;
        page.picture(screen, "notices").await;
    });
}

#[test]
fn further_states_in_a_window() {
    further_states(WINDOW);
}

#[test]
fn further_states_on_a_phone() {
    further_states(PHONE);
}

fn further_states(screen: Screen) {
    visit(Site::Release, async |page| {
        page.on_screen(screen).await;
        page.go().await;
        page.click("button", "No photo at hand? Try the sample photo").await;
        let mut photo = Native::open(include_bytes!("../../style/sample.jpg"));
        page.shows(&mut photo, &[]).await;

        if page.sees("tab", "Looks").await {
            page.click("tab", "Looks").await;
        } else {
            page.click("button", "All 14").await;
        }
        page.click("button", "Warm film").await;
        page.reads_status("Look: Warm film").await;
        page.picture(screen, "looks").await;
        if page.sees("tab", "Stack 4").await {
            page.click("tab", "Stack 4").await;
        } else {
            page.click("button", "All 14").await;
        }
        page.open_row("Curves").await;
        page.find("button", "Duplicate").await;
        page.picture(screen, "curves").await;
        page.open_row("Curves").await;
        page.click("button", "Divider").await;
        page.find("slider", "Divider between before and after").await;
        page.picture(screen, "divider").await;
        page.click("button", "Divider").await;
        page.strike(&[], 'i').await;
        page.reads_status("Pixel 80").await;
        page.picture(screen, "pixel").await;
        page.strike(&[], Key::Escape).await;
        if !page.sees("tab", "Histogram").await {
            page.strike(&[], 'j').await;
            page.until("marks", async || {
                if page.canvas_at(1).await.is_some() { Ok(()) } else { Err("none".to_owned()) }
            })
            .await;
            page.picture(screen, "histogram").await;
            page.strike(&[], 'j').await;
        }
        page.bring(Way::Hover, "shore.png", &photos::png(30, 20), (190, 300)).await;
        page.reads_status("Let go to add 1 photo").await;
        page.picture(screen, "over").await;
    });
}

#[test]
fn what_is_transparent_and_what_takes_long_in_a_window() {
    alpha_and_progress(WINDOW);
}

#[test]
fn what_is_transparent_and_what_takes_long_on_a_phone() {
    alpha_and_progress(PHONE);
}

fn alpha_and_progress(screen: Screen) {
    visit(Site::Release, async |page| {
        page.on_screen(screen).await;
        page.go().await;
        let file = photos::png_with_alpha(1200, 800);
        page.choose_bytes("leaf.png", &file).await;
        page.find("button", "Fit").await;
        page.until("checkerboard", async || {
            let check = page
                .run("return document.querySelector('.checkerboard') !== null", serde_json::json!([]))
                .await;
            if check == true { Ok(()) } else { Err("none".to_owned()) }
        })
        .await;
        page.picture(screen, "alpha").await;
        // A fresh page, so that this is the only photo.
        page.go().await;
        page.choose(&photos::large_jpeg()).await;
        page.add("Median").await;
        page.set("Radius", "10").await;
        // In a number the key is the text's.
        page.focus("slider", "Radius").await;
        for _ in 0..3 {
            page.strike(&[Key::Control], 'd').await;
        }
        page.click("button", "Export").await;
        page.find("progressbar", "Exporting").await;
        page.picture(screen, "progress").await;
        page.find("progressbar", "Exporting").await;
        page.click("button", "Cancel").await;
        page.reads_status("The export was cancelled").await;
    });
}

/// Something bad, and something that ended well.
async fn notices(page: &Visit, photo: &mut Native) {
    page.expect_complaint("a test asked for this panic");
    page.choose_bytes("holiday-2019.jpg", &photos::truncated(&photos::jpeg(640, 480), 0.5)).await;
    page.hears("holiday-2019.jpg could not be opened.").await;
    // The one that stands aside is drawn for the strip by a worker that would hear the order too.
    let script = "return [...document.querySelectorAll('.filmstrip-item canvas')].filter((one) => one.width > 1).length";
    page.until("two pictures in the strip", async || {
        let count = page.run(script, serde_json::json!([])).await;
        if count == 2 { Ok(()) } else { Err(count.to_string()) }
    })
    .await;
    page.order("panic").await;
    page.click("switch", "Grayscale").await;
    page.shows(photo, &["sepia", "grayscale"]).await;
    page.hears("The worker was restarted. Nothing was lost.").await;
}
