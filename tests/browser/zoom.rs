//! Fit and 100 %.

use safelight_engine::{Region, View};
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use serde_json::json;

#[test]
fn at_full_size_a_pixel_of_the_photo_is_a_pixel_of_the_screen() {
    visit(Site::Release, async |page| {
        let file = photos::png(2400, 1600);
        let mut photo = Native::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.shows(&mut photo, &[]).await;
        page.add("Invert").await;
        page.click("button", "100 %").await;
        let (x, y) = page
            .until("canvas with the engine's pixels at full size", async || {
                let view = page.last_sent("Render").await.ok_or("no rendering was asked for")?.view;
                let number = |name: &str| view[name].as_f64().unwrap_or_default();
                if (number("scale") - 1.0).abs() > f64::EPSILON {
                    return Err(format!("{view}"));
                }
                let region = Region {
                    x: number("x") as u32,
                    y: number("y") as u32,
                    width: number("width") as u32,
                    height: number("height") as u32,
                };
                let canvas = page.canvas().await.ok_or("no canvas")?;
                let expected = photo.view(&["invert"], View { scale: 1.0, region });
                match canvas.picture.difference(&expected) {
                    Some(difference) => Err(difference),
                    // Stretched pixels would not be the photo's.
                    None if canvas.box_css[2..] != [f64::from(region.width), f64::from(region.height)] => {
                        Err(format!("the canvas stands at {:?}", canvas.box_css))
                    }
                    None => Ok((region.x, region.y)),
                }
            })
            .await;
        assert!(x > 0 && y > 0, "the middle of the photo is shown, not its corner");
        page.click("button", "Fit").await;
        page.shows(&mut photo, &["invert"]).await;
    });
}

#[test]
fn a_window_of_another_size_gets_pixels_of_another_size() {
    visit(Site::Release, async |page| {
        let file = photos::png(2400, 1600);
        let mut photo = Native::open(&file);
        page.choose_bytes("hills.png", &file).await;
        let before = page.shows(&mut photo, &[]).await.picture.width;
        let narrow = json!({ "width": 700, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        page.browser.devtools("Emulation.setDeviceMetricsOverride", narrow).await;
        page.until("smaller picture", async || {
            let now = page.canvas().await.ok_or("no canvas")?.picture.width;
            if now < before { Ok(()) } else { Err(format!("still {now} wide")) }
        })
        .await;
        page.shows(&mut photo, &[]).await;
    });
}
