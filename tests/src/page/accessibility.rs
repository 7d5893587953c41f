//! Accessibility, as far as a machine can check it: axe-core, and the size of touch targets.

use serde_json::{Value, json};

use super::Page;

/// The tags of axe-core's rules that are checked: WCAG 2.2 A and AA, and good practice besides.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// CSS pixels that a finger needs, across and down.
const TOUCH_TARGET_CSS: u32 = 44;

impl Page {
    /// Checks the page as it is now with axe-core. `state` names the page's state in the failure message.
    ///
    /// # Panics
    /// When there is a violation.
    pub async fn assert_accessible(&self, state: &str) {
        let found = self.axe_violations().await;
        assert!(found.is_empty(), "{state}: axe-core finds\n{}", found.join("\n"));
    }

    /// Checks the contrast of the page's colours with axe-core: all that a second theme can change.
    ///
    /// # Panics
    /// When a contrast is too low.
    pub async fn assert_contrast(&self, state: &str) {
        let found = self.axe(json!({ "type": "rule", "values": ["color-contrast"] })).await;
        assert!(found.is_empty(), "{state}: axe-core finds\n{}", found.join("\n"));
    }

    /// The violations that axe-core finds on the page now.
    pub async fn axe_violations(&self) -> Vec<String> {
        self.axe(json!(TAGS)).await
    }

    async fn axe(&self, run_only: Value) -> Vec<String> {
        if self.run("return typeof axe", json!([])).await == "undefined" {
            let path = std::env::var_os("SAFELIGHT_AXE");
            let script = path.and_then(|path| std::fs::read_to_string(path).ok());
            let script = script.expect("SAFELIGHT_AXE names axe-core; `cargo xtask test browser` fetches it");
            self.run(&script, json!([])).await;
        }
        let check = "return axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then((found) =>
            found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} (${node.failureSummary})`)))";
        let found = self.run(check, json!([run_only])).await;
        found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Checks that everything that can be touched now is as large as a finger needs. The sheet's drag handle need not
    /// be: the selected tab does the same.
    ///
    /// # Panics
    /// When a target is too small.
    pub async fn assert_touch_targets(&self, state: &str) {
        let script = "const least = arguments[0] - .5;
            const parts = [...document.querySelectorAll('button, a[href], input, select, [role=option]')].filter((one) =>
                one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert], .visually-hidden') && !one.matches('.sheet-handle, .skip-link'));
            return parts.map((one) => {
                const boxes = [one, ...(one.labels ?? [])].filter((box) => box === one || box.contains(one))
                    .map((box) => box.getBoundingClientRect());
                const [width, height] = ['width', 'height'].map((side) => Math.max(...boxes.map((box) => box[side])));
                const small = width > 0 && height > 0 && Math.min(width, height) < least;
                return small && `${spy.nameOf(one)}: ${Math.round(width)} × ${Math.round(height)}`;
            }).filter((small) => small)";
        let small = self.run(script, json!([TOUCH_TARGET_CSS])).await;
        let small: Vec<_> = small.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(small.is_empty(), "{state}: too small for a finger: {small:#?}");
    }
}
