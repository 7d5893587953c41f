//! Looks of one's own: saved under a name, put on, renamed, removed, taken along as files; there at the next visit.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::{PHONE, Screen, Visit, WINDOW};
use serde_json::json;

/// A photo, and the stack that is saved.
async fn opens(page: &Visit) -> (Native, Recipe) {
    let file = photos::png(300, 200);
    page.choose_bytes("hills.png", &file).await;
    let mut photo = Native::open(&file);
    page.shows(&mut photo, &[]).await;
    page.add("Grayscale").await;
    page.add("Exposure").await;
    page.set("Exposure", "0.5").await;
    let values = [("exposure_ev".to_owned(), 0.5)].into();
    let recipe =
        Recipe::new(vec![FilterStep::new("grayscale"), FilterStep { values, ..FilterStep::new("exposure") }]);
    page.shows_recipe(&mut photo, &recipe).await;
    (photo, recipe)
}

/// Saves the stack with the menu.
async fn saves(page: &Visit, name: &str) {
    if page.sees("button", "Share recipe").await {
        page.click("button", "Share recipe").await;
    } else {
        page.click("button", "More").await;
        page.click("menuitem", "Share recipe").await;
    }
    page.click("menuitem", "Save as a look").await;
    assert_eq!(page.focused().await, "Name of the look");
    page.enter("Name of the look", name).await;
    page.reads_status(&format!("{name} is among the looks now")).await;
}

/// Waits until the look's small picture is grey, as what it shows is.
async fn has_grey_print(page: &Visit, name: &str) {
    let script = "const look = probe.find('button', arguments[0])[0]?.querySelector('canvas');
        if (!look || look.width < 2) return 'none';
        const { data } = look.getContext('2d').getImageData(0, 0, look.width, look.height);
        return data.some((value, at) => at % 4 < 2 && value !== data[at + 1]) ? 'coloured' : 'grey'";
    page.until(format_args!("grey picture of {name}"), async || {
        let seen = page.run(script, json!([name])).await;
        if seen == "grey" { Ok(()) } else { Err(seen.to_string()) }
    })
    .await;
}

#[test]
fn a_look_is_saved_under_a_name_and_is_there_at_the_next_visit() {
    visit(Site::Release, keeps_a_look);
}

/// As far as a browser without room for photos goes.
pub async fn wears_a_look_of_ones_own(page: &Visit) {
    let (mut photo, recipe) = saves_one(page).await;
    page.click("button", "Silver light").await;
    page.shows_recipe(&mut photo, &recipe).await;
    page.click("button", "Undo: Look: Silver light").await;
    page.shows(&mut photo, &[]).await;
}

/// Saves a look, and goes back to the photo as it was.
async fn saves_one(page: &Visit) -> (Native, Recipe) {
    let (mut photo, recipe) = opens(page).await;
    page.strike(&[Key::Control, Key::Shift], 's').await;
    page.find("textbox", "Name of the look").await;
    page.enter("Name of the look", " Silver  light ").await;
    page.reads_status("Silver light is among the looks now").await;
    let look = page.find("button", "Silver light").await;
    assert_eq!(look.attr("aria-pressed").await.ok().flatten().as_deref(), Some("true"));
    has_grey_print(page, "Silver light").await;
    page.click("button", "Original").await;
    page.shows(&mut photo, &[]).await;
    (photo, recipe)
}

pub async fn keeps_a_look(page: &Visit) {
    let (mut photo, recipe) = saves_one(page).await;
    page.reload().await;
    page.shows(&mut photo, &[]).await;
    has_grey_print(page, "Silver light").await;
    page.click("button", "Silver light").await;
    page.shows_recipe(&mut photo, &recipe).await;
    page.click("button", "Undo: Look: Silver light").await;
    page.shows(&mut photo, &[]).await;
    // It is kept by its name, too: what was done with it is there after another visit.
    page.click("button", "Redo: Look: Silver light").await;
    page.shows_recipe(&mut photo, &recipe).await;
    assert_eq!(page.export().await.1, photo.exported_recipe(&recipe));
}

