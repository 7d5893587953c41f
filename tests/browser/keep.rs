//! Nothing is lost on reload. Where the browser keeps nothing, it is said.

use std::time::Duration;

use fantoccini::key::Key;
use safelight_recipe::{Recipe, Step};
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::Visit;
use serde_json::json;

/// Waits until the browser has kept the file and work that names this filter last.
async fn keeps(page: &Visit, filter: &str) {
    let script = "return new Promise((done) => {
        const request = indexedDB.open('safelight');
        request.onsuccess = () => {
            const database = request.result;
            const all = database.transaction('photos').objectStore('photos').getAll();
            all.onsuccess = () => {
                database.close();
                const file = all.result.some((one) => one instanceof File);
                const work = all.result.find((one) => !(one instanceof File));
                const read = (value, name) => value instanceof Map ? value.get(name) : value?.[name];
                const rows = read(read(work, 'steps')?.[read(work, 'at')], 'rows');
                done(`${file} ${rows?.length ? read(read(rows.at(-1), 'step'), 'filter') : 'nothing'}`);
            };
        };
    })";
    let expected = format!("true {filter}");
    page.until(format_args!("{expected} in the database"), async || {
        let kept = page.run(script, json!([])).await.as_str().unwrap_or_default().to_owned();
        if kept == expected { Ok(()) } else { Err(kept) }
    })
    .await;
}

/// Runs a script in every document from here on, before the document's own.
async fn before_load(page: &Visit, script: &str) {
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
}

async fn opens(page: &Visit) -> Native {
    let file = photos::png(300, 200);
    page.choose_bytes("hills.png", &file).await;
    let mut photo = Native::open(&file);
    page.shows(&mut photo, &[]).await;
    photo
}

#[test]
fn photo_stack_and_history_are_there_after_a_reload() {
    visit(Site::Release, comes_back);
}

pub async fn comes_back(page: &Visit) {
    let mut photo = opens(page).await;
    page.add("Invert").await;
    page.add("Exposure").await;
    page.focus("slider", "Exposure").await;
    for _ in 0..3 {
        page.strike(&[], Key::Right).await;
    }
    let moved = page.run("return Number(document.activeElement.value)", json!([])).await;
    let values = [("exposure_ev".to_owned(), moved.as_f64().expect("a slider has a value"))].into();
    let stack = Recipe::new(vec![Step::new("invert"), Step { values, ..Step::new("exposure") }]);
    page.shows_recipe(&mut photo, &stack).await;
    keeps(page, "exposure").await;
    tokio::time::sleep(Duration::from_millis(500)).await;

    page.reload().await;
    page.shows_recipe(&mut photo, &stack).await;
    page.find("slider", "Exposure").await;
    // And so is what was done before.
    page.strike(&[Key::Control], 'z').await;
    page.strike(&[Key::Control], 'z').await;
    page.shows(&mut photo, &["invert"]).await;
    page.click("button", "Redo: Added Exposure").await;
    let before = page.downloaded();
    page.strike(&[Key::Control], 's').await;
    assert_eq!(page.new_download(&before).await.0, "hills-invert-exposure.png");
}

#[test]
fn what_was_done_last_is_kept_even_if_the_page_goes_at_once() {
    visit(Site::Release, async |page| {
        let mut photo = opens(page).await;
        page.add("Invert").await;
        keeps(page, "invert").await;
        page.add("Grayscale").await;
        page.reload().await;
        page.shows(&mut photo, &["invert", "grayscale"]).await;
    });
}

#[test]
fn how_the_photo_was_seen_comes_back() {
    visit(Site::Release, async |page| {
        let file = photos::png(2400, 1600);
        page.choose_bytes("hills.png", &file).await;
        page.shows(&mut Native::open(&file), &[]).await;
        page.strike(&[], '1').await;
        keeps(page, "nothing").await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        page.reload().await;
        page.until("photo at full size", async || {
            let sent = page.last_sent("Render").await.ok_or("nothing was asked for")?;
            if sent.view["scale"] == 1 { Ok(()) } else { Err(sent.view.to_string()) }
        })
        .await;
    });
}

#[test]
fn a_photo_that_was_closed_is_forgotten() {
    visit(Site::Release, async |page| {
        opens(page).await;
        page.add("Invert").await;
        keeps(page, "invert").await;
        page.click("button", "More").await;
        page.click("menuitem", "Close the photo").await;
        page.find("button", "Open photos").await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        page.reload().await;
        page.find("button", "Open photos").await;
        // The editor's code is here, and has nothing to bring back.
        tokio::time::sleep(Duration::from_secs(1)).await;
        page.find("button", "Open photos").await;
        // Another photo opens as ever.
        opens(page).await;
        page.find("button", "Undo").await;
    });
}

#[test]
fn a_browser_that_keeps_nothing_is_named_and_work_goes_on() {
    visit(Site::Release, async |page| {
        before_load(page, "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });").await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let mut photo = opens(page).await;
        let told = page.hears("hills.png is not kept for the next visit.").await;
        assert_eq!(told.role, "status");
        page.add("Sepia").await;
        page.shows(&mut photo, &["sepia"]).await;
        page.click("button", "Undo: Added Sepia").await;
        page.shows(&mut photo, &[]).await;
    });
}

#[test]
fn a_photo_without_room_is_named_and_its_filters_are_kept() {
    visit(Site::Release, async |page| {
        before_load(
            page,
            "const put = IDBObjectStore.prototype.put;
             IDBObjectStore.prototype.put = function (value, key) {
                 if (value instanceof File) throw new DOMException('no room', 'QuotaExceededError');
                 return put.call(this, value, key);
             };",
        )
        .await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let mut photo = opens(page).await;
        page.hears("hills.png is not kept for the next visit.").await;
        page.add("Sepia").await;
        page.shows(&mut photo, &["sepia"]).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        page.reload().await;
        page.hears("The filters of hills.png are back, the photo is not.").await;
        page.choose_bytes("hills.png", &photos::png(300, 200)).await;
        page.shows(&mut photo, &["sepia"]).await;
    });
}

#[test]
fn a_second_tab_has_a_photo_of_its_own() {
    visit(Site::Release, async |page| {
        let mut photo = opens(page).await;
        page.add("Invert").await;
        keeps(page, "invert").await;
        let client = &page.browser.client;
        let first = client.window().await.expect("a window");
        let second = client.new_window(true).await.expect("another tab").handle;
        client.switch_to_window(second).await.expect("it is there");
        page.go_without_waiting().await;
        page.find("button", "Open photos").await;
        let file = photos::png(200, 300);
        page.choose_bytes("other.png", &file).await;
        let mut other = Native::open(&file);
        page.shows(&mut other, &[]).await;
        page.add("Sepia").await;
        page.shows(&mut other, &["sepia"]).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        page.reload().await;
        page.shows(&mut other, &["sepia"]).await;
        client.switch_to_window(first).await.expect("it is there");
        page.reload().await;
        page.shows(&mut photo, &["invert"]).await;
    });
}
