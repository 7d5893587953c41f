//! What fingers, or a mouse, on the photo mean, as data.

/// How far a finger may slip and still tap, in CSS pixels.
const TAP_CSS: f64 = 6.0;
/// How long a tap may last, and how soon the second one follows.
const TAP_MS: f64 = 300.0;

/// The fingers that are down, and what they have done so far.
#[derive(Debug, Default)]
pub struct PanZoomGesture {
    down: Vec<ActivePointer>,
    /// The tap before, which may be the first of two.
    tap: Option<(Point, f64)>,
}

type Point = (f64, f64);

#[derive(Debug)]
struct ActivePointer {
    id: i32,
    at: Point,
    from: Point,
    since_ms: f64,
    /// Whether it went further than a tap does, or was not alone.
    moved: bool,
}

/// What a movement does to the photo.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Move {
    /// Where it is taken to, in CSS pixels from where it was.
    pub by_css: Point,
    /// Two fingers' part in it.
    pub pinch: Option<Pinch>,
}

/// What two fingers do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pinch {
    /// How many times larger the photo becomes.
    pub times: f64,
    /// The point between them, to which the photo sticks.
    pub center_css: Point,
}

impl PanZoomGesture {
    /// A finger comes down.
    pub fn press(&mut self, id: i32, at: Point, now_ms: f64) {
        self.down.retain(|finger| finger.id != id);
        self.down.push(ActivePointer { id, at, from: at, since_ms: now_ms, moved: false });
        if self.down.len() > 1 {
            self.down.iter_mut().for_each(|finger| finger.moved = true);
        }
    }

    /// A finger moves. Nothing for one that is not down, or that may yet turn out to tap.
    pub fn drag(&mut self, id: i32, to: Point) -> Option<Move> {
        let (middle, spread) = self.pinch_anchor()?;
        let finger = self.down.iter_mut().find(|finger| finger.id == id)?;
        finger.at = to;
        if !finger.moved && distance(finger.from, to) < TAP_CSS {
            finger.at = finger.from;
            return None;
        }
        finger.moved = true;
        let (center_css, now) = self.pinch_anchor()?;
        let times = if spread > 0.0 && now > 0.0 { now / spread } else { 1.0 };
        let by_css = (center_css.0 - middle.0, center_css.1 - middle.1);
        Some(Move { by_css, pinch: (self.down.len() > 1).then_some(Pinch { times, center_css }) })
    }

    /// A finger is lifted. Where, if that was the second of two taps.
    pub fn lift(&mut self, id: i32, now_ms: f64) -> Option<Point> {
        let place = self.down.iter().position(|finger| finger.id == id)?;
        let finger = self.down.remove(place);
        let before = self.tap.take();
        if finger.moved || now_ms - finger.since_ms > TAP_MS {
            return None;
        }
        match before {
            Some((at, when)) if now_ms - when < TAP_MS && distance(at, finger.from) < 2.0 * TAP_CSS => {
                Some(finger.from)
            }
            _ => {
                self.tap = Some((finger.from, now_ms));
                None
            }
        }
    }

    /// The browser took a finger away.
    pub fn cancel(&mut self, id: i32) {
        self.down.retain(|finger| finger.id != id);
    }

    /// The middle of the first two fingers, and how far they are apart.
    fn pinch_anchor(&self) -> Option<(Point, f64)> {
        match &*self.down {
            [] => None,
            [one] => Some((one.at, 0.0)),
            [one, two, ..] => {
                let middle = (f64::midpoint(one.at.0, two.at.0), f64::midpoint(one.at.1, two.at.1));
                Some((middle, distance(one.at, two.at)))
            }
        }
    }
}

fn distance(from: Point, to: Point) -> f64 {
    // Not `hypot`, which brings code of its own.
    ((from.0 - to.0) * (from.0 - to.0) + (from.1 - to.1) * (from.1 - to.1)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_finger_takes_the_photo_along() {
        let mut hand = PanZoomGesture::default();
        hand.press(1, (10.0, 10.0), 0.0);
        assert_eq!(hand.drag(1, (13.0, 10.0)), None);
        assert_eq!(hand.drag(1, (30.0, 10.0)).unwrap().by_css, (20.0, 0.0));
        let next = hand.drag(1, (30.0, 15.0)).unwrap();
        assert_eq!((next.by_css, next.pinch), ((0.0, 5.0), None));
        assert_eq!(hand.lift(1, 100.0), None);
        assert_eq!(hand.drag(1, (50.0, 50.0)), None);
    }

    #[test]
    fn two_fingers_make_it_larger_around_their_middle() {
        let mut hand = PanZoomGesture::default();
        hand.press(1, (100.0, 100.0), 0.0);
        hand.press(2, (200.0, 100.0), 10.0);
        let wide = hand.drag(2, (300.0, 100.0)).unwrap();
        let pinch = |times, center_css| Some(Pinch { times, center_css });
        assert_eq!(wide, Move { by_css: (50.0, 0.0), pinch: pinch(2.0, (200.0, 100.0)) });
        assert_eq!(hand.drag(1, (200.0, 100.0)).unwrap().pinch, pinch(0.5, (250.0, 100.0)));
        // The finger that stays goes on, without a leap.
        hand.lift(1, 50.0);
        assert_eq!(hand.drag(2, (301.0, 100.0)).unwrap().by_css, (1.0, 0.0));
    }

    #[test]
    fn two_quick_taps_at_one_place_are_one_thing() {
        let mut hand = PanZoomGesture::default();
        let mut tap = |at, now_ms| {
            hand.press(7, at, now_ms);
            hand.lift(7, now_ms + 50.0)
        };
        assert_eq!(tap((10.0, 10.0), 0.0), None);
        assert_eq!(tap((12.0, 10.0), 200.0), Some((12.0, 10.0)));
        assert_eq!(tap((12.0, 10.0), 400.0), None, "the third begins anew");
        assert_eq!(tap((90.0, 10.0), 500.0), None, "elsewhere");
        assert_eq!(tap((90.0, 10.0), 1500.0), None, "too late");
    }

    #[test]
    fn what_was_a_pinch_is_no_tap() {
        let mut hand = PanZoomGesture::default();
        for id in [1, 2] {
            hand.press(id, (f64::from(id) * 50.0, 0.0), 0.0);
        }
        assert_eq!([hand.lift(1, 20.0), hand.lift(2, 30.0)], [None, None]);
        hand.press(1, (50.0, 0.0), 100.0);
        assert_eq!(hand.lift(1, 120.0), None);
    }
}
