//! The filmstrip: each photo has its own stack, history and view.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{DESKTOP, PHONE, Page, Viewport};
use safelight_tests::photos;

/// Opens three photos at once, and waits for the first.
async fn three(page: &Page) -> [NativeImage; 3] {
    let files = [photos::png(300, 200), photos::jpeg(200, 300), photos::png(240, 240)];
    page.choose_files(&[("dusk.png", &files[0]), ("shore.jpg", &files[1]), ("lantern.png", &files[2])]).await;
    let mut photos = files.map(|file| NativeImage::open(&file));
    page.wait_for_canvas(&mut photos[0], &[]).await;
    photos
}

#[test]
fn each_photo_keeps_its_stack_its_steps_and_its_view() {
    open_page(Build::Release, keeps_each_its_own);
}

pub async fn keeps_each_its_own(page: &Page) {
    let [mut dusk, mut shore, mut lantern] = three(page).await;
    page.add_filter("Sepia").await;
    page.wait_for_canvas(&mut dusk, &["sepia"]).await;
    page.click("button", "2, shore.jpg, untouched").await;
    page.wait_for_canvas(&mut shore, &[]).await;
    page.find("button", "1, dusk.png, edited").await;
    page.add_filter("Invert").await;
    page.add_filter("Grayscale").await;
    page.wait_for_canvas(&mut shore, &["invert", "grayscale"]).await;
    page.press_key(&[Key::Control], 'z').await;
    page.wait_for_canvas(&mut shore, &["invert"]).await;
    page.press_key(&[], '2').await;

    page.press_key(&[], ']').await;
    page.wait_for_canvas(&mut lantern, &[]).await;
    page.press_key(&[], ']').await;
    page.press_key(&[], '[').await;
    page.find("button", "Redo: Added Grayscale").await;
    page.wait_until("shore.jpg at 200 %", async || {
        let sent = page.last_request("Render").await.ok_or("nothing was asked for")?;
        if sent.view["scale"] == 1 { Ok(()) } else { Err(sent.view.to_string()) }
    })
    .await;
    page.press_key(&[], '0').await;
    page.wait_for_canvas(&mut shore, &["invert"]).await;
    page.press_key(&[], '[').await;
    page.wait_for_canvas(&mut dusk, &["sepia"]).await;
    page.find("button", "Undo: Added Sepia").await;
}

#[test]
fn each_photo_has_a_small_picture_as_it_is() {
    open_page(Build::Release, async |page| {
        let [mut dusk, mut shore, mut lantern] = three(page).await;
        for place in 0..3 {
            page.wait_until(format_args!("picture {place}"), async || looks(page, place, "coloured").await)
                .await;
        }
        page.add_filter("Grayscale").await;
        page.wait_for_canvas(&mut dusk, &["grayscale"]).await;
        page.wait_until("grey picture", async || looks(page, 0, "grey").await).await;
        page.click("button", "Share recipe").await;
        page.click("menuitem", "Apply to other photos 2").await;
        page.click("checkbox", "lantern.png").await;
        page.click("button", "Apply to 1 photo").await;
        page.wait_until("grey picture of one that stands aside", async || looks(page, 1, "grey").await).await;
        page.press_key(&[], ']').await;
        page.wait_for_canvas(&mut shore, &["grayscale"]).await;
        page.press_key(&[Key::Control], 'z').await;
        page.wait_for_canvas(&mut shore, &[]).await;
        page.press_key(&[], ']').await;
        page.wait_for_canvas(&mut lantern, &[]).await;
        page.wait_until("coloured picture", async || looks(page, 1, "coloured").await).await;
        looks(page, 0, "grey").await.expect("the first stays as it was left");
    });
}

/// Checks the thumbnail of this index: `grey`, `coloured` or `none`.
async fn looks(page: &Page, place: usize, expected: &str) -> Result<(), String> {
    let script =
        "const print = document.querySelectorAll('.filmstrip-item')[arguments[0]].querySelector('canvas');
        if (print.width < 2) return 'none';
        const { data } = print.getContext('2d').getImageData(0, 0, print.width, print.height);
        return data.some((value, at) => at % 4 < 2 && value !== data[at + 1]) ? 'coloured' : 'grey'";
    let seen = page.run(script, serde_json::json!([place])).await.as_str().unwrap_or_default().to_owned();
    if seen == expected { Ok(()) } else { Err(seen) }
}

