//! Every filter of the registry: the shown pixels and the exported file are the native engine's, byte for byte.

use safelight_kernels::{Kind, Param, SPECS, Spec, filter_text};
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::{NativeImage, TestImage, digest};
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

/// Filters with one control of each kind: a slider with a number, a switch, a bar of few values, a curve.
const BY_HAND: [&str; 4] = ["exposure", "flip", "rotate", "curves"];

#[test]
fn each_filter_is_saved_byte_for_byte_from_a_png_with_alpha() {
    saved("lantern.png", &photos::png_with_alpha(333, 222));
}

#[test]
fn each_filter_is_saved_byte_for_byte_from_a_jpeg() {
    saved("hills.jpg", &photos::jpeg(601, 399));
}

/// Exports the photo under one filter after another: a few by hand, all by asking the page's worker.
fn saved(name: &str, file: &[u8]) {
    open_page(Build::Release, async |page| {
        let mut photo = NativeImage::open(file);
        for filter in SPECS.iter().filter(|filter| BY_HAND.contains(&filter.id)) {
            page.choose_bytes(name, file).await;
            page.wait_until("stack without the filters of the photo before", async || {
                let switches = page.names("switch").await;
                if switches.is_empty() { Ok(()) } else { Err(format!("{switches:?}")) }
            })
            .await;
            page.add_filter(filter_text(filter).name.en).await;
            if let Some((index, text)) = effective_setting(filter, &mut photo) {
                set(page, &filter.params[index], filter_text(filter).params[index].en, &text).await;
            }
            let (download, bytes) = page.export().await;
            let stem = name.rsplit_once('.').expect("the name has an extension").0;
            assert_eq!(download, format!("{stem}-{}.png", filter.id));
            let expected = Recipe::new(vec![example(filter, &mut photo)]);
            assert!(bytes == photo.export_recipe(&expected), "{}", filter.id);
        }
        // Filters that need a file of their own are tested with one elsewhere.
        let filters = SPECS.iter().filter(|filter| !matches!(filter.kind, Kind::Lut));
        let steps: Vec<_> = filters.map(|filter| example(filter, &mut photo)).collect();
        assert!(steps.len() > 40);
        let plain = digest(&photo.export_filters(&[]));
        for (step, saved) in steps.iter().zip(ask_worker(page, "Export", &steps).await) {
            let expected = digest(&photo.export_recipe(&Recipe::new(vec![step.clone()])));
            assert_ne!(expected, plain, "{} changes nothing, so this would prove nothing", step.filter);
            assert_eq!(saved, expected, "{}", step.filter);
        }
    });
}

/// The filter with one setting moved away from its default: the defaults of most change nothing.
fn example(filter: &Spec, photo: &mut NativeImage) -> FilterStep {
    let mut step = FilterStep::new(filter.id);
    if let Some((index, text)) = effective_setting(filter, photo) {
        step.values.insert(filter.params[index].id.to_owned(), text.parse().expect("a number"));
    }
    step
}

/// Digests of what the page's worker makes of the photo under each of these filters: of the PNG files (`Export`), or of
/// the pixels for the view that the page asked for last (`Render`).
async fn ask_worker(page: &Page, kind: &str, steps: &[FilterStep]) -> Vec<String> {
    let digests = page.run(include_str!("../../scripts/ask_worker.js"), json!([kind, steps])).await;
    let digests: Vec<String> = serde_json::from_value(digests).expect("digests");
    assert_eq!(digests.len(), steps.len());
    digests
}

/// The index of the first setting that changes the photo when it is moved, or of the first of all, and what to type.
fn effective_setting(filter: &Spec, photo: &mut NativeImage) -> Option<(usize, String)> {
    let plain = photo.render_full(&[]);
    let is_effective = |param: &Param| {
        let mut step = FilterStep::new(filter.id);
        step.values.insert(param.id.to_owned(), moved(param).parse().expect("a number"));
        photo.render_recipe(&Recipe::new(vec![step])) != plain
    };
    let index = filter.params.iter().position(is_effective).unwrap_or(0);
    Some((index, moved(filter.params.get(index)?)))
}

/// Sets a value with the control that the setting has.
async fn set(page: &Page, param: &Param, name: &str, text: &str) {
    match ((param.max - param.min) / param.step).round() {
        // The point that is selected at first.
        _ if param.id == "master_1_in" => page.fill("Input of point 1", text).await,
        1.0 => page.click("switch", name).await,
        ..4.0 => {
            let number = text.trim_end_matches('0').trim_end_matches('.');
            page.click("radio", &format!("{number}{}", param.unit)).await;
        }
        _ => page.set_number(name, text).await,
    }
}

/// The value twenty slider steps above the default, or below where there is no room above, as typed text.
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
        assert!(plain.picture.width < 2400, "the photo is larger than the canvas area");
        for filter in SPECS.iter().filter(|filter| BY_HAND.contains(&filter.id)) {
            page.add_filter(filter_text(filter).name.en).await;
            page.wait_for_canvas(&mut photo, &[filter.id]).await;
            page.click("button", &format!("Remove {}", filter_text(filter).name.en)).await;
            page.wait_for_canvas(&mut photo, &[]).await;
        }
        let size = (plain.picture.width, plain.picture.height);
        let steps: Vec<_> = SPECS.iter().map(|filter| FilterStep::new(filter.id)).collect();
        for (step, shown) in steps.iter().zip(ask_worker(page, "Render", &steps).await) {
            let recipe = Recipe::new(vec![step.clone()]);
            let view = photo.view_that_fits(&recipe, size).expect("the default settings keep the size");
            assert_eq!(shown, photo.render(&recipe, view).digest(), "{}", step.filter);
        }
    });
}
