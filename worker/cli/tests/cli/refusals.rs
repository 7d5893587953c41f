//! What cannot be meant is refused in one sentence before anything is done; what can is told.

use crate::support::{Desk, exported, png};

#[test]
fn a_bad_recipe_is_refused() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    let known = safelight_kernels::SPECS.iter().map(|spec| spec.id).collect::<Vec<_>>().join(", ");
    for (recipe, sentence) in [
        ("{", "bad.json is no recipe: EOF while parsing an object at line 1 column 1.".to_owned()),
        (
            r#"{"version": 1, "steps": [], "name": "x"}"#,
            "bad.json is no recipe: unknown field `name`, expected `version` or `steps` at line 1 column 34."
                .to_owned(),
        ),
        (
            r#"{"version": 7, "steps": []}"#,
            "bad.json cannot be used. The recipe is of version 7; Safelight knows version 1.".to_owned(),
        ),
        (
            r#"{"version": 1, "steps": [{"filter": "sepja"}]}"#,
            format!("bad.json cannot be used. Step 1 names a filter “sepja”; known filters are {known}."),
        ),
    ] {
        desk.put("bad.json", recipe.as_bytes());
        let run = desk.run(&["apply", "-r", "bad.json", "in.png", "-o", "out/"]);
        run.complained(2, &[&format!("safelight: {sentence}")]);
        assert_eq!(desk.names("."), ["bad.json", "in.png"], "not even the folder");
    }
    desk.put("bad.cube", b"LUT_1D_SIZE 2\n1 1\n");
    desk.run(&["apply", "-f", "colour-table:cube=bad.cube", "in.png", "-o", "out.png"]).complained(
        2,
        &["safelight: --filter colour-table:cube=bad.cube cannot be used. Step 1 needs another .cube file: line 2 \
           should have 3 numbers and has “1 1”."],
    );
    let run = desk.run(&["apply", "-f", "colour-table:cube=no.cube", "in.png", "-o", "out.png"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.starts_with("safelight: The colour table no.cube could not be read: "),
        "{}",
        run.stderr
    );
    let run = desk.run(&["apply", "-r", "no.json", "in.png", "-o", "out.png"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.starts_with("safelight: The recipe no.json could not be read: "), "{}", run.stderr);
}

#[test]
fn sixty_four_steps_are_the_most_from_all_sides_together() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    let mut arguments = vec!["apply", "in.png", "-o", "out.png"];
    arguments.extend(["-f", "invert"].repeat(64));
    desk.run(&arguments).went_well();
    arguments.extend(["-f", "invert", "--force"]);
    desk.run(&arguments).complained(2, &["safelight: The recipe has 65 steps; Safelight takes up to 64."]);
}

#[test]
fn a_bad_command_line_is_refused() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    for (arguments, part) in [
        (
            &["apply", "-f", "sepja", "in.png", "-o", "out.png"][..],
            "there is no filter “sepja”; known filters are brightness, ",
        ),
        (
            &["apply", "-f", "levels:whyte=3", "in.png", "-o", "out.png"],
            "levels has no setting “whyte”; it has black, ",
        ),
        (&["apply", "-l", "noirr", "in.png", "-o", "out.png"], "a similar value exists: 'noir'"),
        (&["apply", "in.png", "-o", "out.png"], "--recipe <FILE>|--look <NAME>|--filter"),
        (&["apply", "-f", "sepia", "in.png"], "--output <PATH>"),
        (&["apply", "-f", "sepia", "-o", "out.png"], "<PHOTO>"),
        (
            &["apply", "-f", "sepia", "in.png", "-o", "out.jpg"],
            "out.jpg does not end in .png; Safelight writes PNG only.",
        ),
        (&["apply", "-f", "sepia", "in.png", "-j", "0", "-o", "out.png"], "invalid value '0'"),
        (&["develop"], "unrecognized subcommand 'develop'"),
        (&[], "Usage: safelight <COMMAND>"),
    ] {
        let run = desk.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.stderr.contains(part), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(desk.names("."), ["in.png"]);
}

#[test]
fn a_clamped_number_is_told_and_used() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    desk.put(
        "far.json",
        br#"{"version": 1, "steps": [{"filter": "sepia"}, {"filter": "levels", "values": {"black": 900}}]}"#,
    );
    let run = desk.run(&["apply", "-r", "far.json", "in.png", "-o", "out.png", "-f", "levels:white=-4"]);
    run.complained(
        0,
        &[
            "safelight: far.json: Step 2: black of levels was 900; the nearest that it can be, 254, is used.",
            "safelight: --filter levels:white=-4: Step 1: white of levels was -4; the nearest that it can be, 1, is \
             used.",
        ],
    );
    let meant = r#"{"version": 1, "steps": [{"filter": "sepia"}, {"filter": "levels", "values": {"black": 254}},
        {"filter": "levels", "values": {"white": 1}}]}"#;
    assert!(desk.get("out.png") == exported(&png(1), &serde_json::from_str(meant).expect("a recipe")));
}
