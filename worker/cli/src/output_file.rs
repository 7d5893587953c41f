//! The output of a job: standard output, or a file that appears only once it is complete.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

/// An output being written. Dropping an unfinished file deletes it.
#[derive(Debug)]
pub enum OutputFile {
    Standard(StdoutLock<'static>),
    File { file: BufWriter<std::fs::File>, part: TempPath, path: PathBuf },
}

impl OutputFile {
    pub fn standard() -> Self {
        Self::Standard(io::stdout().lock())
    }

    /// A file that will be at this path. Until then it has a temporary name in the same folder.
    pub fn file(path: &Path) -> io::Result<Self> {
        // A symbolic link is followed, not replaced.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if path.exists() && !path.is_file() {
            return Err(io::Error::other("something that is no file is there"));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let (file, part) = new_file(folder.unwrap_or(Path::new(".")))?.into_parts();
        Ok(Self::File { file: BufWriter::new(file), part, path })
    }

    /// Completes the output and moves the file to its path.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut stdout) => stdout.flush(),
            Self::File { file, part, path } => {
                // Not every system can rename an open file.
                drop(file.into_inner().map_err(io::IntoInnerError::into_error)?);
                part.persist(path).map_err(|error| error.error)
            }
        }
    }
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(stdout) => stdout.write(bytes),
            Self::File { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(stdout) => stdout.flush(),
            Self::File { file, .. } => file.flush(),
        }
    }
}

fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".safelight-").suffix(".part");
    // A temporary file is readable by its owner only; this one gets the usual permissions.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
