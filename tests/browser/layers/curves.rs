//! Curves: points are added, moved and removed with mouse, keys, numbers and touch.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::json;

async fn with_curves(page: &Page) -> NativeImage {
    let file = photos::png(320, 240);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.add_filter("Curves").await;
    photo
}

/// The master curve through these points.
fn through(points: &[(f64, f64)]) -> Recipe {
    let mut step = FilterStep::new("curves");
    let absent = [(-1.0, 0.0); 2];
    let slots = points.iter().chain(&absent[points.len().min(2)..]);
    for (index, (level, out)) in slots.enumerate() {
        step.values.insert(format!("master_{}_in", index + 1), *level);
        step.values.insert(format!("master_{}_out", index + 1), *out);
    }
    Recipe::new(vec![step])
}

/// The position of these levels on the page.
async fn place(page: &Page, level: f64, out: f64) -> (f64, f64) {
    let script = "const at = document.querySelector('.curve-plot').getBoundingClientRect();
        return [at.left, at.top, at.width, at.height]";
    let at = page.run(script, json!([])).await;
    let [left, top, width, height] = [0, 1, 2, 3].map(|index| at[index].as_f64().unwrap_or_default());
    (left + level / 255.0 * width, top + (1.0 - out / 255.0) * height)
}

async fn points(page: &Page) -> Vec<String> {
    page.names("button").await.into_iter().filter(|name| name.starts_with("Point ")).collect()
}

#[test]
fn a_point_is_made_and_pulled_in_one_step() {
    open_page(Build::Release, makes_and_pulls_a_point);
}

pub async fn makes_and_pulls_a_point(page: &Page) {
    let mut photo = with_curves(page).await;
    let (from, to) = (place(page, 100.0, 106.0).await, place(page, 140.0, 200.0).await);
    // The new point lies on the curve, a little below the mouse, and keeps that distance.
    page.drag(&[from], false).await;
    let said = page.wait_for_status("Curves, point 2: ").await;
    let made = points(page).await.remove(1);
    let (level, out) = levels(&made);
    assert!((level - 100.0).abs() < 2.0 && level == out, "{made}");
    assert_eq!(page.focused().await, made);
    let change = format!("Curves, point 2: {level} becomes {out}");
    assert!(said.contains(&change), "{said}");
    page.click("button", &format!("Undo: {change}")).await;
    assert_eq!(points(page).await.len(), 2);

    page.drag(&[from, (from.0 + 9.0, from.1 - 4.0), to], false).await;
    let made = points(page).await.remove(1);
    page.wait_for_recipe(&mut photo, &through(&[(0.0, 0.0), levels(&made), (255.0, 255.0)])).await;
    assert!(levels(&made).0 > 136.0 && levels(&made).1 > 190.0, "{made}");
    page.press_key(&[Key::Control], 'z').await;
    assert_eq!(points(page).await.len(), 2, "made and pulled: one step");
    page.wait_for_canvas(&mut photo, &["curves"]).await;
    page.press_key(&[Key::Control, Key::Shift], 'z').await;
    assert_eq!(points(page).await.remove(1), made);
    // Shift makes the drag slower.
    let at = levels(&made);
    let (x, y) = place(page, at.0, at.1).await;
    page.hold_key(Key::Shift).await;
    page.drag(&[(x, y), (x + 50.0, y)], false).await;
    page.release_key(Key::Shift).await;
    let by = levels(&points(page).await[1]).0 - at.0;
    assert!((3.0..=6.0).contains(&by), "50 of some 290 pixels are {by} levels");
    page.press_key(&[Key::Control], 'z').await;
    // A point stops at its neighbour.
    page.drag(&[place(page, at.0, at.1).await, place(page, 255.0, 128.0).await], false).await;
    assert_eq!(levels(&points(page).await[1]).0, 254.0);
    page.press_key(&[Key::Control], 'z').await;
    assert_eq!(points(page).await.remove(1), made);
}

/// The levels in the point's name.
fn levels(name: &str) -> (f64, f64) {
    let mut numbers = name.rsplit(' ').filter_map(|word| word.trim_end_matches(',').parse().ok());
    let out = numbers.next().unwrap_or_default();
    (numbers.next().unwrap_or_default(), out)
}

#[test]
fn a_curve_is_bent_with_keys_and_numbers() {
    open_page(Build::Release, bends_a_curve);
}

