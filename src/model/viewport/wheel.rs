//! What a wheel, or two fingers on a trackpad, mean, as data.

/// A wheel that rests for so long begins anew.
const REST_MS: f64 = 300.0;

/// A wheel, and what it does at present.
#[derive(Debug, Default)]
pub struct Wheel {
    last: Option<(WheelStep, f64)>,
}

/// What a turn of the wheel does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WheelStep {
    /// Makes the photo larger or smaller, without end.
    Zoom,
    /// The same, and ends where all of the photo is seen.
    ZoomFromFit,
    /// Moves the photo.
    Pan,
}

impl Wheel {
    /// What it does now. With Ctrl it zooms; else it moves a photo that is larger than the room, and zooms one that
    /// is not. What it began to do it goes on with, or the photo would jump aside as soon as it is larger.
    pub fn turn(&mut self, with_ctrl: bool, can_pan: bool, now_ms: f64) -> WheelStep {
        let goes_on =
            self.last.filter(|(turn, last_ms)| *turn != WheelStep::Zoom && now_ms - last_ms < REST_MS);
        let turn = match goes_on {
            _ if with_ctrl => WheelStep::Zoom,
            Some((turn, _)) => turn,
            None if can_pan => WheelStep::Pan,
            None => WheelStep::ZoomFromFit,
        };
        self.last = Some((turn, now_ms));
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_ctrl_it_zooms_and_else_it_depends() {
        let mut wheel = Wheel::default();
        assert_eq!(wheel.turn(true, true, 0.0), WheelStep::Zoom);
        assert_eq!(wheel.turn(false, true, 10.0), WheelStep::Pan, "Ctrl was let go");
        assert_eq!(Wheel::default().turn(false, false, 0.0), WheelStep::ZoomFromFit);
    }

    #[test]
    fn it_goes_on_with_what_it_began_until_it_rests() {
        let mut wheel = Wheel::default();
        assert_eq!(wheel.turn(false, false, 0.0), WheelStep::ZoomFromFit);
        assert_eq!(wheel.turn(false, true, 200.0), WheelStep::ZoomFromFit);
        assert_eq!(wheel.turn(false, true, 400.0), WheelStep::ZoomFromFit);
        assert_eq!(wheel.turn(false, true, 800.0), WheelStep::Pan);
    }
}
