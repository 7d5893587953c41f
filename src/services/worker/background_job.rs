//! One thing made of a photo that stands aside, in a worker of its own: the photo in hand is not touched, its memory
//! goes with it, and so does whatever goes wrong.

use js_sys::ArrayBuffer;
use leptos::task::spawn_local;
use safelight_recipe::Recipe;
use web_sys::{Blob, File};

use crate::{
    i18n::page,
    services::worker::Engine,
    services::worker::events::{Loss, News, Work},
    services::worker::scheduler::thumbnail_queue::{Prints, Sheet},
};

/// The errand that is run. Copies are the same one.
#[derive(Clone)]
pub struct Errand {
    engine: Engine,
}

/// How it goes.
pub enum Errands {
    /// This share is done.
    Running(f32),
    /// The file, and its CRC-32. Nothing more is heard.
    Exported(Blob, u32),
    /// The small pictures' sizes and pixels. Nothing more is heard.
    Printed(Vec<(u32, u32)>, ArrayBuffer),
    /// Why it came to nothing, in a whole sentence. Nothing more is heard.
    Failed(String),
    /// The same, where the file itself is at fault.
    Unreadable(String),
}

impl Errand {
    /// Opens a photo and exports it under a recipe.
    pub fn export(file: File, recipe: Recipe, tell: impl Fn(Errands) + 'static) -> Self {
        Self::run(file, Box::new(move |engine| engine.export(recipe.clone())), Box::new(tell))
    }

    /// Opens a photo and makes small pictures of it.
    pub fn print(file: File, prints: Prints, tell: impl Fn(Errands) + 'static) -> Self {
        let print = move |engine: &Engine| engine.want_prints(Sheet::Shots, Some(prints.clone()));
        Self::run(file, Box::new(print), Box::new(tell))
    }

    fn run(file: File, ask: Box<dyn Fn(&Engine)>, tell: Box<dyn Fn(Errands)>) -> Self {
        let errand = Self { engine: Engine::default() };
        let hearing = errand.clone();
        errand.engine.start(move |news| {
            let told = match news {
                News::Opened { again: false, .. } => return ask(&hearing.engine),
                News::Exporting(done) => return tell(Errands::Running(done)),
                News::Exported { file, crc } => Errands::Exported(file, crc),
                News::Thumbnails { sizes, pixels, .. } => Errands::Printed(sizes, pixels),
                News::NotOpened { reason, is_bad: true, .. } => Errands::Unreadable(reason),
                News::NotOpened { reason, .. } | News::NotExported(reason) => Errands::Failed(reason),
                News::Lost(loss) => Errands::Failed(why(&loss).to_owned()),
                News::Out => Errands::Failed(page().worker_missing_text.to_owned()),
                News::OtherBuild => Errands::Failed(page().updated_text.to_owned()),
                _ => return,
            };
            // Not from inside the worker's own news, which go with the worker.
            let ended = hearing.clone();
            spawn_local(async move { ended.end() });
            tell(told);
        });
        errand.engine.open(file);
        errand
    }

    /// Ends it at once, whatever it is at.
    pub fn end(&self) {
        self.engine.stop();
    }
}

fn why(loss: &Loss) -> &'static str {
    let how = if loss.silent { &page().silent } else { &page().stopped };
    if loss.at == Work::Exporting { how.encoding } else { how.decoding }
}
