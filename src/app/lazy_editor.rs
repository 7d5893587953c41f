//! The editor's code comes after the page's: a first visit loads what the empty room needs. The rest is fetched
//! once the worker is there, or at once when a file is on its way. It is a file of its own in release builds only
//! (`cargo xtask post-build` splits it off); in others it is there from the start.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::SplitLoaderError;
use web_sys::Response;

use crate::{
    app::unload_guard,
    model::status::notification::NotificationKind,
    platform::keyboard::KeyPress,
    store::documents::restore,
    store::presets::recipe_import,
    store::ui_state::UiState,
    store::{Store, WorkerStatus},
    ui::export::batch_dialog::BatchExport,
    ui::filmstrip::apply_dialog::ApplyDialog,
    ui::overlay::drop_overlay::DropOverlay,
    ui::picker::dialog::Picker,
    ui::presets::user_dialog::UserPresets,
    ui::shell::editor::Editor,
    ui::shell::shortcuts_dialog::ShortcutsDialog,
    {commands, i18n},
};

/// What a host answers for a file that it has no more.
const LOAD_FAILED: [u16; 2] = [404, 410];

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

/// What is drawn while a photo is open. Whatever is reached from here alone is the chunk.
#[cfg_attr(split, wasm_split_helpers::wasm_split(editor, fallible))]
#[cfg_attr(not(split), expect(clippy::unnecessary_wraps, reason = "it fails where it is fetched"))]
fn editor() -> Result<EditorExports, SplitLoaderError> {
    i18n::filters::load_filter_names();
    let begin = |store| {
        restore::begin(store);
        recipe_import::begin(store);
        unload_guard::begin(store);
        store.save_batch_when_requested();
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
    Ok(EditorExports { view, keyboard: Keyboard { down: commands::down, up: commands::up }, begin })
}

impl LazyEditor {
    /// Fetches the code as soon as the page has nothing else to load, or needs it.
    pub fn arrange(self, store: Store) {
        let idle = Memo::new(move |_| store.worker_status.get() != WorkerStatus::Starting);
        let needed =
            Memo::new(move |_| store.opening.read().is_some() || store.dragged_files.read().is_some());
        Effect::new(move || {
            // Both are read, so that what could not be had while idle is asked for again when it is needed.
            let (idle, needed) = (idle.get(), needed.get());
            if idle || needed {
                self.fetch(store);
            }
        });
    }

    /// Fetches the code, unless it is here or on its way. Who waits for it hears when it can't be had.
    pub fn fetch(self, store: Store) {
        if self.coming.get_untracked() || self.here.with_untracked(Option::is_some) {
            return;
        }
        self.coming.set(true);
        spawn_local(async move {
            let loaded = editor();
            #[cfg(split)]
            let loaded = loaded.await;
            if let Ok(loaded) = loaded {
                self.here.set(Some(loaded));
            } else if is_awaited(store) && is_gone().await {
                store.status.notify(NotificationKind::OutOfDate);
            }
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

fn is_awaited(store: Store) -> bool {
    store.opening.with_untracked(Option::is_some) || store.photo.with_untracked(Option::is_some)
}

/// Whether the host is there and has another build by now.
async fn is_gone() -> bool {
    let asked = JsFuture::from(window().fetch_with_str(&address("editor"))).await;
    asked.is_ok_and(|response| LOAD_FAILED.contains(&response.unchecked_into::<Response>().status()))
}
