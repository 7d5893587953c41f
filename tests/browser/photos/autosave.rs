//! Nothing is lost on reload.

use fantoccini::key::Key;
use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

/// Waits until the browser has kept a file and work that names this filter last.
pub async fn keeps(page: &Page, filter: &str) {
    page.wait_until(format_args!("a file and {filter} in the database"), async || {
        let (files, last) = kept(page).await;
        if !files.is_empty() && last.iter().any(|last| last == filter) {
            Ok(())
        } else {
            Err(format!("{files:?} {last:?}"))
        }
    })
    .await;
}

/// Waits until the browser has kept these files, in any order.
pub async fn keeps_files(page: &Page, expected: &[&str]) {
    page.wait_until(format_args!("{expected:?} in the database"), async || {
        let (files, _) = kept(page).await;
        if files == expected { Ok(()) } else { Err(format!("{files:?}")) }
    })
    .await;
}

/// The names of the files that are kept, sorted; and the last filter of each photo, or `nothing`.
pub async fn kept(page: &Page) -> (Vec<String>, Vec<String>) {
    let script = "const all = (name) => new Promise((done) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => {
                const database = request.result;
                const all = database.transaction('photos').objectStore('photos').getAll();
                all.onsuccess = () => { database.close(); done(all.result); };
            };
        });
        const read = (value, name) => value instanceof Map ? value.get(name) : value?.[name];
        const last = (work) => {
            const rows = read(read(work, 'steps')[read(work, 'at')], 'rows');
            return rows.length ? read(read(rows.at(-1), 'step'), 'filter') : 'nothing';
        };
        return (async () => [
            (await all('safelight-files')).map((file) => file.name).sort(),
            (await all('safelight')).filter((one) => read(one, 'steps')).map(last),
        ])()";
    serde_json::from_value(page.run(script, json!([])).await).expect("two lists of names")
}

/// Runs a script in every document from here on, before the document's own.
pub async fn before_load(page: &Page, script: &str) {
    page.run_before_load(script).await;
}

pub async fn opens(page: &Page) -> NativeImage {
    let file = photos::png(300, 200);
    page.choose_bytes("hills.png", &file).await;
    let mut photo = NativeImage::open(&file);
    page.wait_for_canvas(&mut photo, &[]).await;
    photo
}

#[test]
fn photo_stack_and_history_are_there_after_a_reload() {
    open_page(Build::Release, comes_back);
}

pub async fn comes_back(page: &Page) {
    let mut photo = opens(page).await;
    page.add_filter("Invert").await;
    page.add_filter("Exposure").await;
    page.focus("slider", "Exposure").await;
    for _ in 0..3 {
        page.press_key(&[], Key::Right).await;
    }
    let moved = page.run("return Number(document.activeElement.value)", json!([])).await;
    let values = [("exposure_ev".to_owned(), moved.as_f64().expect("a slider has a value"))].into();
    let stack =
        Recipe::new(vec![FilterStep::new("invert"), FilterStep { values, ..FilterStep::new("exposure") }]);
    page.wait_for_recipe(&mut photo, &stack).await;
    keeps(page, "exposure").await;
    page.wait_for_autosave().await;

    page.reload().await;
    page.wait_for_recipe(&mut photo, &stack).await;
    page.find("slider", "Exposure").await;
    // And so is what was done before.
    page.press_key(&[Key::Control], 'z').await;
    page.press_key(&[Key::Control], 'z').await;
    page.wait_for_canvas(&mut photo, &["invert"]).await;
    page.click("button", "Redo: Added Exposure").await;
    let before = page.downloaded();
    page.press_key(&[Key::Control], 's').await;
    assert_eq!(page.new_download(&before).await.0, "hills-invert-exposure.png");
}

#[test]
fn what_was_done_last_is_kept_even_if_the_page_goes_at_once() {
    open_page(Build::Release, async |page| {
        let mut photo = opens(page).await;
        page.add_filter("Invert").await;
        keeps(page, "invert").await;
        page.add_filter("Grayscale").await;
        page.reload().await;
        page.wait_for_canvas(&mut photo, &["invert", "grayscale"]).await;
    });
}

#[test]
fn how_the_photo_was_seen_comes_back() {
    open_page(Build::Release, async |page| {
        let file = photos::png(2400, 1600);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
        page.press_key(&[], '1').await;
        keeps(page, "nothing").await;
        page.wait_for_autosave().await;
        page.reload().await;
        page.wait_until("photo at full size", async || {
            let sent = page.last_request("Render").await.ok_or("nothing was asked for")?;
            if sent.view["scale"] == 1 { Ok(()) } else { Err(sent.view.to_string()) }
        })
        .await;
    });
}