#[test]
fn who_leaves_is_asked_while_what_is_not_kept_is_unsaved() {
    open_page(Build::Release, async |page| {
        let asks = "const event = new Event('beforeunload', { cancelable: true });
            return !window.dispatchEvent(event)";
        let script = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined })";
        page.run_before_load(script).await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let [mut dusk, mut shore, _] = three(page).await;
        assert_eq!(page.run(asks, serde_json::json!([])).await, false);
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut dusk, &["sepia"]).await;
        assert_eq!(page.run(asks, serde_json::json!([])).await, true);
        page.press_key(&[], ']').await;
        page.wait_for_canvas(&mut shore, &[]).await;
        assert_eq!(page.run(asks, serde_json::json!([])).await, true);
        page.press_key(&[], '[').await;
        page.wait_for_canvas(&mut dusk, &["sepia"]).await;
        page.export().await;
        page.press_key(&[], ']').await;
        page.wait_for_canvas(&mut shore, &[]).await;
        assert_eq!(page.run(asks, serde_json::json!([])).await, false);
    });
}

#[test]
fn marks_say_what_was_exported_and_what_cannot_be_opened() {
    open_page(Build::Release, async |page| {
        let good = photos::png(300, 200);
        page.choose_files(&[("broken.png", b"no photo"), ("hills.png", &good)]).await;
        let mut hills = NativeImage::open(&good);
        page.wait_for_canvas(&mut hills, &[]).await;
        page.wait_for_notification("broken.png could not be opened.").await;
        page.find("button", "1, broken.png, could not be opened").await;
        assert_eq!(page.export().await.1, hills.export_filters(&[]));
        page.find("button", "2, hills.png, exported").await;
        page.add_filter("Invert").await;
        page.find("button", "2, hills.png, edited").await;
        // A file of that name replaces the broken one.
        let mended = photos::png(200, 100);
        page.choose_bytes("broken.png", &mended).await;
        page.wait_for_canvas(&mut NativeImage::open(&mended), &[]).await;
        page.find("button", "1, broken.png, untouched").await;
    });
}

#[test]
fn the_stack_of_one_goes_to_those_that_are_chosen_and_each_can_undo_it() {
    open_page(Build::Release, applies_to_others);
}

pub async fn applies_to_others(page: &Page) {
    let [_, mut shore, mut lantern] = three(page).await;
    page.add_filter("Sepia").await;
    page.click("button", "Share recipe").await;
    page.click("menuitem", "Apply to other photos 2").await;
    page.find("button", "Apply to 2 photos").await;
    page.click("checkbox", "lantern.png").await;
    page.click("button", "Apply to 1 photo").await;
    page.wait_for_status("The stack is on 1 more photo").await;
    page.find("button", "3, lantern.png, untouched").await;
    page.click("button", "2, shore.jpg, edited").await;
    page.wait_for_canvas(&mut shore, &["sepia"]).await;
    page.press_key(&[Key::Control], 'z').await;
    page.wait_for_canvas(&mut shore, &[]).await;
    page.press_key(&[], ']').await;
    page.wait_for_canvas(&mut lantern, &[]).await;
}

#[test]
fn what_is_taken_out_can_be_put_back() {
    open_page(Build::Release, async |page| {
        let [mut dusk, mut shore, _] = three(page).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut dusk, &["sepia"]).await;
        // An inactive photo is removed at once, the active one when the next is open.
        page.focus("button", "3, lantern.png, untouched").await;
        page.press_key(&[], Key::Delete).await;
        page.wait_for_notification("lantern.png was taken out of the strip.").await;
        page.wait_until_gone("button", "3, lantern.png, untouched").await;
        assert_eq!(page.focused().await, "2, shore.jpg, untouched");
        page.click("button", "More").await;
        page.click("menuitem", "Close the photo").await;
        page.wait_for_canvas(&mut shore, &[]).await;
        page.wait_for_notification("dusk.png was taken out of the strip.").await;
        assert!(page.find_all("button", "Put it back").await.len() == 2, "both can come back");
        page.run(
            "[...document.querySelectorAll('.toast')].find((one) => one.textContent.includes('dusk'))
                .querySelector('.button-group button').click()",
            serde_json::json!([]),
        )
        .await;
        page.click("button", "1, dusk.png, edited").await;
        page.wait_for_canvas(&mut dusk, &["sepia"]).await;
    });
}

#[test]
fn the_strip_is_one_stop_with_arrow_keys_inside() {
    open_page(Build::Release, walks_along_the_strip);
}

pub async fn walks_along_the_strip(page: &Page) {
    let [_, mut shore, _] = three(page).await;
    page.focus("button", "1, dusk.png, untouched").await;
    page.press_key(&[], Key::Down).await;
    assert_eq!(page.focused().await, "2, shore.jpg, untouched");
    page.press_key(&[], Key::End).await;
    page.press_key(&[], Key::Down).await;
    assert_eq!(page.focused().await, "3, lantern.png, untouched");
    page.press_key(&[], Key::Tab).await;
    assert_eq!(page.focused().await, "Open more photos");
    page.press_key(&[Key::Shift], Key::Tab).await;
    page.press_key(&[], Key::Up).await;
    page.press_key(&[], Key::Enter).await;
    page.wait_for_canvas(&mut shore, &[]).await;
    assert_eq!(page.focused().await, "2, shore.jpg, untouched");
}

