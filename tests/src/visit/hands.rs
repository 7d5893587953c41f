//! What hands do.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::Locator;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
    WheelAction, WheelActions,
};
use fantoccini::key::Key;
use serde_json::json;

use super::Visit;

/// How a file comes to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Held over the page, not let go.
    Hover,
    /// Dropped.
    Drop,
    /// Pasted.
    Paste,
}

impl Visit {
    /// Clicks the one thing of this role and name.
    pub async fn click(&self, role: &str, name: &str) {
        self.until(format_args!("{role} “{name}” to click"), async || {
            let element = self.find(role, name).await;
            let Err(error) = element.click().await else { return Ok(()) };
            // What moves or is drawn anew just now can be clicked a moment later, and not every driver scrolls to what
            // lies far down. What has gone needs no scrolling.
            let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
            let _ = self.browser.client.execute(scroll, vec![json!(element)]).await;
            Err(error.to_string())
        })
        .await;
    }

    /// Puts the focus on the one thing of this role and name.
    pub async fn focus(&self, role: &str, name: &str) {
        self.find(role, name).await;
        self.run("probe.find(arguments[0], arguments[1])[0].focus()", json!([role, name])).await;
    }

    /// Chooses a file with the file button's input.
    ///
    /// # Panics
    /// When there is no file input.
    pub async fn choose(&self, file: &Path) {
        let input = self.browser.client.find(Locator::Css("input[type=file]")).await.expect("a file input");
        input.send_keys(&file.display().to_string()).await.expect("a file can be chosen");
    }

    /// Puts bytes into a file of this name and chooses it.
    ///
    /// # Panics
    /// When the file can't be written.
    pub async fn choose_bytes(&self, name: &str, bytes: &[u8]) {
        let path = self.browser.folder().join(name);
        std::fs::write(&path, bytes).expect("the temporary folder is writable");
        self.choose(&path).await;
    }

    /// Puts bytes into files of these names and chooses all of them at once.
    ///
    /// # Panics
    /// When a file can't be written, or there is no file input.
    pub async fn choose_several(&self, files: &[(&str, &[u8])]) {
        let paths = files.iter().map(|(name, bytes)| {
            let path = self.browser.folder().join(name);
            std::fs::write(&path, bytes).expect("the temporary folder is writable");
            path.display().to_string()
        });
        let paths: Vec<_> = paths.collect();
        let input = self.browser.client.find(Locator::Css("input[type=file]")).await.expect("a file input");
        input.send_keys(&paths.join("\n")).await.expect("files can be chosen");
    }

    /// Brings a file to this place of the page; whether the page wanted it.
    pub async fn bring(&self, way: Way, name: &str, bytes: &[u8], (x, y): (u32, u32)) -> bool {
        let how = match way {
            Way::Hover => "hover",
            Way::Drop => "drop",
            Way::Paste => "paste",
        };
        let kind = if bytes.starts_with(&[0xff, 0xd8]) { "image/jpeg" } else { "image/png" };
        let arguments = json!([how, name, kind, BASE64_STANDARD.encode(bytes), x, y]);
        self.run(include_str!("../../scripts/bring.js"), arguments).await == true
    }

    /// Adds a filter by its name on screen.
    pub async fn add(&self, filter: &str) {
        self.click("button", "Add filter").await;
        self.click("option", filter).await;
    }

    /// Types a number for a setting.
    pub async fn set(&self, setting: &str, number: &str) {
        self.enter(&format!("{setting}, number"), number).await;
    }

    /// Types a text into the one field of this name, in place of what is there.
    pub async fn enter(&self, field: &str, text: &str) {
        self.focus("textbox", field).await;
        self.strike(&[Key::Control], 'a').await;
        self.type_text(text).await;
        self.strike(&[], Key::Enter).await;
    }

    /// Opens the settings of a row.
    pub async fn open_row(&self, filter: &str) {
        self.click("button", &format!("{filter}, settings")).await;
    }

    /// Exports, and gives the downloaded file's name and bytes.
    pub async fn export(&self) -> (String, Vec<u8>) {
        let before = self.downloaded();
        self.click("button", "Export").await;
        self.new_download(&before).await
    }

