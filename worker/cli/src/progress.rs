//! The progress bar: one line on a terminal for all photos together. Without a terminal there is none.

use std::io::{IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::error::eprint_error;

/// Characters of the bar.
const CELLS: usize = 24;
/// The time between two redraws, and before the first one.
const REDRAW_INTERVAL: Duration = Duration::from_millis(150);

/// The progress of all photos.
#[derive(Debug)]
pub struct Progress {
    on_terminal: bool,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// The fraction that is done of each photo, 0 to 1.
    fractions: Vec<f32>,
    drawn_at: Instant,
    is_drawn: bool,
}

impl Progress {
    pub fn new(photos: usize) -> Self {
        let state = State { fractions: vec![0.0; photos], drawn_at: Instant::now(), is_drawn: false };
        Self { on_terminal: std::io::stderr().is_terminal(), state: Mutex::new(state) }
    }

    /// Sets the fraction that is done of one photo, 0 to 1.
    pub fn set(&self, photo: usize, fraction: f32) {
        let mut state = self.lock();
        state.fractions[photo] = fraction;
        if self.on_terminal && state.drawn_at.elapsed() >= REDRAW_INTERVAL {
            state.draw();
        }
    }

    /// Prints a line to standard error, above the bar.
    pub fn eprint_error(&self, line: &str) {
        let mut state = self.lock();
        let was_drawn = state.is_drawn;
        state.clear();
        eprint_error(line);
        if was_drawn {
            state.draw();
        }
    }

    /// Removes the bar.
    pub fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn draw(&mut self) {
        let _ = write!(std::io::stderr(), "\r{}", line(&self.fractions));
        (self.drawn_at, self.is_drawn) = (Instant::now(), true);
    }

    fn clear(&mut self) {
        if self.is_drawn {
            let blank = line(&self.fractions).chars().count();
            let _ = write!(std::io::stderr(), "\r{:blank$}\r", "");
            self.is_drawn = false;
        }
    }
}

/// The text of the bar. It has the same length for any progress of the same photos.
fn line(fractions: &[f32]) -> String {
    let count = fractions.len();
    let done = fractions.iter().filter(|fraction| **fraction >= 1.0).count();
    let fraction = fractions.iter().sum::<f32>() / count.max(1) as f32;
    let full = ((fraction * CELLS as f32) as usize).min(CELLS);
    let bar = "█".repeat(full) + &"░".repeat(CELLS - full);
    let digits = count.to_string().len();
    let noun = if count == 1 { "photo" } else { "photos" };
    format!("{bar} {:3.0} %  {done:digits$} of {count} {noun}", (fraction * 100.0).floor())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_shows_percent_and_photos() {
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
