//! Built-in presets (“Looks”): a whole stack with one click.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, PRESETS, Preset, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;

fn look(name: &str) -> &'static Preset {
    PRESETS.iter().find(|look| look.name.en == name).expect("a look of this name")
}

/// The name of the active preset.
async fn worn(page: &Page) -> Option<String> {
    for button in page.names("button").await {
        let is_look = button == "Original" || PRESETS.iter().any(|look| look.name.en == button);
        if is_look
            && page.find("button", &button).await.attr("aria-pressed").await.ok().flatten().as_deref()
                == Some("true")
        {
            return Some(button);
        }
    }
    None
}

#[test]
fn a_look_takes_the_place_of_the_stack_but_not_of_the_frame() {
    open_page(Build::Release, wears_looks);
}

pub async fn wears_looks(page: &Page) {
    let file = photos::png(320, 240);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    assert_eq!(worn(page).await.as_deref(), Some("Original"));
    page.add_filter("Flip").await;
    page.click("switch", "Horizontal").await;
    page.add_filter("Invert").await;
    assert_eq!(worn(page).await, None);
    page.click("button", "Noir").await;
    let flip = FilterStep { values: [("horizontal".to_owned(), 1.0)].into(), ..FilterStep::new("flip") };
    let framed = |look: &Recipe| Recipe::new([vec![flip.clone()], look.steps.clone()].concat());
    page.wait_for_recipe(&mut photo, &framed(&look("Noir").recipe())).await;
    assert_eq!(worn(page).await.as_deref(), Some("Noir"));
    // One tab stop, with arrow keys inside.
    page.focus("button", "Noir").await;
    page.press_key(&[], Key::Right).await;
    let next = PRESETS[PRESETS.iter().position(|look| look.name.en == "Noir").unwrap_or_default() + 1];
    assert_eq!(page.focused().await, next.name.en);
    page.press_key(&[], Key::Enter).await;
    page.wait_for_recipe(&mut photo, &framed(&next.recipe())).await;
    page.click("button", "Original").await;
    page.wait_for_recipe(&mut photo, &framed(&Recipe::new(vec![]))).await;
}

#[test]
fn looks_are_a_tab_on_a_phone() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        page.load().await;
        let file = photos::png(320, 240);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut photo, &[]).await;
        assert!(!page.is_visible("button", "Noir").await);
        page.click("tab", "Looks").await;
        page.click("button", "Noir").await;
        page.wait_for_recipe(&mut photo, &look("Noir").recipe()).await;
        page.click("tab", "Stack 4").await;
        page.find("switch", "Vignette").await;
    });
}
