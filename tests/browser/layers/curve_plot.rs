//! The plots and grids of Curves, Levels and the custom convolution.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

async fn with(page: &Page, filter: &str) -> NativeImage {
    let file = photos::png(320, 240);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.add_filter(filter).await;
    photo
}

fn recipe(filter: &str, values: &[(&str, f64)]) -> Recipe {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
    Recipe::new(vec![FilterStep { values, ..FilterStep::new(filter) }])
}

#[test]
fn the_histogram_lies_behind_a_curve() {
    open_page(Build::Release, async |page| {
        with(page, "Curves").await;
        // With one channel left, the histogram and the plot scale it alike.
        for channel in ["Green", "Blue", "Luma"] {
            page.click("button", channel).await;
        }
        page.click("radio", "Red").await;
        lies_behind(page, "red").await;
        page.click("button", "Luma").await;
        page.click("button", "Red").await;
        page.click("radio", "All").await;
        lies_behind(page, "luma").await;
    });
}

/// Waits until the plot has the histogram's outline of this class as its background.
async fn lies_behind(page: &Page, class: &str) {
    let script = format!(
        "return ['.curve-plot .curve-area', '.histogram .{class}'].map((path) => document.querySelector(path).getAttribute('d'))"
    );
    page.wait_until("counts behind the curve", async || {
        let paths = page.run(&script, json!([])).await;
        let is_drawn = paths[0].as_str().is_some_and(|path| path.len() > 500);
        if is_drawn && paths[0] == paths[1] { Ok(()) } else { Err(paths.to_string()) }
    })
    .await;
}

#[test]
fn levels_are_set_on_their_graph_and_by_their_sliders() {
    open_page(Build::Release, async |page| {
        let mut photo = with(page, "Levels").await;
        page.focus("button", "Point 1 of 3: input 0, output 0").await;
        for _ in 0..2 {
            page.press_key(&[], Key::Right).await;
        }
        page.press_key(&[], Key::PageUp).await;
        page.wait_for_recipe(&mut photo, &recipe("levels", &[("black", 2.0), ("output_black", 10.0)])).await;
        page.wait_for_status("Levels, point 1: 2 becomes 10").await;
        page.set_number("White", "200").await;
        page.find("button", "Point 3 of 3: input 200, output 255").await;
        page.press_key(&[], Key::Tab).await;
        page.focus("button", "Point 1 of 3: input 2, output 10").await;
        page.press_key(&[], Key::Delete).await;
        page.wait_for_recipe(&mut photo, &recipe("levels", &[("white", 200.0)])).await;
        // A drag along both axes is one history entry.
        let white = "Point 3 of 3: input 200, output 255";
        page.focus("button", white).await;
        let (x, y) = page.center_of("button", white).await;
        page.drag(&[(x, y), (x - 10.0, y + 5.0), (x - 30.0, y + 20.0)], false).await;
        page.wait_until_gone("button", white).await;
        page.press_key(&[Key::Control], 'z').await;
        page.find("button", white).await;
        page.double_click((x, y)).await;
        page.find("button", "Point 3 of 3: input 255, output 255").await;
    });
}

#[test]
fn weights_stand_in_a_square() {
    open_page(Build::Release, async |page| {
        let mut photo = with(page, "Custom kernel").await;
        page.set_number("B3", "-1").await;
        page.set_number("C3", "3").await;
        page.focus("textbox", "D3, number").await;
        page.press_key(&[], Key::Down).await;
        let values = [("b3", -1.0), ("c3", 3.0), ("d3", -1.0)];
        page.wait_for_recipe(&mut photo, &recipe("custom-kernel", &values)).await;
        let (b3, d3) =
            (page.center_of("textbox", "B3, number").await, page.center_of("textbox", "D3, number").await);
        assert!((b3.1 - d3.1).abs() < 1.0 && b3.0 < d3.0, "one row: {b3:?} {d3:?}");
        page.find("slider", "Divisor").await;
        assert!(!page.is_visible("slider", "B3").await);
    });
}
