//! Buttons, fields and layers.

use fantoccini::key::Key;
use serde_json::json;

use super::Page;

impl Page {
    /// Clicks the one element of this role and name.
    pub async fn click(&self, role: &str, name: &str) {
        self.wait_until(format_args!("{role} “{name}” to click"), async || {
            let element = self.find(role, name).await;
            let Err(error) = element.click().await else { return Ok(()) };
            // An element that moves or is drawn anew can be clicked a moment later, and not every driver scrolls to an
            // element far down. An element that has gone needs no scrolling.
            let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
            let _ = self.browser.client.execute(scroll, vec![json!(element)]).await;
            Err(error.to_string())
        })
        .await;
    }

    /// Gives the focus to the one element of this role and name.
    pub async fn focus(&self, role: &str, name: &str) {
        self.find(role, name).await;
        self.run("spy.find(arguments[0], arguments[1])[0].focus()", json!([role, name])).await;
    }

    /// Adds a filter by its name on screen.
    pub async fn add_filter(&self, filter: &str) {
        self.click("button", "Add filter").await;
        self.click("option", filter).await;
    }

    /// Types a number for a setting.
    pub async fn set_number(&self, setting: &str, number: &str) {
        self.fill(&format!("{setting}, number"), number).await;
    }

    /// Replaces the text of the one field of this name, and presses Enter.
    pub async fn fill(&self, field: &str, text: &str) {
        self.focus("textbox", field).await;
        self.press_key(&[Key::Control], 'a').await;
        self.type_text(text).await;
        self.press_key(&[], Key::Enter).await;
    }

    /// Opens or closes the settings of a layer.
    pub async fn open_layer(&self, filter: &str) {
        self.click("button", &format!("{filter}, settings")).await;
    }
}
