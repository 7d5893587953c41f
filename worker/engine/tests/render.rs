//! Views, bands and exports of one photo agree with each other and with means counted the plain way.

use safelight_engine::{OpenImage, Progress, Recipe, Region, RenderError, View, scaled_size};
use safelight_kernels::spec;
use safelight_recipe::FilterStep;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// One filter of each kind; two of them look different in different places.
const STACK: &[&str] = &["invert", "vignette", "sepia", "grain"];

#[test]
fn a_copy_is_the_mean_of_what_lies_under_it() {
    for translucent in [false, true] {
        let (width, height) = (61, 47);
        let pixels = noise(width, height, translucent);
        let mut image = OpenImage::open(&png(width, height, &pixels)).expect("a photo");
        assert_eq!(image.has_alpha(), translucent);
        for scale in [0.9, 0.5, 1.0 / 3.0, 0.21, 0.02] {
            let size = scaled_size(width, height, scale);
            let found = rendered(&mut image, &[], whole(scale, size));
            for y in 0..size.1 {
                for x in 0..size.0 {
                    let expected = mean(&pixels, (width, height), size, (x, y));
                    let at = ((y * size.0 + x) * 4) as usize;
                    for channel in 0..4 {
                        let apart = (f64::from(found[at + channel]) - expected[channel]).abs();
                        // Half a level of rounding, and what weights of 14 bits lose.
                        assert!(apart <= 0.6, "scale {scale}, ({x}, {y}), channel {channel}: {apart} apart");
                    }
                }
            }
        }
    }
}

#[test]
fn a_plain_photo_stays_plain_at_every_scale() {
    for colour in [[255, 255, 255, 255], [7, 99, 201, 255], [200, 100, 50, 128], [255, 1, 0, 3]] {
        let pixels = colour.repeat(37 * 29);
        let mut image = OpenImage::open(&png(37, 29, &pixels)).expect("a photo");
        for hundredths in 1..=100 {
            let scale = f64::from(hundredths) / 100.0;
            let found = rendered(&mut image, &[], whole(scale, scaled_size(37, 29, scale)));
            assert!(found.chunks(4).all(|pixel| pixel == colour), "{colour:?} at {scale}");
        }
    }
}

#[test]
fn a_region_is_a_cut_of_the_whole() {
    let (width, height) = (61, 47);
    let mut image = OpenImage::open(&png(width, height, &noise(width, height, true))).expect("a photo");
    for scale in [1.0, 0.6] {
        let size = scaled_size(width, height, scale);
        let all = rendered(&mut image, STACK, whole(scale, size));
        for region in [
            Region { x: 3, y: 5, width: 20, height: 11 },
            Region { x: 0, y: size.1 - 1, width: 1, height: 1 },
            Region { x: 10, y: 0, width: u32::MAX, height: u32::MAX },
        ] {
            // A fresh copy, so that only the rows above the region's lower edge are ever made.
            let mut image =
                OpenImage::open(&png(width, height, &noise(width, height, true))).expect("a photo");
            let found = rendered(&mut image, STACK, View { scale, region });
            let region = region.clamped(size.0, size.1).expect("inside");
            let cut: Vec<u8> = (region.y..region.y + region.height)
                .flat_map(|y| {
                    let start = ((y * size.0 + region.x) * 4) as usize;
                    all[start..start + region.width as usize * 4].to_vec()
                })
                .collect();
            assert!(found == cut, "{region:?} at {scale}");
        }
    }
}

/// Large enough for several bands of scaling, of filtering and of writing.
#[test]
fn an_export_holds_what_a_render_shows() {
    let (width, height) = (1500, 900);
    for translucent in [false, true] {
        let file = png(width, height, &noise(width, height, translucent));
        let mut image = OpenImage::open(&file).expect("a photo");
        let shown = rendered(&mut image, STACK, View::whole(width, height));
        let mut written = Vec::new();
        let mut bands = 1;
        {
            let mut export = image.export(&recipe(STACK)).expect("an export");
            while export.step(&mut |bytes| written.extend_from_slice(bytes)).expect("a band")
                != Progress::Done
            {
                bands += 1;
            }
            assert_eq!(export.step(&mut |_| panic!("nothing is left")), Ok(Progress::Done));
        }
        assert!(bands > 5);
        let mut again = OpenImage::open(&written).expect("the exported photo");
        assert_eq!(again.has_alpha(), translucent);
        assert!(rendered(&mut again, &[], View::whole(width, height)) == shown);
    }
}

#[test]
fn progress_only_rises_and_a_stopped_render_leaves_no_trace() {
    let (width, height) = (3000, 1200);
    let mut image = OpenImage::open(&png(width, height, &noise(width, height, false))).expect("a photo");
    let view = whole(0.5, (1500, 600));
    image.render(&recipe(STACK), view).expect("a view").step().expect("a band");
    let mut last = 0.0;
    let mut render = image.render(&recipe(STACK), view).expect("a view");
    while let Progress::Pending { fraction } = render.step().expect("a band") {
        assert!(fraction > last && fraction < 1.0, "{fraction} after {last}");
        last = fraction;
    }
    let resumed = render.pixels().to_vec();
    let mut fresh = OpenImage::open(&png(width, height, &noise(width, height, false))).expect("a photo");
    assert!(rendered(&mut fresh, STACK, view) == resumed);
}

