//! Sliders with keys, wheel and mouse.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

/// Opens a photo and adds a filter.
async fn with(page: &Page, filter: &str) {
    page.choose_bytes("hills.png", &photos::png(320, 240)).await;
    page.add_filter(filter).await;
}

/// Waits until the number field beside a slider has this value.
async fn reads(page: &Page, setting: &str, number: &str) {
    page.wait_until(format_args!("{setting} of {number}"), async || {
        let script = "return spy.find('textbox', arguments[0])[0]?.value";
        let value = page.run(script, json!([format!("{setting}, number")])).await;
        if value == number { Ok(()) } else { Err(value.to_string()) }
    })
    .await;
}

#[test]
fn keys_step_a_slider_and_shift_makes_them_fine() {
    open_page(Build::Release, steps_a_slider);
}

pub async fn steps_a_slider(page: &Page) {
    with(page, "Channel mixer").await;
    page.focus("slider", "Red from green").await;
    page.press_key(&[], Key::Right).await;
    reads(page, "Red from green", "+5").await;
    page.press_key(&[Key::Shift], Key::Right).await;
    reads(page, "Red from green", "+6").await;
    page.press_key(&[], Key::Down).await;
    reads(page, "Red from green", "+1").await;
    page.find("button", "Reset red from green to 0").await;
    page.press_key(&[], Key::Backspace).await;
    reads(page, "Red from green", "0").await;
    page.wait_until_gone("button", "Reset red from green to 0").await;
    // The number field takes the keys as well.
    page.focus("textbox", "Red from green, number").await;
    page.press_key(&[Key::Shift], Key::Up).await;
    reads(page, "Red from green", "+1").await;
}

#[test]
fn escape_brings_back_what_a_number_was() {
    open_page(Build::Release, async |page| {
        with(page, "Brightness").await;
        page.set_number("Amount", "20").await;
        page.focus("textbox", "Amount, number").await;
        page.type_text("7").await;
        page.press_key(&[], Key::Escape).await;
        reads(page, "Amount", "+20").await;
        page.press_key(&[], Key::Tab).await;
        reads(page, "Amount", "+20").await;
        page.find("button", "Undo: Amount +20 %").await;
    });
}

#[test]
fn the_wheel_turns_only_the_slider_that_has_the_focus() {
    open_page(Build::Release, turns_a_slider);
}

pub async fn turns_a_slider(page: &Page) {
    with(page, "Brightness").await;
    page.focus("switch", "Brightness").await;
    let at = page.center_of("slider", "Amount").await;
    page.wheel(at, (0, -100), false).await;
    reads(page, "Amount", "0").await;
    page.focus("slider", "Amount").await;
    page.wheel(at, (0, -100), false).await;
    reads(page, "Amount", "+5").await;
    page.wheel(at, (0, 100), false).await;
    page.wheel(at, (0, 100), false).await;
    reads(page, "Amount", "−5").await;
}

#[test]
fn a_double_click_resets_and_a_hand_with_shift_is_slow() {
    open_page(Build::Release, pulls_a_slider);
}

pub async fn pulls_a_slider(page: &Page) {
    with(page, "Brightness").await;
    let (x, y) = page.center_of("slider", "Amount").await;
    page.drag(&[(x, y), (x + 50.0, y)], false).await;
    let far = number(page).await;
    assert!((30.0..=40.0).contains(&far), "50 of some 290 pixels are {far}");
    // Dragged from anywhere on the slider: the thumb does not jump.
    page.hold_key(Key::Shift).await;
    page.drag(&[(x - 40.0, y), (x + 20.0, y)], false).await;
    page.release_key(Key::Shift).await;
    let by = number(page).await - far;
    assert!((3.0..=5.0).contains(&by), "60 pixels are {by}");
    page.run(
        "spy.find('slider', 'Amount')[0].dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))",
        json!([]),
    )
    .await;
    reads(page, "Amount", "0").await;
}

async fn number(page: &Page) -> f64 {
    page.run("return Number(spy.find('slider', 'Amount')[0].value)", json!([]))
        .await
        .as_f64()
        .unwrap_or_default()
}
