//! The dialog of keyboard shortcuts, and the choice to show them on controls.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::json;

const SIGNS: &str = "Letters and signs by themselves are shortcuts";

async fn opens(page: &Page) {
    let file = photos::png(300, 200);
    page.load().await;
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
}

/// The lines of the dialog: a command and its keys.
async fn lines(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('dialog.shortcuts-dialog dl > div')].map((line) =>
        [line.querySelector('dt'), ...line.querySelectorAll('kbd')].map((part) => part.textContent).join(' '))";
    let lines = page.run(script, json!([])).await;
    lines.as_array().into_iter().flatten().filter_map(|line| Some(line.as_str()?.to_owned())).collect()
}

#[test]
fn the_sheet_of_keys_opens_and_closes_by_keys_and_by_hand() {
    open_page(Build::Release, reads_the_sheet);
}

pub async fn reads_the_sheet(page: &Page) {
    opens(page).await;
    page.press_key(&[], '?').await;
    page.find("heading", "Keyboard").await;
    let lines = lines(page).await;
    for line in [
        "Open Ctrl O",
        "Export Ctrl S",
        "Copy the result Ctrl Shift C",
        "Hold to see the original \\",
        "Hold and drag to move around Space",
        "Read a pixel I",
        "Clipping J",
        "Add a filter A",
        "Switch on or off X",
        "Duplicate Ctrl D",
        "Fine step Shift ← →",
        "Remove a point Del",
        "This sheet ?",
    ] {
        assert!(lines.iter().any(|one| one == line), "{line}: {lines:#?}");
    }
    // While the dialog is open, its own keys apply.
    page.press_key(&[], 'a').await;
    assert!(!page.is_visible("combobox", "Search filters").await);
    page.press_key(&[], Key::Escape).await;
    page.wait_until_gone("heading", "Keyboard").await;

    page.click("button", "Keyboard shortcuts").await;
    page.find("heading", "Keyboard").await;
    page.click("button", "Close").await;
    page.wait_until_gone("heading", "Keyboard").await;
    assert_eq!(page.focused().await, "Keyboard shortcuts");
}

#[test]
fn buttons_tell_their_keys_to_screen_readers() {
    open_page(Build::Release, async |page| {
        opens(page).await;
        for (name, keys) in [("Export", "Control+S"), ("Add filter", "A"), ("Zoom in", "Plus"), ("Fit", "0")]
        {
            let button = page.find("button", name).await;
            let notifications = button.attr("aria-keyshortcuts").await.expect("the button is there");
            assert_eq!(notifications.as_deref(), Some(keys), "{name}");
        }
    });
}

#[test]
fn single_letters_can_be_switched_off_for_good() {
    open_page(Build::Release, switches_letters_off);
}

pub async fn switches_letters_off(page: &Page) {
    opens(page).await;
    page.press_key(&[], '?').await;
    page.click("switch", SIGNS).await;
    page.press_key(&[], Key::Escape).await;
    page.wait_until_gone("heading", "Keyboard").await;
    page.press_key(&[], 'a').await;
    page.click("button", "Keyboard shortcuts").await;
    page.find("switch", SIGNS).await;
    opens(page).await;
    page.press_key(&[], 'a').await;
    let before = page.downloaded();
    page.press_key(&[Key::Control], 's').await;
    page.new_download(&before).await;
    assert!(!page.is_visible("combobox", "Search filters").await);
}

#[test]
fn the_language_can_be_chosen_on_the_sheet_on_a_phone_too() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        opens(page).await;
        page.click("button", "More").await;
        page.click("menuitem", "Keyboard shortcuts").await;
        page.click("button", "Deutsch").await;
        page.find("button", "Filter hinzufügen").await;
        let mut photo = NativeImage::open(&photos::png(300, 200));
        page.wait_for_canvas(&mut photo, &[]).await;
    });
}

#[test]
fn keys_switch_and_duplicate_the_filter_that_is_open_or_has_the_focus() {
    open_page(Build::Release, async |page| {
        let file = photos::png(300, 200);
        let mut photo = NativeImage::open(&file);
        page.load().await;
        page.choose_bytes("hills.png", &file).await;
        page.add_filter("Sepia").await;
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
        // The open layer.
        page.press_key(&[], 'x').await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.press_key(&[], 'x').await;
        page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
        // The focused layer, before the open one.
        page.focus("switch", "Sepia").await;
        page.press_key(&[], 'x').await;
        page.wait_for_canvas(&mut photo, &["invert"]).await;
        page.press_key(&[], 'x').await;
        page.press_key(&[Key::Control], 'd').await;
        page.wait_for_canvas(&mut photo, &["sepia", "sepia", "invert"]).await;
        page.wait_for_status("Duplicated Sepia").await;
        assert_eq!(page.focused().await, "Strength", "the focus is in the settings of the copy");
    });
}

#[test]
fn the_list_of_scales_lets_shortcuts_through_and_steps() {
    open_page(Build::Release, async |page| {
        let file = photos::png(2400, 1600);
        let mut photo = NativeImage::open(&file);
        page.load().await;
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.press_key(&[], '1').await;
        page.focus("combobox", "Zoom, 100 %").await;
        page.press_key(&[], Key::Down).await;
        page.find("combobox", "Zoom, 200 %").await;
        page.press_key(&[], Key::Up).await;
        page.press_key(&[], Key::Up).await;
        page.find("combobox", "Zoom, 67 %").await;
        page.press_key(&[], '0').await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.press_key(&[], 'd').await;
        page.find("slider", "Divider between before and after").await;
    });
}

#[test]
fn the_menu_of_a_wide_window_takes_the_focus_and_escape_leaves_it() {
    open_page(Build::Release, async |page| {
        opens(page).await;
        page.click("button", "More").await;
        page.wait_until("focus on the first item", async || match page.focused().await.as_str() {
            "Open more photos" => Ok(()),
            other => Err(other.to_owned()),
        })
        .await;
        page.press_key(&[], Key::Up).await;
        assert_eq!(page.focused().await, "Benchmark");
        page.press_key(&[], Key::Escape).await;
        page.wait_until_gone("menuitem", "Benchmark").await;
        assert_eq!(page.focused().await, "More");
    });
}
