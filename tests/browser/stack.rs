//! The stack is edited, and the canvas follows.

use fantoccini::key::Key;
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::Visit;

/// Three filters none of which can change places with another unseen.
const STACK: [(&str, &str); 3] = [("Sepia", "sepia"), ("Invert", "invert"), ("Grayscale", "grayscale")];

/// Opens a photo and puts the stack on it; each filter shows as it comes.
async fn with_stack(page: &Visit) -> Native {
    let file = photos::png(320, 240);
    let mut photo = Native::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.shows(&mut photo, &[]).await;
    let mut on = Vec::new();
    for (name, id) in STACK {
        page.add(name).await;
        on.push(id);
        page.shows(&mut photo, &on).await;
    }
    let orders = [
        ["sepia", "invert", "grayscale"],
        ["invert", "sepia", "grayscale"],
        ["sepia", "grayscale", "invert"],
    ];
    let looks = orders.map(|order| photo.whole(&order).rgba);
    assert!(looks[0] != looks[1] && looks[0] != looks[2], "the order can be seen");
    photo
}

/// The names of the rows from top to bottom.
async fn rows(page: &Visit) -> Vec<String> {
    page.names("switch").await
}

#[test]
fn a_filter_is_switched_off_and_on() {
    visit(Site::Release, switches_a_filter);
}

pub async fn switches_a_filter(page: &Visit) {
    let mut photo = with_stack(page).await;
    page.click("switch", "Invert").await;
    page.shows(&mut photo, &["sepia", "grayscale"]).await;
    let switch = page.find("switch", "Invert").await;
    assert_eq!(switch.attr("aria-checked").await.ok().flatten().as_deref(), Some("false"));
    page.click("switch", "Invert").await;
    page.shows(&mut photo, &["sepia", "invert", "grayscale"]).await;
}

#[test]
fn a_filter_is_removed() {
    visit(Site::Release, removes_a_filter);
}

pub async fn removes_a_filter(page: &Visit) {
    let mut photo = with_stack(page).await;
    page.open_row("Sepia").await;
    page.click("button", "Remove Sepia").await;
    page.shows(&mut photo, &["invert", "grayscale"]).await;
    assert_eq!(rows(page).await, ["Invert", "Grayscale"]);
    assert_eq!(page.focused().await, "Invert", "the focus goes to the row that took its place");
    page.strike(&[], Key::Delete).await;
    page.shows(&mut photo, &["grayscale"]).await;
}

#[test]
fn a_filter_is_moved_with_the_arrow_keys() {
    visit(Site::Release, moves_a_filter);
}

pub async fn moves_a_filter(page: &Visit) {
    let mut photo = with_stack(page).await;
    page.focus("button", "Move Invert; arrow keys change its place").await;
    page.strike(&[], Key::Up).await;
    page.shows(&mut photo, &["invert", "sepia", "grayscale"]).await;
    assert_eq!(rows(page).await, ["Invert", "Sepia", "Grayscale"]);
    // The focus stays with the row that moved, so that the next key moves it on.
    page.strike(&[], Key::Down).await;
    page.strike(&[], Key::Down).await;
    page.shows(&mut photo, &["sepia", "grayscale", "invert"]).await;
    assert_eq!(rows(page).await, ["Sepia", "Grayscale", "Invert"]);
    // At the end there is nowhere to go.
    page.strike(&[], Key::Down).await;
    page.strike(&[], Key::Up).await;
    page.shows(&mut photo, &["sepia", "invert", "grayscale"]).await;
}

#[test]
fn a_filter_is_dragged_to_another_place() {
    visit(Site::Release, drags_a_filter);
}

pub async fn drags_a_filter(page: &Visit) {
    let mut photo = with_stack(page).await;
    // The rows are of one height then.
    page.open_row("Grayscale").await;
    let from = page.middle("button", "Move Sepia; arrow keys change its place").await;
    let to = page.middle("button", "Move Grayscale; arrow keys change its place").await;
    page.drag(&[from, (from.0, f64::midpoint(from.1, to.1)), (to.0, to.1 + 6.0)], false).await;
    page.shows(&mut photo, &["invert", "grayscale", "sepia"]).await;
    assert_eq!(rows(page).await, ["Invert", "Grayscale", "Sepia"]);
}

#[test]
fn the_original_is_shown_while_a_key_is_held() {
    visit(Site::Release, holds_a_key);
}

pub async fn holds_a_key(page: &Visit) {
    let mut photo = with_stack(page).await;
    page.hold('\\', true).await;
    page.shows(&mut photo, &[]).await;
    page.hold('\\', false).await;
    page.shows(&mut photo, &["sepia", "invert", "grayscale"]).await;
}

#[test]
fn the_original_is_shown_while_the_button_is_held() {
    visit(Site::Release, holds_the_button);
}

pub async fn holds_the_button(page: &Visit) {
    let mut photo = with_stack(page).await;
    let compare = "Compare: hold to see the original";
    page.drag(&[page.middle("button", compare).await], true).await;
    page.shows(&mut photo, &[]).await;
    page.let_go().await;
    page.shows(&mut photo, &["sepia", "invert", "grayscale"]).await;
    page.focus("button", compare).await;
    page.hold(' ', true).await;
    page.shows(&mut photo, &[]).await;
    page.hold(' ', false).await;
    page.shows(&mut photo, &["sepia", "invert", "grayscale"]).await;
}

#[test]
fn a_button_held_while_the_pointer_leaves_does_not_stick() {
    visit(Site::Release, async |page| {
        let mut photo = with_stack(page).await;
        let (x, y) = page.middle("button", "Compare: hold to see the original").await;
        page.drag(&[(x, y), (x, y + 300.0)], false).await;
        page.shows(&mut photo, &["sepia", "invert", "grayscale"]).await;
    });
}
