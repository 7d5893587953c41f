//! Every filter has a small picture in which it can be seen.

use safelight_engine::{OpenImage, Progress, Recipe, View};
use safelight_kernels::{Kind, SPECS, Spec};
use safelight_recipe::FilterStep;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SIDE: u32 = 96;

/// A table of colours comes with a file; a size is not seen in a picture that is fitted into a frame.
fn can_be_seen(filter: &Spec) -> bool {
    !matches!(filter.kind, Kind::Lut) && filter.id != "resize"
}

#[test]
fn examples_need_no_correction_and_change_the_picture() {
    let mut image = photo();
    let plain = developed(&mut image, &Recipe::new(vec![]));
    for filter in SPECS.iter().filter(|filter| can_be_seen(filter)) {
        let recipe = Recipe::new(vec![FilterStep::example(filter)]);
        let normalised = recipe.clone().normalise().unwrap_or_else(|error| panic!("{}: {error}", filter.id));
        assert_eq!(normalised.clamped, [], "{}", filter.id);
        assert!(developed(&mut image, &recipe) != plain, "{} can't be seen", filter.id);
    }
}

#[test]
fn filters_with_an_example_begin_neutral() {
    let mut image = photo();
    let plain = developed(&mut image, &Recipe::new(vec![]));
    for filter in SPECS.iter().filter(|filter| can_be_seen(filter)) {
        let begins = developed(&mut image, &Recipe::new(vec![FilterStep::new(filter.id)]));
        assert_eq!(begins == plain, filter.is_identity_by_default(), "{}", filter.id);
    }
}

fn developed(image: &mut OpenImage, recipe: &Recipe) -> (u32, u32, Vec<u8>) {
    let (width, height) = recipe.size_after((SIDE, SIDE - 20));
    let mut render = image.render(recipe, View::whole(width, height)).expect("a view");
    while render.step().expect("a band") != Progress::Done {}
    (render.width(), render.height(), render.pixels().to_vec())
}

/// A dull picture with some of everything: colours, edges, and a bright corner.
fn photo() -> OpenImage {
    OpenImage::from_pixels(SIDE, SIDE - 20, |rgba| {
        for (index, pixel) in rgba.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            let (x, y) = (index as u32 % SIDE, index as u32 / SIDE);
            let bright = if x > 70 && y < 30 { 120 } else { 0 };
            let level = |level: u32| (40 + level + bright).min(235) as u8;
            *pixel = [level(x), level(y), level((x / 8 + y / 8) % 2 * 60), 255];
        }
    })
    .expect("memory for a small picture")
}
