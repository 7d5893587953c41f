//! What keeps people out, as far as a machine can see it.

use serde_json::{Value, json};

use super::Visit;

/// WCAG 2.2 A and AA, and what is good practice besides.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Visit {
    /// Has axe-core look at the page as it is now.
    ///
    /// # Panics
    /// When it finds something.
    pub async fn keeps_nobody_out(&self, state: &str) {
        let found = self.barriers().await;
        assert!(found.is_empty(), "{state}: axe-core finds\n{}", found.join("\n"));
    }

    /// What axe-core finds on the page as it is now.
    ///
    /// # Panics
    /// When there is no axe-core.
    pub async fn barriers(&self) -> Vec<String> {
        if self.run("return typeof axe", json!([])).await == "undefined" {
            let path = std::env::var_os("SAFELIGHT_AXE");
            let script = path.and_then(|path| std::fs::read_to_string(path).ok());
            let script = script.expect("SAFELIGHT_AXE names axe-core; `cargo xtask test browser` fetches it");
            self.run(&script, json!([])).await;
        }
        let look = "return axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then((found) =>
            found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} (${node.failureSummary})`)))";
        let found = self.run(look, json!([RULES])).await;
        found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}
