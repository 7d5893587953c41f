//! Mouse, wheel and fingers. Positions are CSS pixels from the viewport's top left corner.

use std::time::Duration;

use fantoccini::actions::{
    InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions, WheelAction, WheelActions,
};
use fantoccini::key::Key;
use serde_json::json;

use super::Page;

/// How long the pointer takes from one position to the next: in a leap a page sees no way between.
const MOVE: Duration = Duration::from_millis(60);
/// A press of the main button, or a finger put down.
const DOWN: PointerAction = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
/// Its release.
const UP: PointerAction = PointerAction::Up { button: MOUSE_BUTTON_LEFT };

impl Page {
    /// Presses the mouse button at the first position, moves to the others, and releases unless `hold`.
    pub async fn drag(&self, positions: &[(f64, f64)], hold: bool) {
        let last = if hold { None } else { Some(UP) };
        self.perform_mouse(press_and_move(positions).into_iter().chain(last)).await;
    }

    /// Releases the mouse button.
    pub async fn release_mouse(&self) {
        self.perform_mouse([UP]).await;
    }

    /// Clicks twice at a position.
    pub async fn double_click(&self, at: (f64, f64)) {
        self.perform_mouse([move_to(at, None), DOWN, UP, DOWN, UP]).await;
    }

    /// Moves the mouse to a position, with no button pressed.
    pub async fn move_mouse(&self, at: (f64, f64)) {
        self.perform_mouse([move_to(at, Some(MOVE))]).await;
    }

    /// Moves the mouse to a position in one leap.
    pub async fn move_mouse_at_once(&self, at: (f64, f64)) {
        self.perform_mouse([move_to(at, None)]).await;
    }

    /// The centre of the one element of this role and name.
    pub async fn center_of(&self, role: &str, name: &str) -> (f64, f64) {
        self.wait_until(format_args!("place of the {role} “{name}”"), async || {
            // An element that is drawn anew just now has a place a moment later.
            let (x, y, width, height) =
                self.find(role, name).await.rectangle().await.map_err(|error| error.to_string())?;
            Ok((x + width / 2.0, y + height / 2.0))
        })
        .await
    }

    /// Turns the mouse wheel at a position by CSS pixels across and down, with Ctrl held or not.
    ///
    /// # Panics
    /// When the browser takes no wheel.
    pub async fn wheel(&self, (x, y): (f64, f64), (delta_x, delta_y): (i64, i64), with_ctrl: bool) {
        let scroll = WheelAction::Scroll { duration: None, x: x as i64, y: y as i64, delta_x, delta_y };
        let wheel = WheelActions::new("wheel".to_owned()).then(scroll);
        if with_ctrl {
            self.hold_key(Key::Control).await;
        }
        self.browser.client.perform_actions(wheel).await.expect("the browser takes a wheel");
        if with_ctrl {
            self.release_key(Key::Control).await;
        }
    }

    /// Puts a finger down at the first position, moves it to the others, and lifts it.
    ///
    /// # Panics
    /// When the browser takes no touch.
    pub async fn swipe(&self, positions: &[(f64, f64)]) {
        let actions = press_and_move(positions).into_iter().chain([UP]);
        let finger = TouchActions::new("finger".to_owned());
        let finger = actions.fold(finger, InputSource::then);
        self.browser.client.perform_actions(finger).await.expect("the browser takes touch");
    }

    /// Puts fingers down at the first of their positions, moves them to the others, and lifts them. Chromium only.
    pub async fn touch(&self, steps: &[&[(f64, f64)]]) {
        for (at, positions) in steps.iter().enumerate() {
            let points: Vec<_> = positions
                .iter()
                .enumerate()
                .map(|(id, (x, y))| json!({ "id": id, "x": x, "y": y }))
                .collect();
            let kind = if at == 0 { "touchStart" } else { "touchMove" };
            let event = json!({ "type": kind, "touchPoints": points });
            self.browser.devtools("Input.dispatchTouchEvent", event).await;
        }
        let end = json!({ "type": "touchEnd", "touchPoints": [] });
        self.browser.devtools("Input.dispatchTouchEvent", end).await;
    }

    /// Waits for longer than changes of one control may be apart and still count as one history entry (1 s).
    pub async fn wait_out_history_entry(&self) {
        tokio::time::sleep(Duration::from_millis(1100)).await;
    }

    /// Waits for longer than turns of the wheel may be apart and still count as one gesture (300 ms).
    pub async fn wait_out_wheel_gesture(&self) {
        tokio::time::sleep(Duration::from_millis(400)).await;
    }

    async fn perform_mouse(&self, actions: impl IntoIterator<Item = PointerAction>) {
        let mouse = MouseActions::new("mouse".to_owned());
        let mouse = actions.into_iter().fold(mouse, InputSource::then);
        self.browser.client.perform_actions(mouse).await.expect("the browser takes a mouse");
    }
}

fn move_to((x, y): (f64, f64), duration: Option<Duration>) -> PointerAction {
    PointerAction::MoveTo { duration, x, y }
}

fn press_and_move(positions: &[(f64, f64)]) -> Vec<PointerAction> {
    let mut actions = Vec::new();
    for (index, at) in positions.iter().copied().enumerate() {
        if index == 0 {
            actions.extend([move_to(at, Some(Duration::ZERO)), DOWN]);
        } else {
            actions.push(move_to(at, Some(MOVE)));
        }
    }
    actions
}
