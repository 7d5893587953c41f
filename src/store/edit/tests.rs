use std::cell::Cell;

use safelight_kernels::spec;
use safelight_recipe::{PRESETS, Recipe};

use super::*;
use crate::model::{
    crop::{CropHandle, Edge},
    stack::{LutFile, geometry::GeometryStep},
};

thread_local! { static NOW_MS: Cell<f64> = const { Cell::new(0.0) }; }

fn now_ms() -> f64 {
    NOW_MS.get()
}

/// The part with an open photo of 300 × 200 pixels.
fn edit() -> Edit {
    NOW_MS.set(0.0);
    Edit::new(Signal::stored(Some((300, 200))), Status::default(), now_ms)
}

fn filter(id: &str) -> &'static Spec {
    spec(id).unwrap()
}

fn ids(edit: &Edit) -> Vec<&'static str> {
    edit.stack.get_untracked().layers().iter().map(|layer| layer.filter.id).collect()
}

fn entries(edit: &Edit) -> usize {
    edit.history.with_untracked(|history| history.entries().len())
}

fn message(edit: &Edit) -> StatusMessage {
    edit.status.message().get_untracked()
}

fn lut(name: &str) -> LutFile {
    LutFile { name: name.to_owned(), text: name.into() }
}

#[test]
fn an_added_filter_is_open_and_on_top_and_an_entry_of_the_history() {
    let edit = edit();
    edit.add(filter("sepia"));
    let key = edit.add(filter("invert"));
    assert_eq!(ids(&edit), ["sepia", "invert"]);
    assert_eq!((edit.open_layer.get_untracked(), edit.edited_layer.get_untracked()), (key, key));
    assert_eq!(
        (entries(&edit), message(&edit)),
        (3, StatusMessage::Changed(Change::Added(filter("invert"))))
    );
}

#[test]
fn the_stack_is_the_top_of_the_history_after_every_edit() {
    let edit = edit();
    let key = edit.add(filter("exposure")).unwrap();
    let edits: [&dyn Fn(); 9] = [
        &|| edit.set(key, 0, 1.0),
        &|| edit.set_strength(key, 40.0),
        &|| {
            edit.duplicate(key);
        },
        &|| edit.move_to(key, 1),
        &|| edit.set_enabled(key, false),
        &|| edit.reset_layer(key),
        &|| edit.rotate(true),
        &|| edit.undo(),
        &|| edit.apply_preset(Some(&PRESETS[0])),
    ];
    for act in edits {
        act();
        edit.history.with_untracked(|history| {
            edit.stack.with_untracked(|stack| assert_eq!(history.stack(), stack));
        });
    }
}

#[test]
fn an_edit_that_changes_nothing_is_no_entry() {
    let edit = edit();
    let key = edit.add(filter("exposure")).unwrap();
    edit.set(key, 0, 0.5);
    let before = entries(&edit);
    edit.set(key, 0, 0.5);
    edit.set(key, 99, 0.5);
    edit.set(key, 0, f64::NAN);
    edit.set_strength(key, 100.0);
    edit.set(99, 0, 1.0);
    edit.remove(99);
    assert_eq!(edit.duplicate(99), None);
    assert_eq!(entries(&edit), before);
}

#[test]
fn one_slider_that_is_dragged_is_one_entry() {
    let edit = edit();
    let key = edit.add(filter("exposure")).unwrap();
    for value in [0.1, 0.2, 0.3] {
        edit.set(key, 0, value);
    }
    assert_eq!(entries(&edit), 3);
    NOW_MS.set(5000.0);
    edit.set(key, 0, 0.4);
    assert_eq!(entries(&edit), 4, "after a rest it is another");
}

