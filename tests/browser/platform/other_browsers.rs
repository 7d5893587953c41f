//! Scenarios of the Chromium tests in Firefox and `WebKit`: the same pixels, the same exported bytes, transferred buffers.

use safelight_tests::browser::Engine;
use safelight_tests::harness::{Build, open_page_in};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;

use crate::canvas::{inspection, zoom};
use crate::interface::{accessible_names, shortcuts, theme};
use crate::layers::{curves, filter_picker, history, layer_list, layer_rows, sliders};
use crate::photos::{autosave, filmstrip};
use crate::platform::worker_crash;
use crate::presets::{built_in, share, user};

/// Tests that run several scenarios one after another in one browser, each from a freshly loaded page.
macro_rules! tests_in {
    ($engine:ident { $($test:ident: $build:ident, $first:path $(, $next:path)*;)+ }) => {
        $(
            #[test]
            fn $test() {
                open_page_in(Engine::$engine, Build::$build, async |page| {
                    eprintln!(stringify!($first));
                    $first(page).await;
                    $(
                        page.load().await;
                        eprintln!(stringify!($next));
                        $next(page).await;
                    )*
                });
            }
        )+
    };
}

/// The same scenarios in Firefox and in `WebKit`.
macro_rules! tests_in_both {
    ($($scenarios:tt)+) => {
        mod firefox {
            use super::*;
            tests_in!(Firefox { $($scenarios)+ });
        }

        mod webkit {
            use super::*;
            tests_in!(WebKit { $($scenarios)+ });
        }
    };
}

tests_in_both! {
    adding: Release, filter_picker::chooses_and_adds, makes_the_same_bytes, built_in::wears_looks;
    buffers: Test, moves_buffers_both_ways, worker_crash::recovers;
    compare: Release, layer_list::holds_a_key, inspection::divides_the_photo, inspection::counts_pixels;
    curves: Release, curves::bends_a_curve, curves::makes_and_pulls_a_point, theme::chooses_a_theme;
    history: Release, history::undoes_by_hand, history::undoes_by_keys;
    shared: Release, user::wears_a_look_of_ones_own, share::offers_a_link, shortcuts::reads_the_sheet;
    sliders: Release, sliders::steps_a_slider, sliders::pulls_a_slider;
    stack: Release, layer_list::switches_a_filter, layer_list::removes_a_filter, layer_list::moves_a_filter,
        layer_rows::mixes_a_filter, layer_rows::duplicates_a_filter;
    strip: Release, filmstrip::keeps_each_its_own, filmstrip::applies_to_others, filmstrip::walks_along_the_strip;
    zoom: Release, zoom::shows_full_size, zoom::shows_squares, zoom::moves_the_photo;
}

// Firefox only: an automated WebKitGTK saves no photos, and its driver has no wheel.
tests_in! {
    Firefox {
        firefox_keeps: Release, autosave::comes_back, user::keeps_a_look;
        firefox_turns_the_wheel: Release, sliders::turns_a_slider, zoom::zooms_to_the_pointer, inspection::reads_a_pixel;
    }
}

// `WebKit` only: Firefox's driver loses the keyboard when Tab leaves the page for the browser's toolbars.
tests_in! {
    WebKit {
        webkit_needs_no_pointer: Release, accessible_names::needs_no_pointer;
    }
}

async fn makes_the_same_bytes(page: &Page) {
    let file = photos::png(640, 480);
    let mut photo = NativeImage::open(&file);
    assert!(page.drop_file("hills.png", &file, (640, 400)).await, "the page wants no file");
    page.wait_for_canvas(&mut photo, &[]).await;
    page.add_filter("Sepia").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    page.add_filter("Invert").await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    page.click("switch", "Sepia").await;
    page.wait_for_canvas(&mut photo, &["invert"]).await;
    assert_eq!(page.export().await.1, photo.export_filters(&["invert"]));
}

async fn moves_buffers_both_ways(page: &Page) {
    let file = photos::jpeg(640, 480);
    let mut photo = NativeImage::open(&file);
    assert!(page.drop_file("hills.jpg", &file, (640, 400)).await, "the page wants no file");
    page.wait_for_canvas(&mut photo, &[]).await;
    page.add_filter("Sepia").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    let sent = page.worker_requests().await;
    let of = |kind: &'static str| sent.iter().filter(move |sent| sent.kind == kind);
    assert_eq!(of("Open").map(|sent| sent.before.len()).collect::<Vec<_>>(), [1]);
    assert!(of("Render").any(|sent| sent.before.len() == 1), "no spent buffer went back: {sent:#?}");
    for sent in of("Open").chain(of("Render")) {
        assert!(sent.after.iter().all(|bytes| *bytes == 0), "a buffer was cloned: {sent:?}");
    }
    let reports = page.worker_reports().await;
    let frames: Vec<_> = reports.iter().filter(|report| report["sent"].is_array()).collect();
    assert!(frames.len() >= 2, "frames are reported: {reports:?}");
    for frame in frames {
        let left = frame["left"].as_array().cloned().unwrap_or_default();
        assert!(!left.is_empty() && left.iter().all(|bytes| *bytes == 0), "a frame was cloned: {frame}");
    }
}