#[test]
fn a_photo_that_was_closed_is_forgotten() {
    open_page(Build::Release, async |page| {
        opens(page).await;
        page.add_filter("Invert").await;
        keeps(page, "invert").await;
        page.click("button", "More").await;
        page.click("menuitem", "Close the photo").await;
        page.find("button", "Open photos").await;
        page.wait_for_autosave().await;
        page.reload().await;
        page.find("button", "Open photos").await;
        // The editor's code is here, and has nothing to bring back.
        page.wait_for_autosave().await;
        page.find("button", "Open photos").await;
        // Another photo opens as ever.
        opens(page).await;
        page.find("button", "Undo").await;
    });
}

/// Three photos: the first with filters of its own, the second in hand with a view of its own, the third as it came.
pub async fn three(page: &Page) -> [NativeImage; 3] {
    let files = [photos::png(300, 200), photos::jpeg(200, 300), photos::png(240, 240)];
    page.choose_files(&[("dusk.png", &files[0]), ("shore.jpg", &files[1]), ("lantern.png", &files[2])]).await;
    let mut photos = files.map(|file| NativeImage::open(&file));
    page.wait_for_canvas(&mut photos[0], &[]).await;
    page.add_filter("Sepia").await;
    page.wait_for_canvas(&mut photos[0], &["sepia"]).await;
    page.press_key(&[], ']').await;
    page.wait_for_canvas(&mut photos[1], &[]).await;
    page.add_filter("Invert").await;
    page.wait_for_canvas(&mut photos[1], &["invert"]).await;
    photos
}

#[test]
fn all_photos_of_the_strip_are_there_after_a_reload() {
    open_page(Build::Release, async |page| {
        let [mut dusk, mut shore, mut lantern] = three(page).await;
        page.press_key(&[], '2').await;
        keeps_files(page, &["dusk.png", "lantern.png", "shore.jpg"]).await;
        keeps(page, "invert").await;
        keeps(page, "sepia").await;
        page.wait_for_autosave().await;

        page.reload().await;
        page.wait_until("shore.jpg at 200 %", async || {
            let sent = page.last_request("Render").await.ok_or("nothing was asked for")?;
            if sent.view["scale"] == 1 { Ok(()) } else { Err(sent.view.to_string()) }
        })
        .await;
        page.press_key(&[], '0').await;
        page.wait_for_canvas(&mut shore, &["invert"]).await;
        page.find("button", "2, shore.jpg, edited").await;
        page.find("button", "3, lantern.png, untouched").await;
        page.click("button", "1, dusk.png, edited").await;
        page.wait_for_canvas(&mut dusk, &["sepia"]).await;
        page.click("button", "Undo: Added Sepia").await;
        page.wait_for_canvas(&mut dusk, &[]).await;
        // Once more, with what was done in this visit.
        page.press_key(&[], '[').await;
        page.click("button", "3, lantern.png, untouched").await;
        page.wait_for_canvas(&mut lantern, &[]).await;
        page.reload().await;
        page.wait_for_canvas(&mut lantern, &[]).await;
        page.click("button", "1, dusk.png, untouched").await;
        page.wait_for_canvas(&mut dusk, &[]).await;
        page.find("button", "Redo: Added Sepia").await;
        assert_eq!(kept(page).await.0, ["dusk.png", "lantern.png", "shore.jpg"], "each once");
    });
}

#[test]
fn what_is_closed_is_put_away_and_comes_back_with_its_filters() {
    open_page(Build::Release, async |page| {
        let [mut dusk, mut shore, _] = three(page).await;
        keeps_files(page, &["dusk.png", "lantern.png", "shore.jpg"]).await;
        page.focus("button", "1, dusk.png, edited").await;
        page.press_key(&[], Key::Delete).await;
        keeps_files(page, &["lantern.png", "shore.jpg"]).await;
        page.click("button", "Put it back").await;
        keeps_files(page, &["dusk.png", "lantern.png", "shore.jpg"]).await;
        keeps(page, "sepia").await;
        page.reload().await;
        page.wait_for_canvas(&mut shore, &["invert"]).await;
        page.click("button", "1, dusk.png, edited").await;
        page.wait_for_canvas(&mut dusk, &["sepia"]).await;
    });
}

#[test]
fn the_last_photo_that_is_closed_can_be_put_back() {
    open_page(Build::Release, async |page| {
        let mut photo = opens(page).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        keeps(page, "sepia").await;
        page.click("button", "More").await;
        page.click("menuitem", "Close the photo").await;
        page.wait_for_notification("hills.png was closed.").await;
        page.find("button", "Open photos").await;
        keeps_files(page, &[]).await;
        page.click("button", "Put it back").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.click("button", "Undo: Added Sepia").await;
        page.wait_for_canvas(&mut photo, &[]).await;
        keeps_files(page, &["hills.png"]).await;
    });
}

