//! A worker that panics, hangs or can't be loaded is replaced, and no work is lost.

use std::time::{Duration, Instant};

use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;

const RESTARTED: &str = "The worker was restarted. Nothing was lost.";
const MISSING: &str = "The worker could not be loaded.";
/// Timeout for a hang: the page waits for 10 s without a sign of life, and starts a new worker then.
const HANG: Duration = Duration::from_secs(20);

/// Opens a photo with the filter Sepia.
async fn with_sepia(page: &Page) -> NativeImage {
    page.expect_console_error("a test asked for this panic");
    let file = photos::png(640, 480);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.add_filter("Sepia").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    assert_eq!(page.worker_count().await, 1);
    photo
}

#[test]
fn after_a_panic_the_photo_and_its_filters_are_back() {
    open_page(Build::Test, recovers);
}

pub async fn recovers(page: &Page) {
    let mut photo = with_sepia(page).await;
    page.inject_fault("panic").await;
    page.add_filter("Invert").await;
    let notification = page.wait_for_notification(RESTARTED).await;
    assert_eq!(notification.role, "status");
    page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    assert_eq!(page.names("switch").await, ["Sepia", "Invert"]);
    assert_eq!(page.worker_count().await, 2);
    // A browser that saves no photos has a notification about that besides.
    let restarted = page.notifications().await.into_iter().filter(|one| one.title == RESTARTED);
    assert_eq!(restarted.count(), 1, "one crash, one notice");
    let opened: Vec<_> =
        page.worker_requests().await.into_iter().filter(|sent| sent.kind == "Open").collect();
    assert_eq!(opened.len(), 2, "the photo was sent again");
    assert!(opened[1].before[0] > 0 && opened[0].before == opened[1].before, "read anew from its file");
    // The new worker works.
    page.click("switch", "Sepia").await;
    page.wait_for_canvas(&mut photo, &["invert"]).await;
    let (name, bytes) = page.export().await;
    assert_eq!((name.as_str(), bytes), ("hills-invert.png", photo.export_filters(&["invert"])));
}

#[test]
fn after_two_panics_at_the_same_work_the_last_filter_is_switched_off() {
    open_page(Build::Test, gives_a_filter_up);
}

pub async fn gives_a_filter_up(page: &Page) {
    let mut photo = with_sepia(page).await;
    page.add_filter("Invert").await;
    page.click("switch", "Invert").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    page.inject_fault_into_next_worker("panic").await;
    page.inject_fault("panic").await;
    page.click("switch", "Invert").await;
    page.wait_until("notice that Invert is switched off", async || {
        let notifications = page.notifications().await;
        let found = notifications
            .iter()
            .any(|one| one.title == RESTARTED && one.text.contains("Invert is switched off"));
        if found { Ok(()) } else { Err(format!("{notifications:?}")) }
    })
    .await;
    page.wait_until("third worker that has drawn", async || {
        let (workers, sent) = (page.worker_count().await, page.last_request("Render").await);
        let plain = sent.as_ref().is_some_and(|sent| sent.filters == ["sepia"]);
        if workers == 3 && plain {
            Ok(())
        } else {
            Err(format!("{workers} workers, last asked for {sent:?}"))
        }
    })
    .await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    assert_eq!(page.notifications().await.len(), 1, "the newer notice takes the place of the older");
    let switch = page.find("switch", "Invert").await;
    assert_eq!(switch.attr("aria-checked").await.ok().flatten().as_deref(), Some("false"));
    page.click("button", "Switch Invert on").await;
    page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
}

#[test]
fn a_hang_is_noticed_and_ended() {
    open_page(Build::Test, async |page| {
        let mut photo = with_sepia(page).await;
        page.inject_fault("hang").await;
        page.add_filter("Invert").await;
        let start = Instant::now();
        page.wait_for_notification_within(HANG, RESTARTED).await;
        assert!(start.elapsed() > Duration::from_secs(8), "slow is no hang");
        page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
        assert_eq!(page.worker_count().await, 2);
    });
}

#[test]
fn a_file_that_breaks_the_decoder_is_given_up_and_the_photo_before_it_is_back() {
    open_page(Build::Test, async |page| {
        let mut photo = with_sepia(page).await;
        page.inject_fault("panic-open").await;
        page.choose_bytes("evil.png", &photos::png(50, 50)).await;
        let notification = page.wait_for_notification("evil.png could not be opened.").await;
        assert_eq!(notification.role, "alert");
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    });
}

#[test]
fn a_decoder_that_hangs_is_given_up_after_a_while() {
    open_page(Build::Test, async |page| {
        let mut photo = with_sepia(page).await;
        page.inject_fault("hang-open").await;
        page.choose_bytes("evil.png", &photos::png(50, 50)).await;
        page.wait_for_notification_within(HANG, "evil.png could not be opened.").await;
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    });
}

#[test]
fn opening_can_be_cancelled_even_while_the_decoder_hangs() {
    open_page(Build::Test, async |page| {
        let mut photo = with_sepia(page).await;
        page.inject_fault("hang-open").await;
        page.choose_bytes("slow.png", &photos::png(50, 50)).await;
        page.click("button", "Cancel").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        assert_eq!(page.notifications().await, [], "what was asked for is no news");
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    });
}

#[test]
fn a_worker_that_is_not_there_is_told_and_tried_again() {
    open_page(Build::Release, async |page| {
        page.expect_console_error("404");
        page.expect_console_error("Failed to load resource");
        page.server.respond_404_to("worker");
        page.navigate().await;
        let notification = page.wait_for_notification(MISSING).await;
        assert_eq!(notification.role, "alert");
        let file = photos::png(320, 240);
        assert!(page.drop_file("meanwhile.png", &file, (640, 400)).await);
        page.server.resume();
        page.click("button", "Try again").await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
        assert_eq!(page.notifications().await, [], "what is mended is no news");
    });
}

#[test]
fn a_crash_without_a_network_keeps_the_stack_until_the_worker_can_be_had() {
    open_page(Build::Test, async |page| {
        page.expect_console_error("404");
        page.expect_console_error("Failed to load resource");
        let mut photo = with_sepia(page).await;
        page.server.respond_404_to("worker");
        page.inject_fault("panic").await;
        page.add_filter("Invert").await;
        page.wait_for_notification(MISSING).await;
        assert_eq!(page.names("switch").await, ["Sepia", "Invert"]);
        page.server.resume();
        page.click("button", "Try again").await;
        page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
    });
}
