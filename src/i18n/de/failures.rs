//! Failures of the worker, in German.

use crate::i18n::{
    failures::texts::{
        CubeTexts, FailureTexts, FileKindTexts, OpenTexts, RecipeTexts, RenderTexts, UnsupportedTexts,
    },
    template::Template,
};

/// The texts.
pub static FAILURES: FailureTexts = FailureTexts {
    thousands_mark: ".",
    out_of_memory: Template::new(
        "Der Speicher reicht nicht: Es fehlen {0} MB. Vielleicht hilft es, andere Tabs zu schließen.",
    ),
    no_buffer: "Der Browser hat dafür keinen Speicher mehr; bitte andere Tabs schließen und es noch einmal versuchen.",
    no_photo: "Im Worker ist kein Foto geöffnet.",
    open: OpenTexts {
        empty: "Die Datei ist leer.",
        not_a_photo: Template::new("Das ist {0}; Safelight öffnet PNG und JPEG."),
        unknown_file: "Das ist kein Bild, das Safelight kennt; es öffnet PNG und JPEG.",
        no_pixels: "Laut der Datei hat ihr Bild keine Pixel.",
        too_large: Template::new(
            "Das Bild hat {0} × {1} Pixel ({2} Megapixel); Safelight öffnet bis zu {3} Megapixel.",
        ),
        truncated: "Die Datei endet mitten im Bild; vielleicht wurde sie nicht vollständig kopiert.",
        damaged: "Die Datei ist beschädigt, und ihr Bild lässt sich nicht lesen.",
        unsupported: Template::new("Diese Art von Datei kann Safelight nicht lesen: {0}."),
        kinds: FileKindTexts {
            avif: "ein AVIF-Bild",
            bmp: "ein BMP-Bild",
            camera_raw: "die Rohdatei einer Kamera",
            gif: "ein GIF",
            gzip: "ein gzip-Archiv",
            heic: "ein HEIC-Bild",
            icon: "eine Symboldatei",
            jpeg_2000: "ein JPEG-2000-Bild",
            jpeg_xl: "ein JPEG-XL-Bild",
            pdf: "ein PDF",
            photoshop: "ein Photoshop-Dokument",
            sound: "eine Audiodatei",
            svg: "eine SVG-Zeichnung",
            text: "eine Textdatei",
            tiff: "ein TIFF-Bild oder die Rohdatei einer Kamera",
            video: "ein Video",
            web_assembly: "ein WebAssembly-Modul",
            web_p: "ein WebP-Bild",
            web_page: "eine Webseite",
            zip: "ein ZIP-Archiv oder ein Office-Dokument",
        },
        features: UnsupportedTexts {
            lossless_jpeg: "Es ist ein verlustfreies JPEG",
            hierarchical_jpeg: "Es ist ein hierarchisches JPEG",
            arithmetic_jpeg: "Es ist ein JPEG mit arithmetischer Codierung",
            jpeg_bits: Template::new("Es ist ein JPEG mit {0} Bit"),
            jpeg_scans: Template::new("Ihr Bild ist in {0} Durchgängen gespeichert"),
            jpeg_scheme: Template::new("Es ist ein JPEG mit {0}"),
            excess_data: "Sie enthält neben dem Bild mehr Daten, als ein Foto gebrauchen kann",
        },
    },
    render: RenderTexts {
        scale: Template::new("Der Maßstab ist {0}; er muss über 0 liegen und darf höchstens 1 sein."),
        empty_region: "Der Ausschnitt liegt außerhalb des Bildes.",
        too_large: Template::new(
            "Das Bild hätte {0} × {1} Pixel ({2} Megapixel); Safelight erzeugt bis zu {3} Megapixel. Bitte eine \
             kleinere Größe wählen.",
        ),
        encode: "Das PNG ließ sich nicht schreiben.",
    },
    recipe: RecipeTexts {
        version: Template::new("Das Rezept hat Version {0}; Safelight kennt Version {1}."),
        too_many_steps: Template::new("Das Rezept hat {0} Schritte; Safelight nimmt bis zu {1}."),
        unknown_filter: Template::new("Schritt {0} nennt einen Filter „{1}“; bekannt sind {2}."),
        unknown_value: Template::new("Schritt {0} setzt „{1}“; {2} hat {3}."),
        no_settings: Template::new("Schritt {0} setzt „{1}“; {2} hat keine Einstellungen."),
        not_finite: Template::new("Schritt {0} setzt {1} von {2} auf etwas, das keine Zahl ist."),
        cube_not_used: Template::new(
            "Schritt {0} hat eine Farbtabelle, und {1} verwendet keine; bitte weglassen.",
        ),
        cube: Template::new("Schritt {0} braucht eine andere .cube-Datei: {1}."),
        cubes_too_long: Template::new(
            "Das Rezept hat {0} Bytes an Farbtabellen; Safelight nimmt bis zu {1}.",
        ),
    },
    cube: CubeTexts {
        too_long: Template::new("Sie hat {0} Bytes, und höchstens {1} sind erlaubt"),
        line: Template::new("Zeile {0} {1}"),
        no_size: "Sie hat keine Zeile LUT_3D_SIZE oder LUT_1D_SIZE",
        too_few: Template::new("Sie hat {0} Farben, und ihre Größe verspricht {1}"),
        domain: "Ihr DOMAIN_MAX liegt nicht über ihrem DOMAIN_MIN",
        out_of_memory: Template::new("Für ihre {0} Farben fehlt der Speicher"),
        keyword: Template::new("beginnt mit „{0}“, was in keine .cube-Datei gehört"),
        numbers: Template::new("sollte {0} Zahlen haben und hat „{1}“"),
        size: Template::new("sollte eine Größe von 2 bis {0} angeben"),
        second_size: "gibt eine zweite Größe an",
        before_size: "hat eine Farbe, bevor LUT_3D_SIZE oder LUT_1D_SIZE dasteht",
        too_many: Template::new("hat eine Farbe mehr als die {0} der Größe"),
    },
};
