//! The split divider, the histogram, clipping, the pixel readout and the eyedropper; and the cancelling of a slow filter.

use fantoccini::key::Key;
use safelight_engine::{Clipping, Histogram};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::{self, NativeImage, TestImage};
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::json;

const DIVIDER: &str = "Divider between before and after";

#[test]
fn a_divider_shows_the_original_beside_the_photo() {
    open_page(Build::Release, divides_the_photo);
}

pub async fn divides_the_photo(page: &Page) {
    let mut photo = inverted(page).await;
    page.click("button", "Divider").await;
    page.find("slider", DIVIDER).await;
    beside(page, &mut photo).await;
    assert_eq!(divider_text(page).await, "50 % before, 50 % after");
    assert!(page.names("img").await.contains(&"hills.png, original".to_owned()));

    // While settings change, the original stays and is not rendered again.
    let asked = originals(page).await;
    page.add_filter("Sepia").await;
    page.wait_for_canvas(&mut photo, &["invert", "sepia"]).await;
    beside(page, &mut photo).await;
    assert_eq!(originals(page).await, asked);

    page.focus("slider", DIVIDER).await;
    page.press_key(&[], Key::Right).await;
    assert_eq!(divider_text(page).await, "51 % before, 49 % after");
    page.press_key(&[], Key::Home).await;
    assert_eq!(divider_text(page).await, "0 % before, 100 % after");
    page.press_key(&[], Key::End).await;
    assert_eq!(divider_text(page).await, "100 % before, 0 % after");
    let [left, top, width, height] = page.canvas().await.expect("a canvas").box_css;
    let middle = top + height / 2.0;
    page.drag(&[(left + width, middle), (left + width / 2.0, middle), (left + width / 4.0, middle)], false)
        .await;
    assert_eq!(divider_text(page).await, "25 % before, 75 % after");
    let clip = "return getComputedStyle(document.querySelector('.canvas-layer')).clipPath";
    let edge = format!("{}px", left + width / 4.0);
    assert!(page.run(clip, json!([])).await.as_str().is_some_and(|clip| clip.contains(&edge)), "{edge}");

    // While the key is held, only the original is shown; then the divider is back.
    page.hold_key('\\').await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.release_key('\\').await;
    page.wait_for_canvas(&mut photo, &["invert", "sepia"]).await;
    page.find("slider", DIVIDER).await;
    page.press_key(&[], 'd').await;
    page.wait_until_gone("slider", DIVIDER).await;
}

#[test]
fn a_finger_moves_the_divider() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        page.load().await;
        let mut photo = inverted(page).await;
        page.click("button", "Divider").await;
        beside(page, &mut photo).await;
        let (x, y) = page.center_of("slider", DIVIDER).await;
        page.touch(&[&[(x, y)], &[(x - 20.0, y)], &[(x - 78.0, y)]]).await;
        let text = divider_text(page).await;
        // Touch positions are whole CSS pixels, and the photo is 390 wide.
        assert!(text.starts_with("30 %") || text.starts_with("29 %"), "{text}");
    });
}

#[test]
fn the_histogram_counts_what_is_shown_and_marks_what_is_clipped() {
    open_page(Build::Release, counts_pixels);
}

pub async fn counts_pixels(page: &Page) {
    let file = photos::png(640, 480);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.add_filter("Threshold").await;
    let picture = page.wait_for_canvas(&mut photo, &["threshold"]).await.picture;
    let mut histogram = Histogram::default();
    histogram.add(&picture.rgba);
    let share = |count: u32| f64::from(count) * 100.0 / f64::from(picture.width * picture.height);
    let (shadows, highlights) = (share(histogram.clipped_shadows), share(histogram.clipped_highlights));
    assert!(shadows > 1.0 && highlights > 1.0, "a photo of black and white");
    page.find("button", &format!("Show clipped shadows, {shadows:.1} %")).await;
    page.click("button", &format!("Show clipped highlights, {highlights:.1} %")).await;
    page.wait_until("marks on the highlights", async || {
        let marks = page.nth_canvas(1).await.ok_or("no marks")?.picture;
        let mut expected = vec![0; picture.rgba.len()];
        Clipping { shadows: false, highlights: true }.write_mask(&picture.rgba, &mut expected);
        let expected = TestImage { rgba: expected, ..picture.clone() };
        marks.difference(&expected).map_or(Ok(()), Err)
    })
    .await;
    // The clipping marks are no part of the exported photo.
    let (_, bytes) = page.export().await;
    assert_eq!(TestImage::of_png(&bytes).difference(&photo.render_full(&["threshold"])), None);
    page.click("button", &format!("Show clipped highlights, {highlights:.1} %")).await;
    page.wait_until("photo without marks", async || {
        if page.nth_canvas(1).await.is_some() { Err("marks".to_owned()) } else { Ok(()) }
    })
    .await;

    let outline = |class: &str| format!("return document.querySelector('.plot .{class}').getAttribute('d')");
    assert!(page.run(&outline("red"), json!([])).await.as_str().is_some_and(|path| path.len() > 500));
    page.click("button", "Red").await;
    assert_eq!(page.run(&outline("red"), json!([])).await, "");
    // One tab stop, with arrow keys inside.
    page.press_key(&[], Key::Right).await;
    assert_eq!(page.focused().await, "Green");
    let stops = "return [...document.querySelectorAll('.histogram-toolbar button')].filter((one) => one.tabIndex === 0).length";
    assert_eq!(page.run(stops, json!([])).await, 1);
}

