//! Every filter of the registry: what is seen and what is saved are the engine's pixels, byte for byte.

use safelight_kernels::{Kind, Param, SPECS, Spec, filter_text};
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::{NativeImage, TestImage};
use safelight_tests::page::Page;
use safelight_tests::photos;

#[test]
fn each_filter_is_saved_byte_for_byte_from_a_png_with_alpha() {
    saved("lantern.png", &photos::png_with_alpha(333, 222));
}

#[test]
fn each_filter_is_saved_byte_for_byte_from_a_jpeg() {
    saved("hills.jpg", &photos::jpeg(601, 399));
}

fn saved(name: &str, file: &[u8]) {
    assert!(!SPECS.is_empty());
    open_page(Build::Release, async |page| {
        let mut photo = NativeImage::open(file);
        // Those that need a file of their own are tried with one elsewhere.
        for filter in SPECS.iter().filter(|filter| !matches!(filter.kind, Kind::Lut)) {
            page.choose_bytes(name, file).await;
            page.wait_until("stack without the filters of the photo before", async || {
                let switches = page.names("switch").await;
                if switches.is_empty() { Ok(()) } else { Err(format!("{switches:?}")) }
            })
            .await;
            page.add_filter(filter_text(filter).name.en).await;
            let mut step = FilterStep::new(filter.id);
            // The defaults of most settings change nothing; the first that changes something is moved.
            if let Some((index, text)) = telling(filter, &mut photo) {
                let param = &filter.params[index];
                set(page, param, filter_text(filter).params[index].en, &text).await;
                step.values.insert(param.id.to_owned(), text.parse().expect("a number"));
            }
            let (download, bytes) = page.export().await;
            let stem = name.rsplit_once('.').expect("the name has an ending").0;
            assert_eq!(download, format!("{stem}-{}.png", filter.id));
            let expected = photo.render_recipe(&Recipe::new(vec![step]));
            assert_ne!(
                expected,
                photo.render_full(&[]),
                "{} changes nothing, so this would prove nothing",
                filter.id
            );
            if let Some(difference) = TestImage::of_png(&bytes).difference(&expected) {
                panic!("{}: {difference}", filter.id);
            }
        }
    });
}

/// The index of the first setting that makes the filter do something when it is moved, or of the first of all, and what
/// to type.
fn telling(filter: &Spec, photo: &mut NativeImage) -> Option<(usize, String)> {
    let plain = photo.render_full(&[]);
    let tells = |param: &Param| {
        let mut step = FilterStep::new(filter.id);
        step.values.insert(param.id.to_owned(), moved(param).parse().expect("a number"));
        photo.render_recipe(&Recipe::new(vec![step])) != plain
    };
    let index = filter.params.iter().position(tells).unwrap_or(0);
    Some((index, moved(filter.params.get(index)?)))
}

/// Sets a setting by the control that it has.
async fn set(page: &Page, param: &Param, name: &str, text: &str) {
    match ((param.max - param.min) / param.step).round() {
        // The point that is set at first.
        _ if param.id == "master_1_in" => page.fill("Input of point 1", text).await,
        1.0 => page.click("switch", name).await,
        ..4.0 => {
            let number = text.trim_end_matches('0').trim_end_matches('.');
            page.click("radio", &format!("{number}{}", param.unit)).await;
        }
        _ => page.set_number(name, text).await,
    }
}

/// A setting twenty steps of its slider above its default, or below where there is no room above, as a person
/// would type it.
fn moved(param: &Param) -> String {
    let far = 20.0 * param.step;
    let above = (param.default + far).min(param.max);
    let value = if above > param.default { above } else { (param.default - far).max(param.min) };
    format!("{value:.4}")
}

#[test]
fn a_whole_stack_is_saved_in_its_order() {
    open_page(Build::Release, async |page| {
        let file = photos::png_with_alpha(64, 48);
        page.choose_bytes("lantern.png", &file).await;
        for filter in SPECS {
            page.add_filter(filter_text(filter).name.en).await;
        }
        let stack: Vec<_> = SPECS.iter().map(|filter| filter.id).collect();
        let (_, bytes) = page.export().await;
        let expected = NativeImage::open(&file).render_full(&stack);
        assert_eq!(TestImage::of_png(&bytes).difference(&expected), None);
    });
}

#[test]
fn each_filter_is_shown_byte_for_byte_at_the_scale_that_fits() {
    open_page(Build::Release, async |page| {
        let file = photos::jpeg(2400, 1601);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.jpg", &file).await;
        let plain = page.wait_for_canvas(&mut photo, &[]).await;
        assert!(plain.picture.width < 2400, "the photo is larger than the room");
        for filter in SPECS {
            page.add_filter(filter_text(filter).name.en).await;
            page.wait_for_canvas(&mut photo, &[filter.id]).await;
            page.click("button", &format!("Remove {}", filter_text(filter).name.en)).await;
            page.wait_for_canvas(&mut photo, &[]).await;
        }
    });
}
