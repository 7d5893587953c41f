//! Strength, duplicate and small controls of one layer, and the menu of the whole stack.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

async fn with_photo(page: &Page) -> NativeImage {
    let file = photos::png(320, 240);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    photo
}

fn step(filter: &str, values: &[(&str, f64)], strength: f64) -> FilterStep {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
    FilterStep { values, strength, ..FilterStep::new(filter) }
}

#[test]
fn strength_mixes_a_filter_with_its_input_and_is_told_in_its_row() {
    open_page(Build::Release, mixes_a_filter);
}

pub async fn mixes_a_filter(page: &Page) {
    let mut photo = with_photo(page).await;
    page.add_filter("Sepia").await;
    page.set_number("Strength", "40").await;
    page.wait_for_recipe(&mut photo, &Recipe::new(vec![step("sepia", &[], 40.0)])).await;
    let script = "return spy.words(document.querySelector('.layer-row .layer-opacity').textContent)";
    assert_eq!(page.run(script, json!([])).await, "40 %");
    assert!(page.is_visible("img", "Changed").await);
    page.click("button", "Reset").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    page.wait_until_gone("img", "Changed").await;
    // A geometric filter has no strength: its pixels move.
    page.add_filter("Flip").await;
    page.find("switch", "Horizontal").await;
    assert!(!page.is_visible("slider", "Strength").await);
}

#[test]
fn a_filter_is_duplicated_with_its_settings() {
    open_page(Build::Release, duplicates_a_filter);
}

pub async fn duplicates_a_filter(page: &Page) {
    let mut photo = with_photo(page).await;
    page.add_filter("Brightness").await;
    page.set_number("Amount", "20").await;
    page.add_filter("Invert").await;
    page.open_layer("Brightness").await;
    page.click("button", "Duplicate").await;
    let bright = step("brightness", &[("amount", 20.0)], 100.0);
    let twice = Recipe::new(vec![bright.clone(), bright, FilterStep::new("invert")]);
    page.wait_for_recipe(&mut photo, &twice).await;
    assert_eq!(page.names("switch").await, ["Brightness", "Brightness", "Invert"]);
    assert_eq!(page.focused().await, "Amount");
}

#[test]
fn a_switch_and_a_bar_set_what_has_few_values() {
    open_page(Build::Release, async |page| {
        let mut photo = with_photo(page).await;
        page.add_filter("Flip").await;
        page.click("switch", "Horizontal").await;
        let flipped = step("flip", &[("horizontal", 1.0)], 100.0);
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![flipped.clone()])).await;
        page.add_filter("Rotate").await;
        page.click("radio", "90°").await;
        page.press_key(&[], Key::Right).await;
        let turned = step("rotate", &[("angle_deg", 180.0)], 100.0);
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![flipped, turned])).await;
    });
}

#[test]
fn the_whole_stack_is_switched_copied_and_cleared_by_its_menu() {
    open_page(Build::Release, treats_the_whole_stack);
}

pub async fn treats_the_whole_stack(page: &Page) {
    let mut photo = with_photo(page).await;
    for filter in ["Sepia", "Invert"] {
        page.add_filter(filter).await;
    }
    let choose = async |item: &str| {
        page.click("button", "The whole stack").await;
        page.click("menuitem", item).await;
    };
    choose("Switch all off").await;
    page.wait_for_canvas(&mut photo, &[]).await;
    choose("Switch all on").await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    choose("Copy the stack").await;
    choose("Remove all").await;
    page.wait_for_canvas(&mut photo, &[]).await;
    assert_eq!(page.names("switch").await, [""; 0]);

    // The menu is used with the keyboard, left, and opened again.
    page.focus("button", "The whole stack").await;
    page.press_key(&[], Key::Enter).await;
    page.wait_until("focus in the menu", async || {
        let focused = page.focused().await;
        if focused == "Switch all off" { Ok(()) } else { Err(focused) }
    })
    .await;
    page.press_key(&[], Key::Escape).await;
    assert_eq!(page.focused().await, "The whole stack");
    assert!(!page.is_visible("menuitem", "Paste the stack").await);
    page.press_key(&[], Key::Enter).await;
    page.find("menuitem", "Paste the stack").await;
    page.press_key(&[], Key::Down).await;
    page.press_key(&[], Key::Down).await;
    assert_eq!(page.focused().await, "Paste the stack");
    page.press_key(&[], Key::Enter).await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
}
