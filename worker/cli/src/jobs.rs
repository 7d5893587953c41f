//! The jobs of one call: which photo goes where, decided before any file is read or written.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::error::UsageError;

/// One photo and the output for its result.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub photo: Endpoint,
    pub output: Endpoint,
}

/// Where bytes come from or go to.
#[derive(Debug, Clone, PartialEq)]
pub enum Endpoint {
    /// Standard input or output, `-` on the command line.
    Standard,
    File(PathBuf),
}

/// A job for every photo. The output is a folder if it exists as one, ends with a separator, or has to hold several
/// photos. A missing folder is created.
///
/// # Errors
/// A [`UsageError`] for photos that cannot go to this output.
pub fn plan_jobs(photos: &[PathBuf], output: &Path) -> Result<Vec<Job>, UsageError> {
    let photos: Vec<Endpoint> = photos.iter().map(|photo| Endpoint::new(photo)).collect();
    if photos.iter().filter(|photo| **photo == Endpoint::Standard).count() > 1 {
        return Err(UsageError("Standard input holds one photo; - can be named once.".to_owned()));
    }
    let jobs = if let (Endpoint::Standard, count) = (Endpoint::new(output), photos.len()) {
        if count > 1 {
            return Err(UsageError(format!(
                "{count} photos cannot go to standard output, which takes one; name a folder, as in -o done/."
            )));
        }
        photos.into_iter().map(|photo| Job { photo, output: Endpoint::Standard }).collect()
    } else if photos.len() > 1 || output.is_dir() || looks_like_folder(output) {
        into_folder(photos, output)?
    } else {
        check_png_extension(output)?;
        photos.into_iter().map(|photo| Job { photo, output: Endpoint::File(output.to_owned()) }).collect()
    };
    reject_overwrites(&jobs)?;
    if let Some(folder) = jobs.iter().find_map(|job| job.output.folder()) {
        std::fs::create_dir_all(folder).map_err(|error| {
            UsageError(format!("The folder {} could not be made: {error}.", folder.display()))
        })?;
    }
    Ok(jobs)
}

fn into_folder(photos: Vec<Endpoint>, folder: &Path) -> Result<Vec<Job>, UsageError> {
    if !folder.is_dir() && !looks_like_folder(folder) && folder.extension().is_some() {
        return Err(UsageError(format!(
            "{} photos cannot go into one file {}; name a folder, as in -o done/.",
            photos.len(),
            folder.display()
        )));
    }
    let mut taken: HashMap<PathBuf, String> = HashMap::new();
    let mut jobs = Vec::new();
    for photo in photos {
        let Endpoint::File(path) = &photo else {
            return Err(UsageError("Standard input has no name for a file; write -o NAME.png.".to_owned()));
        };
        let name = photo.name("-");
        let output = folder.join(path.file_name().unwrap_or_default()).with_extension("png");
        if let Some(other) = taken.insert(output.clone(), name.clone()) {
            return Err(UsageError(format!(
                "{other} and {name} would both become {}; give them to two folders.",
                output.display()
            )));
        }
        jobs.push(Job { photo, output: Endpoint::File(output) });
    }
    Ok(jobs)
}

fn check_png_extension(output: &Path) -> Result<(), UsageError> {
    if output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png")) {
        return Ok(());
    }
    Err(UsageError(format!(
        "{} does not end in .png; Safelight writes PNG only. For a folder, write -o {}/.",
        output.display(),
        output.display()
    )))
}

/// Refuses to overwrite one of the photos, by whatever path the output names it.
fn reject_overwrites(jobs: &[Job]) -> Result<(), UsageError> {
    let real = |end: &Endpoint| match end {
        Endpoint::File(path) => path.canonicalize().ok(),
        Endpoint::Standard => None,
    };
    let photos: HashMap<PathBuf, &Endpoint> =
        jobs.iter().filter_map(|job| Some((real(&job.photo)?, &job.photo))).collect();
    match jobs.iter().find_map(|job| photos.get(&real(&job.output)?)) {
        Some(photo) => Err(UsageError(format!(
            "{} would be overwritten by a result; choose another -o.",
            photo.name("-")
        ))),
        None => Ok(()),
    }
}

fn looks_like_folder(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

impl Endpoint {
    fn new(path: &Path) -> Self {
        if path.as_os_str() == "-" { Self::Standard } else { Self::File(path.to_owned()) }
    }

    /// The path, or `standard` for a standard stream, as error messages name it.
    pub fn name(&self, standard: &str) -> String {
        match self {
            Self::Standard => standard.to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The folder of the file, unless it is the current one.
    fn folder(&self) -> Option<&Path> {
        let Self::File(path) = self else { return None };
        path.parent().filter(|folder| !folder.as_os_str().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(photos: &[&str], output: &str) -> Result<Vec<(String, String)>, String> {
        let photos: Vec<PathBuf> = photos.iter().map(PathBuf::from).collect();
        let jobs = plan_jobs(&photos, Path::new(output)).map_err(|error| error.to_string())?;
        Ok(jobs.iter().map(|job| (job.photo.name("-"), job.output.name("-"))).collect())
    }

    #[test]
    fn results_are_named_like_their_photos() {
        let folder = tempfile::tempdir().unwrap();
        let name = |end: &str| format!("{}{end}", folder.path().display());
        let found = planned(&["a/one.jpg", "two.old.png", "three"], &name("/new")).unwrap();
        let outputs: Vec<_> = found.into_iter().map(|(_, output)| output).collect();
        assert_eq!(outputs, [name("/new/one.png"), name("/new/two.old.png"), name("/new/three.png")]);
        // A folder that exists, and one that does not.
        for output in [name(""), name("/other/")] {
            let (_, found) = planned(&["one.jpg"], &output).unwrap().remove(0);
            assert_eq!(Path::new(&found), Path::new(&output).join("one.png"));
        }
        assert_eq!(planned(&["one.jpg"], &name("/1.PNG")).unwrap(), [("one.jpg".to_owned(), name("/1.PNG"))]);
        assert_eq!(planned(&["-"], "-").unwrap(), [("-".to_owned(), "-".to_owned())]);
    }

    #[test]
    fn wrong_outputs_are_explained() {
        for (photos, output, sentence) in [
            (&["-", "-"][..], "out/", "Standard input holds one photo; - can be named once."),
            (&["-"], "out/", "Standard input has no name for a file; write -o NAME.png."),
            (
                &["1.png", "2.png"],
                "-",
                "2 photos cannot go to standard output, which takes one; name a folder, as in -o done/.",
            ),
            (
                &["1.png", "2.png"],
                "out.png",
                "2 photos cannot go into one file out.png; name a folder, as in -o done/.",
            ),
            (
                &["a/1.png", "b/1.jpg"],
                "out/",
                "a/1.png and b/1.jpg would both become out/1.png; give them to two folders.",
            ),
            (
                &["1.png"],
                "out.jpg",
                "out.jpg does not end in .png; Safelight writes PNG only. For a folder, write -o out.jpg/.",
            ),
        ] {
            assert_eq!(planned(photos, output), Err(sentence.to_owned()));
        }
    }
}
