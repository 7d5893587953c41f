//! What the planner fuses, cuts and keeps changes no byte.

use safelight_engine::{OpenImage, Progress, Recipe, Region, View, scaled_size};
use safelight_kernels::{Cube, Kind, SPECS, Sizes, Spec, kernel, spec};
use safelight_recipe::FilterStep;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Red and blue trade places, and green fades.
const CUBE: &str = "LUT_3D_SIZE 2\n0 0 0\n0 0 1\n0 .5 0\n0 .5 1\n1 0 0\n1 0 1\n1 .5 0\n1 .5 1\n";

/// More pixels than one chunk, odd, and of all alphas.
const SIZE: (u32, u32) = (83, 61);

/// Every ordered pair of the registry, with settings that do something, against its filters one by one.
#[test]
fn a_fused_stack_equals_its_filters_one_by_one() {
    let pixels = noise();
    let mut image = OpenImage::open(&png(&pixels)).expect("a photo");
    for first in SPECS {
        let once = alone(first, SIZE, pixels.clone());
        for second in SPECS {
            let expected = alone(second, once.0, once.1.clone());
            let recipe = Recipe::new(vec![moved(first), moved(second)]);
            let found = rendered(&mut image, &recipe, View::whole(expected.0.0, expected.0.1));
            assert!(found == expected.1, "{} and {}", first.id, second.id);
        }
    }
}

/// One filter of each kind, three in a row, in every order, tone and colour about them; and exported.
#[test]
fn long_stacks_equal_their_filters_one_by_one() {
    let pixels = noise();
    let mut image = OpenImage::open(&png(&pixels)).expect("a photo");
    let kinds = one_of_each_kind();
    for first in &kinds {
        for second in &kinds {
            for third in &kinds {
                let stack = [first, spec("sepia").unwrap(), second, third, spec("invert").unwrap()];
                let mut expected = (SIZE, pixels.clone());
                for filter in stack {
                    expected = alone(filter, expected.0, expected.1);
                }
                let recipe = Recipe::new(stack.map(moved).to_vec());
                let (width, height) = expected.0;
                let found = rendered(&mut image, &recipe, View::whole(width, height));
                assert!(found == expected.1, "{recipe:?}");
                let mut file = Vec::new();
                let mut export = image.export(&recipe).expect("an export");
                while export.step(&mut |bytes| file.extend_from_slice(bytes)).expect("a band")
                    != Progress::Done
                {}
                let mut again = OpenImage::open(&file).expect("the exported photo");
                assert_eq!((again.width(), again.height()), expected.0);
                let exported = rendered(&mut again, &Recipe::new(vec![]), View::whole(width, height));
                assert!(exported == expected.1, "{recipe:?}");
            }
        }
    }
}

/// Every filter at every strength lies between what it was given and what it makes, and meets both.
#[test]
fn a_strength_mixes_a_filter_with_its_input() {
    let mut pixels = noise();
    pixels.chunks_exact_mut(4).for_each(|pixel| pixel[3] = 255);
    let mut image = OpenImage::open(&png(&pixels)).expect("a photo");
    for filter in SPECS.iter().filter(|filter| !matches!(filter.kind, Kind::Geometry(_))) {
        let mut at = |strength| {
            let recipe =
                Recipe::new(vec![FilterStep { strength, ..moved(filter) }, FilterStep::new("invert")]);
            rendered(&mut image, &recipe, View::whole(SIZE.0, SIZE.1))
        };
        let (none, some, all) = (at(0.0), at(30.0), at(100.0));
        let negative = |level: &u8| 255 - level;
        let colours = |rgba: &[u8]| rgba.chunks(4).flat_map(|pixel| pixel[..3].to_vec()).collect::<Vec<_>>();
        assert!(colours(&pixels).iter().map(negative).eq(colours(&none)), "{}", filter.id);
        assert!(colours(&alone(filter, SIZE, pixels.clone()).1).iter().map(negative).eq(colours(&all)));
        for ((none, some), all) in none.iter().zip(&some).zip(&all) {
            let expected = f64::from(*none) * 0.7 + f64::from(*all) * 0.3;
            assert!((f64::from(*some) - expected).abs() < 1.1, "{}: {none} {some} {all}", filter.id);
        }
    }
}

/// Regions and scales of stacks whose filters look beyond their own pixel.
#[test]
fn a_region_of_a_stack_is_a_cut_of_the_whole() {
    let file = png(&noise());
    for filter in SPECS {
        let recipe = Recipe::new(vec![moved(filter), moved(spec("vignette").unwrap()), moved(filter)]);
        for scale in [1.0, 0.6] {
            let mut image = OpenImage::open(&file).expect("a photo");
            let size = recipe.size_after(SIZE);
            let size = scaled_size(size.0, size.1, scale);
            let all = rendered(&mut image, &recipe, View { scale, region: Region::whole(size) });
            let Region { width, height, .. } = Region::whole(size);
            for region in [
                Region { x: width / 3, y: height / 2, width: 9, height: 7 },
                Region { x: width - 1, y: 0, width: 1, height },
            ] {
                let region = region.clamped(width, height).unwrap_or(Region::whole(size));
                let mut fresh = OpenImage::open(&file).expect("a photo");
                let found = rendered(&mut fresh, &recipe, View { scale, region });
                let rows =
                    all.chunks(width as usize * 4).skip(region.y as usize).take(region.height as usize);
                let cut: Vec<u8> = rows
                    .flat_map(|row| row[region.x as usize * 4..][..region.width as usize * 4].to_vec())
                    .collect();
                assert!(found == cut, "{} at {region:?}, scale {scale}", filter.id);
            }
        }
    }
}

