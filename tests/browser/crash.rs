//! The worker panics, hangs, or can't be had: it is replaced, and nothing is lost.

use std::time::{Duration, Instant};

use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::{Visit, Way};

const RESTARTED: &str = "The worker was restarted. Nothing was lost.";
const MISSING: &str = "The worker could not be loaded.";
/// Ten seconds of silence are a hang; a tick and the new worker's start come on top.
const HANG: Duration = Duration::from_secs(20);

/// Opens a photo under sepia.
async fn with_sepia(page: &Visit) -> Native {
    page.expect_complaint("a test asked for this panic");
    let file = photos::png(640, 480);
    let mut photo = Native::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.add("Sepia").await;
    page.shows(&mut photo, &["sepia"]).await;
    assert_eq!(page.workers().await, 1);
    photo
}

#[test]
fn after_a_panic_the_photo_and_its_filters_are_back() {
    visit(Site::Hooked, recovers);
}

pub async fn recovers(page: &Visit) {
    let mut photo = with_sepia(page).await;
    page.order("panic").await;
    page.add("Invert").await;
    let told = page.hears(RESTARTED).await;
    assert_eq!(told.role, "status");
    page.shows(&mut photo, &["sepia", "invert"]).await;
    assert_eq!(page.names("switch").await, ["Sepia", "Invert"]);
    assert_eq!(page.workers().await, 2);
    // A browser that keeps no photo says so in another.
    let restarted = page.told().await.into_iter().filter(|one| one.title == RESTARTED);
    assert_eq!(restarted.count(), 1, "one crash, one notice");
    let opened: Vec<_> = page.sent().await.into_iter().filter(|sent| sent.kind == "Open").collect();
    assert_eq!(opened.len(), 2, "the photo was sent again");
    assert!(opened[1].before[0] > 0 && opened[0].before == opened[1].before, "read anew from its file");
    // And it goes on.
    page.click("switch", "Sepia").await;
    page.shows(&mut photo, &["invert"]).await;
    let (name, bytes) = page.export().await;
    assert_eq!((name.as_str(), bytes), ("hills-invert.png", photo.exported(&["invert"])));
}

#[test]
fn after_two_panics_at_the_same_work_the_last_filter_is_switched_off() {
    visit(Site::Hooked, gives_a_filter_up);
}

pub async fn gives_a_filter_up(page: &Visit) {
    let mut photo = with_sepia(page).await;
    page.add("Invert").await;
    page.click("switch", "Invert").await;
    page.shows(&mut photo, &["sepia"]).await;
    page.order_the_next("panic").await;
    page.order("panic").await;
    page.click("switch", "Invert").await;
    page.until("notice that Invert is switched off", async || {
        let told = page.told().await;
        let found =
            told.iter().any(|one| one.title == RESTARTED && one.text.contains("Invert is switched off"));
        if found { Ok(()) } else { Err(format!("{told:?}")) }
    })
    .await;
    page.until("third worker that has drawn", async || {
        let (workers, sent) = (page.workers().await, page.last_sent("Render").await);
        let plain = sent.as_ref().is_some_and(|sent| sent.filters == ["sepia"]);
        if workers == 3 && plain {
            Ok(())
        } else {
            Err(format!("{workers} workers, last asked for {sent:?}"))
        }
    })
    .await;
    page.shows(&mut photo, &["sepia"]).await;
    assert_eq!(page.told().await.len(), 1, "the newer notice takes the place of the older");
    let switch = page.find("switch", "Invert").await;
    assert_eq!(switch.attr("aria-checked").await.ok().flatten().as_deref(), Some("false"));
    page.click("button", "Switch Invert on").await;
    page.shows(&mut photo, &["sepia", "invert"]).await;
}

#[test]
fn a_hang_is_noticed_and_ended() {
    visit(Site::Hooked, async |page| {
        let mut photo = with_sepia(page).await;
        page.order("hang").await;
        page.add("Invert").await;
        let start = Instant::now();
        page.hears_within(HANG, RESTARTED).await;
        assert!(start.elapsed() > Duration::from_secs(8), "slow is no hang");
        page.shows(&mut photo, &["sepia", "invert"]).await;
        assert_eq!(page.workers().await, 2);
    });
}

#[test]
fn a_file_that_breaks_the_decoder_is_given_up_and_the_photo_before_it_is_back() {
    visit(Site::Hooked, async |page| {
        let mut photo = with_sepia(page).await;
        page.order("panic-open").await;
        page.choose_bytes("evil.png", &photos::png(50, 50)).await;
        let told = page.hears("evil.png could not be opened.").await;
        assert_eq!(told.role, "alert");
        page.shows(&mut photo, &["sepia"]).await;
        page.add("Invert").await;
        page.shows(&mut photo, &["sepia", "invert"]).await;
    });
}

#[test]
fn a_decoder_that_hangs_is_given_up_after_a_while() {
    visit(Site::Hooked, async |page| {
        let mut photo = with_sepia(page).await;
        page.order("hang-open").await;
        page.choose_bytes("evil.png", &photos::png(50, 50)).await;
        page.hears_within(HANG, "evil.png could not be opened.").await;
        page.add("Invert").await;
        page.shows(&mut photo, &["sepia", "invert"]).await;
    });
}

#[test]
fn opening_can_be_cancelled_even_while_the_decoder_hangs() {
    visit(Site::Hooked, async |page| {
        let mut photo = with_sepia(page).await;
        page.order("hang-open").await;
        page.choose_bytes("slow.png", &photos::png(50, 50)).await;
        page.click("button", "Cancel").await;
        page.shows(&mut photo, &["sepia"]).await;
        assert_eq!(page.told().await, [], "what was asked for is no news");
        page.add("Invert").await;
        page.shows(&mut photo, &["sepia", "invert"]).await;
    });
}

#[test]
fn a_worker_that_is_not_there_is_told_and_tried_again() {
    visit(Site::Release, async |page| {
        page.expect_complaint("404");
        page.expect_complaint("Failed to load resource");
        page.server.lose("worker");
        page.go_without_waiting().await;
        let told = page.hears(MISSING).await;
        assert_eq!(told.role, "alert");
        let file = photos::png(320, 240);
        assert!(page.bring(Way::Drop, "meanwhile.png", &file, (640, 400)).await);
        page.server.find_again();
        page.click("button", "Try again").await;
        page.shows(&mut Native::open(&file), &[]).await;
        assert_eq!(page.told().await, [], "what is mended is no news");
    });
}

#[test]
fn a_crash_without_a_network_keeps_the_stack_until_the_worker_can_be_had() {
    visit(Site::Hooked, async |page| {
        page.expect_complaint("404");
        page.expect_complaint("Failed to load resource");
        let mut photo = with_sepia(page).await;
        page.server.lose("worker");
        page.order("panic").await;
        page.add("Invert").await;
        page.hears(MISSING).await;
        assert_eq!(page.names("switch").await, ["Sepia", "Invert"]);
        page.server.find_again();
        page.click("button", "Try again").await;
        page.shows(&mut photo, &["sepia", "invert"]).await;
    });
}
