//! The filter picker: thumbnails of the open photo, search, and a preview of the selected filter.

use fantoccini::key::Key;
use safelight_kernels::{Group, SPECS, filter_text};
use safelight_recipe::{FilterStep, MAX_STEPS, PRESETS, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::{Value, json};

async fn with_photo(page: &Page, file: &[u8]) -> NativeImage {
    let mut photo = NativeImage::open(file);
    page.choose_bytes("hills.png", file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    photo
}

/// Width, height and the sum of each channel for each thumbnail of this selector.
async fn prints(page: &Page, selector: &str) -> Vec<Value> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((canvas) => {
        if (canvas.width === 0) return [0, 0, 0, 0, 0, 0];
        const pixels = spy.copy(canvas).getImageData(0, 0, canvas.width, canvas.height).data;
        const sums = [0, 0, 0, 0];
        pixels.forEach((value, at) => { sums[at % 4] += value; });
        return [canvas.width, canvas.height, ...sums];
    })";
    let found = page.run(script, json!([selector])).await;
    found.as_array().cloned().unwrap_or_default()
}

/// Waits until all thumbnails of this selector are drawn.
async fn printed(page: &Page, selector: &str) -> Vec<Value> {
    page.wait_until(format_args!("pictures at {selector}"), async || {
        let prints = prints(page, selector).await;
        // A thumbnail that is not drawn yet is one pixel wide.
        let blank = prints.iter().filter(|print| print[0].as_u64() <= Some(1)).count();
        if blank == 0 && !prints.is_empty() {
            Ok(prints)
        } else {
            Err(format!("{blank} of {} are blank", prints.len()))
        }
    })
    .await
}

/// The same of the native engine's image.
fn native(photo: &mut NativeImage, recipe: &Recipe) -> Value {
    let picture = photo.render_recipe(recipe);
    let mut sums = [0_u64; 4];
    for (at, value) in picture.rgba.iter().enumerate() {
        sums[at % 4] += u64::from(*value);
    }
    json!([picture.width, picture.height, sums[0], sums[1], sums[2], sums[3]])
}

#[test]
fn each_filter_and_look_has_a_picture_of_this_photo() {
    open_page(Build::Release, async |page| {
        // The photo is as small as a thumbnail, so it is not scaled, and its pixels are known.
        let file = photos::png(176, 118);
        let mut photo = with_photo(page, &file).await;
        let looks = printed(page, ".preset canvas").await;
        assert_eq!(looks.len(), PRESETS.len() + 1);
        assert_eq!(looks[0], native(&mut photo, &Recipe::new(vec![])));
        for (print, look) in looks[1..].iter().zip(PRESETS) {
            assert_eq!(*print, native(&mut photo, &look.recipe()), "{}", look.id);
        }
        // Thumbnails are of the filter on top of the stack.
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.click("button", "Add filter").await;
        let expected: Vec<_> = SPECS
            .iter()
            .map(|filter| {
                native(&mut photo, &Recipe::new(vec![FilterStep::new("sepia"), FilterStep::example(filter)]))
            })
            .collect();
        // The thumbnails without Sepia stay until these are drawn.
        page.wait_until("pictures under sepia", async || {
            let prints = prints(page, ".filter-tile canvas").await;
            // Another size is scaled to fit.
            let is_wrong = |(print, expected): (&Value, &Value)| {
                expected[0] == 176 && expected[1] == 118 && print != expected
            };
            let different = prints.iter().zip(&expected).position(is_wrong);
            match different {
                None if prints.len() == SPECS.len() => Ok(()),
                different => Err(format!("{:?} is another", different.map(|at| SPECS[at].id))),
            }
        })
        .await;
    });
}

#[test]
fn pictures_are_made_of_the_next_photo_as_well_and_moved() {
    open_page(Build::Release, async |page| {
        with_photo(page, &photos::png(176, 118)).await;
        let before = printed(page, ".preset canvas").await;
        with_photo(page, &photos::plain_png(176, 118, [10, 200, 30])).await;
        page.wait_until("pictures of the other photo", async || {
            let after = prints(page, ".preset canvas").await;
            if after[0] != before[0] && after[1] != before[1] { Ok(()) } else { Err(format!("{after:?}")) }
        })
        .await;
    });
}

#[test]
fn what_is_chosen_is_on_the_photo_until_it_is_left_or_added() {
    open_page(Build::Release, chooses_and_adds);
}

pub async fn chooses_and_adds(page: &Page) {
    let mut photo = with_photo(page, &photos::png(320, 240)).await;
    page.focus("button", "Add filter").await;
    page.press_key(&[], Key::Enter).await;
    page.find("option", "Sepia").await;
    page.type_text("invert").await;
    page.wait_for_canvas(&mut photo, &["invert"]).await;
    assert_eq!(page.names("switch").await, [""; 0], "nothing is added yet");
    page.press_key(&[], Key::Escape).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    assert_eq!(page.focused().await, "Add filter");

    page.press_key(&[], Key::Enter).await;
    page.find("option", "Sepia").await;
    page.type_text("black and white").await;
    page.wait_for_canvas(&mut photo, &["grayscale"]).await;
    page.press_key(&[], Key::Enter).await;
    page.find("switch", "Grayscale").await;
    page.wait_for_canvas(&mut photo, &["grayscale"]).await;
    assert_eq!(page.names("switch").await, ["Grayscale"]);

    // The mouse over a thumbnail selects it.
    page.click("button", "Add filter").await;
    let (x, y) = page.center_of("option", "Sepia").await;
    page.drag(&[(x - 20.0, y), (x, y)], true).await;
    page.wait_for_canvas(&mut photo, &["grayscale", "sepia"]).await;
    page.release_mouse().await;
    page.wait_until_gone("option", "Sepia").await;
    page.wait_for_canvas(&mut photo, &["grayscale", "sepia"]).await;
}

#[test]
fn a_filter_that_waits_to_be_set_is_tried_as_its_picture_shows_it() {
    open_page(Build::Release, async |page| {
        let mut photo = with_photo(page, &photos::png(320, 240)).await;
        page.press_key(&[], 'a').await;
        page.find("option", "Sepia").await;
        page.type_text("brightness").await;
        let brightness = safelight_kernels::spec("brightness").expect("it is there");
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![FilterStep::example(brightness)])).await;
        page.wait_for_status("Brightness as an example; added, it changes nothing yet").await;
        page.press_key(&[], Key::Enter).await;
        page.wait_for_canvas(&mut photo, &["brightness"]).await;
        // The focus is on the first setting.
        page.wait_until("focus on its setting", async || {
            let focused = page.focused().await;
            if focused == "Amount" { Ok(()) } else { Err(focused) }
        })
        .await;
    });
}