#[test]
fn a_pointer_that_rests_while_it_is_down_stays_in_its_entry() {
    let edit = edit();
    let key = edit.add(filter("exposure")).unwrap();
    edit.begin_pointer_gesture((0.0, 0.0));
    edit.set(key, 0, 0.1);
    NOW_MS.set(60_000.0);
    edit.set(key, 0, 0.2);
    edit.end_pointer_gesture(Some((90.0, 0.0)));
    assert_eq!(entries(&edit), 3);
    edit.begin_pointer_gesture((90.0, 0.0));
    edit.set(key, 0, 0.3);
    assert_eq!(entries(&edit), 4, "the next press begins another");
}

#[test]
fn a_double_click_is_one_entry() {
    let edit = edit();
    let key = edit.add(filter("exposure")).unwrap();
    edit.begin_pointer_gesture((5.0, 5.0));
    edit.set(key, 0, 0.1);
    edit.end_pointer_gesture(Some((5.0, 5.0)));
    NOW_MS.set(200.0);
    edit.begin_pointer_gesture((5.0, 5.0));
    edit.set(key, 0, 0.0);
    assert_eq!(entries(&edit), 3);
}

#[test]
fn undo_and_redo_say_what_they_did_and_close_the_settings_of_a_layer_that_is_gone() {
    let edit = edit();
    let key = edit.add(filter("sepia"));
    edit.undo();
    assert_eq!((ids(&edit), edit.open_layer.get_untracked()), (vec![], None));
    assert_eq!(message(&edit), StatusMessage::Undone(Change::Added(filter("sepia"))));
    edit.redo();
    assert_eq!(message(&edit), StatusMessage::Redone(Change::Added(filter("sepia"))));
    assert_eq!(edit.stack.get_untracked().layers()[0].key, key.unwrap());
    edit.redo();
    assert_eq!(entries(&edit), 2, "there is nothing more to redo");
}

#[test]
fn the_way_back_to_the_photo_as_it_was_opened_is_said() {
    let edit = edit();
    edit.add(filter("sepia"));
    edit.jump_to(0);
    assert_eq!(message(&edit), StatusMessage::AsOpened);
    edit.jump_to(7);
    assert_eq!(edit.history.with_untracked(History::at), 0);
}

#[test]
fn a_filter_that_is_added_after_undo_has_a_new_key() {
    let edit = edit();
    let undone = edit.add(filter("sepia"));
    edit.undo();
    assert_ne!(edit.add(filter("invert")), undone);
}

#[test]
fn a_full_stack_takes_no_more_and_says_so() {
    let edit = edit();
    while edit.add(filter("invert")).is_some() {}
    assert_eq!(message(&edit), StatusMessage::StackFull);
    let before = entries(&edit);
    assert_eq!(edit.duplicate(1), None);
    edit.rotate(true);
    assert_eq!((entries(&edit), message(&edit)), (before, StatusMessage::StackFull));
}

#[test]
fn a_rejected_lut_comes_back_neither_by_redo_nor_with_the_history() {
    let edit = edit();
    edit.import_lut(lut("bad.cube"));
    assert_eq!(ids(&edit), ["colour-table"]);
    assert_eq!(edit.reject_lut().as_deref(), Some("bad.cube"));
    edit.undo();
    edit.redo();
    edit.history.with_untracked(|history| {
        let has_lut = |entry: &crate::model::history::HistoryEntry| {
            entry.stack.layers().iter().any(|layer| layer.table.is_some())
        };
        assert!(!history.entries().iter().any(has_lut));
    });
    assert_eq!(edit.reject_lut(), None, "it is rejected once");
}

#[test]
fn a_lut_that_was_rendered_stays() {
    let edit = edit();
    edit.import_lut(lut("good.cube"));
    edit.confirm_lut();
    assert_eq!(edit.reject_lut(), None);
    assert_eq!(edit.stack.get_untracked().layers()[0].table, Some(lut("good.cube")));
}

#[test]
fn a_lut_goes_to_the_layer_that_is_open_for_one() {
    let edit = edit();
    edit.import_lut(lut("a.cube"));
    edit.import_lut(lut("b.cube"));
    assert_eq!(ids(&edit), ["colour-table"]);
    edit.set_open_layer(None);
    edit.import_lut(lut("c.cube"));
    assert_eq!(ids(&edit), ["colour-table", "colour-table"]);
}

