//! The language is that of the browser until a person chooses one; the choice is saved.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

/// Sets the browser's preferred languages, for example `fr,de-AT,en`.
async fn reads(page: &Page, languages: &str) {
    let agent = page.run("return navigator.userAgent", json!([])).await;
    let override_of = json!({ "userAgent": agent, "acceptLanguage": languages });
    page.browser.devtools("Emulation.setUserAgentOverride", override_of).await;
}

async fn language(page: &Page) -> String {
    let language = page.run("return document.documentElement.lang", json!([])).await;
    language.as_str().unwrap_or_default().to_owned()
}

/// All texts of the page, visible ones and those for screen readers.
async fn everything(page: &Page) -> String {
    let script = "return document.body.innerText + [...document.querySelectorAll('*')].map((one) =>
        ['aria-label', 'title', 'placeholder', 'aria-valuetext'].map((name) => one.getAttribute(name) ?? '').join(' ')).join(' ')";
    page.run(script, json!([])).await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_german_browser_gets_a_german_page() {
    open_page(Build::Release, async |page| {
        reads(page, "fr,de-AT,en").await;
        page.navigate().await;
        page.find("button", "Fotos öffnen").await;
        assert_eq!(language(page).await, "de");
        page.choose_bytes("hills.png", &photos::png(300, 200)).await;
        page.click("button", "Filter hinzufügen").await;
        page.find("combobox", "Filter suchen").await;
        page.type_text("belicht").await;
        page.press_key(&[], Key::Enter).await;
        page.find("slider", "Belichtung").await;
        page.wait_for_status("Belichtung hinzugefügt").await;
        page.click("button", "Belichtung entfernen").await;
        page.wait_for_status("Belichtung entfernt").await;
        page.choose_bytes("notes.png", b"no picture").await;
        page.wait_for_notification("notes.png konnte nicht geöffnet werden.").await;
        let said = everything(page).await;
        for english in ["Add", "Remove", "Stack", "Open", "Zoom out", "Theme", "with", "photo "] {
            assert!(!said.split_whitespace().any(|word| word == english.trim()), "{english}: {said}");
        }
    });
}

#[test]
fn a_german_page_gives_german_reasons() {
    open_page(Build::Release, async |page| {
        reads(page, "de").await;
        page.navigate().await;
        for (name, file, reason) in [
            (
                "brief.png",
                b"Dear reader, this is no photo.\n".to_vec(),
                "Das ist eine Textdatei; Safelight öffnet PNG und JPEG.",
            ),
            ("halb.png", photos::truncated(&photos::png(640, 480), 0.6), "Die Datei endet mitten im Bild;"),
            ("riesig.png", photos::claimed_png(60_000, 60_000), "60000 × 60000 Pixel (3.600 Megapixel)"),
        ] {
            page.choose_bytes(name, &file).await;
            let title = format!("{name} konnte nicht geöffnet werden.");
            let notification = page.wait_for_notification(&title).await;
            assert!(notification.text.contains(reason), "{notification:?}");
        }
        page.choose_bytes("hills.png", &photos::png(320, 200)).await;
        page.find("button", "Filter hinzufügen").await;
        let broken = b"LUT_1D_SIZE 2\n0 0 0\n1 eins 1\n";
        assert!(page.drop_file("Kaputt.cube", broken, (640, 400)).await);
        let notification =
            page.wait_for_notification("Kaputt.cube ist als Farbtabelle nicht zu gebrauchen.").await;
        let reason = "braucht eine andere .cube-Datei: Zeile 3 sollte 3 Zahlen haben und hat „1 eins 1“.";
        assert!(notification.text.contains(reason), "{notification:?}");
    });
}

#[test]
fn the_language_can_be_changed_and_stays_changed() {
    open_page(Build::Release, async |page| {
        page.load().await;
        assert_eq!(language(page).await, "en");
        page.click("button", "Deutsch").await;
        page.find("button", "Fotos öffnen").await;
        assert_eq!(language(page).await, "de");
        page.navigate().await;
        page.find("button", "Fotos öffnen").await;
        let file = photos::png(300, 200);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
    });
}

#[test]
fn what_no_language_of_ours_is_asked_for_is_english() {
    open_page(Build::Release, async |page| {
        reads(page, "fr-FR,fr").await;
        page.load().await;
        assert_eq!(language(page).await, "en");
    });
}
