//! Failures of the worker, in English. The sentences are those of the command line.

use crate::i18n::{
    failures::texts::{
        CubeTexts, FailureTexts, FileKindTexts, OpenTexts, RecipeTexts, RenderTexts, UnsupportedTexts,
    },
    template::Template,
};

/// The texts.
pub static FAILURES: FailureTexts = FailureTexts {
    thousands_mark: ",",
    out_of_memory: Template::new(
        "There is not enough memory: {0} MB more are needed. Closing other tabs may help.",
    ),
    no_buffer: "The browser has no memory left for it; close other tabs, then try again.",
    no_photo: "No photo is open in the worker.",
    open: OpenTexts {
        empty: "The file is empty.",
        not_a_photo: Template::new("It is {0}; Safelight opens PNG and JPEG."),
        unknown_file: "It is no picture that Safelight knows; it opens PNG and JPEG.",
        no_pixels: "The file says that its picture has no pixels.",
        too_large: Template::new(
            "It is {0} × {1} pixels ({2} megapixels); Safelight opens up to {3} megapixels.",
        ),
        truncated: "The file ends in the middle of the picture; it may not have been copied completely.",
        damaged: "The file is damaged, and its picture cannot be read.",
        unsupported: Template::new("Safelight cannot read this kind of file: {0}."),
        kinds: FileKindTexts {
            avif: "an AVIF picture",
            bmp: "a BMP picture",
            camera_raw: "a camera's raw file",
            gif: "a GIF",
            gzip: "a gzip archive",
            heic: "a HEIC picture",
            icon: "an icon file",
            jpeg_2000: "a JPEG 2000 picture",
            jpeg_xl: "a JPEG XL picture",
            pdf: "a PDF",
            photoshop: "a Photoshop document",
            sound: "a sound file",
            svg: "an SVG drawing",
            text: "a text file",
            tiff: "a TIFF picture or a camera's raw file",
            video: "a video",
            web_assembly: "a WebAssembly module",
            web_p: "a WebP picture",
            web_page: "a web page",
            zip: "a ZIP archive or an office document",
        },
        features: UnsupportedTexts {
            lossless_jpeg: "it is a lossless JPEG",
            hierarchical_jpeg: "it is a hierarchical JPEG",
            arithmetic_jpeg: "it is a JPEG with arithmetic coding",
            jpeg_bits: Template::new("it is a JPEG of {0} bits"),
            jpeg_scans: Template::new("it draws its picture {0} times over"),
            jpeg_scheme: Template::new("it is a JPEG with {0}"),
            excess_data: "it holds more data beside its picture than a photo has use for",
        },
    },
    render: RenderTexts {
        scale: Template::new("The scale is {0}; it can be above 0 and up to 1."),
        empty_region: "The region lies outside the picture.",
        too_large: Template::new(
            "It would be {0} × {1} pixels ({2} megapixels); Safelight makes up to {3} megapixels. Choose a smaller \
             size.",
        ),
        encode: "The PNG could not be written.",
    },
    recipe: RecipeTexts {
        version: Template::new("The recipe is of version {0}; Safelight knows version {1}."),
        too_many_steps: Template::new("The recipe has {0} steps; Safelight takes up to {1}."),
        unknown_filter: Template::new("Step {0} names a filter “{1}”; known filters are {2}."),
        unknown_value: Template::new("Step {0} sets “{1}”; {2} has {3}."),
        no_settings: Template::new("Step {0} sets “{1}”; {2} has no settings."),
        not_finite: Template::new("Step {0} sets {1} of {2} to something that is no number."),
        cube_not_used: Template::new("Step {0} has a colour table, and {1} uses none; leave it out."),
        cube: Template::new("Step {0} needs another .cube file: {1}."),
        cubes_too_long: Template::new(
            "The recipe has {0} bytes of colour tables; Safelight takes up to {1}.",
        ),
    },
    cube: CubeTexts {
        too_long: Template::new("it has {0} bytes, and {1} are the most"),
        line: Template::new("line {0} {1}"),
        no_size: "it has no line LUT_3D_SIZE or LUT_1D_SIZE",
        too_few: Template::new("it has {0} colours, and its size promises {1}"),
        domain: "its DOMAIN_MAX is not above its DOMAIN_MIN",
        out_of_memory: Template::new("there is no memory for its {0} colours"),
        keyword: Template::new("begins with “{0}”, which no .cube file should"),
        numbers: Template::new("should have {0} numbers and has “{1}”"),
        size: Template::new("should give a size from 2 to {0}"),
        second_size: "gives a second size",
        before_size: "has a colour before there is LUT_3D_SIZE or LUT_1D_SIZE",
        too_many: Template::new("has a colour more than the {0} of the size"),
    },
};
