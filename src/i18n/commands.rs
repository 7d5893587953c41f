//! What the sheet of keys says.

/// What commands are called on the sheet of keys.
pub struct CommandTexts {
    pub open: &'static str,
    pub paste: &'static str,
    pub next_photo: &'static str,
    pub previous_photo: &'static str,
    pub take_out: &'static str,
    pub export: &'static str,
    pub copy_result: &'static str,
    pub export_batch: &'static str,
    pub fit: &'static str,
    pub full_size: &'static str,
    pub double_size: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub wheel_zoom: &'static str,
    pub wheel: &'static str,
    pub move_around: &'static str,
    pub drag_around: &'static str,
    pub set_split: &'static str,
    pub compare: &'static str,
    pub probe: &'static str,
    pub clipping: &'static str,
    pub crop: &'static str,
    pub crop_done: &'static str,
    pub add_filter: &'static str,
    pub switch: &'static str,
    pub move_filter: &'static str,
    pub duplicate: &'static str,
    pub remove: &'static str,
    pub save_look: &'static str,
    pub step: &'static str,
    pub fine_step: &'static str,
    pub ends: &'static str,
    pub default: &'static str,
    pub next_point: &'static str,
    pub move_point: &'static str,
    pub remove_point: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub history: &'static str,
    pub cancel: &'static str,
    pub keys: &'static str,
}

/// The headings of the sheet of keys.
pub struct KeyGroupTexts {
    pub photos: &'static str,
    pub view: &'static str,
    pub filters: &'static str,
    pub slider: &'static str,
    pub curve: &'static str,
    pub everywhere: &'static str,
}

/// What is printed on keys.
pub struct KeyTexts {
    pub shift: &'static str,
    pub alt: &'static str,
    pub space: &'static str,
    pub tab: &'static str,
    pub wheel: &'static str,
    pub delete: &'static str,
    pub home: &'static str,
    pub end: &'static str,
    pub backspace: &'static str,
}
