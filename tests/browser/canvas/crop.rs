//! The crop tool with mouse, keys and touch. Results are compared with the native engine.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{DESKTOP, PHONE, Page, Viewport};
use safelight_tests::photos;
use serde_json::json;

const TOOL: &str = "Crop and straighten";

async fn with_photo(page: &Page, size: (u32, u32)) -> NativeImage {
    let file = photos::png(size.0, size.1);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    photo
}

fn step(filter: &str, values: &[(&str, f64)]) -> FilterStep {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
    FilterStep { values, ..FilterStep::new(filter) }
}

fn crop([left, top, right, bottom]: [f64; 4]) -> FilterStep {
    step("crop", &[("left", left), ("top", top), ("right", right), ("bottom", bottom)])
}

/// Waits until the number field of this name has this value.
async fn reads(page: &Page, field: &str, number: &str) {
    page.wait_until(format_args!("{field} of {number}"), async || {
        let script = "return spy.find('textbox', arguments[0])[0]?.value";
        let value = page.run(script, json!([format!("{field}, number")])).await;
        if value == number { Ok(()) } else { Err(value.to_string()) }
    })
    .await;
}

/// The centre of the handle whose name begins with this.
async fn handle(page: &Page, begins: &str) -> (f64, f64) {
    let names = page.names("button").await;
    let name = names.iter().find(|name| name.starts_with(begins));
    page.center_of("button", name.unwrap_or_else(|| panic!("no {begins} among {names:?}"))).await
}

#[test]
fn a_frame_is_drawn_with_the_mouse() {
    open_page(Build::Release, async |page| {
        let mut photo = with_photo(page, (320, 240)).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.click("button", TOOL).await;
        // A photo of this size is shown at 100 %.
        let (x, y) = handle(page, "Top left corner at 0, 0").await;
        page.drag(&[(x + 3.0, y + 2.0), (x + 20.0, y + 9.0), (x + 35.0, y + 26.0)], false).await;
        page.find("button", "Top left corner at 32, 24; arrow keys move it").await;
        let (x, y) = handle(page, "Right edge at 320").await;
        page.drag(&[(x, y), (x - 40.0, y + 99.0), (x - 64.0, y + 50.0)], false).await;
        page.find("button", "Frame of 224 × 216 at 32, 24; arrow keys move it").await;
        page.wait_for_status("Crop 224 × 216").await;
        // The whole photo stays visible until the crop is done, and so does the original.
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.hold_key('\\').await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.release_key('\\').await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        let (x, y) = handle(page, "Frame of").await;
        page.drag(&[(x, y - 30.0), (x - 5.0, y), (x + 16.0, y - 54.0)], false).await;
        page.find("button", "Frame of 224 × 216 at 48, 0; arrow keys move it").await;
        page.click("button", "Done").await;
        let done = Recipe::new(vec![FilterStep::new("sepia"), crop([15.0, 0.0, 15.0, 10.0])]);
        page.wait_for_recipe(&mut photo, &done).await;
        assert!(!page.is_visible("button", "Done").await);

        // Each drag is a history entry, and the tool starts from the current crop.
        page.click("button", "Undo: Crop 224 × 216").await;
        let before = Recipe::new(vec![FilterStep::new("sepia"), crop([10.0, 10.0, 20.0, 0.0])]);
        page.wait_for_recipe(&mut photo, &before).await;
        page.click("button", TOOL).await;
        page.find("button", "Frame of 224 × 216 at 32, 24; arrow keys move it").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.click("button", TOOL).await;
        page.wait_for_recipe(&mut photo, &before).await;
    });
}

#[test]
fn a_frame_is_set_with_keys_alone() {
    open_page(Build::Release, async |page| {
        let mut photo = with_photo(page, (320, 240)).await;
        page.press_key(&[], 'c').await;
        page.wait_until("focus on the frame", async || {
            let focused = page.focused().await;
            if focused.starts_with("Frame of 320 × 240") { Ok(()) } else { Err(focused) }
        })
        .await;
        page.press_key(&[], Key::Tab).await;
        for (held, key) in [
            (&[Key::Shift][..], Key::Right),
            (&[Key::Shift], Key::Right),
            (&[], Key::Left),
            (&[Key::Shift], Key::Down),
        ] {
            page.press_key(held, key).await;
        }
        assert_eq!(page.focused().await, "Top left corner at 19, 10; arrow keys move it");
        page.press_key(&[Key::Shift], Key::Tab).await;
        page.press_key(&[], Key::Up).await;
        assert_eq!(page.focused().await, "Frame of 301 × 230 at 19, 9; arrow keys move it");
        page.press_key(&[], Key::Enter).await;
        page.wait_until_gone("button", "Done").await;
        // Exact to the pixel, with as few decimals as possible.
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![crop([6.0, 3.8, 0.0, 0.4])])).await;
        assert_eq!(page.focused().await, TOOL);

        // Escape undoes all changes of the tool.
        page.press_key(&[], 'c').await;
        page.find("button", "Done").await;
        page.set_number("Width", "100").await;
        page.click("button", "Turn right").await;
        page.press_key(&[], Key::Escape).await;
        page.wait_until_gone("button", "Done").await;
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![crop([6.0, 3.8, 0.0, 0.4])])).await;
        // The changes can be redone.
        page.find("button", "Redo: Crop 100 × 230").await;
    });
}

