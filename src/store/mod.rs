//! The reactive store: what is wanted, what is shown, and what is being done about it. Edits are
//! methods; components read the signals and call them. Pixels never come by here.

pub mod documents;
pub mod edit;
pub mod events;
pub mod output;
pub mod presets;
pub mod status;
pub mod ui_state;
pub mod view;

use leptos::{html::Canvas, prelude::*, task::spawn_local};
use safelight_kernels::{Kind, SPECS, Spec};
use safelight_protocol::RenderOptions;
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    model::change::Change,
    model::documents::DocumentList,
    model::history::History,
    model::stack::{FilterLayer, LutFile, Stack},
    model::status::message::StatusMessage,
    model::status::{failure::FailureReason, notification::NotificationKind},
    model::viewport::Viewport,
    platform::files,
    services::worker::{RenderRequest, WorkerClient},
    store::documents::persistence,
    store::documents::thumbnails::Thumbnails,
    store::edit::crop_tool::CropTool,
    store::output::{batch, clipboard},
    store::presets::pending_recipe::{PendingRecipe, is_recipe},
    store::status::Status,
    store::view::inspection::Inspection,
};

/// The filter that takes a table of colours. Looked up by the compiler: a first visit would load the whole registry.
const TABLE: Option<&Spec> = {
    let mut at = 0;
    while at < SPECS.len() && !matches!(SPECS[at].kind, Kind::Lut) {
        at += 1;
    }
    if at < SPECS.len() { Some(SPECS[at]) } else { None }
};

/// The store. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Store {
    /// The open photo.
    pub photo: RwSignal<Option<Photo>>,
    /// All photos: the open one, and those that stand aside.
    pub documents: RwSignal<DocumentList<File>, LocalStorage>,
    /// The file that is being opened.
    pub opening: RwSignal<Option<Opening>>,
    /// The wanted stack.
    pub stack: RwSignal<Stack>,
    /// How it came about.
    pub history: RwSignal<History>,
    /// A filter that is shown on top of it, and may be added.
    pub trial: RwSignal<Option<FilterLayer>>,
    /// The size of the whole picture under that stack, in pixels.
    pub size: Memo<Option<(u32, u32)>>,
    /// The row whose settings are open.
    pub open_layer: RwSignal<Option<u32>>,
    /// The row that was edited last.
    pub edited_layer: RwSignal<Option<u32>>,
    /// The crop tool.
    pub crop_tool: CropTool,
    /// A stack to be pasted.
    pub copied_stack: RwSignal<Option<Stack>>,
    /// How the photo is seen.
    pub viewport: RwSignal<Viewport>,
    /// Whether the original is wanted instead of the stack, for as long as a key or button is held.
    pub comparing: RwSignal<bool>,
    /// What made the pixels on screen.
    pub shown: RwSignal<Option<DisplayedFrame>>,
    /// The state of the worker.
    pub worker_status: RwSignal<WorkerStatus>,
    /// Share of a slow rendering that is done, once it takes longer than an eye forgives.
    pub rendering: RwSignal<Option<f32>>,
    /// Share of the export that is done, while one runs.
    pub exporting: RwSignal<Option<f32>>,
    /// The photo on its way to the clipboard.
    pub clipboard_write: clipboard::ClipboardWrite,
    /// How many files hang over the page, while some do.
    pub dragged_files: RwSignal<Option<u32>>,
    /// Small pictures to choose by.
    pub thumbnails: Thumbnails,
    /// Notifications, and the message in the status bar.
    pub status: Status,
    /// Recipes that came and wait.
    pub pending_recipe: PendingRecipe,
    /// The export of several photos.
    pub batch: batch::BatchState,
    /// Looks of a person's own.
    pub user_presets: presets::UserPresetStore,
    /// Where the pixels are shown.
    pub canvas: NodeRef<Canvas>,
    /// What is drawn over them, and told of them.
    pub inspection: Inspection,
    /// What is kept for the next visit.
    pub kept: StoredValue<persistence::InKeeping>,
    worker: StoredValue<WorkerClient, LocalStorage>,
    notes: StoredValue<Scratch>,
}

