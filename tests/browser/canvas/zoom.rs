//! Zoom to fit, to 100 % and beyond, to the pointer; panning.

use fantoccini::key::Key;
use safelight_engine::{Region, View};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::json;

#[test]
fn at_full_size_a_pixel_of_the_photo_is_a_pixel_of_the_screen() {
    open_page(Build::Release, shows_full_size);
}

pub async fn shows_full_size(page: &Page) {
    let file = photos::png(2400, 1600);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.add_filter("Invert").await;
    page.click("button", "100 %").await;
    let (x, y) = pixels_at(page, &mut photo, 1.0).await;
    assert!(x > 0 && y > 0, "the middle of the photo is shown, not its corner");
    page.click("button", "Fit").await;
    page.wait_for_canvas(&mut photo, &["invert"]).await;
}

#[test]
fn a_window_of_another_size_gets_pixels_of_another_size() {
    open_page(Build::Release, async |page| {
        let file = photos::png(2400, 1600);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        let before = page.wait_for_canvas(&mut photo, &[]).await.picture.width;
        let narrow = json!({ "width": 700, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        page.browser.devtools("Emulation.setDeviceMetricsOverride", narrow).await;
        page.wait_until("smaller picture", async || {
            let now = page.canvas().await.ok_or("no canvas")?.picture.width;
            if now < before { Ok(()) } else { Err(format!("still {now} wide")) }
        })
        .await;
        page.wait_for_canvas(&mut photo, &[]).await;
    });
}

#[test]
fn above_full_size_a_pixel_of_the_photo_is_a_square() {
    open_page(Build::Release, shows_squares);
}

pub async fn shows_squares(page: &Page) {
    let file = photos::png(2400, 1600);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.add_filter("Invert").await;
    page.press_key(&[], '2').await;
    pixels_at(page, &mut photo, 2.0).await;
    // Four zoom steps further: 1600 %.
    for _ in 0..4 {
        page.press_key(&[], '+').await;
    }
    pixels_at(page, &mut photo, 16.0).await;
    let shown =
        page.run("return getComputedStyle(document.querySelector('canvas')).imageRendering", json!([])).await;
    assert_eq!(shown, "pixelated");
    page.press_key(&[], '0').await;
    page.wait_for_canvas(&mut photo, &["invert"]).await;
}

#[test]
fn a_wheel_zooms_to_the_pointer_and_moves_the_photo() {
    open_page(Build::Release, zooms_to_the_pointer);
}

pub async fn zooms_to_the_pointer(page: &Page) {
    let mut photo = opened(page).await;
    let at = (300.0, 250.0);
    let before = under(page, at).await;
    for _ in 0..12 {
        page.wheel(at, (0, -120), true).await;
    }
    let larger = page.wait_until("larger photo", async || {
        let place = placed(page).await;
        if place[2] > 5000.0 { Ok(place) } else { Err(format!("{place:?}")) }
    });
    larger.await;
    let after = under(page, at).await;
    let slip = ((before.0 - after.0) * 2400.0, (before.1 - after.1) * 1600.0);
    assert!(slip.0.abs() < 2.0 && slip.1.abs() < 2.0, "it slipped by {slip:?} pixels of the photo");

    let [left, top, ..] = placed(page).await;
    page.wheel(at, (40, 30), false).await;
    page.wait_until("photo that was moved along both axes", async || {
        let now = placed(page).await;
        if (now[0] - left, now[1] - top) == (-40.0, -30.0) { Ok(()) } else { Err(format!("{now:?}")) }
    })
    .await;
    page.press_key(&[], '0').await;
    page.wait_for_canvas(&mut photo, &[]).await;
}

#[test]
fn at_fit_a_wheel_zooms_without_ctrl_and_ends_at_fit() {
    open_page(Build::Release, async |page| {
        let mut photo = opened(page).await;
        let at = (300.0, 250.0);
        let before = under(page, at).await;
        let fits = placed(page).await;
        // The gesture goes on zooming though the photo could be panned now.
        for _ in 0..4 {
            page.wheel(at, (0, -120), false).await;
        }
        let larger = placed(page).await;
        assert!(larger[2] > fits[2] * 4.0, "{fits:?} {larger:?}");
        let after = under(page, at).await;
        let slip = ((before.0 - after.0) * 2400.0, (before.1 - after.1) * 1600.0);
        assert!(slip.0.abs() < 2.0 && slip.1.abs() < 2.0, "it slipped by {slip:?} pixels of the photo");
        // A new gesture pans.
        page.wait_out_wheel_gesture().await;
        page.wheel(at, (0, 30), false).await;
        page.wait_until("photo that was moved up", async || {
            let now = placed(page).await;
            let off = (now[1] - larger[1] + 30.0, now[2] - larger[2]);
            if off.0.abs() < 1.0 && off.1.abs() < 0.1 { Ok(()) } else { Err(format!("{now:?}")) }
        })
        .await;
        page.press_key(&[], '0').await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.wait_out_wheel_gesture().await;
        for _ in 0..3 {
            page.wheel(at, (0, 120), false).await;
        }
        page.find("button", "Fit").await;
        let now = placed(page).await;
        assert!(now.iter().zip(fits).all(|(now, fits)| (now - fits).abs() < 0.1), "{now:?} {fits:?}");
    });
}

#[test]
fn a_wheel_moves_a_page_that_is_larger_than_the_window() {
    open_page(Build::Release, async |page| {
        let screen = json!({ "width": 320, "height": 256, "deviceScaleFactor": 1, "mobile": false });
        page.browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        page.choose_bytes("hills.png", &photos::png(300, 200)).await;
        let (x, y) = page.center_of("img", "hills.png with no filters").await;
        page.wheel((x, y), (0, 60), false).await;
        page.wait_until("page that was moved", async || {
            let top = page.run("return scrollY", json!([])).await;
            if top.as_f64() > Some(0.0) { Ok(()) } else { Err(top.to_string()) }
        })
        .await;
    });
}

#[test]
fn hands_and_keys_move_a_photo_that_is_larger_than_the_room() {
    open_page(Build::Release, moves_the_photo);
}

pub async fn moves_the_photo(page: &Page) {
    let mut photo = opened(page).await;
    // A double click zooms to 100 % at the pointer, and back.
    let at = (400.0, 300.0);
    let before = under(page, at).await;
    page.drag(&[at], false).await;
    page.drag(&[at], false).await;
    pixels_at(page, &mut photo, 1.0).await;
    let after = under(page, at).await;
    assert!((before.0 - after.0).abs() < 1e-3 && (before.1 - after.1).abs() < 1e-3, "{before:?} {after:?}");

    let [left, top, ..] = placed(page).await;
    page.drag(&[at, (440.0, 320.0), (470.0, 280.0)], false).await;
    let now = placed(page).await;
    assert_eq!((now[0] - left, now[1] - top), (70.0, -20.0));
    page.press_key(&[], Key::Right).await;
    page.press_key(&[], Key::Down).await;
    let then = placed(page).await;
    assert_eq!((then[0] - now[0], then[1] - now[1]), (-48.0, -48.0));

    page.drag(&[at], false).await;
    page.drag(&[at], false).await;
    page.wait_for_canvas(&mut photo, &[]).await;
}

#[test]
fn two_fingers_zoom_where_they_are() {
    open_page(Build::Release, async |page| {
        page.set_viewport(PHONE).await;
        page.load().await;
        let mut photo = opened(page).await;
        let before = under(page, (195.0, 200.0)).await;
        page.touch(&[
            &[(175.0, 200.0), (215.0, 200.0)],
            &[(155.0, 200.0), (235.0, 200.0)],
            &[(95.0, 200.0), (295.0, 200.0)],
            &[(35.0, 200.0), (355.0, 200.0)],
        ])
        .await;
        let place = placed(page).await;
        assert!((place[2] / 390.0 - 8.0).abs() < 0.1, "eight times as large: {place:?}");
        let after = under(page, (195.0, 200.0)).await;
        assert!(
            (before.0 - after.0).abs() < 2e-3 && (before.1 - after.1).abs() < 2e-3,
            "{before:?} {after:?}"
        );
        page.touch(&[&[(200.0, 200.0)], &[(190.0, 190.0)], &[(150.0, 220.0)]]).await;
        let moved = placed(page).await;
        let off = (moved[0] - place[0] + 50.0, moved[1] - place[1] - 20.0);
        assert!(off.0.abs() < 0.01 && off.1.abs() < 0.01, "{off:?} from where the finger went");
        page.touch(&[&[(200.0, 200.0)]]).await;
        page.touch(&[&[(200.0, 200.0)]]).await;
        page.wait_for_canvas(&mut photo, &[]).await;
    });
}

#[test]
fn pixels_are_the_screens_own_at_any_density_and_when_it_changes() {
    open_page(Build::Release, async |page| {
        let mut photo = opened(page).await;
        for (height, density) in [(701, 2.0), (702, 1.5), (703, 1.0)] {
            // Chromium sends no event when only the emulated density changes.
            let screen =
                json!({ "width": 1001, "height": height, "deviceScaleFactor": density, "mobile": false });
            page.browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
            page.wait_until(format_args!("picture at {density} pixels in each"), async || {
                let canvas = page.canvas().await.ok_or("no canvas")?;
                let [left, top, width, height] = canvas.box_css.map(|css| css * density);
                let size = (f64::from(canvas.picture.width), f64::from(canvas.picture.height));
                // Layout has a precision of 1/64 CSS pixel.
                let off = [left - left.round(), top - top.round(), width - size.0, height - size.1];
                if off.iter().all(|off| off.abs() < 0.1) {
                    Ok(())
                } else {
                    Err(format!("{:?}", canvas.box_css))
                }
            })
            .await;
            page.wait_for_canvas(&mut photo, &[]).await;
        }
    });
}

async fn opened(page: &Page) -> NativeImage {
    let file = photos::png(2400, 1600);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.wait_for_canvas(&mut photo, &[]).await;
    photo
}

/// Waits for the engine's pixels under Invert at this scale. Returns the view's left and top edge.
async fn pixels_at(page: &Page, photo: &mut NativeImage, scale: f64) -> (u32, u32) {
    page.wait_until(format_args!("canvas with the engine's pixels at {scale}"), async || {
        let sent = page.last_request("Render").await.ok_or("no rendering was asked for")?;
        let number = |name: &str| sent.view[name].as_f64().unwrap_or_default();
        if (number("scale") - 1.0).abs() > f64::EPSILON {
            return Err(format!("{}", sent.view));
        }
        let whole = |name: &str| number(name) as u32;
        let region = Region { x: whole("x"), y: whole("y"), width: whole("width"), height: whole("height") };
        let canvas = page.canvas().await.ok_or("no canvas")?;
        let filters: Vec<_> = sent.filters.iter().map(String::as_str).collect();
        let expected = photo.view(&filters, View { scale: 1.0, region });
        let size = [region.width, region.height].map(|side| f64::from(side) * scale);
        match canvas.picture.difference(&expected) {
            Some(difference) => Err(difference),
            // A scaled canvas would not show the photo's pixels.
            None if canvas.box_css[2..] != size => Err(format!("the canvas stands at {:?}", canvas.box_css)),
            None => Ok((region.x, region.y)),
        }
    })
    .await
}

/// Left, top, width and height of the whole photo of 2400 × 1600 on the page, in CSS pixels.
async fn placed(page: &Page) -> [f64; 4] {
    page.wait_until("canvas that shows what was asked for last", async || {
        let view = page.last_request("Render").await.ok_or("no rendering was asked for")?.view;
        let number = |name: &str| view[name].as_f64().unwrap_or_default();
        let (size, box_css) = page.canvas_geometry().await.ok_or("no canvas")?;
        if size != (number("width"), number("height")) {
            return Err(format!("{view} {size:?}"));
        }
        // The canvas is stretched while the new pixels are rendered.
        page.wait_for_frames(4).await;
        let again = page.canvas_geometry().await.ok_or("no canvas")?;
        if again.1 != box_css || page.last_request("Render").await.is_none_or(|sent| sent.view != view) {
            return Err("it moves".to_owned());
        }
        let [left, top, width, height] = box_css;
        let stretch = (width / size.0, height / size.1);
        let scale = number("scale");
        let whole = ((2400.0 * scale).round() * stretch.0, (1600.0 * scale).round() * stretch.1);
        Ok([left - number("x") * stretch.0, top - number("y") * stretch.1, whole.0, whole.1])
    })
    .await
}

/// The point of the photo at a position of the page, 0 to 1 across and down.
async fn under(page: &Page, at: (f64, f64)) -> (f64, f64) {
    let [left, top, width, height] = placed(page).await;
    ((at.0 - left) / width, (at.1 - top) / height)
}