pub async fn bends_a_curve(page: &Page) {
    let mut photo = with_curves(page).await;
    page.focus("button", "Point 1 of 2: input 0, output 0").await;
    for key in [Key::Up, Key::Right, Key::Right, Key::Down, Key::PageUp, Key::Left] {
        page.press_key(&[], key).await;
    }
    assert_eq!(page.focused().await, "Point 1 of 2: input 1, output 10");
    page.press_key(&[], Key::Tab).await;
    assert_eq!(page.focused().await, "Point 2 of 2: input 255, output 255");
    page.wait_for_recipe(&mut photo, &through(&[(1.0, 10.0), (255.0, 255.0)])).await;

    page.click("button", "Add a point").await;
    page.wait_until("focus on the new point", async || {
        let name = page.focused().await;
        if name == "Point 2 of 3: input 128, output 133" { Ok(()) } else { Err(name) }
    })
    .await;
    page.fill("Input of point 2", "64").await;
    page.fill("Output of point 2", "20").await;
    page.wait_for_recipe(&mut photo, &through(&[(1.0, 10.0), (64.0, 20.0), (255.0, 255.0)])).await;
    page.fill("Input of point 2", "-4").await;
    page.fill("Output of point 2", "many").await;
    page.find("button", "Point 2 of 3: input 2, output 20").await;
    page.press_key(&[], Key::Up).await;
    page.find("button", "Point 2 of 3: input 2, output 21").await;

    // Each channel has a curve of its own, and each is reset by itself.
    page.click("radio", "Blue").await;
    page.focus("button", "Point 2 of 2: input 255, output 255").await;
    page.press_key(&[], Key::PageDown).await;
    page.wait_for_status("Curves, Blue, point 2: 255 becomes 245").await;
    let mut both = through(&[(1.0, 10.0), (2.0, 21.0), (255.0, 255.0)]);
    both.steps[0].values.insert("blue_2_out".to_owned(), 245.0);
    page.wait_for_recipe(&mut photo, &both).await;
    page.click("radio", "All").await;
    page.click("button", "Reset the curve").await;
    page.wait_for_status("Curves, curve reset").await;
    both.steps[0].values.retain(|id, _| id == "blue_2_out");
    page.wait_for_recipe(&mut photo, &both).await;
    page.click("button", "Reset").await;
    page.wait_for_canvas(&mut photo, &["curves"]).await;
}

#[test]
fn points_are_taken_out() {
    open_page(Build::Release, async |page| {
        let mut photo = with_curves(page).await;
        for _ in 0..6 {
            page.click("button", "Add a point").await;
        }
        assert_eq!(points(page).await.len(), 8);
        // There is no ninth point: the nearest one moves there.
        page.drag(&[place(page, 100.0, 200.0).await], false).await;
        assert_eq!(points(page).await.len(), 8);
        page.find("button", "Point 4 of 8: input 100, output 200").await;

        page.press_key(&[], Key::Delete).await;
        page.wait_for_status("Curves, point 4 removed").await;
        assert_eq!(page.focused().await, "Point 4 of 7: input 128, output 128");
        let end = "Point 7 of 7: input 255, output 255";
        page.focus("button", end).await;
        page.press_key(&[], Key::Backspace).await;
        assert_eq!(page.focused().await, "Point 6 of 6: input 192, output 192");
        page.click("button", "Remove point 6").await;
        assert_eq!(points(page).await.len(), 5);

        // A double click removes a point, unless its first click added the point.
        let there = place(page, 32.0, 32.0).await;
        page.double_click(there).await;
        page.wait_until("4 points", async || {
            let points = points(page).await;
            if points.len() == 4 { Ok(()) } else { Err(points.join("; ")) }
        })
        .await;
        let free = place(page, 200.0, 40.0).await;
        page.double_click(free).await;
        assert_eq!(points(page).await.len(), 5);

        // All points can be removed: a curve without points is the identity, and Delete does not remove the layer.
        page.focus("button", &points(page).await[0].clone()).await;
        for _ in 0..7 {
            page.press_key(&[], Key::Delete).await;
        }
        assert_eq!(page.focused().await, "Reset the curve");
        page.wait_for_recipe(&mut photo, &through(&[])).await;
        page.press_key(&[], Key::Enter).await;
        page.find("button", "Point 1 of 2: input 0, output 0").await;
    });
}

#[test]
fn a_curve_is_bent_with_a_finger() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        page.load().await;
        let mut photo = with_curves(page).await;
        let (from, to) = (place(page, 128.0, 128.0).await, place(page, 128.0, 160.0).await);
        page.swipe(&[from, (from.0, from.1 - 9.0), to]).await;
        page.find("button", "Point 2 of 3: input 128, output 160").await;
        // A touch counts as on the point within the width of a finger.
        page.swipe(&[(to.0 + 15.0, to.1 + 10.0), (to.0 + 15.0, from.1 + 10.0)]).await;
        page.find("button", "Point 2 of 3: input 128, output 128").await;
        let end = place(page, 0.0, 0.0).await;
        page.swipe(&[(end.0 + 2.0, end.1 - 2.0), (end.0 + 2.0, end.1 - 30.0), place(page, 20.0, 60.0).await])
            .await;
        let moved = points(page).await.remove(0);
        page.wait_for_recipe(&mut photo, &through(&[levels(&moved), (128.0, 128.0), (255.0, 255.0)])).await;
        page.click("button", "Remove point 1").await;
        page.wait_for_recipe(&mut photo, &through(&[(128.0, 128.0), (255.0, 255.0)])).await;
    });
}
