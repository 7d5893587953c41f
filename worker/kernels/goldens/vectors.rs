// Written by make.py: filter, input, expected.
&[
    Case {
        filter: "grayscale",
        name: "grayscale-alpha",
        input: include_bytes!("alpha.png"),
        expected: include_bytes!("grayscale-alpha.png"),
    },
    Case {
        filter: "grayscale",
        name: "grayscale-line",
        input: include_bytes!("line.png"),
        expected: include_bytes!("grayscale-line.png"),
    },
    Case {
        filter: "grayscale",
        name: "grayscale-noise",
        input: include_bytes!("noise.png"),
        expected: include_bytes!("grayscale-noise.png"),
    },
    Case {
        filter: "grayscale",
        name: "grayscale-photo",
        input: include_bytes!("photo.png"),
        expected: include_bytes!("grayscale-photo.png"),
    },
    Case {
        filter: "invert",
        name: "invert-alpha",
        input: include_bytes!("alpha.png"),
        expected: include_bytes!("invert-alpha.png"),
    },
    Case {
        filter: "invert",
        name: "invert-line",
        input: include_bytes!("line.png"),
        expected: include_bytes!("invert-line.png"),
    },
    Case {
        filter: "invert",
        name: "invert-noise",
        input: include_bytes!("noise.png"),
        expected: include_bytes!("invert-noise.png"),
    },
    Case {
        filter: "invert",
        name: "invert-photo",
        input: include_bytes!("photo.png"),
        expected: include_bytes!("invert-photo.png"),
    },
    Case {
        filter: "sepia",
        name: "sepia-alpha",
        input: include_bytes!("alpha.png"),
        expected: include_bytes!("sepia-alpha.png"),
    },
    Case {
        filter: "sepia",
        name: "sepia-line",
        input: include_bytes!("line.png"),
        expected: include_bytes!("sepia-line.png"),
    },
    Case {
        filter: "sepia",
        name: "sepia-noise",
        input: include_bytes!("noise.png"),
        expected: include_bytes!("sepia-noise.png"),
    },
    Case {
        filter: "sepia",
        name: "sepia-photo",
        input: include_bytes!("photo.png"),
        expected: include_bytes!("sepia-photo.png"),
    },
]