/// What nobody watches.
#[derive(Default)]
struct Scratch {
    /// The stack that the small pictures of filters are of.
    below_filters: Option<Recipe>,
    /// The looks that the small pictures of own ones are of.
    user_preset_ids: Vec<u32>,
    /// The photo in hand that a small picture was asked of last, and how.
    document: Option<(u32, Recipe)>,
    /// How each photo of the strip was when its small picture was made.
    printed: Vec<(u32, Recipe)>,
    /// The stack when the crop tool was opened.
    stack_before_crop: Stack,
    /// The row whose table of colours has not been shown to be one.
    new_table: Option<u32>,
    /// Since when a hand has been down, if one is.
    pressed_since_ms: Option<f64>,
    /// Where a hand came down last, in CSS pixels.
    pressed_css: (f64, f64),
    /// When and where it clicked last, if that was what it did last.
    clicked: Option<(f64, (f64, f64))>,
    /// Counts what was opened, so that a late sample does not take a newer file's place.
    opened_files: u32,
    /// The photo that goes out of the strip once another is open.
    leaving: Option<u32>,
    /// The name of the file that is being exported, by the stack at its start.
    export_name: String,
    /// Which photo it is made of, and how.
    exporting: Option<(u32, Recipe)>,
}

/// The open photo, without its pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    /// The file's name.
    pub name: String,
    /// The file's size.
    pub bytes: f64,
    /// Pixels: width and height, orientation applied.
    pub size: (u32, u32),
    /// Whether any pixel is not opaque.
    pub has_alpha: bool,
}

/// A file on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The file's name.
    pub name: String,
    /// The file's size.
    pub bytes: f64,
    /// Pixels, once the header is read.
    pub size: Option<(u32, u32)>,
}

/// What made the pixels on screen.
#[derive(Debug, Clone, PartialEq)]
pub struct DisplayedFrame {
    /// The stack and the view.
    pub request: RenderRequest,
    /// Time in the worker.
    pub worker_ms: f64,
}

/// The worker's lamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerStatus {
    /// The worker is being loaded, or loaded again.
    Starting,
    /// It waits for work.
    Ready,
    /// It works.
    Working,
    /// It could not be loaded.
    Out,
}

impl Store {
    /// Starts the worker, and keeps it asked for what is wanted.
    pub fn start() -> Self {
        let photo = RwSignal::new(None::<Photo>);
        let (stack, trial) = (RwSignal::new(Stack::default()), RwSignal::new(None::<FilterLayer>));
        let crop_tool = CropTool::default();
        let store = Self {
            photo,
            documents: RwSignal::new_local(DocumentList::after((js_sys::Math::random() * 1e9) as u32)),
            opening: RwSignal::new(None),
            stack,
            history: RwSignal::new(History::default()),
            trial,
            size: Memo::new(move |_| {
                let photo = photo.read();
                photo.as_ref().map(|photo| {
                    crop_tool.seen(stack.read().with(trial.read().as_ref())).size_after(photo.size)
                })
            }),
            open_layer: RwSignal::new(None),
            edited_layer: RwSignal::new(None),
            crop_tool,
            copied_stack: RwSignal::new(None),
            viewport: RwSignal::new(Viewport::default()),
            comparing: RwSignal::new(false),
            shown: RwSignal::new(None),
            worker_status: RwSignal::new(WorkerStatus::Starting),
            rendering: RwSignal::new(None),
            exporting: RwSignal::new(None),
            clipboard_write: clipboard::ClipboardWrite::default(),
            dragged_files: RwSignal::new(None),
            thumbnails: Thumbnails::default(),
            status: Status::default(),
            pending_recipe: PendingRecipe::default(),
            batch: batch::BatchState::default(),
            user_presets: presets::UserPresetStore::default(),
            canvas: NodeRef::new(),
            inspection: Inspection::default(),
            kept: StoredValue::default(),
            worker: StoredValue::new_local(WorkerClient::default()),
            notes: StoredValue::new(Scratch::default()),
        };
        store.worker.with_value(|worker| worker.start(move |event| store.handle_event(event)));
        Effect::new(move || store.want());
        store
    }

    /// Opens photos. A table of colours among the files goes to a filter, a recipe is offered.
    pub fn open(&self, files: Vec<File>) {
        let (tables, others): (Vec<_>, Vec<_>) = files.into_iter().partition(files::is_table);
        let (recipes, photos): (Vec<_>, Vec<_>) = others.into_iter().partition(is_recipe);
        if let Some(table) = tables.into_iter().next() {
            self.import_lut(table);
        }
        if let Some(recipe) = recipes.into_iter().next() {
            self.pending_recipe.file.set(Some(recipe));
        }
        if !photos.is_empty() {
            self.notes.update_value(|notes| notes.opened_files += 1);
            self.add_documents(photos);
        }
    }

