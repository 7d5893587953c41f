//! Recipes are shared as a link, a command line or a file. An opened recipe is offered, never applied by itself.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::json;

const OFFER: &str = "A recipe of 2 filters was opened.";

/// Opens a photo and adds two filters, one with a setting. Returns the photo and the recipe.
async fn with_stack(page: &Page) -> (NativeImage, Recipe) {
    let file = photos::png(300, 200);
    page.choose_bytes("my hills.png", &file).await;
    let mut photo = NativeImage::open(&file);
    page.wait_for_canvas(&mut photo, &[]).await;
    page.add_filter("Exposure").await;
    page.focus("textbox", "Exposure, number").await;
    page.press_key(&[Key::Control], 'a').await;
    page.type_text("0.5").await;
    page.press_key(&[], Key::Enter).await;
    page.add_filter("Sepia").await;
    let values = [("exposure_ev".to_owned(), 0.5)].into();
    let recipe =
        Recipe::new(vec![FilterStep { values, ..FilterStep::new("exposure") }, FilterStep::new("sepia")]);
    page.wait_for_recipe(&mut photo, &recipe).await;
    (photo, recipe)
}

/// Chooses a menu item and returns the text that it copies.
async fn copies(page: &Page, item: &str) -> String {
    page.click("button", "Share recipe").await;
    page.click("menuitem", item).await;
    page.wait_for_status("on the clipboard").await;
    page.run("return spy.copied", json!([])).await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_link_offers_its_recipe_and_does_nothing_else() {
    open_page(Build::Release, offers_a_link);
}

pub async fn offers_a_link(page: &Page) {
    let (mut photo, recipe) = with_stack(page).await;
    let link = copies(page, "Copy as a link").await;
    assert!(link.starts_with(&page.server.page()), "{link}");
    let (_, fragment) = link.split_once('#').expect("a fragment");
    assert!(fragment.len() < 200, "settings that are no defaults: {fragment}");

    page.load().await;
    page.open_blank_page().await;
    page.navigate_to(&format!("#{fragment}")).await;
    let notification = page.wait_for_notification(OFFER).await;
    assert_eq!((notification.role.as_str(), notification.text.as_str()), ("status", "Exposure, Sepia."));
    // No photo is open yet.
    page.find("button", "Choose a photo for it").await;
    let file = photos::png(300, 200);
    page.choose_bytes("other.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    // In a browser that saves no photos, a notification about that may move the offer just now.
    page.wait_until("offer that was taken", async || {
        if !page.is_visible("button", "Apply to the photo").await {
            return Ok(());
        }
        page.click("button", "Apply to the photo").await;
        Err("it was missed".to_owned())
    })
    .await;
    page.wait_for_recipe(&mut photo, &recipe).await;
    page.wait_for_status("Recipe: 2 filters").await;
    page.click("button", "Undo: Recipe: 2 filters").await;
    page.wait_for_canvas(&mut photo, &[]).await;
    let address = page.run("return location.href", json!([])).await;
    assert_eq!(address, page.server.page(), "loading the page again offers nothing");
}

#[test]
fn a_file_brings_back_what_was_saved() {
    open_page(Build::Release, async |page| {
        let (mut photo, recipe) = with_stack(page).await;
        let before = page.downloaded();
        page.click("button", "Share recipe").await;
        page.click("menuitem", "Save as a file").await;
        let (name, bytes) = page.new_download(&before).await;
        assert_eq!(name, "my hills-recipe.json");
        let saved: Recipe = serde_json::from_slice(&bytes).expect("the file is a recipe");
        assert_eq!(saved, recipe);

        page.click("button", "Remove Sepia").await;
        page.choose_bytes(&name, &bytes).await;
        page.wait_for_notification(OFFER).await;
        page.click("button", "Apply to the photo").await;
        page.wait_for_recipe(&mut photo, &recipe).await;
    });
}

#[test]
fn a_command_line_says_what_was_set() {
    open_page(Build::Release, async |page| {
        with_stack(page).await;
        assert_eq!(
            copies(page, "Copy as a command line").await,
            "safelight apply 'my hills.png' --filter exposure:exposure_ev=0.5 --filter sepia --output 'my hills-edited.png'"
        );
    });
}

#[test]
fn what_is_no_recipe_is_told() {
    open_page(Build::Release, async |page| {
        let cases = [
            ("{", "It is not a recipe of Safelight, or it was cut short."),
            ("[]", "It is not a recipe of Safelight, or it was cut short."),
            (r#"{"version":1,"steps":[],"more":1}"#, "It is not a recipe of Safelight, or it was cut short."),
            (r#"{"version":2,"steps":[]}"#, "It was made by another version of Safelight."),
            (
                r#"{"version":1,"steps":[{"filter":"sepja"}]}"#,
                "Filter 1 is called “sepja”, which there is not in this version.",
            ),
            (
                r#"{"version":1,"steps":[{"filter":"sepia","values":{"x":1}}]}"#,
                "Filter 1 sets “x”, which it does not have in this version.",
            ),
        ];
        for (text, reason) in cases {
            page.choose_bytes("bad.json", text.as_bytes()).await;
            page.wait_until(reason, async || {
                let notifications = page.notifications().await;
                if notifications.iter().any(|one| one.text == reason) {
                    Ok(())
                } else {
                    Err(format!("{notifications:?}"))
                }
            })
            .await;
        }
        assert_eq!(
            page.wait_for_notification("bad.json holds no recipe that can be used.").await.role,
            "alert"
        );
        page.navigate_to("#recipe=%%%").await;
        page.wait_for_notification("The link holds no recipe that can be used.").await;
    });
}

#[test]
fn on_a_phone_recipes_are_in_the_menu() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        with_stack(page).await;
        let before = page.downloaded();
        page.click("button", "More").await;
        page.click("menuitem", "Share recipe").await;
        page.click("menuitem", "Save as a file").await;
        assert_eq!(page.new_download(&before).await.0, "my hills-recipe.json");
    });
}