#[test]
fn the_pixel_under_the_pointer_is_told() {
    open_page(Build::Release, reads_a_pixel);
}

pub async fn reads_a_pixel(page: &Page) {
    let mut photo = inverted(page).await;
    page.press_key(&[], '1').await;
    page.wait_until("photo at 100 %", async || {
        let width = page.canvas().await.map_or(0, |canvas| canvas.picture.width);
        if width == 640 { Ok(()) } else { Err(format!("{width}")) }
    })
    .await;
    let [left, top, ..] = page.canvas().await.expect("a canvas").box_css;
    let (before, after) = (photo.render_full(&[]).at(100, 50), photo.render_full(&["invert"]).at(100, 50));
    let words = |[r, g, b, _]: [u8; 4]| format!("{r} {g} {b}");
    let expected = format!("x 100 y 50 {} → {}", words(before), words(after));
    page.wait_until(format_args!("“{expected}”"), async || {
        // Without a movement there is no event.
        for step in [30.25, 0.25] {
            page.move_mouse_at_once((left + 100.0 + step, top + 50.25)).await;
        }
        let read = "return spy.words(document.querySelector('.pixel-readout')?.innerText ?? '')";
        let read = page.run(read, json!([])).await.as_str().unwrap_or_default().to_owned();
        if read == expected { Ok(()) } else { Err(read) }
    })
    .await;
    page.move_mouse_at_once((left - 10.0, top + 50.5)).await;
    page.wait_until("nothing beside the photo", async || {
        let read = page.run("return document.querySelector('.pixel-readout') === null", json!([])).await;
        if read == true { Ok(()) } else { Err("a reading".to_owned()) }
    })
    .await;
}

#[test]
fn keys_read_pixel_after_pixel() {
    open_page(Build::Release, async |page| {
        let mut photo = inverted(page).await;
        page.press_key(&[], '1').await;
        page.press_key(&[], 'i').await;
        let cross = |at: &str| format!("{at}: Pixel reader; arrow keys move it, Esc ends it");
        page.find("application", &cross("320, 240")).await;
        page.press_key(&[], Key::Right).await;
        page.press_key(&[Key::Shift], Key::Up).await;
        let (before, after) =
            (photo.render_full(&[]).at(321, 230), photo.render_full(&["invert"]).at(321, 230));
        let words = |[r, g, b, _]: [u8; 4]| format!("{r} {g} {b}");
        let (before, after) = (words(before), words(after));
        page.wait_for_status(&format!("Pixel 321, 230: {before} before, {after} after")).await;
        let shown = "return [document.querySelector('.pixel-readout'), document.querySelector('.pixel-sampler .overlay-label')]
            .map((one) => spy.words(one.innerText)).join(' | ')";
        let shown = page.run(shown, json!([])).await;
        assert_eq!(shown, format!("x 321 y 230 {before} → {after} | 321, 230 {before} → {after}"));
        // Zoomed in, the same pixel is read, and stays visible at the photo's edge.
        for _ in 0..3 {
            page.press_key(&[], '+').await;
        }
        for _ in 0..40 {
            page.press_key(&[Key::Shift], Key::Left).await;
        }
        page.wait_for_status("Pixel 0, 230").await;
        let inside = "const [cross, room] = ['.pixel-sampler', '.canvas-area'].map((one) => document.querySelector(one).getBoundingClientRect());
            return cross.left + cross.width / 2 >= room.left && cross.right - cross.width / 2 <= room.right";
        assert_eq!(page.run(inside, json!([])).await, true);
        page.focus("button", "Add filter").await;
        page.press_key(&[], Key::Escape).await;
        page.wait_until_gone("application", &cross("0, 230")).await;
        assert_eq!(page.focused().await, "Add filter", "the focus was elsewhere");
        // The menu starts the eyedropper too, and the key I ends it.
        page.click("button", "More").await;
        page.click("menuitem", "Read a pixel").await;
        let reader = page.wait_until("cross", async || {
            let names = page.names("application").await;
            names.into_iter().next().ok_or_else(|| "none".to_owned())
        });
        let reader = reader.await;
        assert_eq!(page.focused().await, reader);
        page.press_key(&[], 'i').await;
        page.wait_until_gone("application", &reader).await;
        page.press_key(&[], 'i').await;
        page.find("application", &reader).await;
        // The eyedropper ends with its photo, and the next photo has the focus.
        let shore = photos::png(200, 300);
        page.choose_bytes("shore.png", &shore).await;
        page.wait_for_canvas(&mut NativeImage::open(&shore), &[]).await;
        page.wait_until("focus on the photo", async || {
            let (focused, left) = (page.focused().await, page.names("application").await);
            if focused.starts_with("shore.png") && left.is_empty() {
                Ok(())
            } else {
                Err(format!("{focused}, {left:?}"))
            }
        })
        .await;
    });
}

