//! Where a result is written: to standard output as it comes, or to a file that is only there once it is whole.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

/// A result being written. A file that is dropped unfinished is gone.
#[derive(Debug)]
pub enum Outlet {
    Standard(StdoutLock<'static>),
    File { file: BufWriter<std::fs::File>, part: TempPath, path: PathBuf },
}

impl Outlet {
    pub fn standard() -> Self {
        Self::Standard(io::stdout().lock())
    }

    /// Will be at this path; until then it has another name in the same folder.
    pub fn file(path: &Path) -> io::Result<Self> {
        // What a link points to is replaced, not the link.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if path.exists() && !path.is_file() {
            return Err(io::Error::other("something that is no file is there"));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let (file, part) = new_file(folder.unwrap_or(Path::new(".")))?.into_parts();
        Ok(Self::File { file: BufWriter::new(file), part, path })
    }

    /// Puts the file in its place.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut stdout) => stdout.flush(),
            Self::File { file, part, path } => {
                // Closed first: not every system renames open files.
                drop(file.into_inner().map_err(io::IntoInnerError::into_error)?);
                part.persist(path).map_err(|error| error.error)
            }
        }
    }
}

impl Write for Outlet {
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
    // Temporary files are their owner's alone; this one becomes a file like any other.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
