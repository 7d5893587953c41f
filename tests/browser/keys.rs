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
    let script = "return [...document.querySelectorAll('dialog.keys dl > div')].map((line) =>
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
    for line in
        ["Open Ctrl O", "Export Ctrl S", "Hold to see the original \\", "Add a filter A", "This sheet ?"]
    {
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
