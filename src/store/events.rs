//! What the engine's news mean for the store.

use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    i18n::filters::filter_name,
    i18n::page,
    model::change::Change,
    platform::canvas,
    services::export::download,
    services::worker::events::{Frame, Loss, News, Work},
    services::worker::scheduler::render_queue::Layer,
    services::worker::scheduler::thumbnail_queue::Sheet,
    store::documents::thumbnails::Contact,
    store::status::message::Said,
    store::status::notification::Notice,
    store::{Lamp, Photo, Session, Shown},
};

/// Share of a rendering from which on its progress is not worth a word of its own.
const NEARLY_DONE: f32 = 0.75;

impl Session {
    /// Takes one piece of news in.
    pub fn hear(&self, news: News) {
        match news {
            News::Ready => {
                self.lamp.set(Lamp::Ready);
                let missing = Notice::worker_missing().title;
                self.notices.update(|notices| notices.retain(|notice| notice.title != missing));
            }
            News::Working(true) => self.set_lamp(Lamp::Working),
            News::Working(false) => {
                self.set_lamp(Lamp::Ready);
                self.rendering.set(None);
            }
            News::Sized(width, height) => self.opening.update(|opening| {
                if let Some(opening) = opening {
                    opening.size = Some((width, height));
                }
            }),
            News::Opened { again: true, .. } => self.say(Said::PhotoBack),
            News::Opened { name, bytes, size, has_alpha, worker_ms, again: false } => {
                self.say(Said::Opened { name: name.clone(), worker_ms });
                self.opening.set(None);
                self.forget_export();
                self.contacts.clear();
                self.shown.set(None);
                self.sight.clear();
                self.take_up();
                self.photo.set(Some(Photo { name, bytes, size, has_alpha }));
            }
            News::NotOpened { reason, was_open, is_bad } => self.not_opened(reason, was_open, is_bad),
            News::Rendered(frame) => self.show(frame),
            News::Thumbnails { sheet, sizes, pixels } => {
                let keys = match sheet {
                    Sheet::Own => self.notes.with_value(|notes| notes.own_keys.clone()),
                    Sheet::Looks | Sheet::Filters => (0..sizes.len() as u32).collect(),
                    Sheet::Shots => return self.shot_printed(sizes, &pixels),
                };
                self.contacts.of(sheet).set(Some(Rc::new(Contact::new(keys, sizes, &pixels))));
            }
            // What is nearly done when it is first told would only flash.
            News::Rendering(done) => {
                if done < NEARLY_DONE || self.rendering.get_untracked().is_some() {
                    self.rendering.set(Some(done));
                }
            }
            News::NotRendered(failure) => {
                self.rendering.set(None);
                let new_table = self.notes.try_update_value(|notes| notes.new_table.take()).flatten();
                let table = new_table.and_then(|key| {
                    let table = self.stack.with_untracked(|stack| stack.row(key)?.table.clone())?;
                    self.stack.update(|stack| stack.set_table(key, None));
                    Some(table.name)
                });
                self.tell(match table {
                    Some(name) => Notice::no_table(&name, failure.reason),
                    None => Notice::not_rendered(&self.photo_name(), failure.reason),
                });
            }
            News::Exporting(done) => self.exporting.set(Some(done)),
            News::Exported { file, .. } => {
                self.exporting.set(None);
                if self.copying.made(&file) {
                    return;
                }
                let name = self.notes.with_value(|notes| notes.export_name.clone());
                let told = download::download(&file, &name);
                if told.is_ok() {
                    self.note_exported();
                }
                self.say(match told {
                    Ok(()) => Said::Exported { name, bytes: file.size() },
                    Err(_) => Said::NotSaved(name),
                });
            }
            News::ExportCancelled => {
                self.exporting.set(None);
                if !self.copying.cancelled() {
                    self.say(Said::ExportCancelled);
                }
            }
            News::NotExported(reason) => self.not_exported(reason),
            News::Lost(loss) => self.lost(&loss),
            News::Out => {
                self.lamp.set(Lamp::Out);
                self.tell(Notice::worker_missing());
            }
            News::OtherBuild => {
                self.lamp.set(Lamp::Out);
                self.tell(Notice::out_of_date());
            }
        }
    }

