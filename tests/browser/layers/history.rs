//! Undo, redo and the history panel.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::json;

async fn opens(page: &Page) -> NativeImage {
    let file = photos::png(300, 200);
    page.choose_bytes("hills.png", &file).await;
    let mut photo = NativeImage::open(&file);
    page.wait_for_canvas(&mut photo, &[]).await;
    photo
}

/// The entries of the history panel: text, note, and whether it is the current one.
async fn steps(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.history .history-entry')].map((step) =>
        spy.words((step.ariaCurrent === 'true' ? '* ' : '') + [...step.querySelectorAll('span')].map((part) => part.textContent).join(' ')))";
    let steps = page.run(script, json!([])).await;
    steps.as_array().into_iter().flatten().filter_map(|step| Some(step.as_str()?.to_owned())).collect()
}

fn exposed(exposure_ev: f64) -> Recipe {
    Recipe::new(vec![FilterStep {
        values: [("exposure_ev".to_owned(), exposure_ev)].into(),
        ..FilterStep::new("exposure")
    }])
}

#[test]
fn changes_are_undone_and_redone_by_hand() {
    open_page(Build::Release, undoes_by_hand);
}

pub async fn undoes_by_hand(page: &Page) {
    let mut photo = opens(page).await;
    let undo = page.find("button", "Undo").await;
    assert_eq!(undo.attr("aria-disabled").await.expect("it is there").as_deref(), Some("true"));
    page.add_filter("Sepia").await;
    page.add_filter("Invert").await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    page.click("button", "Undo: Added Invert").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    page.wait_for_status("Undone: Added Invert").await;
    page.click("button", "Undo: Added Sepia").await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.click("button", "Redo: Added Sepia").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    // A new change discards undone entries.
    page.add_filter("Grayscale").await;
    page.wait_for_canvas(&mut photo, &["sepia", "grayscale"]).await;
    page.find("button", "Redo").await;
    page.click("switch", "Sepia").await;
    page.click("button", "Undo: Sepia off").await;
    page.wait_for_canvas(&mut photo, &["sepia", "grayscale"]).await;
}

#[test]
fn changes_are_undone_and_redone_by_keys() {
    open_page(Build::Release, undoes_by_keys);
}

pub async fn undoes_by_keys(page: &Page) {
    let mut photo = opens(page).await;
    page.add_filter("Exposure").await;
    page.focus("slider", "Exposure").await;
    for _ in 0..5 {
        page.press_key(&[], Key::Right).await;
    }
    let moved = page.run("return Number(document.activeElement.value)", json!([])).await;
    let moved = moved.as_f64().expect("a slider has a value");
    page.wait_for_recipe(&mut photo, &exposed(moved)).await;
    // Five slider steps are one entry.
    page.press_key(&[Key::Control], 'z').await;
    page.wait_for_recipe(&mut photo, &exposed(0.0)).await;
    page.press_key(&[Key::Control], 'z').await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.press_key(&[Key::Control, Key::Shift], 'z').await;
    page.press_key(&[Key::Control], 'y').await;
    page.wait_for_recipe(&mut photo, &exposed(moved)).await;
}

#[test]
fn a_slider_that_rests_takes_another_step_unless_a_hand_is_on_it() {
    open_page(Build::Release, async |page| {
        opens(page).await;
        page.add_filter("Exposure").await;
        let (x, y) = page.center_of("slider", "Exposure").await;
        // Held still for a while, then moved on: one entry.
        page.drag(&[(x, y), (x + 30.0, y)], true).await;
        page.wait_out_history_entry().await;
        page.move_mouse((x + 60.0, y)).await;
        page.release_mouse().await;
        page.focus("slider", "Exposure").await;
        page.press_key(&[], Key::Right).await;
        page.press_key(&[], Key::Right).await;
        page.wait_out_history_entry().await;
        page.press_key(&[], Key::Right).await;
        page.click("button", "History").await;
        page.wait_until("opened, added, pulled, and two of keys", async || {
            let count = steps(page).await.len();
            if count == 5 { Ok(()) } else { Err(count.to_string()) }
        })
        .await;
    });
}

#[test]
fn the_panel_shows_every_step_and_goes_to_any() {
    open_page(Build::Release, goes_to_any_step);
}

pub async fn goes_to_any_step(page: &Page) {
    let mut photo = opens(page).await;
    for filter in ["Sepia", "Invert", "Grayscale"] {
        page.add_filter(filter).await;
    }
    page.wait_for_canvas(&mut photo, &["sepia", "invert", "grayscale"]).await;
    page.click("button", "History").await;
    let all = ["Opened", "Added Sepia", "Added Invert", "* Added Grayscale"];
    page.wait_until("four steps", async || {
        let steps = steps(page).await;
        if steps == all { Ok(()) } else { Err(format!("{steps:?}")) }
    })
    .await;
    page.click("button", "Added Sepia").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    assert_eq!(
        steps(page).await,
        ["Opened", "* Added Sepia", "Added Invert undone", "Added Grayscale undone"]
    );
    // The focus is on the current entry; arrow keys lead to the others.
    page.press_key(&[], Key::Down).await;
    page.press_key(&[], Key::Enter).await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    page.press_key(&[], Key::Home).await;
    page.press_key(&[], Key::Enter).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.press_key(&[], Key::Escape).await;
    page.wait_until_gone("heading", "History").await;
    assert_eq!(page.focused().await, "History");
    page.press_key(&[], 'h').await;
    page.find("heading", "History").await;
    page.drag(&[(300.0, 400.0), (300.0, 400.0)], false).await;
    page.wait_until_gone("heading", "History").await;
}

#[test]
fn each_photo_has_a_history_of_its_own() {
    open_page(Build::Release, async |page| {
        opens(page).await;
        page.add_filter("Sepia").await;
        page.find("button", "Undo: Added Sepia").await;
        let file = photos::png(200, 300);
        page.choose_bytes("other.png", &file).await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
        page.find("button", "Undo").await;
        page.find("button", "Redo").await;
    });
}

#[test]
fn on_a_phone_the_history_is_in_a_menu() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        let mut photo = opens(page).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.click("button", "More").await;
        page.click("menuitem", "History").await;
        page.click("button", "Opened").await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.click("button", "Redo: Added Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
    });
}