#[test]
fn ratios_numbers_and_their_swap() {
    open_page(Build::Release, async |page| {
        let mut photo = with_photo(page, (320, 240)).await;
        page.press_key(&[], 'c').await;
        page.click("radio", "1:1").await;
        page.find("button", "Frame of 240 × 240 at 40, 0; arrow keys move it").await;
        page.click("radio", "4:5").await;
        page.find("button", "Frame of 192 × 240 at 64, 0; arrow keys move it").await;
        page.set_number("Width", "160").await;
        reads(page, "Height", "200").await;
        page.click("button", "Swap width and height").await;
        page.find("radio", "5:4").await;
        page.find("button", "Frame of 200 × 160 at 44, 20; arrow keys move it").await;
        let (x, y) = handle(page, "Bottom right corner").await;
        page.drag(&[(x, y), (x + 10.0, y + 3.0), (x + 20.0, y + 16.0)], false).await;
        page.find("button", "Frame of 220 × 176 at 44, 20; arrow keys move it").await;
        page.click("radio", "Free").await;
        page.set_number("Width", "160").await;
        page.set_number("Height", "120").await;
        page.set_number("X", "400").await;
        reads(page, "X", "160").await;
        page.set_number("Y", "60").await;
        page.press_key(&[Key::Shift], Key::Up).await;
        page.press_key(&[], Key::Down).await;
        reads(page, "Y", "69").await;
        page.set_number("Y", "many").await;
        reads(page, "Y", "69").await;
        page.set_number("Y", "60").await;
        page.click("button", "Done").await;
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![crop([50.0, 25.0, 0.0, 25.0])])).await;
    });
}

#[test]
fn turns_mirrors_angle_and_a_new_size_go_into_the_stack_as_filters() {
    open_page(Build::Release, async |page| {
        let mut photo = with_photo(page, (320, 240)).await;
        page.press_key(&[], 'c').await;
        page.set_number("Width", "256").await;
        page.set_number("X", "32").await;
        page.click("button", "Turn right").await;
        page.find("button", "Frame of 240 × 256 at 0, 32; arrow keys move it").await;
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![step("rotate", &[("angle_deg", 90.0)])])).await;
        page.click("button", "Mirror left to right").await;
        page.set_number("Straighten", "-10").await;
        let laid = [
            step("rotate", &[("angle_deg", 90.0)]),
            step("flip", &[("horizontal", 1.0)]),
            step("straighten", &[("angle_deg", -10.0)]),
        ];
        page.wait_for_recipe(&mut photo, &Recipe::new(laid.to_vec())).await;
        page.set_number("New width", "100").await;
        page.click("button", "Keep proportions").await;
        page.click("radio", "%").await;
        page.set_number("New height", "50").await;
        page.click("button", "Done").await;
        let framed = crop([0.0, 10.0, 0.0, 10.0]);
        let before = Recipe::new(laid.iter().cloned().chain([framed.clone()]).collect());
        let (_, height) = before.size_after((320, 240));
        let half = (f64::from(height) / 2.0).round();
        let size = step("resize", &[("width_px", 100.0), ("height_px", half)]);
        let all = Recipe::new(before.steps.iter().cloned().chain([size]).collect());
        page.wait_for_recipe(&mut photo, &all).await;
        assert_eq!(page.names("switch").await, ["Rotate", "Flip", "Straighten", "Crop", "Resize"]);

        // All of it is saved and restored.
        page.reload().await;
        page.wait_for_recipe(&mut photo, &all).await;
        page.click("button", TOOL).await;
        page.wait_for_recipe(&mut photo, &Recipe::new(laid.to_vec())).await;
        page.click("button", "Reset").await;
        page.click("button", "Done").await;
        page.wait_for_canvas(&mut photo, &[]).await;
        assert_eq!(page.names("switch").await, [""; 0]);
        page.find("button", "Undo: Crop reset").await;
    });
}