/// Who asks for a size may have come to it by one scale or another.
#[test]
fn what_filters_make_is_a_matter_of_the_size_alone() {
    let mut image = OpenImage::open(&png(64, 48, &noise(64, 48, false))).expect("a photo");
    let first = rendered(&mut image, &["grain", "gaussian-blur"], whole(0.5, (32, 24)));
    let mut image = OpenImage::open(&png(64, 48, &noise(64, 48, false))).expect("a photo");
    assert!(first == rendered(&mut image, &["grain", "gaussian-blur"], whole(0.501, (32, 24))));
}

#[test]
fn copies_come_and_go_without_mixing() {
    let mut image = OpenImage::open(&png(64, 48, &noise(64, 48, false))).expect("a photo");
    let scales = [0.5, 0.25, 0.75, 0.4, 0.6, 0.5, 0.4];
    for scale in scales {
        let found = rendered(&mut image, &[], whole(scale, scaled_size(64, 48, scale)));
        let mut fresh = OpenImage::open(&png(64, 48, &noise(64, 48, false))).expect("a photo");
        assert!(found == rendered(&mut fresh, &[], whole(scale, scaled_size(64, 48, scale))), "{scale}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let mut image = OpenImage::open(&png(5, 4, &noise(5, 4, false))).expect("a photo");
    let view = View::whole(5, 4);
    for scale in [0.0, -1.0, 1.01, f64::NAN, f64::INFINITY] {
        let refused = image.render(&recipe(&[]), View { scale, ..view }).err();
        assert!(matches!(refused, Some(RenderError::Scale(_))), "{scale}");
    }
    for region in [Region { x: 5, ..view.region }, Region { height: 0, ..view.region }] {
        let refused = image.render(&recipe(&[]), View { region, ..view }).err();
        assert_eq!(refused, Some(RenderError::EmptyRegion));
    }
    let unknown = image.render(&recipe(&["blur-by-magic"]), view).expect_err("refused").to_string();
    assert!(unknown.starts_with("Step 1 names a filter “blur-by-magic”; known filters are "), "{unknown}");
    assert!(matches!(image.export(&recipe(&["?"])).err(), Some(RenderError::Recipe(_))));
}

/// These filters, with every setting moved from its default, which mostly changes nothing.
fn recipe(filters: &[&str]) -> Recipe {
    let moved = |filter: &&str| {
        let params = spec(filter).map(|spec| spec.params).unwrap_or_default();
        let values = params.iter().map(|param| (param.id.to_owned(), 0.3 * param.min + 0.7 * param.max));
        FilterStep { values: values.collect(), ..FilterStep::new(filter) }
    };
    Recipe::new(filters.iter().map(moved).collect())
}

fn whole(scale: f64, (width, height): (u32, u32)) -> View {
    View { scale, region: Region { x: 0, y: 0, width, height } }
}

fn rendered(image: &mut OpenImage, filters: &[&str], view: View) -> Vec<u8> {
    let mut render = image.render(&recipe(filters), view).expect("a view");
    while render.step().expect("a band") != Progress::Done {}
    assert_eq!(render.pixels().len() as u32, render.width() * render.height() * 4);
    render.pixels().to_vec()
}

fn noise(width: u32, height: u32, translucent: bool) -> Vec<u8> {
    let mut pixels: Vec<u8> = (0..width * height * 4)
        .map(|n| (n.wrapping_add(7).wrapping_mul(2_654_435_761) >> 22) as u8)
        .collect();
    if !translucent {
        pixels.chunks_exact_mut(4).for_each(|pixel| pixel[3] = 255);
    }
    pixels
}

fn png(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(pixels).expect("pixels");
    writer.finish().expect("an end");
    file
}

/// The premultiplied mean under one pixel, by the definition, in floating point.
fn mean(pixels: &[u8], from: (u32, u32), to: (u32, u32), at: (u32, u32)) -> [f64; 4] {
    let cover = |at: u32, to: u32, from: u32| {
        let (start, end) = (f64::from(at * from) / f64::from(to), f64::from((at + 1) * from) / f64::from(to));
        (0..from).filter_map(move |source| {
            let part = end.min(f64::from(source + 1)) - start.max(f64::from(source));
            (part > 0.0).then_some((source, part))
        })
    };
    let (mut colour, mut alpha, mut area) = ([0.0; 3], 0.0, 0.0);
    for (y, down) in cover(at.1, to.1, from.1) {
        for (x, across) in cover(at.0, to.0, from.0) {
            let pixel = &pixels[((y * from.0 + x) * 4) as usize..][..4];
            let weight = down * across;
            area += weight;
            alpha += weight * f64::from(pixel[3]);
            for channel in 0..3 {
                colour[channel] += weight * f64::from(pixel[channel]) * f64::from(pixel[3]);
            }
        }
    }
    let [r, g, b] = colour.map(|sum| if alpha > 0.0 { sum / alpha } else { 0.0 });
    [r, g, b, alpha / area]
}
