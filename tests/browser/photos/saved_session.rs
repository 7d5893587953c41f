//! A session that an earlier build saved is opened in full: photos, stacks, histories, views, presets, choices.
//! `fixtures/saved_session.json` was recorded by `src/record_session.rs`.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::{NativeImage, digest};
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::{Value, json};

/// Writes the recorded session into the storage of the page's origin, and opens the page.
async fn open_saved_session(page: &Page) -> Value {
    let recorded: Value =
        serde_json::from_str(include_str!("../../fixtures/saved_session.json")).expect("the fixture is JSON");
    page.open_bare_document().await;
    page.run(include_str!("../../scripts/restore_storage.js"), json!([recorded["storage"]])).await;
    page.navigate().await;
    recorded
}

fn step(filter: &str, values: &[(&str, f64)]) -> FilterStep {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
    FilterStep { values, ..FilterStep::new(filter) }
}

#[test]
fn photos_stacks_and_histories_of_an_earlier_build_are_opened() {
    open_page(Build::Release, async |page| {
        let recorded = open_saved_session(page).await;
        // The active photo comes first, at its zoom, with its stack and history.
        page.wait_until("shore.jpg at 200 %", async || {
            let width =
                "return document.querySelector('canvas[aria-label^=\"shore.jpg\"]')?.getBoundingClientRect().width";
            let width = page.run(width, json!([])).await;
            if width == 240.0 { Ok(()) } else { Err(width.to_string()) }
        })
        .await;
        assert_eq!(page.names("switch").await, ["Farbtabelle", "Gradationskurven"]);
        page.find("button", "Rückgängig: Gradationskurven, Punkt 1: aus 0 wird 40").await;
        let (name, exported) = export(page).await;
        assert_eq!(name, recorded["export"]["name"]);
        assert_eq!(digest(&exported), recorded["export"]["sha256"], "the earlier build exported other bytes");

        // In the middle of its history: two entries can be redone, and the layer that was off is off.
        page.press_key(&[], '[').await;
        let mut dusk = NativeImage::open(&photos::png(96, 64));
        let at = |more: &[FilterStep]| {
            Recipe::new([&[step("exposure", &[("exposure_ev", 0.5)]), step("vignette", &[])], more].concat())
        };
        page.wait_for_recipe(&mut dusk, &at(&[])).await;
        for more in [&["invert"][..], &["invert", "grayscale"]] {
            page.press_key(&[Key::Control, Key::Shift], 'z').await;
            let more: Vec<_> = more.iter().copied().map(FilterStep::new).collect();
            page.wait_for_recipe(&mut dusk, &at(&more)).await;
        }
        for _ in 0..7 {
            page.press_key(&[Key::Control], 'z').await;
        }
        page.wait_for_canvas(&mut dusk, &[]).await;
    });
}

#[test]
fn presets_and_choices_of_an_earlier_build_are_kept() {
    open_page(Build::Release, async |page| {
        open_saved_session(page).await;
        page.find("button", "Silver light").await;
        page.find("button", "Negative").await;
        assert_eq!(page.run("return document.documentElement.lang", json!([])).await, "de");
        page.find("button", "Farbschema: dunkel").await;
        let photos = page.names("button").await;
        assert!(!photos.iter().any(|name| name.contains("removed.png")), "{photos:?}");

        page.click("button", "3, lantern.png, bearbeitet").await;
        let mut lantern = NativeImage::open(&photos::png_with_alpha(64, 64));
        let silver = [step("grayscale", &[]), step("contrast", &[("amount", 20.0)])];
        // Pixels of a canvas are exact only where they are opaque, so the exported file is compared.
        page.find("switch", "Kontrast").await;
        assert_eq!(export(page).await.1, lantern.export_recipe(&Recipe::new(silver.to_vec())));
        page.click("button", "Negative").await;
        page.find("switch", "Umkehren").await;
        assert_eq!(export(page).await.1, lantern.export_filters(&["invert"]));
    });
}

/// Exports by key, since the button has another name in each language.
async fn export(page: &Page) -> (String, Vec<u8>) {
    let before = page.downloaded();
    page.press_key(&[Key::Control], 's').await;
    page.new_download(&before).await
}
