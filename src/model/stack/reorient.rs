//! Turns and mirrors, brought before what they stand behind. So a photo that was turned after it was cropped can be
//! cropped anew, and what was cut off comes back.

use std::mem::swap;

use crate::{
    model::stack::geometry::Part,
    model::stack::{Row, Stack},
};

/// How a picture is laid anew.
#[derive(Debug, Clone, Copy)]
pub enum Laying {
    /// By so many quarters, clockwise.
    Turned(u32),
    /// Left to right, upside down.
    Mirrored(bool, bool),
}

impl Stack {
    /// The same pictures with turns and mirrors brought forward, as far as nothing else stands between.
    pub fn folded(&self) -> Self {
        let mut stack = self.clone();
        while stack.bring_one_forward() {}
        stack
    }

    fn bring_one_forward(&mut self) -> bool {
        let on = self.rows.iter().enumerate().filter(|(_, row)| row.on);
        let on: Vec<_> = on.map(|(place, row)| (place, Part::of(row))).collect();
        for pair in on.windows(2) {
            let [(first, Some(before)), (second, Some(part))] = *pair else { continue };
            if part <= Part::Flip && before >= part {
                self.bring_forward(first, before, second, part);
                return true;
            }
        }
        false
    }

    /// Brings a turn or mirror before what comes before it, or makes one of two.
    fn bring_forward(&mut self, first: usize, before: Part, second: usize, part: Part) {
        let values = self.rows[second].values.clone();
        let quarters = (values[0] / 90.0).round() as u32;
        let row = &mut self.rows[first];
        match (before, part) {
            (Part::Rotate, _) => {
                row.values[0] = turned_behind(row.values[0], quarters, &[]);
                self.rows.remove(second);
            }
            (Part::Flip, Part::Flip) => {
                for (way, other) in row.values.iter_mut().zip(&values) {
                    *way = f64::from((*way >= 0.5) != (*other >= 0.5));
                }
                self.rows.remove(second);
            }
            (Part::Flip, _) => {
                let turn = turned_behind(0.0, quarters, &row.values);
                self.rows[second].values[0] = turn;
                self.rows.swap(first, second);
            }
            (_, Part::Rotate) => {
                pass(row, before, Laying::Turned(quarters));
                self.rows.swap(first, second);
            }
            _ => {
                pass(row, before, Laying::Mirrored(values[0] >= 0.5, values[1] >= 0.5));
                self.rows.swap(first, second);
            }
        }
    }
}

/// Has a row do to a picture that is laid anew what it did to the picture before.
pub fn pass(row: &mut Row, part: Part, laying: Laying) {
    let values = &mut row.values;
    match (part, laying) {
        // Left, top, right, bottom: clockwise, what was the left is the top then.
        (Part::Crop, Laying::Turned(quarters)) => values.rotate_right(quarters as usize % 4),
        (Part::Crop, Laying::Mirrored(across, down)) => {
            let [left, top, right, bottom] = &mut values[..] else { return };
            if across {
                swap(left, right);
            }
            if down {
                swap(top, bottom);
            }
        }
        (Part::Resize, Laying::Turned(quarters)) if quarters % 2 == 1 => values.swap(0, 1),
        // In a mirror, what leant to the right leans to the left.
        (Part::Straighten, Laying::Mirrored(across, down)) if across != down => values[0] = 0.0 - values[0],
        _ => {}
    }
}

/// The angle of a turn by so many quarters more, seen behind a mirror.
pub fn turned_behind(angle_deg: f64, quarters: u32, flip: &[f64]) -> f64 {
    let mirrors = flip.iter().filter(|way| **way >= 0.5).count();
    let more = if mirrors % 2 == 1 { 4 - quarters % 4 } else { quarters };
    f64::from(((angle_deg / 90.0).round() as u32 + more) % 4 * 90)
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;
    use crate::model::crop::Frame;

    /// A picture as rows of marks.
    type Marks = Vec<Vec<u32>>;

    fn turned(marks: &Marks) -> Marks {
        (0..marks[0].len()).map(|x| marks.iter().rev().map(|row| row[x]).collect()).collect()
    }

    fn mirrored(marks: &mut Marks) {
        for row in marks {
            row.reverse();
        }
    }

    fn shown(stack: &Stack, picture: (u32, u32)) -> Marks {
        let mut marks: Marks =
            (0..picture.1).map(|y| (0..picture.0).map(|x| y * picture.0 + x).collect()).collect();
        for row in stack.rows().iter().filter(|row| row.on) {
            match row.filter.id {
                "rotate" => {
                    for _ in 0..(row.values[0] / 90.0) as u32 {
                        marks = turned(&marks);
                    }
                }
                "flip" => {
                    if row.values[0] == 1.0 {
                        mirrored(&mut marks);
                    }
                    if row.values[1] == 1.0 {
                        marks.reverse();
                    }
                }
                "crop" => {
                    let size = (marks[0].len() as u32, marks.len() as u32);
                    let Frame { x, y, width, height } = Frame::after(&row.values, size);
                    let across = x as usize..(x + width) as usize;
                    marks = marks[y as usize..(y + height) as usize]
                        .iter()
                        .map(|row| row[across.clone()].to_vec())
                        .collect();
                }
                other => panic!("{other} is not tried here"),
            }
        }
        marks
    }

    /// Every order of these four, with every setting.
    #[test]
    fn folding_shows_the_same_picture() {
        for order in 0..256 {
            let mut stack = Stack::default();
            for at in 0..4 {
                let (id, values): (_, &[f64]) = match order >> (2 * at) & 3 {
                    0 => ("rotate", &[90.0]),
                    1 => ("rotate", &[180.0]),
                    2 => ("flip", if at % 2 == 0 { &[1.0, 0.0] } else { &[0.0, 1.0] }),
                    _ => ("crop", &[10.0, 20.0, 30.0, 5.0]),
                };
                let key = stack.add(spec(id).unwrap());
                for (param, value) in values.iter().enumerate() {
                    stack.set(key, param, *value);
                }
            }
            let folded = stack.folded();
            assert_eq!(shown(&folded, (17, 11)), shown(&stack, (17, 11)), "{order}");
            let parts: Vec<_> = folded.rows().iter().filter_map(Part::of).collect();
            assert!(parts.is_sorted(), "{parts:?}");
            for turn in [1, 2, 3] {
                let mut more = stack.clone();
                more.turn(turn);
                let mut expected = shown(&stack, (17, 11));
                for _ in 0..turn {
                    expected = turned(&expected);
                }
                assert_eq!(shown(&more, (17, 11)), expected, "{order} by {turn}");
            }
            let mut more = stack.clone();
            more.mirror(false);
            let mut expected = shown(&stack, (17, 11));
            mirrored(&mut expected);
            assert_eq!(shown(&more, (17, 11)), expected, "{order}");
        }
    }

    #[test]
    fn what_stands_between_stays_between() {
        let mut stack = Stack::default();
        for id in ["crop", "motion-blur", "rotate"] {
            stack.add(spec(id).unwrap());
        }
        stack.set(3, 0, 90.0);
        assert_eq!(stack.folded(), stack);
    }
}
