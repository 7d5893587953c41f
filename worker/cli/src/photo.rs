//! One photo from its file to its result.

use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use safelight_engine::{Darkroom, Export, OpenError, Recipe, RenderError, Step, probe};

use crate::jobs::{End, Task};
use crate::output_file::Outlet;
use crate::pixel_semaphore::Gate;

/// No photo of the largest size that is opened takes as much: 8 bytes per pixel make half of it.
const MAX_FILE_BYTES: u64 = 1 << 31;

/// Reads, filters and writes one photo. What goes wrong comes back as a sentence.
pub fn develop(
    task: &Task,
    recipe: &Recipe,
    force: bool,
    gate: &Gate,
    progress: &mut dyn FnMut(f32),
) -> Result<(), String> {
    let (photo, output) = (task.photo.name("Standard input"), task.output.name("Standard output"));
    if !force {
        refuse_to_overwrite(&photo, &task.output)?;
    }
    let file = read(&task.photo).map_err(|error| format!("{photo} could not be read: {}.", words(&error)))?;
    let not_opened = |error| format!("{photo} could not be opened. {}", open_words(&error));
    let header = probe(&file).map_err(not_opened)?;
    let _pass = gate.pass(header.width, header.height);
    let mut room = Darkroom::open(&file).map_err(not_opened)?;
    drop(file);
    let not_made = |error| format!("{photo} could not be filtered. {}", render_words(&error));
    let export = room.export(recipe).map_err(not_made)?;
    let not_written = |error| format!("{output} could not be written: {}.", words(&error));
    let mut outlet = match &task.output {
        End::Standard => Outlet::standard(),
        End::File(path) => Outlet::file(path).map_err(not_written)?,
    };
    write(export, &mut outlet, progress).map_err(|error| match error {
        Broken::Render(error) => not_made(error),
        Broken::Write(error) => not_written(error),
    })?;
    if !force {
        // Somebody else may have been faster.
        refuse_to_overwrite(&photo, &task.output)?;
    }
    outlet.finish().map_err(not_written)
}

enum Broken {
    Render(RenderError),
    Write(io::Error),
}

fn write(mut export: Export, outlet: &mut Outlet, progress: &mut dyn FnMut(f32)) -> Result<(), Broken> {
    loop {
        let mut written = Ok(());
        let step = export.step(&mut |bytes| {
            if written.is_ok() {
                written = outlet.write_all(bytes);
            }
        });
        written.map_err(Broken::Write)?;
        match step.map_err(Broken::Render)? {
            Step::More { done } => progress(done),
            Step::Done => return Ok(()),
        }
    }
}

fn refuse_to_overwrite(photo: &str, output: &End) -> Result<(), String> {
    match output {
        End::File(path) if path.symlink_metadata().is_ok() => Err(format!(
            "{photo} was left out: {} exists already, and only --force overwrites it.",
            path.display()
        )),
        _ => Ok(()),
    }
}

fn read(photo: &End) -> io::Result<Vec<u8>> {
    let mut file = Vec::new();
    match photo {
        End::Standard => io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut file)?,
        End::File(path) => open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut file)?,
    };
    if file.len() as u64 > MAX_FILE_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(file)
}

fn open(path: &Path) -> io::Result<std::fs::File> {
    if path.is_dir() { Err(ErrorKind::IsADirectory.into()) } else { std::fs::File::open(path) }
}

fn words(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "permission is missing".to_owned(),
        ErrorKind::IsADirectory => "it is a folder; name the photos in it".to_owned(),
        ErrorKind::FileTooLarge => "it is too large to be a photo".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::BrokenPipe => "its reader stopped listening".to_owned(),
        _ => error.to_string(),
    }
}

fn open_words(error: &OpenError) -> String {
    match error {
        OpenError::Memory(_) => no_memory(),
        other => other.to_string(),
    }
}

fn render_words(error: &RenderError) -> String {
    match error {
        RenderError::Memory(_) => no_memory(),
        other => other.to_string(),
    }
}

/// The engine's own sentence is for browsers.
fn no_memory() -> String {
    "There is not enough memory; fewer photos at a time may do, with --jobs.".to_owned()
}