    /// Puts new pixels on their canvas.
    fn show(&self, frame: Frame) {
        let Frame { layer, wanted, pixels, marks, counts, worker_ms } = frame;
        self.rendering.set(None);
        let view = wanted.view;
        match layer {
            Layer::After => {
                self.notes.update_value(|notes| notes.new_table = None);
                if let Some(canvas) = self.canvas.get_untracked() {
                    canvas::show(&canvas, &pixels, view);
                    self.shown.set(Some(Shown { wanted, worker_ms }));
                }
                let canvas = self.sight.marks_canvas.get_untracked();
                let marked = canvas.zip(marks).map(|(canvas, marks)| canvas::show(&canvas, &marks, view));
                self.sight.marked.set(marked.map(|()| view));
                if counts.length() > 0 {
                    self.sight.counts.set(counts.to_vec().into());
                }
            }
            Layer::Before => {
                if let Some(canvas) = self.sight.before_canvas.get_untracked() {
                    canvas::show(&canvas, &pixels, view);
                    self.sight.before.set(Some(wanted));
                }
            }
        }
        self.engine.with_value(|engine| engine.spent(layer, pixels));
    }

    /// Says at what the worker was lost, and puts aside what may be to blame.
    fn lost(&self, loss: &Loss) {
        self.lamp.set(Lamp::Starting);
        self.rendering.set(None);
        let how = if loss.silent { &page().silent } else { &page().stopped };
        match loss.at {
            Work::Nothing => self.tell(Notice::restarted(how.idle)),
            Work::Opening { again } => self.not_opened(how.decoding.to_owned(), again, false),
            Work::Exporting => self.not_exported(how.encoding.to_owned()),
            Work::Rendering { twice: false, .. } => self.tell(Notice::restarted(how.developing)),
            Work::Rendering { twice: true, layer } => self.switch_off_suspect(how.developing, layer),
        }
    }

    /// The last filter that was touched may be to blame; without any, the last one that is on.
    fn switch_off_suspect(&self, why: &str, layer: Layer) {
        let suspect = self.stack.with_untracked(|stack| {
            // The original is made without any filter.
            if layer == Layer::Before {
                return None;
            }
            let edited = self.edited_row.get_untracked().and_then(|key| stack.row(key)).filter(|row| row.on);
            edited.or_else(|| stack.rows().iter().rfind(|row| row.on)).map(|row| (row.key, row.filter))
        });
        // A filter that is only tried is no row that could be switched off.
        if self.trial.try_update(Option::take).flatten().is_some() {
            self.tell(Notice::not_rendered(&self.photo_name(), page().not_tried_again.fill([why])));
            return self.want();
        }
        let Some((key, filter)) = suspect else {
            let reason = page().not_tried_again.fill([why]);
            return self.tell(Notice::not_rendered(&self.photo_name(), reason));
        };
        self.stack.update(|stack| stack.switch(key, false));
        self.changed(Change::Switched(filter, false), None);
        self.tell(Notice::switched_off(why, filter_name(filter), key));
        // What the engine sends to the new worker must not be the stack that broke the old one.
        self.want();
    }

    fn not_opened(&self, reason: String, was_open: bool, is_bad: bool) {
        let name = match self.opening.try_update(Option::take).flatten() {
            Some(opening) if !was_open => opening.name,
            _ => self.photo_name(),
        };
        self.say(Said::NotOpened(name.clone()));
        self.tell(Notice::not_opened(&name, reason));
        if was_open {
            self.forget_export();
            self.lose_photo(is_bad);
        } else {
            self.give_up_opening(is_bad);
        }
    }

    fn not_exported(&self, reason: String) {
        self.exporting.set(None);
        if !self.copying.failed(&reason) {
            self.tell(Notice::not_exported(&self.photo_name(), reason));
        }
    }

    /// An export that waits is of the photo before, and must not be made of another.
    pub fn forget_export(&self) {
        if self.exporting.get_untracked().is_some() {
            self.cancel_export();
        }
    }

    fn set_lamp(&self, lamp: Lamp) {
        if self.lamp.get_untracked() != lamp {
            self.lamp.set(lamp);
        }
    }

    /// The open photo's name.
    pub fn photo_name(&self) -> String {
        self.photo.with_untracked(|photo| photo.as_ref().map(|photo| photo.name.clone()).unwrap_or_default())
    }
}
