//! `safelight apply` over real files: what it writes, and what it leaves alone.

use std::io::Write;
use std::process::Stdio;

use safelight_recipe::{FilterStep, PRESETS, Recipe};

use crate::support::{Desk, Run, exists, exported, jpeg, png};

const LOOK: &str = r#"{"version": 1, "steps": [
    {"filter": "sepia"}, {"filter": "vignette", "values": {"amount": -40}}, {"filter": "grain", "values": {"amount": 12}}
]}"#;

#[test]
fn the_bytes_are_those_of_the_engine() {
    let desk = Desk::new();
    desk.put("look.json", LOOK.as_bytes());
    let recipe: Recipe = serde_json::from_str(LOOK).expect("a recipe");
    for (name, file) in [("in.jpg", jpeg(1)), ("in.png", png(1))] {
        desk.put(name, &file);
        desk.run(&["apply", "--recipe", "look.json", name, "-o", "out.png", "--force"]).went_well();
        assert!(desk.get("out.png") == exported(&file, &recipe), "{name}");
    }
}

#[test]
fn steps_follow_each_other_as_typed() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    desk.put("look.json", LOOK.as_bytes());
    let mut steps = vec![FilterStep::new("invert")];
    steps.extend(PRESETS.iter().find(|look| look.id == "noir").expect("a look").recipe().steps);
    let values = [("black".to_owned(), 20.0), ("gamma".to_owned(), 1.5)].into();
    steps.push(FilterStep { values, ..FilterStep::new("levels") });
    steps.extend(serde_json::from_str::<Recipe>(LOOK).expect("a recipe").steps);
    let typed =
        "apply -f invert --look noir in.png --filter levels:black=20,gamma=1.5 -r look.json -o out.png";
    desk.run(&typed.split(' ').collect::<Vec<_>>()).went_well();
    assert!(desk.get("out.png") == exported(&png(1), &Recipe::new(steps)));
}

#[test]
fn short_names_mean_the_long_ones() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    desk.run(&["apply", "--filter", "sepia", "--filter", "blur:sigma=4", "in.png", "-o", "out.png"])
        .went_well();
    let blur =
        FilterStep { values: [("sigma_px".to_owned(), 4.0)].into(), ..FilterStep::new("gaussian-blur") };
    assert!(desk.get("out.png") == exported(&png(1), &Recipe::new(vec![FilterStep::new("sepia"), blur])));
}

#[test]
fn a_colour_table_comes_from_its_file() {
    let desk = Desk::new();
    let swap = "TITLE \"caf\u{e9}\"\nLUT_1D_SIZE 2\n1 1 1\n0 0 0\n";
    // In Latin-1.
    let file: Vec<u8> = swap.chars().map(|letter| letter as u8).collect();
    desk.put("in.png", &png(1));
    desk.put("a, b.cube", &file);
    desk.run(&["apply", "-f", "colour-table:mix=60,cube=a, b.cube", "in.png", "-o", "out.png"]).went_well();
    let text = String::from_utf8_lossy(&file);
    let step = FilterStep { cube: Some(text.into()), strength: 60.0, ..FilterStep::new("colour-table") };
    let recipe = Recipe::new(vec![step]);
    assert!(desk.get("out.png") == exported(&png(1), &recipe));
    assert!(desk.get("out.png") != exported(&png(1), &Recipe::new(Vec::new())));
    desk.put("look.json", serde_json::to_string(&recipe).expect("JSON").as_bytes());
    desk.run(&["apply", "-r", "look.json", "in.png", "-o", "again.png"]).went_well();
    assert!(desk.get("again.png") == desk.get("out.png"));
}

#[test]
fn several_photos_go_into_a_folder_and_a_bad_one_stops_none() {
    let desk = Desk::new();
    desk.put("one.jpg", &jpeg(1));
    desk.put("two.png", &png(2));
    desk.put("sub/three.PNG", &png(3));
    desk.put("broken.png", &png(4)[..700]);
    desk.put("text.jpg", b"not a photo");
    let sepia = Recipe::new(vec![FilterStep::new("sepia")]);
    for jobs in ["1", "2", "16"] {
        let photos = ["one.jpg", "broken.png", "two.png", "text.jpg", "missing.jpg", "sub", "sub/three.PNG"];
        let folder = format!("out/{jobs}");
        let options = ["apply", "-f", "sepia", "-j", jobs, "-o", &folder];
        desk.run(&[&options[..], &photos].concat()).complained(
            1,
            &[
                "safelight: broken.png could not be opened. The file ends in the middle of the picture; it may \
                 not have been copied completely.",
                "safelight: text.jpg could not be opened. It is a text file; Safelight opens PNG and \
                 JPEG.",
                "safelight: missing.jpg could not be read: there is no such file.",
                "safelight: sub could not be read: it is a folder; name the photos in it.",
                "safelight: 4 of 7 photos failed; the others are written.",
            ],
        );
        assert_eq!(desk.names(&folder), ["one.png", "three.png", "two.png"]);
        assert!(desk.get(&format!("{folder}/one.png")) == exported(&jpeg(1), &sepia));
        assert!(desk.get(&format!("{folder}/two.png")) == exported(&png(2), &sepia));
        assert!(desk.get(&format!("{folder}/three.png")) == exported(&png(3), &sepia));
    }
    desk.run(&["apply", "-f", "sepia", "text.jpg", "-o", "text.png"]).complained(
        1,
        &["safelight: text.jpg could not be opened. It is a text file; Safelight opens PNG and JPEG."],
    );
    assert!(!exists(&desk.path("text.png")));
}

