//! Parser of `.cube` files: the Cube LUT Specification 1.0 of Adobe, and `LUT_1D_INPUT_RANGE` and `LUT_3D_INPUT_RANGE`,
//! which some programs write instead of its domain.

use super::grid::{Grid, GridIndex};
use super::{Cube, CubeError, CubeErrorKind, LutKind, Point};

/// The most points along a side of a 3D LUT. The specification allows 256, which would be 450 MB of text.
pub const MAX_GRID: usize = 129;
/// The most points of a 1D LUT.
pub const MAX_CURVE: usize = 65_536;

/// Bytes of the shortest line with a colour: three digits, each followed by a space or the end of the line.
const SHORTEST_LINE: usize = 6;

impl Cube {
    /// The most bytes of text, which the largest table has with seven decimals in each number.
    pub const MAX_BYTES: usize = 64 << 20;

    /// Reads the text of a `.cube` file.
    ///
    /// # Errors
    /// When it is no such file or there is no memory for it.
    pub fn parse(text: &str) -> Result<Self, CubeError> {
        if text.len() > Self::MAX_BYTES {
            return Err(CubeError::TooLong(text.len()));
        }
        let mut file =
            File { bytes: text.len(), size: None, min: [0.0; 3], max: [1.0; 3], points: Vec::new() };
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = Line { text: line.trim(), number: index + 1 };
            if !line.text.is_empty() && !line.text.starts_with('#') {
                file.read(line)?;
            }
        }
        file.into_cube()
    }
}

/// The parsed part of a file.
struct File {
    /// Bytes of the whole text.
    bytes: usize,
    size: Option<Size>,
    /// The domain: the input values of the first and the last point of each channel.
    min: [f64; 3],
    max: [f64; 3],
    points: Vec<Point>,
}

#[derive(Clone, Copy)]
enum Size {
    ToneCurve(usize),
    Grid(usize),
}

impl Size {
    fn points(self) -> usize {
        match self {
            Self::ToneCurve(points) => points,
            Self::Grid(side) => side * side * side,
        }
    }
}

#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    number: usize,
}

impl Line<'_> {
    fn is(self, kind: CubeErrorKind) -> CubeError {
        CubeError::Line { line: self.number, kind }
    }

    /// Parses exactly `N` numbers.
    fn numbers<const N: usize>(self, text: &str) -> Result<[f64; N], CubeError> {
        let mut numbers = [0.0; N];
        let mut words = text.split_ascii_whitespace();
        let all_there = numbers.iter_mut().all(|number| {
            words.next().and_then(|word| word.parse().ok()).is_some_and(|found: f64| {
                *number = found;
                // The specification has 32-bit numbers; positions on a 1D LUT need more precision.
                found.abs() <= f64::from(f32::MAX)
            })
        });
        if all_there && words.next().is_none() {
            return Ok(numbers);
        }
        Err(self.is(CubeErrorKind::Numbers(N, text.chars().take(40).collect())))
    }

    fn size(self, text: &str, most: usize) -> Result<usize, CubeError> {
        let size = text.trim().parse().ok().filter(|size| (2..=most).contains(size));
        size.ok_or_else(|| self.is(CubeErrorKind::Size(most)))
    }
}

impl File {
    fn read(&mut self, line: Line) -> Result<(), CubeError> {
        if !line.text.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return self.read_colour(line);
        }
        let (keyword, rest) =
            line.text.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((line.text, ""));
        match keyword {
            "TITLE" => {}
            "DOMAIN_MIN" => self.min = line.numbers(rest)?,
            "DOMAIN_MAX" => self.max = line.numbers(rest)?,
            "LUT_1D_INPUT_RANGE" | "LUT_3D_INPUT_RANGE" => {
                [self.min, self.max] = line.numbers(rest)?.map(|end| [end; 3]);
            }
            "LUT_1D_SIZE" => self.begin(line, Size::ToneCurve(line.size(rest, MAX_CURVE)?))?,
            "LUT_3D_SIZE" => self.begin(line, Size::Grid(line.size(rest, MAX_GRID)?))?,
            _ => return Err(line.is(CubeErrorKind::Keyword(keyword.chars().take(40).collect()))),
        }
        Ok(())
    }

    fn begin(&mut self, line: Line, size: Size) -> Result<(), CubeError> {
        if self.size.replace(size).is_some() {
            return Err(line.is(CubeErrorKind::SecondSize));
        }
        let points = room_for(size.points(), self.bytes);
        self.points.try_reserve_exact(points).map_err(|_| CubeError::OutOfMemory(points))
    }

    fn read_colour(&mut self, line: Line) -> Result<(), CubeError> {
        let [r, g, b] = line.numbers(line.text)?;
        let promised = self.size.ok_or_else(|| line.is(CubeErrorKind::BeforeSize))?.points();
        if self.points.len() == promised {
            return Err(line.is(CubeErrorKind::TooMany(promised)));
        }
        let number =
            |channel: f64| i64::from(((channel * (255.0 * 32.0) + 0.5).floor() as i16).cast_unsigned());
        self.points.push(number(r) | number(g) << 16 | number(b) << 32);
        Ok(())
    }

    fn into_cube(self) -> Result<Cube, CubeError> {
        let size = self.size.ok_or(CubeError::NoSize)?;
        let (found, promised) = (self.points.len(), size.points());
        if found < promised {
            return Err(CubeError::TooFew { found, promised });
        }
        if self.min.iter().zip(&self.max).any(|(min, max)| min >= max) {
            return Err(CubeError::Domain);
        }
        let steps = |channel: usize, level: usize, side: usize| {
            let [min, max] = [self.min, self.max].map(|end| end[channel]);
            ((level as f64 / 255.0 - min) / (max - min)).clamp(0.0, 1.0) * (side - 1) as f64
        };
        Ok(Cube(match size {
            Size::ToneCurve(side) => {
                let level = |channel: usize, level: usize| {
                    let steps = steps(channel, level, side);
                    let before = (steps as usize).min(side - 2);
                    let [left, right] =
                        [0, 1].map(|next| f64::from((self.points[before + next] >> (16 * channel)) as i16));
                    ((left + (right - left) * (steps - before as f64)) / 32.0 + 0.5).floor() as u8
                };
                LutKind::Curves(Box::new(std::array::from_fn(|channel| {
                    std::array::from_fn(|from| level(channel, from))
                })))
            }
            Size::Grid(side) => {
                let between = [1, side, side * side];
                let index = |channel: usize, level: usize| {
                    GridIndex::new(steps(channel, level, side), side, between[channel])
                };
                let axes = Box::new(std::array::from_fn(|channel| {
                    std::array::from_fn(|level| index(channel, level))
                }));
                LutKind::Grid(Grid { points: self.points, axes })
            }
        }))
    }
}

/// The number of points to allocate: at most as many as a text of this many bytes can hold, whatever its size says.
pub(super) fn room_for(promised: usize, bytes: usize) -> usize {
    promised.min(bytes / SHORTEST_LINE + 1)
}
