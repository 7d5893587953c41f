//! The store: all state of the page that changes, in parts. Each part has private write halves and is the only writer of
//! its signals; views read them and call commands. Commands that concern several parts stand here, as methods of
//! [`Store`]. Pixels never come by here.

pub mod batch;
pub mod close;
pub mod documents;
pub mod edit;
pub mod events;
pub mod export;
pub mod filmstrip_thumbnails;
pub mod jobs;
pub mod open;
pub mod persistence;
pub mod preset_commands;
pub mod presets;
pub mod previews;
pub mod status;
pub mod thumbnails;
pub mod tools;
pub mod ui_state;
pub mod view;

use leptos::prelude::*;

use crate::{
    model::saved::state::AutosaveState,
    services::worker::{RenderRequest, WorkerClient, now_ms},
    store::{
        documents::Documents, edit::Edit, jobs::Jobs, presets::Presets, status::Status,
        thumbnails::Thumbnails, view::ViewState,
    },
};

/// The store. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Store {
    /// The filmstrip: its documents, the open photo and the one that is being opened.
    pub documents: Documents,
    /// The edits of the open photo.
    pub edit: Edit,
    /// How it is viewed.
    pub view: ViewState,
    /// What the worker does: renderings and exports.
    pub jobs: Jobs,
    /// Notifications, and the message in the status bar.
    pub status: Status,
    /// The user's presets.
    pub presets: Presets,
    /// Thumbnails of presets, filters and photos.
    pub thumbnails: Thumbnails,
    /// How many files are dragged over the page, while some are.
    pub dragged_files: ReadSignal<Option<u32>>,
    set_dragged_files: WriteSignal<Option<u32>>,
    /// What the browser stores for the next visit.
    autosave: StoredValue<AutosaveState>,
}

impl Store {
    /// Starts the worker, and keeps what it renders up to date.
    pub fn start() -> Self {
        let status = Status::default();
        let (dragged_files, set_dragged_files) = signal(None);
        let documents = Documents::new((js_sys::Math::random() * 1e9) as u32);
        let photo = documents.photo;
        let photo_size = Signal::derive(move || photo.with(|photo| photo.as_ref().map(|photo| photo.size)));
        let edit = Edit::new(photo_size, status, now_ms);
        let store = Self {
            documents,
            edit,
            view: ViewState::new(edit.size),
            jobs: Jobs::default(),
            status,
            presets: Presets::new(status),
            thumbnails: Thumbnails::default(),
            dragged_files,
            set_dragged_files,
            autosave: StoredValue::default(),
        };
        store.jobs.worker.with_value(|worker| worker.start(move |event| store.handle_event(event)));
        Effect::new(move || store.request_render());
        store
    }

    /// Sets how many files are dragged over the page.
    pub fn set_dragged_files(&self, count: Option<u32>) {
        self.set_dragged_files.set(count);
    }

    /// Shows the original while this is on.
    pub fn set_comparing(&self, on: bool) {
        if !on || self.documents.has_photo() {
            self.view.set_comparing(on);
        }
    }

    /// Renders again what the canvas shows, for a canvas that is new.
    pub fn render_again(&self) {
        self.jobs.worker.with_value(WorkerClient::show_again);
    }

    /// Requests what the canvas should show. Runs whenever any of it changes.
    fn request_render(&self) {
        let Some(size) = self.edit.size.get() else { return };
        let Some(view) = self.view.viewport.with(|viewport| viewport.view(size)) else { return };
        let stack = self.edit.visible_stack();
        let inspection = self.view.inspection;
        let edited = RenderRequest { recipe: stack.recipe(), view, extras: inspection.render_options() };
        let is_compared = self.view.comparing.get() || inspection.needs_original();
        let original = is_compared.then(|| RenderRequest {
            recipe: stack.original(),
            view,
            extras: safelight_protocol::RenderOptions::default(),
        });
        self.jobs.worker.with_value(|worker| worker.want(edited, original));
    }
}
