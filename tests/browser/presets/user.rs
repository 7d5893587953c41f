//! The user's own presets: saved under a name, applied, renamed, removed, exported and imported; kept for the next visit.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{DESKTOP, PHONE, Page, Viewport};
use safelight_tests::photos;
use serde_json::json;

/// Opens a photo with the stack that is saved. Returns the photo and the stack.
async fn opens(page: &Page) -> (NativeImage, Recipe) {
    let file = photos::png(300, 200);
    page.choose_bytes("hills.png", &file).await;
    let mut photo = NativeImage::open(&file);
    page.wait_for_canvas(&mut photo, &[]).await;
    page.add_filter("Grayscale").await;
    page.add_filter("Exposure").await;
    page.set_number("Exposure", "0.5").await;
    let values = [("exposure_ev".to_owned(), 0.5)].into();
    let recipe =
        Recipe::new(vec![FilterStep::new("grayscale"), FilterStep { values, ..FilterStep::new("exposure") }]);
    page.wait_for_recipe(&mut photo, &recipe).await;
    (photo, recipe)
}

/// Saves the stack as a preset with the menu.
async fn saves(page: &Page, name: &str) {
    if page.is_visible("button", "Share recipe").await {
        page.click("button", "Share recipe").await;
    } else {
        page.click("button", "More").await;
        page.click("menuitem", "Share recipe").await;
    }
    page.click("menuitem", "Save as a look").await;
    assert_eq!(page.focused().await, "Name of the look");
    page.fill("Name of the look", name).await;
    page.wait_for_status(&format!("{name} is among the looks now")).await;
}

/// Waits until the preset's thumbnail is grey.
async fn has_grey_print(page: &Page, name: &str) {
    let script = "const look = spy.find('button', arguments[0])[0]?.querySelector('canvas');
        if (!look || look.width < 2) return 'none';
        const { data } = look.getContext('2d').getImageData(0, 0, look.width, look.height);
        return data.some((value, at) => at % 4 < 2 && value !== data[at + 1]) ? 'coloured' : 'grey'";
    page.wait_until(format_args!("grey picture of {name}"), async || {
        let seen = page.run(script, json!([name])).await;
        if seen == "grey" { Ok(()) } else { Err(seen.to_string()) }
    })
    .await;
}

#[test]
fn a_look_is_saved_under_a_name_and_is_there_at_the_next_visit() {
    open_page(Build::Release, keeps_a_look);
}

/// The part that works in a browser that saves no photos.
pub async fn wears_a_look_of_ones_own(page: &Page) {
    let (mut photo, recipe) = saves_one(page).await;
    page.click("button", "Silver light").await;
    page.wait_for_recipe(&mut photo, &recipe).await;
    page.click("button", "Undo: Look: Silver light").await;
    page.wait_for_canvas(&mut photo, &[]).await;
}

/// Saves a preset and returns to the original.
async fn saves_one(page: &Page) -> (NativeImage, Recipe) {
    let (mut photo, recipe) = opens(page).await;
    page.press_key(&[Key::Control, Key::Shift], 's').await;
    page.find("textbox", "Name of the look").await;
    page.fill("Name of the look", " Silver  light ").await;
    page.wait_for_status("Silver light is among the looks now").await;
    let look = page.find("button", "Silver light").await;
    assert_eq!(look.attr("aria-pressed").await.ok().flatten().as_deref(), Some("true"));
    has_grey_print(page, "Silver light").await;
    page.click("button", "Original").await;
    page.wait_for_canvas(&mut photo, &[]).await;
    (photo, recipe)
}

pub async fn keeps_a_look(page: &Page) {
    let (mut photo, recipe) = saves_one(page).await;
    page.reload().await;
    page.wait_for_canvas(&mut photo, &[]).await;
    has_grey_print(page, "Silver light").await;
    page.click("button", "Silver light").await;
    page.wait_for_recipe(&mut photo, &recipe).await;
    page.click("button", "Undo: Look: Silver light").await;
    page.wait_for_canvas(&mut photo, &[]).await;
    // Its name is saved in the history, too.
    page.click("button", "Redo: Look: Silver light").await;
    page.wait_for_recipe(&mut photo, &recipe).await;
    assert_eq!(page.export().await.1, photo.export_recipe(&recipe));
}

