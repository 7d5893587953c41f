//! Every look can be used as it stands, and does what no shorter one does.

use std::collections::BTreeSet;

use safelight_engine::{OpenImage, Progress, Recipe, View};
use safelight_recipe::PRESETS;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SIDE: u32 = 64;

#[test]
fn looks_are_many_and_named() {
    assert!(PRESETS.len() >= 12);
    let ids: BTreeSet<_> = PRESETS.iter().map(|look| look.id).collect();
    let english: BTreeSet<_> = PRESETS.iter().map(|look| look.name.en).collect();
    let german: BTreeSet<_> = PRESETS.iter().map(|look| look.name.de).collect();
    assert_eq!([ids.len(), english.len(), german.len()], [PRESETS.len(); 3]);
    for look in PRESETS {
        assert!(look.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", look.id);
        for (name, summary) in [(look.name.en, look.summary.en), (look.name.de, look.summary.de)] {
            assert!(name.starts_with(char::is_uppercase) && summary.ends_with('.'), "{}", look.id);
        }
    }
}

#[test]
fn looks_need_no_correction() {
    for look in PRESETS {
        let normalised = look.recipe().normalise().unwrap_or_else(|error| panic!("{}: {error}", look.id));
        assert_eq!(normalised.clamped, [], "{}", look.id);
        assert_eq!(normalised.recipe, look.recipe(), "{}", look.id);
    }
}

/// So that none is a name for another, and no setting is written in vain.
#[test]
fn looks_differ_and_no_step_of_one_is_idle() {
    let mut image = OpenImage::open(&photo()).expect("a photo");
    let mut seen = BTreeSet::new();
    assert!(seen.insert(developed(&mut image, &Recipe::new(vec![]))));
    for look in PRESETS {
        let recipe = look.recipe();
        let picture = developed(&mut image, &recipe);
        for left_out in 0..recipe.steps.len() {
            let mut shorter = recipe.clone();
            let step = shorter.steps.remove(left_out);
            assert!(developed(&mut image, &shorter) != picture, "{}: {} is idle", look.id, step.filter);
        }
        assert!(seen.insert(picture), "{} looks like another one", look.id);
    }
}

fn developed(image: &mut OpenImage, recipe: &Recipe) -> Vec<u8> {
    let mut render = image.render(recipe, View::whole(SIDE, SIDE)).expect("a view");
    while render.step().expect("a band") != Progress::Done {}
    render.pixels().to_vec()
}

/// Red from left to right, green from top to bottom, blue in stripes.
fn photo() -> Vec<u8> {
    let places = (0..SIDE).flat_map(|y| (0..SIDE).map(move |x| (x, y)));
    let pixels: Vec<u8> =
        places.flat_map(|(x, y)| [x * 4, y * 4, (x + y) * 16 % 256].map(|level| level as u8)).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SIDE, SIDE);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&pixels).expect("pixels");
    writer.finish().expect("an end");
    file
}
