//! A row in the hand, as data: where it would land, and how far every row is from its place meanwhile.

/// A row that is being dragged.
#[derive(Debug, Clone, PartialEq)]
pub struct Drag {
    /// The key of the row in the hand.
    pub key: u32,
    /// Where it was taken, counted from 0.
    pub from: usize,
    /// The heights of all rows, in CSS pixels.
    pub heights_css: Vec<f64>,
    /// Where the hand took it.
    pub start_css: f64,
    /// How far the hand has gone since.
    pub by_css: f64,
}

impl Drag {
    /// The place where the row would land, counted from 0: it passes a neighbour when its own edge
    /// reaches that neighbour's middle.
    pub fn to(&self) -> usize {
        let top = self.top(self.from) + self.by_css;
        let bottom = top + self.heights_css[self.from];
        let middle = |place: usize| self.top(place) + self.heights_css[place] / 2.0;
        let up = (0..self.from).find(|place| top < middle(*place));
        let down = (self.from + 1..self.heights_css.len()).rfind(|place| bottom > middle(*place));
        up.or(down).unwrap_or(self.from)
    }

    /// How far the row of this place is moved from it, in CSS pixels.
    pub fn shift_css(&self, place: usize) -> f64 {
        let to = self.to();
        let height = self.heights_css[self.from];
        if place == self.from {
            // It stays within the list.
            let top = self.top(self.from);
            let end = self.top(self.heights_css.len());
            self.by_css.clamp(-top, (end - top - height).max(0.0))
        } else if (self.from + 1..=to).contains(&place) {
            -height
        } else if (to..self.from).contains(&place) {
            height
        } else {
            0.0
        }
    }

    fn top(&self, place: usize) -> f64 {
        self.heights_css[..place].iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drag(from: usize, by_css: f64) -> Drag {
        Drag { key: 1, from, heights_css: vec![36.0, 136.0, 36.0, 36.0], start_css: 0.0, by_css }
    }

    #[test]
    fn a_row_stays_until_its_edge_reaches_a_middle() {
        assert_eq!(drag(0, 0.0).to(), 0);
        assert_eq!(drag(0, 68.0).to(), 0);
        assert_eq!(drag(0, 68.5).to(), 1);
        assert_eq!(drag(3, -18.0).to(), 3);
        assert_eq!(drag(3, -18.5).to(), 2);
    }

    #[test]
    fn a_row_lands_at_the_ends_however_far_the_hand_goes() {
        assert_eq!(drag(0, 1e4).to(), 3);
        assert_eq!(drag(3, -1e4).to(), 0);
        assert_eq!(drag(3, -1e4).shift_css(3), -208.0);
        assert_eq!(drag(0, 1e4).shift_css(0), 208.0);
    }

    #[test]
    fn the_rows_between_make_room_by_the_height_in_the_hand() {
        let down = drag(1, 60.0);
        assert_eq!(down.to(), 3);
        assert_eq!([0, 1, 2, 3].map(|place| down.shift_css(place)), [0.0, 60.0, -136.0, -136.0]);
        let up = drag(2, -100.0);
        assert_eq!(up.to(), 1);
        assert_eq!([0, 1, 2, 3].map(|place| up.shift_css(place)), [0.0, 36.0, -100.0, 0.0]);
    }
}
