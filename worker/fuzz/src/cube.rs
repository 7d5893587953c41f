//! Any text as a `.cube` file.

use safelight_kernels::Cube;

/// A colour table that parses can be applied, leaves alpha as it is, and does not depend on line endings.
///
/// # Panics
/// When that does not hold.
pub fn cube(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let cube = match Cube::parse(&text) {
        Ok(cube) => cube,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(Cube::parse(&lines.join("  \r\n")).as_ref(), Ok(&cube));
    let levels = [0, 1, 63, 127, 128, 200, 254, 255];
    let colours = levels.iter().flat_map(|r| levels.iter().flat_map(move |g| levels.map(|b| [*r, *g, b])));
    let before: Vec<u8> = colours.flat_map(|[r, g, b]| [r, g, b, r ^ g ^ b]).collect();
    let mut after = before.clone();
    cube.apply(&mut after);
    assert!(before.iter().skip(3).step_by(4).eq(after.iter().skip(3).step_by(4)), "alpha changed");
    // Each pixel is independent of its neighbours.
    for (colour, expected) in before.chunks(4).zip(after.chunks(4)).step_by(7) {
        let mut alone = colour.to_owned();
        cube.apply(&mut alone);
        assert_eq!(alone, expected, "{colour:?} alone");
    }
}