#[test]
fn looks_are_renamed_and_removed_and_put_back() {
    visit(Site::Release, async |page| {
        opens(page).await;
        saves(page, "Warm").await;
        page.click("button", "Your looks").await;
        page.enter("Name of the look", "Warm").await;
        page.find("button", "Warm 2").await;
        page.click("button", "Your looks").await;
        page.enter("Name of Warm 2", "Cold").await;
        page.find("textbox", "Name of Cold").await;
        // Another look has this name, and a look needs one.
        page.enter("Name of Cold", "Warm").await;
        page.find("textbox", "Name of Warm 2").await;
        page.enter("Name of Warm 2", " ").await;
        page.find("textbox", "Name of Warm 2").await;
        page.enter("Name of Warm 2", "Cold").await;
        page.click("button", "Remove Cold").await;
        page.until("focus on the way back", async || {
            let focused = page.focused().await;
            if focused == "Put it back" { Ok(()) } else { Err(focused) }
        })
        .await;
        page.strike(&[], Key::Enter).await;
        page.find("textbox", "Name of Cold").await;
        page.gone("button", "Put it back").await;
        page.click("button", "Remove Warm").await;
        page.find("button", "Put it back").await;
        page.strike(&[], Key::Escape).await;
        page.find("button", "Cold").await;
        page.gone("button", "Warm").await;
        page.reload().await;
        page.find("button", "Cold").await;
        assert!(!page.sees("button", "Warm").await);
    });
}

#[test]
fn a_look_goes_out_as_a_file_and_comes_in_again() {
    visit(Site::Release, async |page| {
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
        page.until("word on the other file", async || {
            let said = page.run(script, json!([])).await.as_str().unwrap_or_default().to_owned();
            if said.starts_with("other.json holds no recipe that can be used.") { Ok(()) } else { Err(said) }
        })
        .await;
        page.strike(&[], Key::Escape).await;
        page.click("button", "Original").await;
        page.shows(&mut photo, &[]).await;
        page.click("button", "Lead").await;
        page.shows_recipe(&mut photo, &recipe).await;
    });
}

#[test]
fn a_browser_that_keeps_nothing_says_so() {
    visit(Site::Release, async |page| {
        let script = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });";
        page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        page.reload().await;
        page.find("button", "Open photos").await;
        opens(page).await;
        page.strike(&[Key::Control, Key::Shift], 's').await;
        page.enter("Name of the look", "Warm").await;
        let said = "return document.querySelector('.user-presets-dialog [role=alert]').textContent";
        page.until("one clear sentence", async || {
            let said = page.run(said, json!([])).await.as_str().unwrap_or_default().to_owned();
            if said.starts_with("Warm could not be kept.") { Ok(()) } else { Err(said) }
        })
        .await;
        page.strike(&[], Key::Escape).await;
        assert!(!page.sees("button", "Warm").await);
    });
}

#[test]
fn own_looks_in_a_window() {
    pictures(WINDOW);
}

#[test]
fn own_looks_on_a_phone() {
    pictures(PHONE);
}

fn pictures(screen: Screen) {
    visit(Site::Release, async |page| {
        page.on_screen(screen).await;
        page.go().await;
        page.choose_bytes("dusk-over-the-lake.jpg", include_bytes!("../../style/sample.jpg")).await;
        page.reads_status("Opened dusk-over-the-lake.jpg").await;
        for (filter, name) in [("Sepia", "Grandmother’s album"), ("Invert", "Negative")] {
            page.add(filter).await;
            saves(page, name).await;
        }
        if screen == PHONE {
            page.click("tab", "Looks").await;
        }
        page.find("button", "Negative").await;
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        page.picture(screen, "own-looks-row").await;
        page.run("document.querySelector('dialog.user-presets-dialog').showModal()", json!([])).await;
        page.find("textbox", "Name of Negative").await;
        page.click("button", "Remove Grandmother’s album").await;
        page.find("button", "Put it back").await;
        page.picture(screen, "own-looks").await;
    });
}
