//! A `.cube` file is dropped or chosen, and becomes a layer of the open photo.

use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::{NativeImage, TestImage};
use safelight_tests::photos;

/// A table that swaps red and blue.
const CUBE: &str =
    "TITLE \"Traded\"\nLUT_3D_SIZE 2\n0 0 0\n0 0 1\n0 1 0\n0 1 1\n1 0 0\n1 0 1\n1 1 0\n1 1 1\n";

fn with(cube: &str) -> Recipe {
    Recipe::new(vec![FilterStep { cube: Some(cube.into()), ..FilterStep::new("colour-table") }])
}

#[test]
fn a_dropped_table_colours_the_photo() {
    open_page(Build::Release, async |page| {
        let file = photos::png(320, 200);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut photo, &[]).await;
        assert!(page.drop_file("Traded.cube", CUBE.as_bytes(), (640, 400)).await);
        page.wait_for_recipe(&mut photo, &with(CUBE)).await;
        assert_eq!(page.names("switch").await, ["Colour table"]);
        let expected = photo.render_recipe(&with(CUBE));
        assert_ne!(expected, photo.render_full(&[]));
        let (_, bytes) = page.export().await;
        assert_eq!(TestImage::of_png(&bytes).difference(&expected), None);
    });
}

#[test]
fn a_table_is_chosen_for_the_row_that_is_open() {
    open_page(Build::Release, async |page| {
        let file = photos::png(320, 200);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.add_filter("Colour table").await;
        page.wait_for_canvas(&mut photo, &["colour-table"]).await;
        assert!(page.is_visible("button", "Choose a .cube file").await);
        page.choose_bytes("Traded.cube", CUBE.as_bytes()).await;
        page.wait_for_recipe(&mut photo, &with(CUBE)).await;
        assert_eq!(page.names("switch").await, ["Colour table"], "the row that was there has it");
    });
}

#[test]
fn a_broken_table_is_told_and_the_photo_stays() {
    open_page(Build::Release, async |page| {
        let file = photos::png(320, 200);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut photo, &[]).await;
        let broken = CUBE.replace("0 1 1", "0 one 1");
        assert!(page.drop_file("Broken.cube", broken.as_bytes(), (640, 400)).await);
        let notification =
            page.wait_for_notification("Broken.cube could not be used as a colour table.").await;
        assert_eq!(notification.role, "alert");
        assert!(notification.text.contains("line 6"), "{notification:?}");
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut photo, &["colour-table", "invert"]).await;
    });
}