#[test]
fn a_stack_that_is_full_says_so_instead_of_taking_another() {
    open_page(Build::Release, async |page| {
        let mut photo = with_photo(page, &photos::png(32, 24)).await;
        let full = Recipe::new(vec![FilterStep::new("invert"); MAX_STEPS]);
        let text = serde_json::to_vec(&full).expect("it can be written");
        page.choose_bytes("full.json", &text).await;
        page.click("button", "Apply to the photo").await;
        let button = page.find("button", "The stack is full").await;
        assert_eq!(button.attr("aria-disabled").await.expect("it is there").as_deref(), Some("true"));
        page.wait_for_canvas(&mut photo, &["invert"; MAX_STEPS]).await;
        page.press_key(&[], 'a').await;
        page.wait_for_status("The stack is full; remove a filter to add another").await;
        assert!(!page.is_visible("option", "Sepia").await);
        assert_eq!(page.notifications().await, []);
    });
}

#[test]
fn a_row_that_is_added_is_in_sight() {
    open_page(Build::Release, async |page| {
        with_photo(page, &photos::png(320, 240)).await;
        for filter in ["Sepia", "Invert", "Grayscale", "Sepia", "Vignette"] {
            page.add_filter(filter).await;
        }
        page.find("slider", "Strength").await;
        page.wait_until("all of the new row", async || {
            let script = "const row = document.querySelector('.layer-row.is-open').getBoundingClientRect();
                const list = document.querySelector('.panel .panel-scroll').getBoundingClientRect();
                return Math.min(row.top - list.top, list.bottom - row.bottom)";
            let hidden = page.run(script, json!([])).await;
            if hidden.as_f64().is_some_and(|css| css > -1.0) { Ok(()) } else { Err(hidden.to_string()) }
        })
        .await;
    });
}

#[test]
fn arrows_go_through_the_pictures_as_they_lie() {
    open_page(Build::Release, walks_through_the_pictures);
}

pub async fn walks_through_the_pictures(page: &Page) {
    with_photo(page, &photos::png(320, 240)).await;
    page.click("button", "Add filter").await;
    page.find("option", filter_text(SPECS[0]).name.en).await;
    let chosen = async || {
        let script = "return document.querySelector('[role=option][aria-selected=true] b').textContent";
        page.run(script, json!([])).await.as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(chosen().await, filter_text(SPECS[0]).name.en);
    page.press_key(&[], Key::Right).await;
    assert_eq!(chosen().await, filter_text(SPECS[1]).name.en);
    page.press_key(&[], Key::Down).await;
    assert_eq!(chosen().await, filter_text(SPECS[5]).name.en, "four stand in a row");
    page.press_key(&[], Key::Up).await;
    assert_eq!(chosen().await, filter_text(SPECS[1]).name.en);
    let effects: Vec<_> = SPECS.iter().filter(|filter| filter.group == Group::Effect).collect();
    page.click("button", &format!("Effect {}", effects.len())).await;
    assert_eq!(chosen().await, filter_text(effects[0]).name.en);
}

#[test]
fn pictures_make_way_for_the_photo() {
    open_page(Build::Release, async |page| {
        let file = photos::png(2400, 1600);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut photo, &[]).await;
        // A filter is selected before the thumbnails are drawn.
        page.click("button", "Add filter").await;
        page.run(
            "const box = document.querySelector('[role=combobox]');
             box.value = 'invert'; box.dispatchEvent(new Event('input', { bubbles: true }));",
            json!([]),
        )
        .await;
        page.wait_for_canvas(&mut photo, &["invert"]).await;
        printed(page, ".filter-tile canvas").await;
        let sent: Vec<_> = page.worker_requests().await.into_iter().map(|sent| sent.kind).collect();
        let asked = sent.iter().filter(|kind| *kind == "Thumbnails").count();
        let given_up = sent.iter().filter(|kind| *kind == "Cancel").count();
        assert!(asked >= 2 && asked <= 2 + given_up, "{sent:?}");
    });
}
