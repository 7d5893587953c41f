//! The theme: dark, light, or as the system.

use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

#[test]
fn a_theme_is_chosen_and_remembered() {
    open_page(Build::Release, chooses_a_theme);
}

pub async fn chooses_a_theme(page: &Page) {
    let file = photos::png(300, 200);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
    page.click("button", "Theme: as the system").await;
    page.find("button", "Theme: light").await;
    let light = [ink(page).await, behind(page).await];
    page.click("button", "Theme: light").await;
    page.find("button", "Theme: dark").await;
    let dark = [ink(page).await, behind(page).await];
    assert!(light[0] < 0.3 && light[1] > 0.8, "dark ink on light grey: {light:?}");
    assert!(dark[0] > 0.8 && dark[1] < 0.3, "light ink on dark grey: {dark:?}");
    page.reload().await;
    page.find("button", "Theme: dark").await;
    assert!((ink(page).await - dark[0]).abs() < 0.01, "it is dark again");
    page.click("button", "Theme: dark").await;
    page.find("button", "Theme: as the system").await;
}

/// Lightness of the text, 0 to 1.
async fn ink(page: &Page) -> f64 {
    lightness(page, "body", "color").await
}

/// Lightness of the background, 0 to 1.
async fn behind(page: &Page) -> f64 {
    lightness(page, ".app", "backgroundColor").await
}

async fn lightness(page: &Page, selector: &str, property: &str) -> f64 {
    let script = "const color = getComputedStyle(document.querySelector(arguments[0]))[arguments[1]];
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        return context.getImageData(0, 0, 1, 1).data[1] / 255";
    page.run(script, json!([selector, property])).await.as_f64().expect("a colour")
}
