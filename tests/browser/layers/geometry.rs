//! Filters that change the size: the photo is shown, compared and exported in its new one.

use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::{NativeImage, TestImage};
use safelight_tests::photos;

#[test]
fn a_turned_and_cropped_photo_is_shown_compared_and_saved_in_its_frame() {
    open_page(Build::Release, async |page| {
        let file = photos::png(320, 200);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.add_filter("Rotate").await;
        page.click("radio", "90°").await;
        page.add_filter("Crop").await;
        page.set_number("Left", "25").await;
        let step = |filter: &str, id: &str, value: f64| FilterStep {
            values: [(id.to_owned(), value)].into(),
            ..FilterStep::new(filter)
        };
        let framed = vec![step("rotate", "angle_deg", 90.0), step("crop", "left", 25.0)];
        let original = Recipe::new(framed.clone());
        let canvas = page.wait_for_recipe(&mut photo, &original).await;
        assert_eq!((canvas.picture.width, canvas.picture.height), (150, 320));
        assert!(page.names("heading").await.iter().any(|name| name.contains("150 × 320")));

        page.add_filter("Sepia").await;
        let sepia = Recipe::new([framed, vec![FilterStep::new("sepia")]].concat());
        page.wait_for_recipe(&mut photo, &sepia).await;
        page.hold_key('\\').await;
        page.wait_for_recipe(&mut photo, &original).await;
        page.release_key('\\').await;
        page.wait_for_recipe(&mut photo, &sepia).await;

        let (_, bytes) = page.export().await;
        assert_eq!(TestImage::of_png(&bytes).difference(&photo.render_recipe(&sepia)), None);
    });
}
