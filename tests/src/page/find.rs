//! Elements by role and accessible name, among those that can be seen and used now.

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::Page;

impl Page {
    /// All visible elements of this role and name.
    pub async fn find_all(&self, role: &str, name: &str) -> Vec<Element> {
        let found = self.run("return spy.find(arguments[0], arguments[1])", json!([role, name])).await;
        let ids = found.as_array().cloned().unwrap_or_default();
        ids.iter().filter_map(|id| self.element(id)).collect()
    }

    /// The names of all visible elements of this role.
    pub async fn names(&self, role: &str) -> Vec<String> {
        let names = self.run("return spy.names(arguments[0])", json!([role])).await;
        names.as_array().into_iter().flatten().filter_map(|name| Some(name.as_str()?.to_owned())).collect()
    }

    /// Whether an element of this role and name is visible now.
    pub async fn is_visible(&self, role: &str, name: &str) -> bool {
        !self.find_all(role, name).await.is_empty()
    }

    /// Waits for the one element of this role and name.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.wait_until(format_args!("one {role} “{name}”"), async || {
            let mut found = self.find_all(role, name).await;
            match found.len() {
                1 => Ok(found.remove(0)),
                count => Err(format!("{count} of that name; there are {:?}", self.names(role).await)),
            }
        })
        .await
    }

    /// Waits until no element of this role and name is visible.
    pub async fn wait_until_gone(&self, role: &str, name: &str) {
        self.wait_until(format_args!("page without the {role} “{name}”"), async || {
            if self.is_visible(role, name).await { Err("it is still there".to_owned()) } else { Ok(()) }
        })
        .await;
    }

    /// The name of the focused element.
    pub async fn focused(&self) -> String {
        let name = self.run("return spy.nameOf(document.activeElement)", json!([])).await;
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the element of this name has the focus.
    pub async fn wait_for_focus(&self, name: &str) {
        self.wait_until(format_args!("focus on {name}"), async || {
            let focused = self.focused().await;
            if focused == name { Ok(()) } else { Err(focused) }
        })
        .await;
    }

    fn element(&self, id: &Value) -> Option<Element> {
        // The key that the WebDriver standard gives to references to elements.
        let id = id.get("element-6066-11e4-a52e-4f735466cecf")?.as_str()?;
        Some(Element::from_element_id(self.browser.client.clone(), id.to_owned().into()))
    }
}
