//! Arrow keys on a grid, as data.

/// How far tops of one row may differ, in CSS pixels.
const SAME_ROW_CSS: f64 = 4.0;

/// The place in the next row down or up that lies nearest below or above this one; the same where there is none, and
/// from the last row to the first.
pub fn beside(boxes: &[(f64, f64)], at: usize, down: bool) -> usize {
    let Some(&(left, top)) = boxes.get(at) else { return at };
    let sign = if down { 1.0 } else { -1.0 };
    let ahead = |&(_, other): &(f64, f64)| sign * (other - top) > SAME_ROW_CSS;
    let layers = |ahead: &dyn Fn(&(f64, f64)) -> bool| {
        boxes.iter().filter(|place| ahead(place)).map(|place| sign * place.1).reduce(f64::min)
    };
    // Beyond the end it goes on at the other.
    let Some(layer) = layers(&ahead).or_else(|| layers(&|_| true)) else { return at };
    let distance = |place: &(f64, f64)| (place.0 - left).abs();
    let in_row = boxes.iter().enumerate().filter(|(_, place)| (sign * place.1 - layer).abs() <= SAME_ROW_CSS);
    in_row.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b))).map_or(at, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of 3, 2 and 3, as two groups make them.
    const BOXES: [(f64, f64); 8] = [
        (0.0, 0.0),
        (10.0, 0.0),
        (20.0, 0.0),
        (0.0, 10.0),
        (10.0, 10.0),
        (0.0, 30.0),
        (10.0, 30.0),
        (20.0, 30.0),
    ];

    #[test]
    fn arrows_stay_in_their_column_where_there_is_one() {
        assert_eq!(beside(&BOXES, 1, true), 4);
        assert_eq!(beside(&BOXES, 2, true), 4);
        assert_eq!(beside(&BOXES, 4, true), 6);
        assert_eq!(beside(&BOXES, 7, false), 4);
        assert_eq!(beside(&BOXES, 3, false), 0);
    }

    #[test]
    fn arrows_go_round_at_the_ends() {
        assert_eq!(beside(&BOXES, 6, true), 1);
        assert_eq!(beside(&BOXES, 2, false), 7);
        assert_eq!(beside(&BOXES[..1], 0, true), 0);
        assert_eq!(beside(&[], 0, true), 0);
    }
}