#[test]
fn a_photo_comes_in_and_goes_out_through_pipes() {
    let desk = Desk::new();
    let mut command = desk.command(&["apply", "--filter", "sepia", "-", "-o", "-"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(&png(5)).expect("a reader");
    let run = Run::of(&child.wait_with_output().expect("an end"));
    run.went_well();
    assert!(run.stdout == exported(&png(5), &Recipe::new(vec![FilterStep::new("sepia")])));
    desk.run(&["apply", "--filter", "sepia", "-", "-o", "-"])
        .complained(1, &["safelight: Standard input could not be opened. The file is empty."]);
}

#[test]
fn what_is_there_is_overwritten_only_when_asked() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    desk.put("done/in.png", b"dear");
    let again = "safelight: in.png was left out: done/in.png exists already, and only --force overwrites it.";
    desk.run(&["apply", "-f", "sepia", "in.png", "-o", "done/in.png"]).complained(1, &[again]);
    desk.run(&["apply", "-f", "sepia", "in.png", "-o", "done"]).complained(1, &[again]);
    assert_eq!(desk.get("done/in.png"), b"dear");
    desk.run(&["apply", "-f", "sepia", "in.png", "-o", "done", "--force"]).went_well();
    assert!(desk.get("done/in.png") == exported(&png(1), &Recipe::new(vec![FilterStep::new("sepia")])));
    assert_eq!(desk.names("done"), ["in.png"]);
}

#[test]
fn no_photo_is_ever_written_over() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    desk.put("other.png", &png(2));
    #[cfg(unix)]
    std::os::unix::fs::symlink("in.png", desk.path("link.png")).expect("a link");
    let outputs: &[&str] =
        if cfg!(unix) { &["in.png", "./in.png", ".", "link.png"] } else { &["in.png", "."] };
    for output in outputs {
        desk.run(&["apply", "-f", "sepia", "in.png", "--force", "-o", output])
            .complained(2, &["safelight: in.png would be overwritten by a result; choose another -o."]);
    }
    // Nor one that another photo's result would fall on.
    desk.put("sub/other.jpg", &jpeg(1));
    desk.run(&["apply", "-f", "sepia", "sub/other.jpg", "other.png", "--force", "-o", "."]).complained(
        2,
        &["safelight: sub/other.jpg and other.png would both become ./other.png; give them to two folders."],
    );
    assert!(desk.get("in.png") == png(1) && desk.get("other.png") == png(2));
}

/// What a link points to gets the new content; what is no file is left alone.
#[cfg(unix)]
#[test]
fn links_stay_links() {
    use std::os::unix::fs::symlink;

    let desk = Desk::new();
    desk.put("in.png", &png(1));
    desk.put("far/old.png", b"old");
    symlink("far/old.png", desk.path("link.png")).expect("a link");
    desk.run(&["apply", "-f", "sepia", "in.png", "-o", "link.png", "--force"]).went_well();
    assert!(desk.path("link.png").is_symlink());
    assert!(desk.get("far/old.png") == exported(&png(1), &Recipe::new(vec![FilterStep::new("sepia")])));
    let sentence = "something that is no file is there";
    desk.put("done/in.png/some", b"");
    desk.run(&["apply", "-f", "sepia", "in.png", "-o", "done", "--force"])
        .complained(1, &[&format!("safelight: done/in.png could not be written: {sentence}.")]);
    std::fs::remove_file(desk.path("link.png")).expect("a link");
    symlink("/dev/null", desk.path("link.png")).expect("a link");
    desk.run(&["apply", "-f", "sepia", "in.png", "-o", "link.png", "--force"])
        .complained(1, &[&format!("safelight: link.png could not be written: {sentence}.")]);
}

/// A result is like any other new file of its owner, and nothing is left beside it.
#[cfg(unix)]
#[test]
fn a_new_file_has_the_rights_of_one() {
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::new();
    desk.put("in.png", &png(1));
    desk.run(&["apply", "-f", "sepia", "in.png", "-o", "out.png"]).went_well();
    let mode = |name: &str| desk.path(name).metadata().expect("a file").permissions().mode();
    assert_eq!(mode("out.png"), mode("in.png"));
    assert_eq!(desk.names("."), ["in.png", "out.png"]);
}

#[test]
fn a_pipe_that_nobody_reads_is_no_crash() {
    let desk = Desk::new();
    desk.put("in.png", &png(1));
    let deaf = || {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        writer
    };
    let apply = ["apply", "-f", "sepia", "in.png", "-o", "-"];
    let output = desk.command(&apply).stdout(deaf()).output().expect("the program starts");
    Run::of(&output)
        .complained(1, &["safelight: Standard output could not be written: its reader stopped listening."]);
    for list in [&["filters"][..], &["filters", "--json"], &["looks"]] {
        let output = desk.command(list).stdout(deaf()).output().expect("the program starts");
        Run::of(&output).went_well();
    }
    let output =
        desk.command(&["apply", "-f", "sepia", "missing.png", "-o", "out.png"]).stderr(deaf()).output();
    assert_eq!(output.expect("the program starts").status.code(), Some(1));
}
