use super::*;

fn problem(text: &str) -> String {
    Cube::parse(text).expect_err("a bad file").to_string()
}

fn applied(text: &str, colour: [u8; 4]) -> [u8; 4] {
    let mut pixel = colour;
    Cube::parse(text).expect("a good file").apply(&mut pixel);
    pixel
}

/// Swaps red and blue.
const SWAP: &str = "LUT_3D_SIZE 2\n0 0 0\n0 0 1\n0 1 0\n0 1 1\n1 0 0\n1 0 1\n1 1 0\n1 1 1\n";

#[test]
fn a_grid_is_read_red_first() {
    assert_eq!(applied(SWAP, [10, 20, 30, 40]), [30, 20, 10, 40]);
}

#[test]
fn every_way_to_write_a_file_is_understood() {
    let file = format!(
        "\u{feff}# by hand\nTITLE \"Swap #1\"\n\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX\t1 1.0 1e0\n{SWAP}# end\n\n"
    );
    for ends in
        [file.clone(), file.replace('\n', "\r\n"), file.trim_end().to_owned(), file.replace('\n', "  \n ")]
    {
        assert_eq!(Cube::parse(&ends), Cube::parse(SWAP), "{ends:?}");
    }
}

#[test]
fn a_domain_says_what_the_ends_stand_for() {
    let curve = "LUT_1D_SIZE 2\nDOMAIN_MIN 0 0 -1\nDOMAIN_MAX 0.5 1 1\n0 1 0\n1 0 1\n";
    // Red is twice as steep, green falls, blue is half as steep and begins in the middle.
    assert_eq!(applied(curve, [51, 51, 51, 9]), [102, 204, 153, 9]);
    assert_eq!(applied(curve, [204, 0, 255, 9]), [255, 255, 255, 9]);
    let ranged = "LUT_1D_SIZE 2\nLUT_1D_INPUT_RANGE -0.5 0.5\n0 0 0\n1 1 1\n";
    assert_eq!(applied(ranged, [51, 0, 153, 9]), [179, 128, 255, 9]);
}

/// In a long curve of a small domain that goes up and down from point to point, a place that is only a little wrong
/// is levels off: in `f32`, as `OpenColorIO` computes, up to two.
#[test]
fn places_on_long_curves_are_exact() {
    let mut curve = "LUT_1D_SIZE 65536\nDOMAIN_MIN 0.37 0.37 0.37\nDOMAIN_MAX 0.61 0.61 0.61\n".to_owned();
    curve.push_str(&"0 0 0\n1 1 1\n".repeat(32_768));
    let cube = Cube::parse(&curve).expect("a good file");
    for level in 95..=155_u8 {
        // From the first point, in parts of a step: (level / 255 − 0.37) / 0.24 of 65,535 steps.
        let parts = (100 * i64::from(level) - 37 * 255) * 65_535;
        let (before, beyond) = (parts / (24 * 255), parts % (24 * 255));
        let share = beyond as f64 / (24.0 * 255.0);
        let exact = 255.0 * if before % 2 == 0 { share } else { 1.0 - share };
        let mut pixel = [level; 4];
        cube.apply(&mut pixel);
        assert!((f64::from(pixel[0]) - exact).abs() < 0.52, "{level}: {} is not {exact}", pixel[0]);
    }
}

#[test]
fn a_bad_line_is_named() {
    for (text, expected) in [
        ("LUT_3D_SIZE 2\n0 0\n", "line 2 should have 3 numbers and has “0 0”"),
        ("LUT_3D_SIZE 2\r\n\r\n0 0 0 0\r\n", "line 3 should have 3 numbers and has “0 0 0 0”"),
        ("LUT_3D_SIZE 2\n0 1e99 0\n", "line 2 should have 3 numbers and has “0 1e99 0”"),
        ("LUT_3D_SIZE 2\nnan 0 0\n", "line 2 begins with “nan”, which no .cube file should"),
        ("0 0 0\n", "line 1 has a colour before there is LUT_3D_SIZE or LUT_1D_SIZE"),
        ("LUT_3D_SIZE 130\n", "line 1 should give a size from 2 to 129"),
        ("# x\nLUT_1D_SIZE\n", "line 2 should give a size from 2 to 65536"),
        ("LUT_3D_SIZE 1\n", "line 1 should give a size from 2 to 129"),
        ("LUT_3D_SIZE 2\nLUT_1D_SIZE 2\n", "line 2 gives a second size"),
        ("LUT_1D_SIZE 2\n0 0 0\n1 1 1\n1 1 1\n", "line 4 has a colour more than the 2 of the size"),
        ("DOMAIN_MIN 0\n", "line 1 should have 3 numbers and has “0”"),
    ] {
        assert_eq!(problem(text), expected);
    }
}

#[test]
fn what_is_missing_is_named() {
    assert_eq!(problem(""), "it has no line LUT_3D_SIZE or LUT_1D_SIZE");
    assert_eq!(problem("LUT_3D_SIZE 2\n0 0 0\n"), "it has 1 colours, and its size promises 8");
    let backwards = SWAP.replace("LUT_3D", "DOMAIN_MAX 1 0 1\nLUT_3D");
    assert_eq!(problem(&backwards), "its DOMAIN_MAX is not above its DOMAIN_MIN");
}

#[test]
fn a_short_text_gets_no_memory_for_what_it_promises() {
    assert_eq!(problem("LUT_3D_SIZE 129\n0 0 0\n"), "it has 1 colours, and its size promises 2146689");
    assert_eq!(parse::room_for(129 * 129 * 129, 22), 4);
    assert_eq!(parse::room_for(8, SWAP.len()), 8);
    let long = " ".repeat(Cube::MAX_BYTES + 1);
    assert_eq!(Cube::parse(&long), Err(CubeError::TooLong(long.len())));
}

/// Pieces of files in all orders, cut anywhere: there is an answer to each.
#[test]
fn nothing_that_is_read_panics() {
    let pieces = [
        "LUT_3D_SIZE 2\n",
        "LUT_1D_SIZE 3\n",
        "0 0 0\n",
        "-1e38 1e38 3e-45\n",
        "DOMAIN_MIN -1e38 0 0\n",
        "DOMAIN_MAX 3e38 1e-45 1\n",
        "TITLE \"“\n",
        "#\n",
        "é",
        "\r",
        "1 1 1 ",
        "LUT_3D_INPUT_RANGE 1 2\n",
    ];
    let mut number = 1_u32;
    for _ in 0..5000 {
        let mut text = String::new();
        for _ in 0..14 {
            number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Mostly colours, so that some tables become complete.
            text += pieces[(number >> 24) as usize % 24 % pieces.len()];
        }
        let cut = text.floor_char_boundary((number >> 8) as usize % (text.len() + 40));
        if let Ok(cube) = Cube::parse(&text[..cut]) {
            cube.apply(&mut [0, 255, 128, 9]);
        }
    }
}
