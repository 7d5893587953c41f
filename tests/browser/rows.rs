//! What can be done to one row of the stack, and to all of it.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::Visit;
use serde_json::json;

async fn with_photo(page: &Visit) -> Native {
    let file = photos::png(320, 240);
    let mut photo = Native::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.shows(&mut photo, &[]).await;
    photo
}

fn step(filter: &str, values: &[(&str, f64)], strength: f64) -> FilterStep {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
    FilterStep { values, strength, ..FilterStep::new(filter) }
}

#[test]
fn strength_mixes_a_filter_with_its_input_and_is_told_in_its_row() {
    visit(Site::Release, mixes_a_filter);
}

pub async fn mixes_a_filter(page: &Visit) {
    let mut photo = with_photo(page).await;
    page.add("Sepia").await;
    page.set("Strength", "40").await;
    page.shows_recipe(&mut photo, &Recipe::new(vec![step("sepia", &[], 40.0)])).await;
    let script = "return probe.words(document.querySelector('.layer-row .layer-opacity').textContent)";
    assert_eq!(page.run(script, json!([])).await, "40 %");
    assert!(page.sees("img", "Changed").await);
    page.click("button", "Reset").await;
    page.shows(&mut photo, &["sepia"]).await;
    page.gone("img", "Changed").await;
    // Pixels that move can't be mixed with those that stay.
    page.add("Flip").await;
    page.find("switch", "Horizontal").await;
    assert!(!page.sees("slider", "Strength").await);
}

#[test]
fn a_filter_is_duplicated_with_its_settings() {
    visit(Site::Release, duplicates_a_filter);
}

pub async fn duplicates_a_filter(page: &Visit) {
    let mut photo = with_photo(page).await;
    page.add("Brightness").await;
    page.set("Amount", "20").await;
    page.add("Invert").await;
    page.open_row("Brightness").await;
    page.click("button", "Duplicate").await;
    let bright = step("brightness", &[("amount", 20.0)], 100.0);
    let twice = Recipe::new(vec![bright.clone(), bright, FilterStep::new("invert")]);
    page.shows_recipe(&mut photo, &twice).await;
    assert_eq!(page.names("switch").await, ["Brightness", "Brightness", "Invert"]);
    assert_eq!(page.focused().await, "Amount");
}

#[test]
fn a_switch_and_a_bar_set_what_has_few_values() {
    visit(Site::Release, async |page| {
        let mut photo = with_photo(page).await;
        page.add("Flip").await;
        page.click("switch", "Horizontal").await;
        let flipped = step("flip", &[("horizontal", 1.0)], 100.0);
        page.shows_recipe(&mut photo, &Recipe::new(vec![flipped.clone()])).await;
        page.add("Rotate").await;
        page.click("radio", "90°").await;
        page.strike(&[], Key::Right).await;
        let turned = step("rotate", &[("angle_deg", 180.0)], 100.0);
        page.shows_recipe(&mut photo, &Recipe::new(vec![flipped, turned])).await;
    });
}

#[test]
fn the_whole_stack_is_switched_copied_and_cleared_by_its_menu() {
    visit(Site::Release, treats_the_whole_stack);
}

pub async fn treats_the_whole_stack(page: &Visit) {
    let mut photo = with_photo(page).await;
    for filter in ["Sepia", "Invert"] {
        page.add(filter).await;
    }
    let choose = async |item: &str| {
        page.click("button", "The whole stack").await;
        page.click("menuitem", item).await;
    };
    choose("Switch all off").await;
    page.shows(&mut photo, &[]).await;
    choose("Switch all on").await;
    page.shows(&mut photo, &["sepia", "invert"]).await;
    choose("Copy the stack").await;
    choose("Remove all").await;
    page.shows(&mut photo, &[]).await;
    assert_eq!(page.names("switch").await, [""; 0]);

    // With the keyboard: the menu is gone through, left, and opened again.
    page.focus("button", "The whole stack").await;
    page.strike(&[], Key::Enter).await;
    page.until("focus in the menu", async || {
        let focused = page.focused().await;
        if focused == "Switch all off" { Ok(()) } else { Err(focused) }
    })
    .await;
    page.strike(&[], Key::Escape).await;
    assert_eq!(page.focused().await, "The whole stack");
    assert!(!page.sees("menuitem", "Paste the stack").await);
    page.strike(&[], Key::Enter).await;
    page.find("menuitem", "Paste the stack").await;
    page.strike(&[], Key::Down).await;
    page.strike(&[], Key::Down).await;
    assert_eq!(page.focused().await, "Paste the stack");
    page.strike(&[], Key::Enter).await;
    page.shows(&mut photo, &["sepia", "invert"]).await;
}
