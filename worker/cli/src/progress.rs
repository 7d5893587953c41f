//! One line on a terminal that says how far all photos together are. Elsewhere there is none.

use std::io::{IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::complain;

/// Cells of the bar.
const CELLS: usize = 24;
/// Between two drawings, and before the first one: what is done sooner needs no bar.
const PAUSE: Duration = Duration::from_millis(150);

/// The state of all photos.
#[derive(Debug)]
pub struct Progress {
    on_terminal: bool,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// From 0 to 1 for each photo.
    parts: Vec<f32>,
    drawn_at: Instant,
    is_drawn: bool,
}

impl Progress {
    pub fn new(photos: usize) -> Self {
        let state = State { parts: vec![0.0; photos], drawn_at: Instant::now(), is_drawn: false };
        Self { on_terminal: std::io::stderr().is_terminal(), state: Mutex::new(state) }
    }

    /// A photo is done to this part.
    pub fn set(&self, photo: usize, part: f32) {
        let mut state = self.lock();
        state.parts[photo] = part;
        if self.on_terminal && state.drawn_at.elapsed() >= PAUSE {
            state.draw();
        }
    }

    /// A line on standard error, above the bar.
    pub fn complain(&self, line: &str) {
        let mut state = self.lock();
        let was_drawn = state.is_drawn;
        state.clear();
        complain(line);
        if was_drawn {
            state.draw();
        }
    }

    /// Takes the bar away.
    pub fn close(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn draw(&mut self) {
        let _ = write!(std::io::stderr(), "\r{}", line(&self.parts));
        (self.drawn_at, self.is_drawn) = (Instant::now(), true);
    }

    fn clear(&mut self) {
        if self.is_drawn {
            let blank = line(&self.parts).chars().count();
            let _ = write!(std::io::stderr(), "\r{:blank$}\r", "");
            self.is_drawn = false;
        }
    }
}

/// As long for any state of the same photos.
fn line(parts: &[f32]) -> String {
    let whole = parts.len();
    let done = parts.iter().filter(|part| **part >= 1.0).count();
    let part = parts.iter().sum::<f32>() / whole.max(1) as f32;
    let full = ((part * CELLS as f32) as usize).min(CELLS);
    let bar = "█".repeat(full) + &"░".repeat(CELLS - full);
    let digits = whole.to_string().len();
    let noun = if whole == 1 { "photo" } else { "photos" };
    format!("{bar} {:3.0} %  {done:digits$} of {whole} {noun}", (part * 100.0).floor())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_parts_and_photos() {
        assert_eq!(line(&[0.0]), format!("{}   0 %  0 of 1 photo", "░".repeat(24)));
        assert_eq!(
            line(&[1.0, 0.5, 0.0, 0.0]),
            format!("{}{}  37 %  1 of 4 photos", "█".repeat(9), "░".repeat(15))
        );
        assert_eq!(line(&[1.0; 12]), format!("{} 100 %  12 of 12 photos", "█".repeat(24)));
        assert_eq!(line(&[]).chars().count(), line(&[]).chars().count());
        assert_eq!(line(&[0.0; 12]).chars().count(), line(&[1.0; 12]).chars().count());
    }
}