#[test]
fn the_first_photo_stays_when_the_next_is_not_waited_for() {
    open_page(Build::Test, async |page| {
        let [mut dusk, ..] = three(page).await;
        page.add_filter("Sepia").await;
        page.inject_fault("hang-open").await;
        page.click("button", "2, shore.jpg, untouched").await;
        page.find("button", "2, shore.jpg, being opened").await;
        page.click("button", "Cancel").await;
        page.wait_for_canvas(&mut dusk, &["sepia"]).await;
        page.find("button", "2, shore.jpg, untouched").await;
    });
}

#[test]
fn the_next_photo_waits_for_an_export_and_says_so() {
    open_page(Build::Release, async |page| {
        // An export that never ends.
        let script = "const has = (value) => value && typeof value === 'object' && !(value instanceof ArrayBuffer) &&
                [...(value instanceof Map ? value : Object.entries(value))].some(([name, part]) => name === 'Export' || has(part));
            const post = Worker.prototype.postMessage;
            Worker.prototype.postMessage = function (message, ...rest) {
                if (!has(message)) post.call(this, message, ...rest);
            };";
        page.run_before_load(script).await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let [mut dusk, ..] = three(page).await;
        page.click("button", "Export").await;
        page.find("progressbar", "Exporting").await;
        page.click("button", "2, shore.jpg, untouched").await;
        page.find("progressbar", "shore.jpg opens once dusk.png is done").await;
        assert_eq!(page.find_all("button", "Cancel").await.len(), 1);
        let worker = page
            .run(
                "return document.querySelector('.status-bar .worker-status').textContent",
                serde_json::json!([]),
            )
            .await;
        assert_eq!(worker, "The worker is at 0 %");
        page.click("button", "Cancel").await;
        page.find("progressbar", "Exporting").await;
        page.wait_for_canvas(&mut dusk, &[]).await;
    });
}

#[test]
fn the_strip_in_a_window() {
    pictures(DESKTOP);
}

#[test]
fn the_strip_on_a_phone() {
    pictures(PHONE);
}

fn pictures(screen: Viewport) {
    open_page(Build::Test, async |page| {
        page.set_viewport(screen).await;
        page.load().await;
        let sample = include_bytes!("../../../style/sample.jpg");
        let (second, third) = (photos::jpeg(1200, 800), photos::png_with_alpha(520, 720));
        page.choose_files(&[
            ("dusk-over-the-lake.jpg", sample),
            ("north-shore.jpg", &second),
            ("after-midnight.jpg", b"no photo"),
            ("lantern.png", &third),
        ])
        .await;
        page.wait_for_status("Opened dusk-over-the-lake.jpg").await;
        if screen == PHONE {
            page.click("button", "Photos, 1 of 4").await;
        }
        // By its place: its name changes once its thumbnail has been tried.
        page.run("document.querySelectorAll('.filmstrip-item')[2].click()", serde_json::json!([])).await;
        page.wait_for_notification("after-midnight.jpg could not be opened.").await;
        page.click("button", "Dismiss").await;
        page.click("button", "2, north-shore.jpg, untouched").await;
        page.wait_for_status("Opened north-shore.jpg").await;
        page.export().await;
        page.find("button", "2, north-shore.jpg, exported").await;
        page.press_key(&[], '[').await;
        page.wait_for_status("Opened dusk-over-the-lake.jpg").await;
        page.add_filter("Sepia").await;
        page.find("img", "dusk-over-the-lake.jpg with 1 filter").await;
        page.compared_screenshot(screen, "photos").await;
        if screen == DESKTOP {
            page.click("button", "The film strip in full").await;
            page.screenshot(screen, "folded").await;
            page.click("button", "The film strip in full").await;
            page.click("button", "Share recipe").await;
        } else {
            page.click("button", "More").await;
            page.click("menuitem", "Share recipe").await;
        }
        page.click("menuitem", "Apply to other photos 2").await;
        page.find("button", "Apply to 2 photos").await;
        page.screenshot(screen, "apply").await;
        page.click("button", "Close").await;

        page.inject_fault("hang-open").await;
        page.click("button", "4, lantern.png, untouched").await;
        page.find("button", "Cancel").await;
        page.screenshot(screen, "switching").await;
    });
}
