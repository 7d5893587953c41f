//! A `.cube` file comes to the page like a photo, and colours the photo that is there.

use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::native::{Native, Picture};
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::Way;

/// Red and blue trade places.
const CUBE: &str =
    "TITLE \"Traded\"\nLUT_3D_SIZE 2\n0 0 0\n0 0 1\n0 1 0\n0 1 1\n1 0 0\n1 0 1\n1 1 0\n1 1 1\n";

fn with(cube: &str) -> Recipe {
    Recipe::new(vec![FilterStep { cube: Some(cube.into()), ..FilterStep::new("colour-table") }])
}

#[test]
fn a_dropped_table_colours_the_photo() {
    visit(Site::Release, async |page| {
        let file = photos::png(320, 200);
        let mut photo = Native::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.shows(&mut photo, &[]).await;
        assert!(page.bring(Way::Drop, "Traded.cube", CUBE.as_bytes(), (640, 400)).await);
        page.shows_recipe(&mut photo, &with(CUBE)).await;
        assert_eq!(page.names("switch").await, ["Colour table"]);
        let expected = photo.whole_of(&with(CUBE));
        assert_ne!(expected, photo.whole(&[]));
        let (_, bytes) = page.export().await;
        assert_eq!(Picture::of_png(&bytes).difference(&expected), None);
    });
}

#[test]
fn a_table_is_chosen_for_the_row_that_is_open() {
    visit(Site::Release, async |page| {
        let file = photos::png(320, 200);
        let mut photo = Native::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.add("Colour table").await;
        page.shows(&mut photo, &["colour-table"]).await;
        assert!(page.sees("button", "Choose a .cube file").await);
        page.choose_bytes("Traded.cube", CUBE.as_bytes()).await;
        page.shows_recipe(&mut photo, &with(CUBE)).await;
        assert_eq!(page.names("switch").await, ["Colour table"], "the row that was there has it");
    });
}

#[test]
fn a_broken_table_is_told_and_the_photo_stays() {
    visit(Site::Release, async |page| {
        let file = photos::png(320, 200);
        let mut photo = Native::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.shows(&mut photo, &[]).await;
        let broken = CUBE.replace("0 1 1", "0 one 1");
        assert!(page.bring(Way::Drop, "Broken.cube", broken.as_bytes(), (640, 400)).await);
        let told = page.hears("Broken.cube could not be used as a colour table.").await;
        assert_eq!(told.role, "alert");
        assert!(told.text.contains("line 6"), "{told:?}");
        page.add("Invert").await;
        page.shows(&mut photo, &["colour-table", "invert"]).await;
    });
}
