//! The editor is begun once the page has nothing else to load, or at once when a file is on its way.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::{recipe_link, unload_guard},
    commands,
    platform::keyboard::KeyPress,
    store::Store,
    store::documents::restore,
    store::jobs::WorkerStatus,
    store::ui_state::UiState,
    ui::export::batch_dialog::BatchExport,
    ui::filmstrip::apply_dialog::ApplyDialog,
    ui::overlay::drop_overlay::DropOverlay,
    ui::picker::dialog::Picker,
    ui::presets::user_dialog::UserPresets,
    ui::shell::editor::Editor,
    ui::shell::shortcuts_dialog::ShortcutsDialog,
};

/// The editor's code, here or on its way. A handle: copy it freely.
#[derive(Clone, Copy, Default)]
pub struct LazyEditor {
    here: RwSignal<Option<EditorExports>>,
    coming: RwSignal<bool>,
}

/// What the editor's code is to the page.
#[derive(Clone, Copy)]
pub struct EditorExports {
    view: fn() -> AnyView,
    keyboard: Keyboard,
    begin: fn(Store),
}

/// What keys do.
#[derive(Clone, Copy)]
pub struct Keyboard {
    /// A key went down; whether it is ours.
    pub down: fn(&KeyPress, Store, UiState) -> bool,
    /// A key was let go.
    pub up: fn(&KeyPress, Store),
}

/// What is drawn while a photo is open.
fn editor() -> EditorExports {
    let begin = |store| {
        restore::begin(store);
        recipe_link::listen(store);
        unload_guard::begin(store);
    };
    let view = || {
        view! {
            <Editor/>
            <DropOverlay/>
            <Picker/>
            <ShortcutsDialog/>
            <ApplyDialog/>
            <UserPresets/>
            <BatchExport/>
        }
        .into_any()
    };
    EditorExports { view, keyboard: Keyboard { down: commands::down, up: commands::up }, begin }
}

impl LazyEditor {
    /// Fetches the code as soon as the page has nothing else to load, or needs it.
    pub fn arrange(self, store: Store) {
        let idle = Memo::new(move |_| store.jobs.worker_status.get() != WorkerStatus::Starting);
        let needed = Memo::new(move |_| {
            store.documents.opening.read().is_some() || store.dragged_files.read().is_some()
        });
        Effect::new(move || {
            let (idle, needed) = (idle.get(), needed.get());
            if idle || needed {
                self.fetch();
            }
        });
    }

    /// Begins with the editor, unless it is here already.
    fn fetch(self) {
        if self.coming.get_untracked() || self.here.with_untracked(Option::is_some) {
            return;
        }
        self.coming.set(true);
        spawn_local(async move {
            self.here.set(Some(editor()));
            self.coming.set(false);
        });
    }

    /// What is to be done when the code is here; follows it.
    pub fn begin(self) -> Option<fn(Store)> {
        self.here.get().map(|loaded| loaded.begin)
    }

    /// Whether the code is here.
    pub fn is_here(self) -> bool {
        self.here.with(Option::is_some)
    }

    /// Whether it is being fetched.
    pub fn is_coming(self) -> bool {
        self.coming.get()
    }

    /// The editor, if its code is here.
    pub fn view(self) -> Option<AnyView> {
        self.here.get_untracked().map(|loaded| (loaded.view)())
    }

    /// What keys do, once the code is here.
    pub fn keyboard(self) -> Option<Keyboard> {
        self.here.get_untracked().map(|loaded| loaded.keyboard)
    }
}

/// The address of a part of the page, relative to the document's base. It is named by its content, so that a
/// cached part never meets a page of another build.
pub fn address(part: &str) -> String {
    let meta = document().query_selector(&format!("meta[name=safelight-{part}]")).ok().flatten();
    format!("./{}", meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default())
}