/// Moves the sliders of a stack one after another; what is kept in between must never show.
#[test]
fn what_is_kept_is_what_would_be_made_anew() {
    let file = png(&noise());
    let mut image = OpenImage::open(&file).expect("a photo");
    let mut steps: Vec<_> =
        one_of_each_kind().iter().chain(&[spec("sepia").unwrap()]).map(|filter| moved(filter)).collect();
    for round in 0..3 {
        for index in (0..steps.len()).rev() {
            let filter = spec(&steps[index].filter).unwrap();
            for param in filter.params {
                let value = param.min + (param.max - param.min) * [0.2, 0.9, 0.55][round];
                steps[index].values.insert(param.id.to_owned(), value);
            }
            let recipe = Recipe::new(steps.clone());
            let scale = [1.0, 0.7][index % 2];
            let size = recipe.size_after(SIZE);
            let view = View { scale, region: Region::whole(scaled_size(size.0, size.1, scale)) };
            let mut fresh = OpenImage::open(&file).expect("a photo");
            assert!(rendered(&mut image, &recipe, view) == rendered(&mut fresh, &recipe, view), "{recipe:?}");
        }
    }
}

/// Behind a filter that looks around, the last one alone is run again.
#[test]
fn moving_the_last_slider_runs_the_last_filter() {
    let Some(neighbourhood) = SPECS.iter().find(|spec| matches!(spec.kind, Kind::Neighbourhood)) else {
        panic!("no neighbourhood filter")
    };
    let pixels: Vec<u8> = [1, 2, 3, 255].repeat(900 * 900);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 900, 900);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().expect("a header").write_image_data(&pixels).expect("pixels");
    let mut image = OpenImage::open(&file).expect("a photo");
    let mut bands = |amount: f64| {
        let vignette =
            FilterStep { values: [("amount".to_owned(), amount)].into(), ..FilterStep::new("vignette") };
        let recipe = Recipe::new(vec![moved(neighbourhood), moved(neighbourhood), vignette]);
        let mut render = image.render(&recipe, View::whole(900, 900)).expect("a view");
        let mut bands = 1;
        while render.step().expect("a band") != Progress::Done {
            bands += 1;
        }
        bands
    };
    let counts = [10.0, 20.0, 30.0].map(&mut bands);
    // The first move notices what is being moved, and keeps what comes before it.
    assert!(counts[2] * 4 < counts[0], "{counts:?}");
}

fn one_of_each_kind() -> Vec<&'static Spec> {
    let mut kinds: Vec<&'static Spec> = Vec::new();
    for spec in SPECS {
        let is_new = kinds
            .iter()
            .all(|other| std::mem::discriminant(&other.kind) != std::mem::discriminant(&spec.kind));
        if is_new {
            kinds.push(spec);
        }
    }
    kinds
}

/// Defaults are mostly neutral and would prove nothing.
fn moved(filter: &Spec) -> FilterStep {
    let params = filter.params.iter();
    let values = params.map(|param| (param.id.to_owned(), 0.9 * param.min + 0.1 * param.max)).collect();
    let cube = matches!(filter.kind, Kind::Lut).then(|| CUBE.into());
    FilterStep { values, cube, ..FilterStep::new(filter.id) }
}

/// One filter over a whole picture.
fn alone(filter: &Spec, before: (u32, u32), rgba: Vec<u8>) -> ((u32, u32), Vec<u8>) {
    let values = moved(filter).values_for(filter);
    let after = filter.size_after(&values, before);
    let sizes = Sizes { full: before, before, after };
    (after, kernel(filter.id).unwrap().apply(&values, Some(&Cube::parse(CUBE).unwrap()), &sizes, false, rgba))
}

fn rendered(image: &mut OpenImage, recipe: &Recipe, view: View) -> Vec<u8> {
    let mut render = image.render(recipe, view).expect("a view");
    while render.step().expect("a band") != Progress::Done {}
    assert_eq!(render.pixels().len() as u32, render.width() * render.height() * 4);
    render.pixels().to_vec()
}

fn noise() -> Vec<u8> {
    (0..SIZE.0 * SIZE.1 * 4).map(|n| (n.wrapping_add(7).wrapping_mul(2_654_435_761) >> 22) as u8).collect()
}

fn png(pixels: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SIZE.0, SIZE.1);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header().expect("a header").write_image_data(pixels).expect("pixels");
    file
}
