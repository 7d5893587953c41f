//! Processing of one photo, from its file to its result.

use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use safelight_engine::{Export, OpenError, OpenImage, Progress, Recipe, RenderError, read_header};

use crate::jobs::{Endpoint, Job};
use crate::output_file::OutputFile;
use crate::pixel_semaphore::PixelSemaphore;

/// The largest file that is read, 2 GiB. The largest photo has 1 GB at 8 bytes per pixel.
const MAX_FILE_BYTES: u64 = 1 << 31;

/// Reads, filters and writes one photo.
///
/// # Errors
/// A whole sentence that says what went wrong.
pub fn process(
    job: &Job,
    recipe: &Recipe,
    force: bool,
    semaphore: &PixelSemaphore,
    progress: &mut dyn FnMut(f32),
) -> Result<(), String> {
    let (photo, output) = (job.photo.name("Standard input"), job.output.name("Standard output"));
    if !force {
        refuse_to_overwrite(&photo, &job.output)?;
    }
    let file = read(&job.photo)
        .map_err(|error| format!("{photo} could not be read: {}.", describe_io_error(&error)))?;
    let not_opened = |error| format!("{photo} could not be opened. {}", describe_open_error(&error));
    let header = read_header(&file).map_err(not_opened)?;
    let _permit = semaphore.acquire(header.width, header.height);
    let mut image = OpenImage::open(&file).map_err(not_opened)?;
    drop(file);
    let not_made = |error| format!("{photo} could not be filtered. {}", describe_render_error(&error));
    let export = image.export(recipe).map_err(not_made)?;
    let not_written = |error| format!("{output} could not be written: {}.", describe_io_error(&error));
    let mut output_file = match &job.output {
        Endpoint::Standard => OutputFile::standard(),
        Endpoint::File(path) => OutputFile::file(path).map_err(not_written)?,
    };
    write(export, &mut output_file, progress).map_err(|error| match error {
        WriteError::Render(error) => not_made(error),
        WriteError::Write(error) => not_written(error),
    })?;
    if !force {
        // Another program may have written it meanwhile.
        refuse_to_overwrite(&photo, &job.output)?;
    }
    output_file.finish().map_err(not_written)
}

enum WriteError {
    Render(RenderError),
    Write(io::Error),
}

fn write(
    mut export: Export,
    output: &mut OutputFile,
    progress: &mut dyn FnMut(f32),
) -> Result<(), WriteError> {
    loop {
        let mut written = Ok(());
        let step = export.step(&mut |bytes| {
            if written.is_ok() {
                written = output.write_all(bytes);
            }
        });
        written.map_err(WriteError::Write)?;
        match step.map_err(WriteError::Render)? {
            Progress::Pending { fraction } => progress(fraction),
            Progress::Done => return Ok(()),
        }
    }
}

fn refuse_to_overwrite(photo: &str, output: &Endpoint) -> Result<(), String> {
    match output {
        Endpoint::File(path) if path.symlink_metadata().is_ok() => Err(format!(
            "{photo} was left out: {} exists already, and only --force overwrites it.",
            path.display()
        )),
        _ => Ok(()),
    }
}

fn read(photo: &Endpoint) -> io::Result<Vec<u8>> {
    let mut file = Vec::new();
    match photo {
        Endpoint::Standard => io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut file)?,
        Endpoint::File(path) => open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut file)?,
    };
    if file.len() as u64 > MAX_FILE_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(file)
}

fn open(path: &Path) -> io::Result<std::fs::File> {
    if path.is_dir() { Err(ErrorKind::IsADirectory.into()) } else { std::fs::File::open(path) }
}

fn describe_io_error(error: &io::Error) -> String {
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

fn describe_open_error(error: &OpenError) -> String {
    match error {
        OpenError::Memory(_) => out_of_memory(),
        other => other.to_string(),
    }
}

fn describe_render_error(error: &RenderError) -> String {
    match error {
        RenderError::Memory(_) => out_of_memory(),
        other => other.to_string(),
    }
}

/// Replaces the engine's sentence, which gives advice for browsers.
fn out_of_memory() -> String {
    "There is not enough memory; fewer photos at a time may do, with --jobs.".to_owned()
}
