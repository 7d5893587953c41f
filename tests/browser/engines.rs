//! The page in the other browsers: the stories that Chromium is told in full, the same pixels, the same file, and
//! buffers that are moved there too.

use safelight_tests::browser::Engine;
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit_in};
use safelight_tests::visit::{Visit, Way};

use crate::{
    crash, curves, history, keep, keys, looks, names, own_looks, picker, rows, share, sight, sliders, stack,
    strip, theme, zoom,
};

/// Tests of stories that are told one after another, each from the empty page: starting a browser takes longer.
macro_rules! told_in {
    ($engine:ident { $($test:ident: $site:ident, $first:path $(, $next:path)*;)+ }) => {
        $(
            #[test]
            fn $test() {
                visit_in(Engine::$engine, Site::$site, async |page| {
                    eprintln!(stringify!($first));
                    $first(page).await;
                    $(
                        page.go().await;
                        eprintln!(stringify!($next));
                        $next(page).await;
                    )*
                });
            }
        )+
    };
}

/// The same stories in each of the other browsers.
macro_rules! told {
    ($($stories:tt)+) => {
        mod firefox {
            use super::*;
            told_in!(Firefox { $($stories)+ });
        }

        mod webkit {
            use super::*;
            told_in!(WebKit { $($stories)+ });
        }
    };
}

told! {
    adding: Release, picker::chooses_and_adds, makes_the_same_bytes, looks::wears_looks;
    buffers: Hooked, moves_buffers_both_ways, crash::recovers;
    compare: Release, stack::holds_a_key, sight::divides_the_photo, sight::counts_pixels;
    curves: Release, curves::bends_a_curve, curves::makes_and_pulls_a_point, theme::chooses_a_theme;
    history: Release, history::undoes_by_hand, history::undoes_by_keys;
    shared: Release, own_looks::wears_a_look_of_ones_own, share::offers_a_link, keys::reads_the_sheet;
    sliders: Release, sliders::steps_a_slider, sliders::pulls_a_slider;
    stack: Release, stack::switches_a_filter, stack::removes_a_filter, stack::moves_a_filter,
        rows::mixes_a_filter, rows::duplicates_a_filter;
    strip: Release, strip::keeps_each_its_own, strip::applies_to_others, strip::walks_along_the_strip;
    zoom: Release, zoom::shows_full_size, zoom::shows_squares, zoom::moves_the_photo;
}

// WebKitGTK keeps no photos while it is driven, and its driver turns no wheel.
told_in! {
    Firefox {
        firefox_keeps: Release, keep::comes_back, own_looks::keeps_a_look;
        firefox_turns_the_wheel: Release, sliders::turns_a_slider, zoom::zooms_to_the_pointer, sight::reads_a_pixel;
    }
}

// Firefox's driver loses the keyboard where Tab leads out of the page into the browser's own bars.
told_in! {
    WebKit {
        webkit_needs_no_pointer: Release, names::needs_no_pointer;
    }
}

async fn makes_the_same_bytes(page: &Visit) {
    let file = photos::png(640, 480);
    let mut photo = Native::open(&file);
    assert!(page.bring(Way::Drop, "hills.png", &file, (640, 400)).await, "the page wants no file");
    page.shows(&mut photo, &[]).await;
    page.add("Sepia").await;
    page.shows(&mut photo, &["sepia"]).await;
    page.add("Invert").await;
    page.shows(&mut photo, &["sepia", "invert"]).await;
    page.click("switch", "Sepia").await;
    page.shows(&mut photo, &["invert"]).await;
    assert_eq!(page.export().await.1, photo.exported(&["invert"]));
}

async fn moves_buffers_both_ways(page: &Visit) {
    let file = photos::jpeg(640, 480);
    let mut photo = Native::open(&file);
    assert!(page.bring(Way::Drop, "hills.jpg", &file, (640, 400)).await, "the page wants no file");
    page.shows(&mut photo, &[]).await;
    page.add("Sepia").await;
    page.shows(&mut photo, &["sepia"]).await;
    let sent = page.sent().await;
    let of = |kind: &'static str| sent.iter().filter(move |sent| sent.kind == kind);
    assert_eq!(of("Open").map(|sent| sent.before.len()).collect::<Vec<_>>(), [1]);
    assert!(of("Render").any(|sent| sent.before.len() == 1), "no spent buffer went back: {sent:#?}");
    for sent in of("Open").chain(of("Render")) {
        assert!(sent.after.iter().all(|bytes| *bytes == 0), "a buffer was cloned: {sent:?}");
    }
    let reports = page.reports().await;
    let frames: Vec<_> = reports.iter().filter(|report| report["sent"].is_array()).collect();
    assert!(frames.len() >= 2, "frames are reported: {reports:?}");
    for frame in frames {
        let left = frame["left"].as_array().cloned().unwrap_or_default();
        assert!(!left.is_empty() && left.iter().all(|bytes| *bytes == 0), "a frame was cloned: {frame}");
    }
}
