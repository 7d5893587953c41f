use super::*;
use crate::model::crop::aspect_ratio::{AspectPreset, AspectRatio, new_size};

const PICTURE: (u32, u32) = (300, 200);
const FRAME: CropRect = CropRect { x: 50, y: 40, width: 120, height: 80 };

fn frame(x: u32, y: u32, width: u32, height: u32) -> CropRect {
    CropRect { x, y, width, height }
}

fn lies_inside(frame: CropRect, picture: (u32, u32)) -> bool {
    frame.width > 0
        && frame.height > 0
        && frame.x + frame.width <= picture.0
        && frame.y + frame.height <= picture.1
}

#[test]
fn each_handle_moves_its_own_edges() {
    let dragged = |hold| FRAME.dragged(hold, (10.4, 5.0), None, PICTURE);
    assert_eq!(dragged((-1, -1)), frame(60, 45, 110, 75));
    assert_eq!(dragged((0, -1)), frame(50, 45, 120, 75));
    assert_eq!(dragged((1, -1)), frame(50, 45, 130, 75));
    assert_eq!(dragged((1, 0)), frame(50, 40, 130, 80));
    assert_eq!(dragged((1, 1)), frame(50, 40, 130, 85));
    assert_eq!(dragged((0, 1)), frame(50, 40, 120, 85));
    assert_eq!(dragged((-1, 1)), frame(60, 40, 110, 85));
    assert_eq!(dragged((-1, 0)), frame(60, 40, 110, 80));
    assert_eq!(dragged(FULL), frame(60, 45, 120, 80));
}

#[test]
fn no_hand_leads_out_of_the_picture_or_to_nothing() {
    for ratio in [None, Some(1.0), Some(16.0 / 9.0), Some(0.2)] {
        for hold in HANDLES.into_iter().chain([FULL]) {
            for by in [(-999.0, -999.0), (999.0, 999.0), (-999.0, 999.0), (999.0, 0.0), (0.0, -999.0)] {
                let dragged = FRAME.dragged(hold, by, ratio, PICTURE);
                assert!(lies_inside(dragged, PICTURE), "{hold:?} by {by:?} at {ratio:?}: {dragged:?}");
            }
        }
    }
    assert_eq!(FRAME.dragged(FULL, (999.0, -999.0), None, PICTURE), frame(180, 0, 120, 80));
    assert_eq!(FRAME.dragged((-1, -1), (999.0, 999.0), None, PICTURE), frame(169, 119, 1, 1));
}

#[test]
fn a_ratio_is_kept_and_what_lies_opposite_stays() {
    let ratio = Some(1.5);
    // Along the diagonal.
    assert_eq!(FRAME.dragged((1, 1), (30.0, 20.0), ratio, PICTURE), frame(50, 40, 150, 100));
    assert_eq!(FRAME.dragged((-1, -1), (30.0, 20.0), ratio, PICTURE), frame(80, 60, 90, 60));
    // Across it nothing changes.
    assert_eq!(FRAME.dragged((1, 1), (20.0, -30.0), ratio, PICTURE), FRAME);
    // An edge's neighbours move alike.
    assert_eq!(FRAME.dragged((1, 0), (30.0, 0.0), ratio, PICTURE), frame(50, 30, 150, 100));
    assert_eq!(FRAME.dragged((0, 1), (0.0, 20.0), ratio, PICTURE), frame(35, 40, 150, 100));
    // Where one side has no more room, the other stops as well.
    assert_eq!(FRAME.dragged((1, 1), (900.0, 900.0), ratio, PICTURE), frame(50, 40, 240, 160));
    assert_eq!(FRAME.dragged((-1, 1), (-900.0, 900.0), ratio, PICTURE), frame(0, 40, 170, 113));
}