#[test]
fn looks_are_renamed_and_removed_and_put_back() {
    open_page(Build::Release, async |page| {
        opens(page).await;
        saves(page, "Warm").await;
        page.click("button", "Your looks").await;
        page.fill("Name of the look", "Warm").await;
        page.find("button", "Warm 2").await;
        page.click("button", "Your looks").await;
        page.fill("Name of Warm 2", "Cold").await;
        page.find("textbox", "Name of Cold").await;
        // A name that another preset has, and an empty one, are refused.
        page.fill("Name of Cold", "Warm").await;
        page.find("textbox", "Name of Warm 2").await;
        page.fill("Name of Warm 2", " ").await;
        page.find("textbox", "Name of Warm 2").await;
        page.fill("Name of Warm 2", "Cold").await;
        page.click("button", "Remove Cold").await;
        page.wait_until("focus on the way back", async || {
            let focused = page.focused().await;
            if focused == "Put it back" { Ok(()) } else { Err(focused) }
        })
        .await;
        page.press_key(&[], Key::Enter).await;
        page.find("textbox", "Name of Cold").await;
        page.wait_until_gone("button", "Put it back").await;
        page.click("button", "Remove Warm").await;
        page.find("button", "Put it back").await;
        page.press_key(&[], Key::Escape).await;
        page.find("button", "Cold").await;
        page.wait_until_gone("button", "Warm").await;
        page.reload().await;
        page.find("button", "Cold").await;
        assert!(!page.is_visible("button", "Warm").await);
    });
}

#[test]
fn a_look_goes_out_as_a_file_and_comes_in_again() {
    open_page(Build::Release, async |page| {
        let (mut photo, recipe) = opens(page).await;
        saves(page, "Silver").await;
        page.click("button", "Your looks").await;
        let before = page.downloaded();
        page.click("button", "Save Silver as a file").await;
        let (name, bytes) = page.new_download(&before).await;
        assert_eq!(name, "Silver.json");
        assert_eq!(serde_json::from_slice::<Recipe>(&bytes).expect("a recipe"), recipe);
        page.click("button", "Remove Silver").await;

        let folder = page.browser.folder();
        std::fs::write(folder.join("Lead.json"), &bytes).expect("the temporary folder is writable");
        std::fs::write(folder.join("other.json"), "{}").expect("the temporary folder is writable");
        let input =
            page.browser.client.find(fantoccini::Locator::Css(".user-presets-dialog input[type=file]")).await;
        let files = ["Lead.json", "other.json"].map(|name| folder.join(name).display().to_string());
        input.expect("a file input").send_keys(&files.join("\n")).await.expect("files can be chosen");
        page.find("textbox", "Name of Lead").await;
        let script = "return document.querySelector('.user-presets-dialog [role=alert]').textContent";
        page.wait_until("word on the other file", async || {
            let said = page.run(script, json!([])).await.as_str().unwrap_or_default().to_owned();
            if said.starts_with("other.json holds no recipe that can be used.") { Ok(()) } else { Err(said) }
        })
        .await;
        page.press_key(&[], Key::Escape).await;
        page.click("button", "Original").await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.click("button", "Lead").await;
        page.wait_for_recipe(&mut photo, &recipe).await;
    });
}

#[test]
fn a_browser_that_keeps_nothing_says_so() {
    open_page(Build::Release, async |page| {
        let script = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });";
        page.run_before_load(script).await;
        page.reload().await;
        page.find("button", "Open photos").await;
        opens(page).await;
        page.press_key(&[Key::Control, Key::Shift], 's').await;
        page.fill("Name of the look", "Warm").await;
        let said = "return document.querySelector('.user-presets-dialog [role=alert]').textContent";
        page.wait_until("one clear sentence", async || {
            let said = page.run(said, json!([])).await.as_str().unwrap_or_default().to_owned();
            if said.starts_with("Warm could not be kept.") { Ok(()) } else { Err(said) }
        })
        .await;
        page.press_key(&[], Key::Escape).await;
        assert!(!page.is_visible("button", "Warm").await);
    });
}

#[test]
fn own_looks_in_a_window() {
    pictures(DESKTOP);
}

#[test]
fn own_looks_on_a_phone() {
    pictures(PHONE);
}

fn pictures(screen: Viewport) {
    open_page(Build::Release, async |page| {
        page.set_viewport(screen).await;
        page.load().await;
        page.choose_bytes("dusk-over-the-lake.jpg", include_bytes!("../../../style/sample.jpg")).await;
        page.wait_for_status("Opened dusk-over-the-lake.jpg").await;
        for (filter, name) in [("Sepia", "Grandmother’s album"), ("Invert", "Negative")] {
            page.add_filter(filter).await;
            saves(page, name).await;
        }
        if screen == PHONE {
            page.click("tab", "Looks").await;
        }
        page.find("button", "Negative").await;
        let missing =
            "return [...document.querySelectorAll('.preset canvas')].filter((one) => one.width < 2).length";
        page.wait_until("small picture of each preset", async || {
            let missing = page.run(missing, json!([])).await;
            if missing == 0 { Ok(()) } else { Err(format!("{missing} are missing")) }
        })
        .await;
        page.screenshot(screen, "own-looks-row").await;
        page.run("document.querySelector('dialog.user-presets-dialog').showModal()", json!([])).await;
        page.find("textbox", "Name of Negative").await;
        page.click("button", "Remove Grandmother’s album").await;
        page.find("button", "Put it back").await;
        page.screenshot(screen, "own-looks").await;
    });
}
