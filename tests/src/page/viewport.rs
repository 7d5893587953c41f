//! Viewport, theme and colours of the page. Chromium only.

use serde_json::json;

use super::Page;

/// A size of the page, and how it is pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewport {
    /// The name in names of files.
    pub name: &'static str,
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// Whether fingers are used instead of a mouse.
    pub touch: bool,
}

/// A window on a desktop.
pub const DESKTOP: Viewport = Viewport { name: "desktop", width: 1280, height: 800, touch: false };
/// A phone held upright.
pub const PHONE: Viewport = Viewport { name: "mobile", width: 390, height: 844, touch: true };

impl Page {
    /// Gives the page this viewport from here on.
    pub async fn set_viewport(&self, viewport: Viewport) {
        let Viewport { width, height, touch, .. } = viewport;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch });
        self.browser.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await;
    }

    /// Sets the preferred colour scheme (`light` or `dark`), and prefers reduced motion.
    pub async fn set_color_scheme(&self, scheme: &str) {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.browser.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Sets the preferred colour scheme, and has the browser replace the page's colours (`forced-colors: active`).
    pub async fn force_colors(&self, scheme: &str) {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": "active" },
        ] });
        self.browser.devtools("Emulation.setEmulatedMedia", features).await;
    }
}