#[test]
fn a_crop_that_was_turned_afterwards_is_found_again() {
    open_page(Build::Release, async |page| {
        let mut photo = with_photo(page, (320, 240)).await;
        page.add_filter("Crop").await;
        page.set_number("Left", "25").await;
        page.add_filter("Rotate").await;
        page.click("radio", "90°").await;
        let turned = step("rotate", &[("angle_deg", 90.0)]);
        let made = Recipe::new(vec![crop([25.0, 0.0, 0.0, 0.0]), turned.clone()]);
        page.wait_for_recipe(&mut photo, &made).await;
        page.click("button", TOOL).await;
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![turned.clone()])).await;
        page.find("button", "Frame of 240 × 240 at 0, 80; arrow keys move it").await;
        page.click("button", "Done").await;
        page.wait_for_recipe(&mut photo, &made).await;
        page.click("button", TOOL).await;
        page.set_number("Y", "40").await;
        page.click("button", "Done").await;
        let moved = Recipe::new(vec![turned, crop([0.0, 12.5, 0.0, 12.5])]);
        page.wait_for_recipe(&mut photo, &moved).await;
    });
}

#[test]
fn fingers_crop_on_a_phone() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        page.load().await;
        let mut photo = with_photo(page, (640, 480)).await;
        page.click("button", TOOL).await;
        page.find("button", "Done").await;
        for name in page.names("button").await {
            if name.ends_with("move it") {
                let (_, _, width, height) =
                    page.find("button", &name).await.rectangle().await.expect("a handle");
                assert!(width >= 44.0 && height >= 44.0, "{name}: {width} × {height}");
                let (x, y) = page.center_of("button", &name).await;
                // The bar above the canvas area is 52 CSS pixels high.
                assert!((22.0..=368.0).contains(&x) && y >= 74.0, "{name} is in reach: {x}, {y}");
            }
        }
        let (left, top) = handle(page, "Top left corner").await;
        let (right, _) = handle(page, "Top right corner").await;
        let quarter = (right - left) / 4.0;
        page.swipe(&[(left, top), (left + 20.0, top), (left + quarter, top + quarter)]).await;
        page.wait_for_status("Crop 48").await;
        let (x, y) = handle(page, "Frame of").await;
        page.swipe(&[(x, y), (x, y - 20.0), (x - 2.0 * quarter, y - 2.0 * quarter)]).await;
        let name = page.names("button").await.into_iter().find(|name| name.contains(" at 0, 0; arrow"));
        let name = name.expect("a frame in the corner");
        page.click("button", "Done").await;
        // Touch is less exact than a pixel: the expected crop is read from the name.
        let mut numbers = name.split_whitespace().filter_map(|word| word.parse::<u32>().ok());
        let (width, height) = (numbers.next().expect("its width"), numbers.next().expect("its height"));
        assert!((476..=484).contains(&width) && (316..=324).contains(&height), "{name}");
        let cut = |px: u32, of: u32| f64::from(of - px) * 100.0 / f64::from(of);
        let framed = crop([0.0, 0.0, cut(width, 640), cut(height, 480)]);
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![framed])).await;
    });
}

#[test]
fn the_tool_closes_with_its_photo() {
    open_page(Build::Release, async |page| {
        with_photo(page, (320, 240)).await;
        page.press_key(&[], 'c').await;
        page.find("button", "Done").await;
        with_photo(page, (200, 200)).await;
        assert!(!page.is_visible("button", "Done").await);
    });
}

#[test]
fn the_tool_in_a_window() {
    in_pictures(DESKTOP);
}

#[test]
fn the_tool_on_a_phone() {
    in_pictures(PHONE);
}

fn in_pictures(screen: Viewport) {
    open_page(Build::Release, async |page| {
        page.set_viewport(screen).await;
        page.load().await;
        page.click("button", "No photo at hand? Try the sample photo").await;
        let mut photo = NativeImage::open(include_bytes!("../../../style/sample.jpg"));
        page.wait_for_canvas(&mut photo, &[]).await;
        page.add_filter("Sepia").await;
        page.add_filter("Vibrance").await;
        page.click("button", TOOL).await;
        page.set_number("Straighten", "1.4").await;
        for (field, px) in [("Width", "1344"), ("X", "138"), ("Height", "808"), ("Y", "124")] {
            page.set_number(field, px).await;
        }
        page.focus("button", "Cancel").await;
        page.screenshot(screen, "crop").await;
    });
}
