//! Curves, levels and the custom kernel under their own controls.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::Visit;
use serde_json::json;

async fn with(page: &Visit, filter: &str) -> Native {
    let file = photos::png(320, 240);
    let mut photo = Native::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.shows(&mut photo, &[]).await;
    page.add(filter).await;
    photo
}

fn recipe(filter: &str, values: &[(&str, f64)]) -> Recipe {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
    Recipe::new(vec![FilterStep { values, ..FilterStep::new(filter) }])
}

#[test]
fn the_histogram_lies_behind_a_curve() {
    visit(Site::Release, async |page| {
        with(page, "Curves").await;
        // With one channel left, the histogram has the same height for it as the graph.
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

/// Waits until the graph has the histogram's outline of this class behind its line.
async fn lies_behind(page: &Visit, class: &str) {
    let script = format!(
        "return ['.curve-plot .curve-area', '.histogram .{class}'].map((path) => document.querySelector(path).getAttribute('d'))"
    );
    page.until("counts behind the curve", async || {
        let paths = page.run(&script, json!([])).await;
        let is_drawn = paths[0].as_str().is_some_and(|path| path.len() > 500);
        if is_drawn && paths[0] == paths[1] { Ok(()) } else { Err(paths.to_string()) }
    })
    .await;
}

#[test]
fn levels_are_set_on_their_graph_and_by_their_sliders() {
    visit(Site::Release, async |page| {
        let mut photo = with(page, "Levels").await;
        page.focus("button", "Point 1 of 3: input 0, output 0").await;
        for _ in 0..2 {
            page.strike(&[], Key::Right).await;
        }
        page.strike(&[], Key::PageUp).await;
        page.shows_recipe(&mut photo, &recipe("levels", &[("black", 2.0), ("output_black", 10.0)])).await;
        page.reads_status("Levels, point 1: 2 becomes 10").await;
        page.set("White", "200").await;
        page.find("button", "Point 3 of 3: input 200, output 255").await;
        page.strike(&[], Key::Tab).await;
        page.focus("button", "Point 1 of 3: input 2, output 10").await;
        page.strike(&[], Key::Delete).await;
        page.shows_recipe(&mut photo, &recipe("levels", &[("white", 200.0)])).await;
        // Both ways at once are one step.
        let white = "Point 3 of 3: input 200, output 255";
        page.focus("button", white).await;
        let (x, y) = page.middle("button", white).await;
        page.drag(&[(x, y), (x - 10.0, y + 5.0), (x - 30.0, y + 20.0)], false).await;
        page.gone("button", white).await;
        page.strike(&[Key::Control], 'z').await;
        page.find("button", white).await;
        page.double_click((x, y)).await;
        page.find("button", "Point 3 of 3: input 255, output 255").await;
    });
}

#[test]
fn weights_stand_in_a_square() {
    visit(Site::Release, async |page| {
        let mut photo = with(page, "Custom kernel").await;
        page.set("B3", "-1").await;
        page.set("C3", "3").await;
        page.focus("textbox", "D3, number").await;
        page.strike(&[], Key::Down).await;
        let values = [("b3", -1.0), ("c3", 3.0), ("d3", -1.0)];
        page.shows_recipe(&mut photo, &recipe("custom-kernel", &values)).await;
        let (b3, d3) =
            (page.middle("textbox", "B3, number").await, page.middle("textbox", "D3, number").await);
        assert!((b3.1 - d3.1).abs() < 1.0 && b3.0 < d3.0, "one row: {b3:?} {d3:?}");
        page.find("slider", "Divisor").await;
        assert!(!page.sees("slider", "B3").await);
    });
}