#[test]
fn a_key_marks_all_that_is_clipped() {
    open_page(Build::Release, async |page| {
        let file = photos::png(640, 480);
        page.choose_bytes("hills.png", &file).await;
        page.add_filter("Threshold").await;
        let picture = page.wait_for_canvas(&mut NativeImage::open(&file), &["threshold"]).await.picture;
        let mut expected = vec![0; picture.rgba.len()];
        Clipping { shadows: true, highlights: true }.write_mask(&picture.rgba, &mut expected);
        let expected = TestImage { rgba: expected, ..picture };
        page.press_key(&[], 'j').await;
        page.wait_until("marks on shadows and highlights", async || {
            let marks = page.nth_canvas(1).await.ok_or("no marks")?.picture;
            marks.difference(&expected).map_or(Ok(()), Err)
        })
        .await;
        page.press_key(&[], 'j').await;
        page.wait_until("photo without marks", async || {
            if page.nth_canvas(1).await.is_some() { Err("marks".to_owned()) } else { Ok(()) }
        })
        .await;
    });
}

#[test]
fn a_slow_filter_is_told_and_can_be_given_up_at_once() {
    open_page(Build::Release, async |page| {
        let file = photos::large_jpeg();
        let mut photo = NativeImage::open(&std::fs::read(&file).expect("the photo was made"));
        // A dense screen: many pixels, so that the filter is slow on a fast machine too.
        let screen = json!({ "width": 1280, "height": 800, "deviceScaleFactor": 4, "mobile": false });
        page.browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        page.choose_file(&file).await;
        let before = page.wait_for_canvas(&mut photo, &[]).await.label;
        page.press_key(&[], '1').await;
        page.add_filter("Median").await;
        // A filter that is cancelled before its first frame is removed; this one is to stay.
        page.wait_until("photo under the smallest radius", async || {
            let lamp = page.run("return document.querySelector('.logo').dataset.status", json!([])).await;
            let shown = page.run("return document.querySelector('.layer-row') !== null", json!([])).await;
            if lamp == "ready" && shown == true { Ok(()) } else { Err(lamp.to_string()) }
        })
        .await;
        page.focus("slider", "Radius").await;
        page.press_key(&[], Key::End).await;
        page.find("button", "Cancel").await;
        page.find("progressbar", "Developing").await;
        let script = "const start = performance.now();
            [...document.querySelectorAll('.progress-card .btn')].find((one) => one.checkVisibility()).click();
            return new Promise((resolve) => {
                const look = () => {
                    const works = document.querySelector('.logo').dataset.status === 'working';
                    if (works || document.querySelector('.progress-card')) setTimeout(look, 4);
                    else resolve(performance.now() - start);
                };
                look();
            });";
        let ms = page.run(script, json!([])).await.as_f64().expect("a time");
        eprintln!("given up after {ms:.0} ms");
        page.wait_for_status("Developing was cancelled").await;
        // The stack matches the shown photo: no filter, or the smallest radius.
        page.wait_until("stack as it was", async || {
            let radius = page
                .run("return document.querySelector('.layer-row input[type=range]')?.value ?? '1'", json!([]))
                .await;
            if radius == "1" { Ok(()) } else { Err(format!("{radius}, {before}")) }
        })
        .await;
        // The same setting can be asked for again.
        page.focus("slider", "Radius").await;
        page.press_key(&[], Key::End).await;
        page.find("button", "Cancel").await;
    });
}

/// Opens a photo that is shown at 100 %, with one filter.
async fn inverted(page: &Page) -> NativeImage {
    let file = photos::png(640, 480);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.add_filter("Invert").await;
    page.wait_for_canvas(&mut photo, &["invert"]).await;
    photo
}

/// Waits until the original is shown beside the photo.
async fn beside(page: &Page, photo: &mut NativeImage) {
    page.wait_until("original beside the photo", async || {
        let original = page.nth_canvas(1).await.ok_or("one canvas only")?.picture;
        let view = photo.view_that_fits(&native::recipe(&[]), (original.width, original.height));
        let view = view.ok_or("another size")?;
        original.difference(&photo.view(&[], view)).map_or(Ok(()), Err)
    })
    .await;
}

/// The number of requests for the original so far.
async fn originals(page: &Page) -> usize {
    page.worker_requests().await.iter().filter(|sent| sent.original).count()
}

/// The divider's value text, once it is drawn.
async fn divider_text(page: &Page) -> String {
    let script = "return new Promise((resolve) => setTimeout(() =>
        resolve(document.querySelector('.split-divider').getAttribute('aria-valuetext')), 50))";
    page.run(script, json!([])).await.as_str().unwrap_or_default().to_owned()
}