#[test]
fn what_is_opened_before_the_kept_photos_are_back_joins_them() {
    open_page(Build::Release, async |page| {
        let mut photo = opens(page).await;
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut photo, &["invert"]).await;
        keeps(page, "invert").await;
        let early = photos::png(40, 30);
        let script = format!(
            "new MutationObserver((_, observer) => {{
                const input = document.querySelector('input[type=file]');
                if (!input) return;
                observer.disconnect();
                const files = new DataTransfer();
                files.items.add(new File([new Uint8Array({})], 'early.png'));
                input.files = files.files;
                input.dispatchEvent(new Event('change'));
            }}).observe(document, {{ childList: true, subtree: true }})",
            json!(early)
        );
        before_load(page, &script).await;
        page.reload().await;
        page.wait_for_canvas(&mut NativeImage::open(&early), &[]).await;
        page.find("button", "2, early.png, untouched").await;
        page.click("button", "1, hills.png, edited").await;
        page.wait_for_canvas(&mut photo, &["invert"]).await;
        keeps_files(page, &["early.png", "hills.png"]).await;
    });
}

#[test]
fn what_comes_back_stays_though_it_is_not_waited_for() {
    open_page(Build::Release, async |page| {
        let [_, mut shore, _] = three(page).await;
        keeps_files(page, &["dusk.png", "lantern.png", "shore.jpg"]).await;
        keeps(page, "invert").await;
        // No photo opens until it is let.
        let script = "const has = (value) => value && typeof value === 'object' && !(value instanceof ArrayBuffer) &&
                [...(value instanceof Map ? value : Object.entries(value))].some(([name, part]) => name === 'Open' || has(part));
            const post = Worker.prototype.postMessage;
            Worker.prototype.postMessage = function (message, ...rest) {
                if (globalThis.letOpen || !has(message)) post.call(this, message, ...rest);
            };";
        before_load(page, script).await;
        page.reload().await;
        page.find("progressbar", "Opening shore.jpg").await;
        page.click("button", "Cancel").await;
        page.find("button", "Open photos").await;
        page.wait_for_autosave().await;
        page.run("globalThis.letOpen = true", json!([])).await;
        let file = photos::png(40, 30);
        page.choose_bytes("new.png", &file).await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
        page.find("button", "3, lantern.png, untouched").await;
        page.find("button", "4, new.png, untouched").await;
        page.click("button", "2, shore.jpg, edited").await;
        page.wait_for_canvas(&mut shore, &["invert"]).await;
        keeps_files(page, &["dusk.png", "lantern.png", "new.png", "shore.jpg"]).await;
    });
}

#[test]
fn what_another_version_wrote_is_left_as_it_is() {
    open_page(Build::Release, async |page| {
        opens(page).await;
        page.add_filter("Sepia").await;
        keeps(page, "sepia").await;
        page.wait_for_autosave().await;
        let script = "return new Promise((done) => {
            const request = indexedDB.open('safelight');
            request.onsuccess = () => {
                const database = request.result;
                const photos = database.transaction('photos', 'readwrite').objectStore('photos');
                photos.openCursor().onsuccess = ({ target: { result: one } }) => {
                    if (!one) { database.close(); return done(); }
                    if (one.key.endsWith(' roll')) {
                        if (one.value instanceof Map) one.value.set('version', 2); else one.value.version = 2;
                        one.update(one.value);
                    }
                    one.continue();
                };
            };
        })";
        page.run(script, json!([])).await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let file = photos::png(40, 30);
        page.choose_bytes("new.png", &file).await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
        page.add_filter("Invert").await;
        keeps(page, "invert").await;
        keeps_files(page, &["hills.png", "new.png"]).await;
        keeps(page, "sepia").await;
    });
}

#[test]
fn a_second_tab_has_a_photo_of_its_own() {
    open_page(Build::Release, async |page| {
        let mut photo = opens(page).await;
        page.add_filter("Invert").await;
        keeps(page, "invert").await;
        let client = &page.browser.client;
        let first = client.window().await.expect("a window");
        let second = client.new_window(true).await.expect("another tab").handle;
        client.switch_to_window(second).await.expect("it is there");
        page.navigate().await;
        page.find("button", "Open photos").await;
        let file = photos::png(200, 300);
        page.choose_bytes("other.png", &file).await;
        let mut other = NativeImage::open(&file);
        page.wait_for_canvas(&mut other, &[]).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut other, &["sepia"]).await;
        page.wait_for_autosave().await;
        page.reload().await;
        page.wait_for_canvas(&mut other, &["sepia"]).await;
        client.switch_to_window(first).await.expect("it is there");
        page.reload().await;
        page.wait_for_canvas(&mut photo, &["invert"]).await;
    });
}
