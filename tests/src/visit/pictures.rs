//! Pictures of the page.

use serde_json::json;

use super::Visit;
use crate::site::screenshots;

/// A screen to look at the page on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Its name in file names.
    pub name: &'static str,
    /// CSS pixels across.
    pub width: u32,
    /// CSS pixels down.
    pub height: u32,
    /// Whether it is touched instead of pointed at.
    pub touch: bool,
}

/// A window on a desk.
pub const WINDOW: Screen = Screen { name: "desktop", width: 1280, height: 800, touch: false };
/// A phone held upright.
pub const PHONE: Screen = Screen { name: "mobile", width: 390, height: 844, touch: true };

impl Visit {
    /// Looks at the page on this screen from here on.
    pub async fn on_screen(&self, screen: Screen) {
        let Screen { width, height, touch, .. } = screen;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch });
        self.browser.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await;
    }

    /// Prefers this theme (`light` or `dark`), and no motion.
    pub async fn prefer(&self, theme: &str) {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.browser.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Has the browser show the page in the few colours that somebody chose for all pages.
    pub async fn force_colours(&self, theme: &str) {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "forced-colors", "value": "active" },
        ] });
        self.browser.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Takes a picture of the page in both themes, has axe-core look at it, and measures what fingers touch.
    ///
    /// # Panics
    /// When the browser takes none, it can't be kept, axe-core finds something, or something is too small.
    pub async fn picture(&self, screen: Screen, state: &str) {
        if screen.touch {
            self.fits_fingers(state).await;
        }
        for theme in ["dark", "light"] {
            self.prefer(theme).await;
            let png = self.browser.client.screenshot().await.expect("a screenshot");
            let path = screenshots().join(format!("{}-{state}-{theme}.png", screen.name));
            std::fs::write(path, png).expect("the target folder is writable");
            self.keeps_nobody_out(&format!("{} {state} {theme}", screen.name)).await;
        }
    }
}
