//! English: what a first visit can say.

use crate::{
    i18n::template::{Plural, Template},
    i18n::{PageTexts, WorkerCrashTexts},
};

pub static PAGE: PageTexts = PageTexts {
    decimal_mark: ".",
    bytes: Template::new("{0} bytes"),
    photos: Plural::new("{0} photo", "{0} photos"),

    drop_anywhere: "Drop photos anywhere on this page.",
    choose_to_begin: "Choose photos to begin.",
    open_photos: "Open photos",
    or_paste: Template::new("or paste with {0}"),
    ctrl: "Ctrl",
    sample_offer: "No photo at hand? Try the sample photo",
    pledge: "Photos stay on this machine.",
    drop_here: Template::new("Let go to open {0}."),
    formats: "JPEG or PNG",
    opening_now: Template::new("Opening {0}."),
    editor_comes: "The editor is being loaded.",
    benchmark: "Benchmark",
    theme_system: "Theme: as the system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    photos_input: "Photos",

    dismiss: "Dismiss",
    more: Template::new("{0} more"),
    choose_another: "Choose another",
    try_again: "Try again",
    load_again: "Load again",
    apply: "Apply to the photo",
    choose_for_it: "Choose a photo for it",
    switch_on: Template::new("Switch {0} on"),

    not_opened: Template::new("{0} could not be opened."),
    not_exported: Template::new("{0} could not be exported."),
    not_shown: Template::new("{0} could not be shown."),
    no_table: Template::new("{0} could not be used as a colour table."),
    taken_out: Template::new("{0} was taken out of the strip."),
    taken_out_text: "What you made of it can come back as long as this page is open.",
    put_back: "Put it back",
    save_zip: "Save zip",
    show_export: "Show the export",
    file_gone: "The browser could not read it. It may have been moved or changed since; choose it again.",
    file_too_large: Template::new("It is a file of {0} MB; Safelight opens files of up to 512 MB."),
    sample: "The sample photo",
    sample_missing: "It could not be fetched from the place that this page came from. Check the connection, then try again.",

    stopped: WorkerCrashTexts {
        idle: "It stopped.",
        decoding: "The worker could not decode it: it stopped.",
        developing: "It stopped while developing the photo.",
        encoding: "It stopped while encoding it. Your photo and its filters are back; try again.",
    },
    silent: WorkerCrashTexts {
        idle: "It gave no sign of life.",
        decoding: "The worker could not decode it: it gave no sign of life.",
        developing: "It gave no sign of life while developing the photo.",
        encoding: "It gave no sign of life while encoding it. Your photo and its filters are back; try again.",
    },
    restarted: "The worker was restarted. Nothing was lost.",
    all_is_back: Template::new("{0} Your photo and its filters are back."),
    switched_off: Template::new(
        "{0} It did so twice, so {1} is switched off. Your photo and its filters are back.",
    ),
    not_tried_again: Template::new("{0} It did so twice, so it is not tried again until something changes."),
    worker_missing: "The worker could not be loaded.",
    worker_missing_text: "Safelight needs it to open photos. Check the connection, then try again; your photo and its \
                          filters stay here meanwhile.",
    updated: "Safelight was updated while this page was open.",
    updated_text: "The page and what it loads later are of different versions. Load the page again to use the new one.",
};