    /// Gives a table of colours to the row that is open for one, or else to a new row.
    fn import_lut(&self, file: File) {
        let store = *self;
        spawn_local(async move {
            let name = file.name();
            let Ok(text) = files::read_text(&file).await else {
                return store
                    .status
                    .notify(NotificationKind::LutRejected { name, reason: FailureReason::FileGone });
            };
            let open = store.open_layer.get_untracked().filter(|key| {
                store.stack.with_untracked(|stack| {
                    stack.layer(*key).is_some_and(|layer| matches!(layer.filter.kind, Kind::Lut))
                })
            });
            let Some(filter) = TABLE else { return };
            let key = open.or_else(|| store.add(filter));
            if let Some(key) = key {
                store.notes.update_value(|notes| notes.new_table = Some(key));
                let table = LutFile { name: name.clone(), text: text.into() };
                store.stack.update(|stack| stack.set_table(key, Some(table)));
                store.edited(key, Change::Table { filter, file: name });
            }
        });
    }

    /// How many files were asked for so far.
    pub fn opened_files(&self) -> u32 {
        self.notes.with_value(|notes| notes.opened_files)
    }

    /// Gives up the file that is being opened; the photo before it stays.
    pub fn cancel_opening(&self) {
        if let Some(opening) = self.opening.try_update(Option::take).flatten() {
            self.worker.with_value(WorkerClient::cancel_open);
            self.stop_opening();
            self.status.set_message(StatusMessage::OpeningCancelled(opening.name));
        }
    }

    /// Puts a filter on top of the stack, and opens its settings. Its key, if there was room for it.
    pub fn add(&self, filter: &'static Spec) -> Option<u32> {
        if self.is_full() {
            return None;
        }
        let key = self.stack.try_update(|stack| stack.add(filter))?;
        self.edited(key, Change::Added(filter));
        self.open_layer.set(Some(key));
        Some(key)
    }

    /// Takes a filter out of the stack.
    pub fn remove(&self, key: u32) {
        let Some(filter) = self.filter(key) else { return };
        self.stack.update(|stack| stack.remove(key));
        self.changed(Change::Removed(filter), None);
    }

    /// Switches a filter on or off.
    pub fn switch(&self, key: u32, on: bool) {
        let Some(filter) = self.filter(key) else { return };
        self.stack.update(|stack| stack.switch(key, on));
        self.edited(key, Change::Switched(filter, on));
    }

    /// Sets one setting of a filter.
    pub fn set(&self, key: u32, param: usize, value: f64) {
        if !self.did_change(|stack| stack.set(key, param, value)) {
            return;
        }
        let change = self.stack.with_untracked(|stack| {
            let layer = stack.layer(key)?;
            Some(Change::Set { filter: layer.filter, param, value: *layer.values.get(param)? })
        });
        if let Some(change) = change {
            self.edited(key, change);
        }
    }

    /// Shows the original for as long as this holds.
    pub fn compare(&self, on: bool) {
        if self.comparing.get_untracked() != on && self.photo.with_untracked(Option::is_some) {
            self.comparing.set(on);
        }
    }

    /// Loads the worker again after it could not be loaded.
    pub fn restart(&self) {
        self.worker_status.set(WorkerStatus::Starting);
        self.worker.with_value(WorkerClient::restart);
    }

    /// Brings the pixels to a canvas that is new.
    pub fn show_again(&self) {
        self.worker.with_value(WorkerClient::show_again);
    }

    /// Tells the engine what the screen should show now. Runs whenever any of it changes.
    fn want(&self) {
        let Some(size) = self.size.get() else { return };
        let Some(view) = self.viewport.with(|viewport| viewport.view(size)) else { return };
        let stack = self.seen();
        let after = RenderRequest { recipe: stack.recipe(), view, extras: self.inspection.extras() };
        let is_compared = self.comparing.get() || self.inspection.needs_original();
        let before = is_compared.then(|| RenderRequest {
            recipe: stack.original(),
            view,
            extras: RenderOptions::default(),
        });
        self.worker.with_value(|worker| worker.want(after, before));
    }

    fn edited(&self, key: u32, change: Change) {
        self.edited_layer.set(Some(key));
        let control = change.coalesce_key().map(|setting| (key, setting));
        self.changed(change, control);
    }

    /// Whether there is no room for another filter; says so.
    pub fn is_full(&self) -> bool {
        let is_full = self.stack.with_untracked(Stack::is_full);
        if is_full {
            self.status.set_message(StatusMessage::StackFull);
        }
        is_full
    }
}