#[test]
fn a_pasted_stack_takes_the_place_of_the_other() {
    let edit = edit();
    edit.paste_stack();
    edit.add(filter("sepia"));
    edit.copy_stack();
    edit.clear();
    edit.add(filter("invert"));
    edit.paste_stack();
    assert_eq!((ids(&edit), edit.open_layer.get_untracked()), (vec!["sepia"], None));
}

#[test]
fn a_preset_and_a_recipe_replace_the_filters_and_the_crop_stays_with_a_preset() {
    let edit = edit();
    edit.set_geometry(GeometryStep::Crop, vec![10.0, 0.0, 0.0, 0.0]);
    edit.add(filter("sepia"));
    edit.apply_preset(None);
    assert_eq!(ids(&edit), ["crop"]);
    edit.load_recipe(&Recipe::new(Vec::new()));
    assert!(ids(&edit).is_empty());
}

#[test]
fn an_activated_document_brings_its_history_and_closes_the_crop_tool() {
    let edit = edit();
    edit.add(filter("sepia"));
    let state = edit.state(crate::model::viewport::Zoom::Fit, (0.5, 0.5));
    edit.open_crop_tool();
    edit.reset();
    assert!(ids(&edit).is_empty() && !edit.crop_tool.is_open.get_untracked());
    edit.activate(state.history, state.open_layer);
    assert_eq!((ids(&edit), edit.open_layer.get_untracked()), (vec!["sepia"], Some(1)));
}

#[test]
fn a_preview_is_shown_and_is_no_part_of_the_stack() {
    let edit = edit();
    edit.set_preview(Some(FilterLayer::of(&safelight_recipe::FilterStep::new("rotate"), filter("rotate"))));
    let shown = untrack(|| edit.visible_stack());
    assert_eq!((shown.layers().len(), ids(&edit).len(), entries(&edit)), (1, 0, 1));
}

#[test]
fn an_open_crop_tool_shows_all_of_the_photo() {
    let edit = edit();
    edit.set_geometry(GeometryStep::Crop, vec![10.0, 0.0, 0.0, 0.0]);
    assert_eq!(edit.size.get_untracked(), Some((270, 200)));
    edit.open_crop_tool();
    assert_eq!(edit.size.get_untracked(), Some((300, 200)));
    let rect = untrack(|| edit.crop_rect()).unwrap();
    assert_eq!((rect.x, rect.width), (30, 270));
    edit.close_crop_tool();
    assert_eq!(untrack(|| edit.crop_rect()), None);
}

#[test]
fn a_cancelled_crop_is_as_it_was_before_the_tool_was_opened() {
    let edit = edit();
    edit.add(filter("sepia"));
    edit.open_crop_tool();
    edit.set_crop(Edge::Width, 200.0);
    edit.rotate(true);
    edit.cancel_crop();
    assert_eq!((ids(&edit), message(&edit)), (vec!["sepia"], StatusMessage::CropCancelled));
    assert!(!edit.crop_tool.is_open.get_untracked());
}

#[test]
fn a_crop_that_is_dragged_is_one_entry_and_a_rotation_one_each() {
    let edit = edit();
    edit.open_crop_tool();
    let rect = untrack(|| edit.crop_rect()).unwrap();
    let handle: CropHandle = (1, 0);
    for px in [-10.0, -20.0, -30.0] {
        edit.drag_crop(rect, handle, (px, 0.0));
    }
    let dragged = entries(&edit);
    edit.rotate(true);
    edit.rotate(true);
    assert_eq!(entries(&edit), dragged + 2);
}

#[test]
fn a_cancelled_rendering_goes_back_to_what_is_displayed() {
    let edit = edit();
    edit.add(filter("sepia"));
    let displayed = edit.stack.get_untracked().recipe();
    edit.add(filter("oil-paint"));
    edit.revert_to_displayed(&displayed);
    assert_eq!(ids(&edit), ["sepia"]);
}
