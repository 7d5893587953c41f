//! Which photo goes where, decided before any is touched.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::Refusal;

/// One photo and the place of its result.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub photo: End,
    pub output: End,
}

/// Where bytes come from or go to.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    /// Standard input or output, `-` on the command line.
    Standard,
    File(PathBuf),
}

/// A task for every photo. The output is a folder if it is one, ends like one, or is to hold several photos;
/// it is made if it is missing.
pub fn plan(photos: &[PathBuf], output: &Path) -> Result<Vec<Task>, Refusal> {
    let photos: Vec<End> = photos.iter().map(|photo| End::new(photo)).collect();
    if photos.iter().filter(|photo| **photo == End::Standard).count() > 1 {
        return Err(Refusal("Standard input holds one photo; - can be named once.".to_owned()));
    }
    let tasks = if let (End::Standard, count) = (End::new(output), photos.len()) {
        if count > 1 {
            return Err(Refusal(format!(
                "{count} photos cannot go to standard output, which takes one; name a folder, as in -o done/."
            )));
        }
        photos.into_iter().map(|photo| Task { photo, output: End::Standard }).collect()
    } else if photos.len() > 1 || output.is_dir() || ends_like_a_folder(output) {
        into_folder(photos, output)?
    } else {
        has_png_ending(output)?;
        photos.into_iter().map(|photo| Task { photo, output: End::File(output.to_owned()) }).collect()
    };
    spare_the_photos(&tasks)?;
    if let Some(folder) = tasks.iter().find_map(|task| task.output.folder()) {
        std::fs::create_dir_all(folder).map_err(|error| {
            Refusal(format!("The folder {} could not be made: {error}.", folder.display()))
        })?;
    }
    Ok(tasks)
}

fn into_folder(photos: Vec<End>, folder: &Path) -> Result<Vec<Task>, Refusal> {
    if !folder.is_dir() && !ends_like_a_folder(folder) && folder.extension().is_some() {
        return Err(Refusal(format!(
            "{} photos cannot go into one file {}; name a folder, as in -o done/.",
            photos.len(),
            folder.display()
        )));
    }
    let mut taken: HashMap<PathBuf, String> = HashMap::new();
    let mut tasks = Vec::new();
    for photo in photos {
        let End::File(path) = &photo else {
            return Err(Refusal("Standard input has no name for a file; write -o NAME.png.".to_owned()));
        };
        let name = photo.name("-");
        let output = folder.join(path.file_name().unwrap_or_default()).with_extension("png");
        if let Some(other) = taken.insert(output.clone(), name.clone()) {
            return Err(Refusal(format!(
                "{other} and {name} would both become {}; give them to two folders.",
                output.display()
            )));
        }
        tasks.push(Task { photo, output: End::File(output) });
    }
    Ok(tasks)
}

fn has_png_ending(output: &Path) -> Result<(), Refusal> {
    if output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png")) {
        return Ok(());
    }
    Err(Refusal(format!(
        "{} does not end in .png; Safelight writes PNG only. For a folder, write -o {}/.",
        output.display(),
        output.display()
    )))
}

/// No photo is ever written over, by whatever name its file is reached.
fn spare_the_photos(tasks: &[Task]) -> Result<(), Refusal> {
    let real = |end: &End| match end {
        End::File(path) => path.canonicalize().ok(),
        End::Standard => None,
    };
    let photos: HashMap<PathBuf, &End> =
        tasks.iter().filter_map(|task| Some((real(&task.photo)?, &task.photo))).collect();
    match tasks.iter().find_map(|task| photos.get(&real(&task.output)?)) {
        Some(photo) => {
            Err(Refusal(format!("{} would be overwritten by a result; choose another -o.", photo.name("-"))))
        }
        None => Ok(()),
    }
}

fn ends_like_a_folder(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

impl End {
    fn new(path: &Path) -> Self {
        if path.as_os_str() == "-" { Self::Standard } else { Self::File(path.to_owned()) }
    }

    /// For sentences; where it is no file, what stands there.
    pub fn name(&self, standard: &str) -> String {
        match self {
            Self::Standard => standard.to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The folder that the file lies in, unless that is the current one.
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
        let tasks = plan(&photos, Path::new(output)).map_err(|refusal| refusal.to_string())?;
        Ok(tasks.iter().map(|task| (task.photo.name("-"), task.output.name("-"))).collect())
    }

    #[test]
    fn results_are_named_like_their_photos() {
        let folder = tempfile::tempdir().unwrap();
        let name = |end: &str| format!("{}{end}", folder.path().display());
        let found = planned(&["a/one.jpg", "two.old.png", "three"], &name("/new")).unwrap();
        let outputs: Vec<_> = found.into_iter().map(|(_, output)| output).collect();
        assert_eq!(outputs, [name("/new/one.png"), name("/new/two.old.png"), name("/new/three.png")]);
        // A folder that is there, and one that is meant.
        for output in [name(""), name("/other/")] {
            let (_, found) = planned(&["one.jpg"], &output).unwrap().remove(0);
            assert_eq!(Path::new(&found), Path::new(&output).join("one.png"));
        }
        assert_eq!(planned(&["one.jpg"], &name("/1.PNG")).unwrap(), [("one.jpg".to_owned(), name("/1.PNG"))]);
        assert_eq!(planned(&["-"], "-").unwrap(), [("-".to_owned(), "-".to_owned())]);
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
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
