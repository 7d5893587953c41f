//! Turns and mirrors, brought before what they stand behind. So a photo that was turned after it was cropped can be
//! cropped anew, and what was cut off comes back.

use std::mem::swap;

use crate::{
    model::stack::geometry::GeometryStep,
    model::stack::{FilterLayer, Stack},
};

/// How a picture is laid anew.
#[derive(Debug, Clone, Copy)]
pub enum Reorientation {
    /// By so many quarters, clockwise.
    Turned(u32),
    /// Left to right, upside down.
    Mirrored(bool, bool),
}

impl Stack {
    /// The same pictures with turns and mirrors brought forward, as far as nothing else stands between.
    pub fn with_merged_turns(&self) -> Self {
        let mut stack = self.clone();
        while stack.move_one_to_front() {}
        stack
    }

    fn move_one_to_front(&mut self) -> bool {
        let on = self.layers.iter().enumerate().filter(|(_, layer)| layer.on);
        let on: Vec<_> = on.map(|(place, layer)| (place, GeometryStep::of(layer))).collect();
        for pair in on.windows(2) {
            let [(first, Some(before)), (second, Some(part))] = *pair else { continue };
            if part <= GeometryStep::Flip && before >= part {
                self.move_to_front(first, before, second, part);
                return true;
            }
        }
        false
    }

    /// Brings a turn or mirror before what comes before it, or makes one of two.
    fn move_to_front(&mut self, first: usize, before: GeometryStep, second: usize, part: GeometryStep) {
        let values = self.layers[second].values.clone();
        let quarters = (values[0] / 90.0).round() as u32;
        let layer = &mut self.layers[first];
        match (before, part) {
            (GeometryStep::Rotate, _) => {
                layer.values[0] = is_rotated_after(layer.values[0], quarters, &[]);
                self.layers.remove(second);
            }
            (GeometryStep::Flip, GeometryStep::Flip) => {
                for (way, other) in layer.values.iter_mut().zip(&values) {
                    *way = f64::from((*way >= 0.5) != (*other >= 0.5));
                }
                self.layers.remove(second);
            }
            (GeometryStep::Flip, _) => {
                let turn = is_rotated_after(0.0, quarters, &layer.values);
                self.layers[second].values[0] = turn;
                self.layers.swap(first, second);
            }
            (_, GeometryStep::Rotate) => {
                pass(layer, before, Reorientation::Turned(quarters));
                self.layers.swap(first, second);
            }
            _ => {
                pass(layer, before, Reorientation::Mirrored(values[0] >= 0.5, values[1] >= 0.5));
                self.layers.swap(first, second);
            }
        }
    }
}

/// Has a row do to a picture that is laid anew what it did to the picture before.
pub fn pass(layer: &mut FilterLayer, part: GeometryStep, laying: Reorientation) {
    let values = &mut layer.values;
    match (part, laying) {
        // Left, top, right, bottom: clockwise, what was the left is the top then.
        (GeometryStep::Crop, Reorientation::Turned(quarters)) => values.rotate_right(quarters as usize % 4),
        (GeometryStep::Crop, Reorientation::Mirrored(across, down)) => {
            let [left, top, right, bottom] = &mut values[..] else { return };
            if across {
                swap(left, right);
            }
            if down {
                swap(top, bottom);
            }
        }
        (GeometryStep::Resize, Reorientation::Turned(quarters)) if quarters % 2 == 1 => values.swap(0, 1),
        // In a mirror, what leant to the right leans to the left.
        (GeometryStep::Straighten, Reorientation::Mirrored(across, down)) if across != down => {
            values[0] = 0.0 - values[0];
        }
        _ => {}
    }
}

/// The angle of a turn by so many quarters more, seen behind a mirror.
pub fn is_rotated_after(angle_deg: f64, quarters: u32, flip: &[f64]) -> f64 {
    let mirrors = flip.iter().filter(|way| **way >= 0.5).count();
    let more = if mirrors % 2 == 1 { 4 - quarters % 4 } else { quarters };
    f64::from(((angle_deg / 90.0).round() as u32 + more) % 4 * 90)
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;
    use crate::model::crop::CropRect;

    /// A picture as rows of marks.
    type Marks = Vec<Vec<u32>>;

    fn turned(marks: &Marks) -> Marks {
        (0..marks[0].len()).map(|x| marks.iter().rev().map(|layer| layer[x]).collect()).collect()
    }

    fn mirrored(marks: &mut Marks) {
        for layer in marks {
            layer.reverse();
        }
    }

    fn shown(stack: &Stack, picture: (u32, u32)) -> Marks {
        let mut marks: Marks =
            (0..picture.1).map(|y| (0..picture.0).map(|x| y * picture.0 + x).collect()).collect();
        for layer in stack.layers().iter().filter(|layer| layer.on) {
            match layer.filter.id {
                "rotate" => {
                    for _ in 0..(layer.values[0] / 90.0) as u32 {
                        marks = turned(&marks);
                    }
                }
                "flip" => {
                    if layer.values[0] == 1.0 {
                        mirrored(&mut marks);
                    }
                    if layer.values[1] == 1.0 {
                        marks.reverse();
                    }
                }
                "crop" => {
                    let size = (marks[0].len() as u32, marks.len() as u32);
                    let CropRect { x, y, width, height } = CropRect::after(&layer.values, size);
                    let across = x as usize..(x + width) as usize;
                    marks = marks[y as usize..(y + height) as usize]
                        .iter()
                        .map(|layer| layer[across.clone()].to_vec())
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
            let with_merged_turns = stack.with_merged_turns();
            assert_eq!(shown(&with_merged_turns, (17, 11)), shown(&stack, (17, 11)), "{order}");
            let parts: Vec<_> = with_merged_turns.layers().iter().filter_map(GeometryStep::of).collect();
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
        assert_eq!(stack.with_merged_turns(), stack);
    }
}
