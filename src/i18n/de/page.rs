//! German: what a first visit can say.

use crate::{
    i18n::template::{Plural, Template},
    i18n::{PageTexts, WorkerCrashTexts},
};

pub static PAGE: PageTexts = PageTexts {
    decimal_mark: ",",
    bytes: Template::new("{0} Byte"),
    photos: Plural::new("{0} Foto", "{0} Fotos"),

    drop_anywhere: "Fotos irgendwo auf diese Seite ziehen.",
    choose_to_begin: "Zum Anfangen Fotos auswählen.",
    open_photos: "Fotos öffnen",
    or_paste: Template::new("oder einfügen mit {0}"),
    ctrl: "Strg",
    sample_offer: "Kein Foto zur Hand? Das Beispielfoto nehmen",
    pledge: "Fotos bleiben auf diesem Gerät.",
    drop_here: Template::new("Loslassen, um {0} zu öffnen."),
    formats: "JPEG oder PNG",
    opening_now: Template::new("{0} wird geöffnet."),
    editor_comes: "Der Editor wird geladen.",
    benchmark: "Benchmark",
    theme_system: "Farbschema: wie das System",
    theme_light: "Farbschema: hell",
    theme_dark: "Farbschema: dunkel",
    photos_input: "Fotos",

    dismiss: "Verwerfen",
    more: Template::new("{0} weitere"),
    choose_another: "Andere Datei auswählen",
    try_again: "Noch einmal versuchen",
    load_again: "Neu laden",
    apply: "Auf das Foto anwenden",
    choose_for_it: "Ein Foto dafür auswählen",
    switch_on: Template::new("{0} einschalten"),

    not_opened: Template::new("{0} konnte nicht geöffnet werden."),
    not_exported: Template::new("{0} konnte nicht exportiert werden."),
    not_shown: Template::new("{0} konnte nicht angezeigt werden."),
    no_table: Template::new("{0} ist als Farbtabelle nicht zu gebrauchen."),
    taken_out: Template::new("{0} wurde aus dem Filmstreifen genommen."),
    taken_out_text: "Was daraus gemacht wurde, kann wiederkommen, solange diese Seite offen ist.",
    put_back: "Zurücklegen",
    save_zip: "Zip speichern",
    show_export: "Export zeigen",
    file_gone: "Der Browser konnte sie nicht lesen. Vielleicht wurde sie inzwischen verschoben oder geändert; bitte \
                noch einmal auswählen.",
    file_too_large: Template::new("Die Datei hat {0} MB; Safelight öffnet Dateien bis 512 MB."),
    sample: "Das Beispielfoto",
    sample_missing: "Es war dort, woher diese Seite kam, nicht zu bekommen. Bitte die Verbindung prüfen und es noch \
                     einmal versuchen.",

    stopped: WorkerCrashTexts {
        idle: "Er hatte angehalten.",
        decoding: "Der Worker konnte die Datei nicht decodieren: Er hielt dabei an.",
        developing: "Er hielt beim Entwickeln des Fotos an.",
        encoding: "Der Worker hielt beim Codieren an. Das Foto und seine Filter sind wieder da; bitte noch einmal \
                   versuchen.",
    },
    silent: WorkerCrashTexts {
        idle: "Er gab kein Lebenszeichen mehr.",
        decoding: "Der Worker konnte die Datei nicht decodieren: Er gab kein Lebenszeichen mehr.",
        developing: "Er gab beim Entwickeln des Fotos kein Lebenszeichen mehr.",
        encoding: "Der Worker gab beim Codieren kein Lebenszeichen mehr. Das Foto und seine Filter sind wieder da; \
                   bitte noch einmal versuchen.",
    },
    restarted: "Der Worker wurde neu gestartet. Nichts ging verloren.",
    all_is_back: Template::new("{0} Das Foto und seine Filter sind wieder da."),
    switched_off: Template::new(
        "{0} Das geschah zweimal, darum ist {1} nun ausgeschaltet. Das Foto und seine Filter sind wieder da.",
    ),
    not_tried_again: Template::new(
        "{0} Das geschah zweimal, darum wird es erst wieder versucht, wenn sich etwas ändert.",
    ),
    worker_missing: "Der Worker konnte nicht geladen werden.",
    worker_missing_text: "Safelight braucht ihn, um Fotos zu öffnen. Bitte die Verbindung prüfen und es noch einmal \
                          versuchen; das Foto und seine Filter bleiben solange hier.",
    updated: "Safelight wurde erneuert, während diese Seite offen war.",
    updated_text: "Die Seite und was sie später lädt, gehören zu verschiedenen Fassungen. Neu geladen ist es die neue.",
};
