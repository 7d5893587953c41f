//! The dialog of an export of several photos: how far each is and all are, and what is done with the files.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    i18n::number::fixed,
    i18n::{format, page},
    model::batch::Batch,
    model::status::notification::NotificationKind,
    store::Store,
    store::batch::in_next_zip,
    store::ui_state::UiState,
    ui::controls::button::Button,
    ui::controls::icon::Icon,
    ui::export::batch_row::{self, Meter},
    ui::overlay::dialog::on_backdrop,
};

/// It can be closed while the export goes on, and opened again.
#[component]
pub fn BatchExport() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let (texts, now) = (&editor().batch, store.jobs.batch);
    let sum = Memo::new(move |_| {
        now.with(|batch| {
            batch.as_ref().map_or_else(Sum::default, |batch| {
                let (made, failed) = batch.counts();
                let to_save = in_next_zip(batch);
                Sum {
                    all: batch.files().len(),
                    made,
                    failed,
                    busy: batch.is_busy(),
                    paused: batch.paused,
                    share: batch.share(),
                    left_s: batch.left_s(),
                    to_save,
                    bytes: batch.to_save().take(to_save).map(|(_, made)| made.file.size()).sum(),
                }
            })
        })
    });
    let leave = move || {
        if let Some(dialog) = ui_state.batch.get_untracked() {
            dialog.close();
        }
    };
    let closed = move |_| {
        let Sum { busy, to_save, .. } = sum.get_untracked();
        if !busy && to_save == 0 {
            store.discard_batch();
        } else if !busy {
            notify(store, sum.get_untracked());
        }
    };
    notify_when_done(store, ui_state, sum);
    let cancel = move |_| {
        if sum.get_untracked().busy {
            store.cancel_batch();
        } else {
            store.discard_batch();
            leave();
        }
    };
    let save = move |_| {
        if sum.get_untracked().to_save > 0 {
            store.save_batch();
        }
    };
    let keys = move || {
        now.with(|batch| batch.iter().flat_map(Batch::files).map(|file| file.key).collect::<Vec<_>>())
    };
    let failed = move || match sum.get().failed {
        0 => String::new(),
        failed => texts.failed.fill([&failed.to_string()]),
    };
    let left = move || sum.get().left_s.map_or_else(String::new, |left| texts.left.fill([&fixed(left, 0)]));
    let done = move || {
        let Sum { made, all, .. } = sum.get();
        texts.made.fill([&made.to_string(), &all.to_string()])
    };
    let zip = move || match sum.get() {
        Sum { to_save: 0, made: 0, .. } => page().save_zip.to_owned(),
        Sum { to_save: 0, .. } => texts.all_saved.to_owned(),
        Sum { to_save, bytes, .. } => texts.save_zip.fill([&to_save.to_string(), &format::size(bytes)]),
    };
    view! {
        <dialog
            class="batch-dialog"
            aria-labelledby="batch-heading"
            node_ref=ui_state.batch
            on:click=move |event: leptos::ev::MouseEvent| if on_backdrop(&event) { leave() }
            on:close=closed
        >
            <header class="dialog-header">
                <h2 id="batch-heading" tabindex="-1" autofocus>{move || texts.title.fill(sum.get().all)}</h2>
                <Button class="btn icon-only" icon="close" label=texts.close on:click=move |_| leave()/>
            </header>
            <div class="dialog-body">
                <div class="batch-summary">
                    <p>
                        <span role="status"><b>{done}</b>" "<span class="text-secondary">{failed}</span></span>
                        <span class="text-secondary eta">{left}</span>
                    </p>
                    <Meter label=texts.all share=move || f64::from(sum.get().share)/>
                </div>
                <ul class="export-list"><For each=keys key=|key| *key children=move |key| batch_row::file(store, key)/></ul>
            </div>
            <footer class="dialog-footer">
                <span class="hint">{texts.how}</span>
                <span class="push-end"></span>
                <button class="btn" on:click=cancel>{move || cancel_label(sum.get())}</button>
                <button class="btn outlined" hidden=move || !sum.get().busy on:click=move |_| store.pause_batch(!sum.get_untracked().paused)>
                    {move || if sum.get().paused { texts.go_on } else { texts.pause }}
                </button>
                <button class="btn primary" aria-disabled=move || (sum.get().to_save == 0).to_string() on:click=save>
                    <Icon name="download"/>
                    {zip}
                </button>
            </footer>
        </dialog>
    }
}

/// What leaving is called: nobody discards what is saved.
fn cancel_label(sum: Sum) -> &'static str {
    match sum {
        Sum { busy: true, .. } => editor().cancel,
        Sum { to_save: 0, .. } => editor().close,
        _ => editor().batch.discard,
    }
}

/// Says that all is made when the dialog is closed, and no more of it once there is nothing to do about it.
fn notify_when_done(store: Store, ui_state: UiState, sum: Memo<Sum>) {
    let busy = Memo::new(move |_| sum.get().busy);
    let is_open = move || ui_state.batch.get_untracked().is_some_and(|dialog| dialog.open());
    let done = move |busy: &bool, before: Option<&bool>, _| {
        if before == Some(&true) && !busy && sum.get_untracked().all > 0 && !is_open() {
            notify(store, sum.get_untracked());
        }
    };
    Effect::watch(move || busy.get(), done, false);
    let settled = Memo::new(move |_| sum.with(|sum| sum.busy || sum.to_save == 0 && sum.failed == 0));
    Effect::new(move || {
        if settled.get() {
            store.status.dismiss_kind(|kind| matches!(kind, NotificationKind::BatchFinished { .. }));
        }
    });
}

fn notify(store: Store, sum: Sum) {
    store.status.notify(NotificationKind::BatchFinished { made: sum.made, all: sum.all, failed: sum.failed });
}

/// What is said of all.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Sum {
    all: usize,
    made: usize,
    failed: usize,
    busy: bool,
    paused: bool,
    share: f32,
    left_s: Option<f64>,
    to_save: usize,
    bytes: f64,
}
