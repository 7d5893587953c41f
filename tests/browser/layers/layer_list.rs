//! Layers are switched, removed, moved and compared, and the canvas follows.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;

/// Three filters whose order can be seen.
const STACK: [(&str, &str); 3] = [("Sepia", "sepia"), ("Invert", "invert"), ("Grayscale", "grayscale")];

/// Opens a photo and adds the filters one by one.
async fn with_stack(page: &Page) -> NativeImage {
    let file = photos::png(320, 240);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    let mut on = Vec::new();
    for (name, id) in STACK {
        page.add_filter(name).await;
        on.push(id);
        page.wait_for_canvas(&mut photo, &on).await;
    }
    let orders = [
        ["sepia", "invert", "grayscale"],
        ["invert", "sepia", "grayscale"],
        ["sepia", "grayscale", "invert"],
    ];
    let looks = orders.map(|order| photo.render_full(&order).rgba);
    assert!(looks[0] != looks[1] && looks[0] != looks[2], "the order can be seen");
    photo
}

/// The names of the layers from top to bottom.
async fn rows(page: &Page) -> Vec<String> {
    page.names("switch").await
}

#[test]
fn a_filter_is_switched_off_and_on() {
    open_page(Build::Release, switches_a_filter);
}

pub async fn switches_a_filter(page: &Page) {
    let mut photo = with_stack(page).await;
    page.click("switch", "Invert").await;
    page.wait_for_canvas(&mut photo, &["sepia", "grayscale"]).await;
    let switch = page.find("switch", "Invert").await;
    assert_eq!(switch.attr("aria-checked").await.ok().flatten().as_deref(), Some("false"));
    page.click("switch", "Invert").await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert", "grayscale"]).await;
}

#[test]
fn a_filter_is_removed() {
    open_page(Build::Release, removes_a_filter);
}

pub async fn removes_a_filter(page: &Page) {
    let mut photo = with_stack(page).await;
    page.open_layer("Sepia").await;
    page.click("button", "Remove Sepia").await;
    page.wait_for_canvas(&mut photo, &["invert", "grayscale"]).await;
    assert_eq!(rows(page).await, ["Invert", "Grayscale"]);
    assert_eq!(page.focused().await, "Invert", "the focus goes to the row that took its place");
    page.press_key(&[], Key::Delete).await;
    page.wait_for_canvas(&mut photo, &["grayscale"]).await;
}

#[test]
fn a_filter_is_moved_with_the_arrow_keys() {
    open_page(Build::Release, moves_a_filter);
}

pub async fn moves_a_filter(page: &Page) {
    let mut photo = with_stack(page).await;
    page.focus("button", "Move Invert; arrow keys change its place").await;
    page.press_key(&[], Key::Up).await;
    page.wait_for_canvas(&mut photo, &["invert", "sepia", "grayscale"]).await;
    assert_eq!(rows(page).await, ["Invert", "Sepia", "Grayscale"]);
    // The focus stays on the moved layer, so that the next key moves it on.
    page.press_key(&[], Key::Down).await;
    page.press_key(&[], Key::Down).await;
    page.wait_for_canvas(&mut photo, &["sepia", "grayscale", "invert"]).await;
    assert_eq!(rows(page).await, ["Sepia", "Grayscale", "Invert"]);
    // The last layer stays where it is.
    page.press_key(&[], Key::Down).await;
    page.press_key(&[], Key::Up).await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert", "grayscale"]).await;
}

#[test]
fn a_filter_is_dragged_to_another_place() {
    open_page(Build::Release, drags_a_filter);
}

pub async fn drags_a_filter(page: &Page) {
    let mut photo = with_stack(page).await;
    // With all layers closed, their heights are equal.
    page.open_layer("Grayscale").await;
    let from = page.center_of("button", "Move Sepia; arrow keys change its place").await;
    let to = page.center_of("button", "Move Grayscale; arrow keys change its place").await;
    page.drag(&[from, (from.0, f64::midpoint(from.1, to.1)), (to.0, to.1 + 6.0)], false).await;
    page.wait_for_canvas(&mut photo, &["invert", "grayscale", "sepia"]).await;
    assert_eq!(rows(page).await, ["Invert", "Grayscale", "Sepia"]);
}

#[test]
fn the_original_is_shown_while_a_key_is_held() {
    open_page(Build::Release, holds_a_key);
}

pub async fn holds_a_key(page: &Page) {
    let mut photo = with_stack(page).await;
    page.hold_key('\\').await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.release_key('\\').await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert", "grayscale"]).await;
}

#[test]
fn the_original_is_shown_while_the_button_is_held() {
    open_page(Build::Release, holds_the_button);
}

pub async fn holds_the_button(page: &Page) {
    let mut photo = with_stack(page).await;
    let compare = "Compare: hold to see the original";
    page.drag(&[page.center_of("button", compare).await], true).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.release_mouse().await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert", "grayscale"]).await;
    page.focus("button", compare).await;
    page.hold_key(' ').await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.release_key(' ').await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert", "grayscale"]).await;
}

#[test]
fn a_button_held_while_the_pointer_leaves_does_not_stick() {
    open_page(Build::Release, async |page| {
        let mut photo = with_stack(page).await;
        let (x, y) = page.center_of("button", "Compare: hold to see the original").await;
        page.drag(&[(x, y), (x, y + 300.0)], false).await;
        page.wait_for_canvas(&mut photo, &["sepia", "invert", "grayscale"]).await;
    });
}
