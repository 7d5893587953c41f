//! Photos, and the program in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use safelight_engine::{OpenImage, Progress, Recipe};
use tempfile::TempDir;

/// A temporary folder in which the program is run.
pub struct Desk(TempDir);

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

impl Desk {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn put(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, content).expect("a file");
    }

    pub fn get(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names in a folder, hidden ones too.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).expect("a folder");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
            .collect();
        names.sort();
        names
    }

    /// The program with these arguments, not yet started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_safelight"));
        command.current_dir(self.0.path()).args(arguments).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&self.command(arguments).output().expect("the program starts"))
    }
}

impl Run {
    pub fn of(output: &Output) -> Self {
        let stderr = String::from_utf8(output.stderr.clone()).expect("sentences");
        assert!(!stderr.contains("panicked"), "{stderr}");
        Self { code: output.status.code().expect("an exit code"), stdout: output.stdout.clone(), stderr }
    }

    /// Ended well, and had nothing to say.
    pub fn went_well(&self) {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""));
    }

    /// Ended with this code, and exactly these lines on standard error.
    pub fn complained(&self, code: i32, lines: &[&str]) {
        let mut found: Vec<&str> = self.stderr.lines().collect();
        // Photos fail in whatever order; the sum of it comes last.
        found.sort_unstable();
        let mut expected = lines.to_vec();
        expected.sort_unstable();
        assert_eq!((self.code, found), (code, expected));
    }
}

/// What the engine makes of a file in this process, which is what the page offers for download.
pub fn exported(file: &[u8], recipe: &Recipe) -> Vec<u8> {
    let mut image = OpenImage::open(file).expect("a photo");
    let mut export = image.export(recipe).expect("an export");
    let mut written = Vec::new();
    while export.step(&mut |bytes| written.extend_from_slice(bytes)).expect("a band") != Progress::Done {}
    written
}

/// A PNG of noise; every seed makes another one.
pub fn png(seed: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 61, 47);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&noise(seed, 4)).expect("pixels");
    writer.finish().expect("an end");
    file
}

/// A JPEG of noise.
pub fn jpeg(seed: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut file, 90);
    encoder.encode(&noise(seed, 3), 61, 47, jpeg_encoder::ColorType::Rgb).expect("a photo");
    file
}

pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn noise(seed: u32, channels: u32) -> Vec<u8> {
    (0..61 * 47 * channels).map(|n| ((n + 7919 * seed).wrapping_mul(2_654_435_761) >> 22) as u8).collect()
}
