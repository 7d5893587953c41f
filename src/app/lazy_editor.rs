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
    platform::keyboard::Press,
    store::documents::restore,
    store::presets::recipe_import,
    store::status::notification::Notice,
    store::ui_state::Desk,
    store::{Lamp, Session},
    ui::export::batch_dialog::BatchExport,
    ui::filmstrip::apply_dialog::Apply,
    ui::overlay::drop_overlay::DropVeil,
    ui::picker::dialog::Picker,
    ui::presets::user_dialog::OwnLooks,
    ui::shell::editor::Editor,
    ui::shell::shortcuts_dialog::KeySheet,
    {commands, i18n},
};

/// What a host answers for a file that it has no more.
const GONE: [u16; 2] = [404, 410];

/// The editor's code, here or on its way. A handle: copy it freely.
#[derive(Clone, Copy, Default)]
pub struct Chunk {
    here: RwSignal<Option<Loaded>>,
    coming: RwSignal<bool>,
}

/// What the editor's code is to the page.
#[derive(Clone, Copy)]
pub struct Loaded {
    view: fn() -> AnyView,
    keyboard: Keyboard,
    begin: fn(Session),
}

/// What keys do.
#[derive(Clone, Copy)]
pub struct Keyboard {
    /// A key went down; whether it is ours.
    pub down: fn(&Press, Session, Desk) -> bool,
    /// A key was let go.
    pub up: fn(&Press, Session),
}

/// What is drawn while a photo is open. Whatever is reached from here alone is the chunk.
#[cfg_attr(split, wasm_split_helpers::wasm_split(editor, fallible))]
#[cfg_attr(not(split), expect(clippy::unnecessary_wraps, reason = "it fails where it is fetched"))]
fn editor() -> Result<Loaded, SplitLoaderError> {
    i18n::filters::speak_of_filters();
    let begin = |session| {
        restore::begin(session);
        recipe_import::begin(session);
        unload_guard::begin(session);
        session.save_several_when_asked();
    };
    let view = || {
        view! {
            <Editor/>
            <DropVeil/>
            <Picker/>
            <KeySheet/>
            <Apply/>
            <OwnLooks/>
            <BatchExport/>
        }
        .into_any()
    };
    Ok(Loaded { view, keyboard: Keyboard { down: commands::down, up: commands::up }, begin })
}

impl Chunk {
    /// Fetches the code as soon as the page has nothing else to load, or needs it.
    pub fn arrange(self, session: Session) {
        let idle = Memo::new(move |_| session.lamp.get() != Lamp::Starting);
        let needed =
            Memo::new(move |_| session.opening.read().is_some() || session.dragged_files.read().is_some());
        Effect::new(move || {
            // Both are read, so that what could not be had while idle is asked for again when it is needed.
            let (idle, needed) = (idle.get(), needed.get());
            if idle || needed {
                self.fetch(session);
            }
        });
    }

    /// Fetches the code, unless it is here or on its way. Who waits for it hears when it can't be had.
    pub fn fetch(self, session: Session) {
        if self.coming.get_untracked() || self.here.with_untracked(Option::is_some) {
            return;
        }
        self.coming.set(true);
        spawn_local(async move {
            let loaded = editor();
            #[cfg(split)]
            let loaded = loaded.await;
            let missing = Notice::editor_missing();
            if let Ok(loaded) = loaded {
                session.notices.update(|notices| notices.retain(|notice| notice.title != missing.title));
                self.here.set(Some(loaded));
            } else if is_awaited(session) {
                session.tell(if is_gone().await { Notice::out_of_date() } else { missing });
            }
            self.coming.set(false);
        });
    }

    /// What is to be done when the code is here; follows it.
    pub fn begin(self) -> Option<fn(Session)> {
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

fn is_awaited(session: Session) -> bool {
    session.opening.with_untracked(Option::is_some) || session.photo.with_untracked(Option::is_some)
}

/// Whether the host is there and has another build by now.
async fn is_gone() -> bool {
    let asked = JsFuture::from(window().fetch_with_str(&address("editor"))).await;
    asked.is_ok_and(|response| GONE.contains(&response.unchecked_into::<Response>().status()))
}