    /// Waits for a download that was not there before.
    ///
    /// # Panics
    /// When it can't be read.
    pub async fn new_download(&self, before: &[String]) -> (String, Vec<u8>) {
        self.until("download", async || {
            let files = self.downloaded();
            let new: Vec<_> = files.iter().filter(|name| !before.contains(name)).collect();
            match new[..] {
                [name] if is_named(name) => {
                    let bytes = std::fs::read(self.browser.downloads().join(name)).unwrap_or_default();
                    if is_whole(name, &bytes) {
                        Ok((name.clone(), bytes))
                    } else {
                        Err(format!("a part of {name}"))
                    }
                }
                _ => Err(format!("{files:?}")),
            }
        })
        .await
    }

    /// The names of all downloads so far.
    ///
    /// # Panics
    /// When the folder can't be read.
    pub fn downloaded(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.browser.downloads()).expect("the downloads can be read");
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
    }

    /// Strikes a key, with others held meanwhile.
    ///
    /// # Panics
    /// When the browser takes no keys.
    pub async fn strike(&self, held: &[Key], key: impl Into<char>) {
        let (held, key): (Vec<char>, char) = (held.iter().map(|key| char::from(*key)).collect(), key.into());
        let mut keys = KeyActions::new("keys".to_owned());
        for value in held.iter().copied().chain([key]) {
            keys = keys.then(KeyAction::Down { value });
        }
        for value in [key].into_iter().chain(held.iter().rev().copied()) {
            keys = keys.then(KeyAction::Up { value });
        }
        self.browser.client.perform_actions(keys).await.expect("keys can be struck");
    }

    /// Presses a key and holds it, or lets it go.
    ///
    /// # Panics
    /// When the browser takes no keys.
    pub async fn hold(&self, key: impl Into<char>, down: bool) {
        let value = key.into();
        let action = if down { KeyAction::Down { value } } else { KeyAction::Up { value } };
        let keys = KeyActions::new("keys".to_owned()).then(action);
        self.browser.client.perform_actions(keys).await.expect("keys can be struck");
    }

    /// Types text where the focus is.
    pub async fn type_text(&self, text: &str) {
        for letter in text.chars() {
            self.strike(&[], letter).await;
        }
    }

    /// Presses the mouse at one place, takes it along to the others, and lets go unless `keep`.
    ///
    /// # Panics
    /// When the browser takes no mouse.
    pub async fn drag(&self, places: &[(f64, f64)], keep: bool) {
        let mut mouse = MouseActions::new("mouse".to_owned());
        for (at, (x, y)) in places.iter().copied().enumerate() {
            // A hand takes its time; in one leap a page sees no way between.
            let duration = Some(std::time::Duration::from_millis(if at == 0 { 0 } else { 60 }));
            mouse = mouse.then(PointerAction::MoveTo { duration, x, y });
            if at == 0 {
                mouse = mouse.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            }
        }
        if !keep {
            mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.browser.client.perform_actions(mouse).await.expect("the mouse can be moved");
    }

    /// Clicks twice in one place.
    ///
    /// # Panics
    /// When the browser takes no mouse.
    pub async fn double_click(&self, (x, y): (f64, f64)) {
        let at = PointerAction::MoveTo { duration: None, x, y };
        let mut mouse = MouseActions::new("mouse".to_owned()).then(at);
        for _ in 0..2 {
            mouse = mouse.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.browser.client.perform_actions(mouse).await.expect("the mouse can be moved");
    }

    /// Puts a finger down at one place, takes it along to the others, and lifts it.
    ///
    /// # Panics
    /// When the browser takes no finger.
    pub async fn swipe(&self, places: &[(f64, f64)]) {
        let mut finger = TouchActions::new("finger".to_owned());
        for (at, (x, y)) in places.iter().copied().enumerate() {
            let duration = Some(std::time::Duration::from_millis(if at == 0 { 0 } else { 60 }));
            finger = finger.then(PointerAction::MoveTo { duration, x, y });
            if at == 0 {
                finger = finger.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            }
        }
        finger = finger.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.browser.client.perform_actions(finger).await.expect("a finger can be moved");
    }

    /// Takes the mouse to another place.
    ///
    /// # Panics
    /// When the browser takes no mouse.
    pub async fn move_mouse(&self, (x, y): (f64, f64)) {
        let duration = Some(std::time::Duration::from_millis(60));
        let mouse = MouseActions::new("mouse".to_owned()).then(PointerAction::MoveTo { duration, x, y });
        self.browser.client.perform_actions(mouse).await.expect("the mouse can be moved");
    }

    /// Does nothing for longer than a control may rest within its step.
    pub async fn rest(&self) {
        tokio::time::sleep(std::time::Duration::from_millis(1200)).await;
    }

    /// Lets go of the mouse.
    ///
    /// # Panics
    /// When the browser takes no mouse.
    pub async fn let_go(&self) {
        let mouse =
            MouseActions::new("mouse".to_owned()).then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.browser.client.perform_actions(mouse).await.expect("the mouse can be let go");
    }

    /// The middle of the one thing of this role and name.
    pub async fn middle(&self, role: &str, name: &str) -> (f64, f64) {
        self.until(format_args!("place of the {role} “{name}”"), async || {
            // What is drawn anew just now has one a moment later.
            let (x, y, width, height) =
                self.find(role, name).await.rectangle().await.map_err(|error| error.to_string())?;
            Ok((x + width / 2.0, y + height / 2.0))
        })
        .await
    }

    /// Takes the mouse there, with nothing pressed.
    ///
    /// # Panics
    /// When the browser takes no mouse.
    pub async fn point_at(&self, (x, y): (f64, f64)) {
        let move_to = PointerAction::MoveTo { duration: None, x, y };
        let mouse = MouseActions::new("mouse".to_owned()).then(move_to);
        self.browser.client.perform_actions(mouse).await.expect("the mouse can be moved");
    }

    /// Turns a mouse's wheel there, by CSS pixels across and down, with Ctrl held or not.
    ///
    /// # Panics
    /// When the browser takes no wheel.
    pub async fn wheel(&self, (x, y): (f64, f64), (delta_x, delta_y): (i64, i64), with_ctrl: bool) {
        let turn = WheelAction::Scroll { duration: None, x: x as i64, y: y as i64, delta_x, delta_y };
        let wheel = WheelActions::new("wheel".to_owned()).then(turn);
        if with_ctrl {
            self.hold(Key::Control, true).await;
        }
        self.browser.client.perform_actions(wheel).await.expect("a wheel can be turned");
        if with_ctrl {
            self.hold(Key::Control, false).await;
        }
    }

    /// Puts fingers down at the first of their places, takes them along to the others, and lifts them.
    pub async fn fingers(&self, steps: &[&[(f64, f64)]]) {
        for (at, places) in steps.iter().enumerate() {
            let points: Vec<_> =
                places.iter().enumerate().map(|(id, (x, y))| json!({ "id": id, "x": x, "y": y })).collect();
            let kind = if at == 0 { "touchStart" } else { "touchMove" };
            let event = json!({ "type": kind, "touchPoints": points });
            self.browser.devtools("Input.dispatchTouchEvent", event).await;
        }
        let end = json!({ "type": "touchEnd", "touchPoints": [] });
        self.browser.devtools("Input.dispatchTouchEvent", end).await;
    }
}

/// Whether a download's name is the one that it keeps.
fn is_named(download: &str) -> bool {
    let ends = [".crdownload", ".part", ".wkdownload"];
    !download.starts_with('.') && !ends.iter().any(|end| download.ends_with(end))
}

/// Whether all of a download is there. Firefox keeps an empty file of its name beside it till then, and `WebKitGTK`
/// writes into the file itself: how it ends tells.
fn is_whole(name: &str, bytes: &[u8]) -> bool {
    match name.rsplit_once('.').map(|(_, kind)| kind) {
        Some("png") => bytes.ends_with(b"IEND\xaeB`\x82"),
        Some("zip") => bytes.len().checked_sub(22).is_some_and(|end| bytes[end..].starts_with(b"PK\x05\x06")),
        Some("json") => serde_json::from_slice::<serde_json::Value>(bytes).is_ok(),
        _ => !bytes.is_empty(),
    }
}
