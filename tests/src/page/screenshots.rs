//! Screenshots of the page: compared with kept ones, or saved to look at.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Page, Viewport};
use crate::native::TestImage;
use crate::paths::screenshots;
use crate::screenshots::Blocks;

/// How long a screenshot may differ from the kept one: small pictures are drawn when there is time.
const SETTLE: Duration = Duration::from_secs(15);
/// How long the page has to look the same before its screenshot is kept.
const REST: Duration = Duration::from_secs(2);

/// Written instead of compared when this variable is set.
const UPDATE: &str = "UPDATE_SCREENSHOTS";

impl Page {
    /// Takes a screenshot in both themes, and checks accessibility in both.
    ///
    /// # Panics
    /// When the browser takes none, it can't be saved, axe-core finds something, or a touch target is too small.
    pub async fn screenshot(&self, viewport: Viewport, state: &str) {
        if viewport.touch {
            self.assert_touch_targets(state).await;
        }
        for theme in ["dark", "light"] {
            self.set_color_scheme(theme).await;
            let name = format!("{}-{state}-{theme}", viewport.name);
            self.save_screenshot(&name).await;
            if theme == "dark" {
                self.assert_accessible(&name).await;
            } else {
                self.assert_contrast(&name).await;
            }
        }
    }

    /// As [`screenshot`](Self::screenshot), and compares the screenshot in both themes with the kept one:
    /// `tests/fixtures/screenshots/VIEWPORT-STATE-THEME.png`. With `UPDATE_SCREENSHOTS=1` it is written anew.
    ///
    /// The letters are those of the Liberation fonts, to which the browser is confined; see `browser/fonts.rs`.
    ///
    /// # Panics
    /// As [`screenshot`](Self::screenshot), and when the two differ; `target/screenshots/diff-….png` shows where.
    pub async fn compared_screenshot(&self, viewport: Viewport, state: &str) {
        for theme in ["dark", "light"] {
            self.set_color_scheme(theme).await;
            self.compare_screenshot(&format!("{}-{state}-{theme}", viewport.name)).await;
        }
        self.run("spy.release()", json!([])).await;
        self.screenshot(viewport, state).await;
    }

    async fn compare_screenshot(&self, name: &str) {
        if std::env::var_os(UPDATE).is_some() {
            return self.settled().await.keep(name);
        }
        let kept = Blocks::kept(name)
            .unwrap_or_else(|| panic!("no screenshot is kept as {name}; {UPDATE}=1 does it"));
        let start = Instant::now();
        let mut changes = Value::Null;
        loop {
            let image = self.image().await;
            let Some((count, marked)) = Blocks::of(&image).difference(&kept, &image) else { return };
            if start.elapsed() > SETTLE {
                let path = screenshots().join(format!("diff-{name}.png"));
                std::fs::write(&path, marked).expect("the target folder is writable");
                panic!(
                    "{name} differs from the kept screenshot in {count} blocks, see {}. If the change is wanted, run with \
                     {UPDATE}=1. The Liberation fonts have to be installed; `cargo xtask tools` does it.",
                    path.display()
                );
            }
            changes = self.next_change(changes).await;
        }
    }

    /// The page once it has looked the same for a while.
    async fn settled(&self) -> Blocks {
        let mut blocks = Blocks::of(&self.image().await);
        let mut since = Instant::now();
        while since.elapsed() < REST {
            let now = Blocks::of(&self.image().await);
            if now != blocks {
                (blocks, since) = (now, Instant::now());
            }
        }
        blocks
    }

    /// A screenshot without what differs from run to run.
    async fn image(&self) -> TestImage {
        self.run(include_str!("../../scripts/hold_still.js"), json!([])).await;
        TestImage::of_png(&self.browser.client.screenshot().await.expect("a screenshot"))
    }

    /// Saves a screenshot as `target/screenshots/NAME.png`.
    ///
    /// # Panics
    /// When the browser takes none, or it can't be saved.
    pub async fn save_screenshot(&self, name: &str) {
        let png = self.browser.client.screenshot().await.expect("a screenshot");
        std::fs::write(screenshots().join(format!("{name}.png")), png)
            .expect("the target folder is writable");
    }

    /// Saves what helps to see why a test failed: notifications, console errors, a screenshot.
    pub(crate) async fn save_failure_report(&self, console_errors: &[String]) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        eprintln!("{name}: notifications and status: {:#?}", self.notification_texts().await);
        eprintln!("{name}: console errors: {console_errors:#?}");
        if let Ok(png) = self.browser.client.screenshot().await {
            let path = screenshots().join(format!("failed-{name}.png"));
            if std::fs::write(&path, png).is_ok() {
                eprintln!("{name}: screenshot: {}", path.display());
            }
        }
    }
}
