//! Screenshots of the page, and what is saved of a page whose test failed.

use super::{Page, Viewport};
use crate::paths::screenshots;

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
