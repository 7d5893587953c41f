//! The state of the crop tool.

use leptos::prelude::*;

use crate::model::{crop::aspect_ratio::AspectRatio, stack::Stack};

/// The state of the crop tool. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct CropTool {
    /// Whether it is open.
    pub is_open: ReadSignal<bool>,
    /// The aspect ratio that the crop rectangle keeps.
    pub aspect: ReadSignal<AspectRatio>,
    pub(super) set_is_open: WriteSignal<bool>,
    pub(super) set_aspect: WriteSignal<AspectRatio>,
    /// The stack when it was opened.
    pub(super) stack_before: StoredValue<Stack>,
}

impl Default for CropTool {
    fn default() -> Self {
        let (is_open, set_is_open) = signal(false);
        let (aspect, set_aspect) = signal(AspectRatio::default());
        Self { is_open, aspect, set_is_open, set_aspect, stack_before: StoredValue::new(Stack::default()) }
    }
}

impl CropTool {
    /// The stack as it is shown: without its crop while the tool is open.
    pub fn visible(&self, stack: Stack) -> Stack {
        if self.is_open.get() { stack.without_crop() } else { stack }
    }
}
