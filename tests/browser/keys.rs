//! The sheet of keys, and the choice that goes with it.

use fantoccini::key::Key;
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::{PHONE, Visit};
use serde_json::json;

const SIGNS: &str = "Letters and signs by themselves are shortcuts";

async fn opens(page: &Visit) {
    let file = photos::png(300, 200);
    page.go().await;
    page.choose_bytes("hills.png", &file).await;
    page.shows(&mut Native::open(&file), &[]).await;
}

/// What the sheet says, line by line: a name and its keys.
async fn lines(page: &Visit) -> Vec<String> {
    let script = "return [...document.querySelectorAll('dialog.shortcuts-dialog dl > div')].map((line) =>
        [line.querySelector('dt'), ...line.querySelectorAll('kbd')].map((part) => part.textContent).join(' '))";
    let lines = page.run(script, json!([])).await;
    lines.as_array().into_iter().flatten().filter_map(|line| Some(line.as_str()?.to_owned())).collect()
}

#[test]
fn the_sheet_of_keys_opens_and_closes_by_keys_and_by_hand() {
    visit(Site::Release, reads_the_sheet);
}

pub async fn reads_the_sheet(page: &Visit) {
    opens(page).await;
    page.strike(&[], '?').await;
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
    // Its keys are the dialog's own while it is open.
    page.strike(&[], 'a').await;
    assert!(!page.sees("combobox", "Search filters").await);
    page.strike(&[], Key::Escape).await;
    page.gone("heading", "Keyboard").await;

    page.click("button", "Keyboard shortcuts").await;
    page.find("heading", "Keyboard").await;
    page.click("button", "Close").await;
    page.gone("heading", "Keyboard").await;
    assert_eq!(page.focused().await, "Keyboard shortcuts");
}

#[test]
fn buttons_tell_their_keys_to_screen_readers() {
    visit(Site::Release, async |page| {
        opens(page).await;
        for (name, keys) in [("Export", "Control+S"), ("Add filter", "A"), ("Zoom in", "Plus"), ("Fit", "0")]
        {
            let button = page.find("button", name).await;
            let told = button.attr("aria-keyshortcuts").await.expect("the button is there");
            assert_eq!(told.as_deref(), Some(keys), "{name}");
        }
    });
}

#[test]
fn single_letters_can_be_switched_off_for_good() {
    visit(Site::Release, switches_letters_off);
}

pub async fn switches_letters_off(page: &Visit) {
    opens(page).await;
    page.strike(&[], '?').await;
    page.click("switch", SIGNS).await;
    page.strike(&[], Key::Escape).await;
    page.gone("heading", "Keyboard").await;
    page.strike(&[], 'a').await;
    page.click("button", "Keyboard shortcuts").await;
    page.find("switch", SIGNS).await;
    opens(page).await;
    page.strike(&[], 'a').await;
    let before = page.downloaded();
    page.strike(&[Key::Control], 's').await;
    page.new_download(&before).await;
    assert!(!page.sees("combobox", "Search filters").await);
}

#[test]
fn the_language_can_be_chosen_on_the_sheet_on_a_phone_too() {
    visit(Site::Release, async |page| {
        page.on_screen(PHONE).await;
        opens(page).await;
        page.click("button", "More").await;
        page.click("menuitem", "Keyboard shortcuts").await;
        page.click("button", "Deutsch").await;
        page.find("button", "Filter hinzufügen").await;
        let mut photo = Native::open(&photos::png(300, 200));
        page.shows(&mut photo, &[]).await;
    });
}

#[test]
fn keys_switch_and_duplicate_the_filter_that_is_open_or_has_the_focus() {
    visit(Site::Release, async |page| {
        let file = photos::png(300, 200);
        let mut photo = Native::open(&file);
        page.go().await;
        page.choose_bytes("hills.png", &file).await;
        page.add("Sepia").await;
        page.add("Invert").await;
        page.shows(&mut photo, &["sepia", "invert"]).await;
        // The one that is open.
        page.strike(&[], 'x').await;
        page.shows(&mut photo, &["sepia"]).await;
        page.strike(&[], 'x').await;
        page.shows(&mut photo, &["sepia", "invert"]).await;
        // The one that has the focus, before the one that is open.
        page.focus("switch", "Sepia").await;
        page.strike(&[], 'x').await;
        page.shows(&mut photo, &["invert"]).await;
        page.strike(&[], 'x').await;
        page.strike(&[Key::Control], 'd').await;
        page.shows(&mut photo, &["sepia", "sepia", "invert"]).await;
        page.reads_status("Duplicated Sepia").await;
        assert_eq!(page.focused().await, "Strength", "the focus is in the settings of the copy");
    });
}

#[test]
fn the_list_of_scales_lets_shortcuts_through_and_steps() {
    visit(Site::Release, async |page| {
        let file = photos::png(2400, 1600);
        let mut photo = Native::open(&file);
        page.go().await;
        page.choose_bytes("hills.png", &file).await;
        page.shows(&mut photo, &[]).await;
        page.strike(&[], '1').await;
        page.focus("combobox", "Zoom, 100 %").await;
        page.strike(&[], Key::Down).await;
        page.find("combobox", "Zoom, 200 %").await;
        page.strike(&[], Key::Up).await;
        page.strike(&[], Key::Up).await;
        page.find("combobox", "Zoom, 67 %").await;
        page.strike(&[], '0').await;
        page.shows(&mut photo, &[]).await;
        page.strike(&[], 'd').await;
        page.find("slider", "Divider between before and after").await;
    });
}

#[test]
fn the_menu_of_a_wide_window_takes_the_focus_and_escape_leaves_it() {
    visit(Site::Release, async |page| {
        opens(page).await;
        page.click("button", "More").await;
        page.until("focus on the first item", async || match page.focused().await.as_str() {
            "Open more photos" => Ok(()),
            other => Err(other.to_owned()),
        })
        .await;
        page.strike(&[], Key::Up).await;
        assert_eq!(page.focused().await, "Benchmark");
        page.strike(&[], Key::Escape).await;
        page.gone("menuitem", "Benchmark").await;
        assert_eq!(page.focused().await, "More");
    });
}