#[test]
fn every_key_moves_a_frame_in_a_ratio() {
    for ratio in [1.0, 1.5, 0.2, 5.0] {
        let start = FRAME.fit_aspect(ratio, PICTURE);
        let start = start.with(Edge::Width, f64::from(start.width) / 2.0, Some(ratio), PICTURE);
        let start = start.with(Edge::X, 60.0, None, PICTURE).with(Edge::Y, 45.0, None, PICTURE);
        for hold in HANDLES {
            for key in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                let nudged = start.nudged(hold, key, Some(ratio), PICTURE);
                let moves = f64::from(hold.0) * key.0 + f64::from(hold.1) * key.1;
                assert_eq!(nudged.width > start.width, moves > 0.0, "{hold:?} {key:?} {ratio}");
                assert_eq!(nudged.width < start.width, moves < 0.0, "{hold:?} {key:?} {ratio}");
            }
        }
    }
    assert_eq!(FRAME.nudged((1, 1), (0.0, 10.0), Some(1.5), PICTURE), frame(50, 40, 135, 90));
    assert_eq!(FRAME.nudged((1, 1), (-1.0, 0.0), None, PICTURE), frame(50, 40, 119, 80));
}

#[test]
fn numbers_set_what_they_name_and_the_rest_gives_way() {
    let with = |side, px| FRAME.with(side, px, None, PICTURE);
    assert_eq!(with(Edge::X, 70.0), frame(70, 40, 120, 80));
    assert_eq!(with(Edge::X, 500.0), frame(180, 40, 120, 80));
    assert_eq!(with(Edge::Width, 200.0), frame(50, 40, 200, 80));
    assert_eq!(with(Edge::Width, 280.0), frame(20, 40, 280, 80));
    assert_eq!(with(Edge::Height, 999.0), frame(50, 0, 120, 200));
    assert_eq!(with(Edge::Height, -4.0), frame(50, 40, 120, 1));
    let fit_aspect = |side, px| FRAME.with(side, px, Some(1.5), PICTURE);
    assert_eq!(fit_aspect(Edge::Width, 60.0), frame(50, 40, 60, 40));
    assert_eq!(fit_aspect(Edge::Height, 100.0), frame(50, 40, 150, 100));
    assert_eq!(fit_aspect(Edge::Width, 999.0), frame(0, 0, 300, 200));
}

#[test]
fn a_ratio_that_is_chosen_keeps_middle_and_area() {
    let whole = frame(0, 0, 300, 200);
    assert_eq!(whole.fit_aspect(1.0, PICTURE), frame(50, 0, 200, 200));
    assert_eq!(whole.fit_aspect(16.0 / 9.0, PICTURE), frame(0, 16, 300, 169));
    let square = FRAME.fit_aspect(1.0, PICTURE);
    assert_eq!(square, frame(61, 31, 98, 98));
    // There and back is where it was, nearly.
    assert_eq!(square.fit_aspect(1.5, PICTURE), frame(50, 40, 120, 80));
    let corner = frame(0, 0, 90, 60).fit_aspect(0.5, PICTURE);
    assert!(lies_inside(corner, PICTURE), "{corner:?}");
}

#[test]
fn ratios_turn_with_the_picture() {
    let of = |shape| AspectRatio { shape, swapped: false };
    assert_eq!(of(AspectPreset::Free).on(PICTURE), None);
    assert_eq!(of(AspectPreset::Picture).on(PICTURE), Some(1.5));
    assert_eq!(of(AspectPreset::Of(4, 5)).on(PICTURE), Some(0.8));
    assert_eq!(of(AspectPreset::Of(4, 5)).turned().on(PICTURE), Some(1.25));
    assert_eq!(of(AspectPreset::Picture).turned().on((200, 300)), of(AspectPreset::Picture).on((200, 300)));
}

#[test]
fn steps_are_a_pixel_or_round_numbers() {
    assert_eq!(step_px(PICTURE, false), 1.0);
    assert_eq!([(300, 200), (1600, 1067), (4000, 6000)].map(|size| step_px(size, true)), [10.0, 20.0, 60.0]);
}

#[test]
fn a_new_size_changes_something_or_is_none() {
    let before = [300.0, 200.0];
    assert_eq!(new_size([150.4, 0.0], before), [150.0, 0.0]);
    assert_eq!(new_size([0.0, 99_999.0], before), [0.0, 16_384.0]);
    assert_eq!(new_size([-3.0, 200.0], before), [1.0, 200.0]);
    assert_eq!(new_size([300.0, 200.0], before), [0.0, 0.0]);
    assert_eq!(new_size([0.0, 200.0], before), [0.0, 0.0]);
}
