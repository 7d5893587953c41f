//! The matrix from linear sRGB to linear sRGB that puts another white in the place of daylight.

type Matrix = [[f64; 3]; 3];

/// The white of sRGB, 6504 K, in mired (10⁶ / K): 153.75.
const NEUTRAL_MIRED: f64 = 1e6 / 6504.0;
/// Mired in one step of temperature.
const MIRED_PER_STEP: f64 = 0.96;
/// Distance in v of the CIE 1960 UCS in one step of tint.
const V_PER_STEP: f64 = 0.0002;

/// Linear sRGB to CIE XYZ, from IEC 61966-2-1.
const XYZ_FROM_RGB: Matrix = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
/// CIE XYZ to the cone responses of Bradford, from ICC.1, annex E.
const CONES_FROM_XYZ: Matrix =
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]];

/// The matrix for these settings, both from −100 to 100, as the filter's contract defines it.
pub fn matrix(temperature: f64, tint: f64) -> Matrix {
    let cones_from_rgb = product(&CONES_FROM_XYZ, &XYZ_FROM_RGB);
    let from = of_white(daylight(NEUTRAL_MIRED));
    let to = of_white(tinted(daylight(NEUTRAL_MIRED + MIRED_PER_STEP * temperature), tint));
    let mut scaled = cones_from_rgb;
    for (k, row) in scaled.iter_mut().enumerate() {
        *row = row.map(|weight| weight * to[k] / from[k]);
    }
    product(&inverse(&cones_from_rgb), &scaled)
}

/// The chromaticity (x, y) of daylight by CIE 15, whose formula has one part up to 7000 K and one above.
fn daylight(mired: f64) -> (f64, f64) {
    // In 1000 / K, so that the coefficients are of similar size.
    let t = mired / 1000.0;
    let x = if t >= 1.0 / 7.0 {
        ((-4.6070 * t + 2.9678) * t + 0.09911) * t + 0.244_063
    } else {
        ((-2.0064 * t + 1.9018) * t + 0.24748) * t + 0.237_040
    };
    (x, (-3.0 * x + 2.87) * x - 0.275)
}

/// Moves a chromaticity along v of the CIE 1960 UCS.
fn tinted((x, y): (f64, f64), tint: f64) -> (f64, f64) {
    let per = 12.0 * y - 2.0 * x + 3.0;
    let (u, v) = (4.0 * x / per, 6.0 * y / per - V_PER_STEP * tint);
    let per = 2.0 * u - 8.0 * v + 4.0;
    (3.0 * u / per, 2.0 * v / per)
}

/// The cone responses to a white of this chromaticity and luminance 1.
fn of_white((x, y): (f64, f64)) -> [f64; 3] {
    let xyz = [x / y, 1.0, (1.0 - x - y) / y];
    CONES_FROM_XYZ.map(|row| row.iter().zip(xyz).map(|(weight, value)| weight * value).sum())
}

fn product(left: &Matrix, right: &Matrix) -> Matrix {
    left.map(|row| [0, 1, 2].map(|k| row[0] * right[0][k] + row[1] * right[1][k] + row[2] * right[2][k]))
}

/// The inverse matrix, by cofactors. The determinant must not be 0.
fn inverse(m: &Matrix) -> Matrix {
    let cofactor = |row: usize, column: usize| {
        let (r, s) = ((row + 1) % 3, (row + 2) % 3);
        let (c, d) = ((column + 1) % 3, (column + 2) % 3);
        m[r][c] * m[s][d] - m[r][d] * m[s][c]
    };
    let determinant: f64 = (0..3).map(|column| m[0][column] * cofactor(0, column)).sum();
    [0, 1, 2].map(|row| [0, 1, 2].map(|column| cofactor(column, row) / determinant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_moved_is_the_identity() {
        for (row, weights) in matrix(0.0, 0.0).iter().enumerate() {
            for (column, weight) in weights.iter().enumerate() {
                assert!((weight - f64::from(u8::from(row == column))).abs() < 1e-12, "{row}, {column}");
            }
        }
    }

    #[test]
    fn the_neutral_white_is_that_of_srgb() {
        let (x, y) = daylight(NEUTRAL_MIRED);
        assert!((x - 0.3127).abs() < 1e-4 && (y - 0.3290).abs() < 2e-4, "{x}, {y}");
    }

    #[test]
    fn warm_is_more_red_and_less_blue_and_magenta_less_green() {
        let white = |rows: Matrix| rows.map(|row| row.iter().sum::<f64>());
        let [r, _, b] = white(matrix(50.0, 0.0));
        assert!(r > 1.05 && b < 0.9, "{r}, {b}");
        let [r, g, b] = white(matrix(0.0, 50.0));
        assert!(g < 1.0 && r > g && b > g, "{r}, {g}, {b}");
    }
}
