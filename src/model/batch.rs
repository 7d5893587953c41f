//! Several photos that are exported one after another, as plain data.

use safelight_recipe::Recipe;

use crate::model::status::failure::FailureReason;

/// The photos of one export, in the order of the strip. `N` is what a photo is read from, `F` the file that it becomes.
#[derive(Debug, Clone)]
pub struct Batch<N, F> {
    files: Vec<Item<N, F>>,
    /// Whether no other photo is begun.
    pub paused: bool,
    /// How long those that are made took, in milliseconds, and how many they are.
    made_ms: (f64, u32),
}

/// One of them.
#[derive(Debug, Clone)]
pub struct Item<N, F> {
    /// Names the photo in the strip.
    pub key: u32,
    /// The photo's name.
    pub photo: String,
    /// What it is read from.
    pub source: N,
    /// Its stack.
    pub recipe: Recipe,
    /// The name of the file, which no other has.
    pub name: String,
    /// How far it is.
    pub state: State<F>,
}

/// How far a photo is.
#[derive(Debug, Clone, PartialEq)]
pub enum State<F> {
    /// It waits for its turn.
    Waiting,
    /// This share of it is done; opening it counts as none.
    Running(f32),
    /// The file is there.
    ExportedFile(F),
    /// The file was handed over.
    Saved(F),
    /// Why there will be no file.
    Failed(FailureReason),
    /// It was called off.
    Cancelled,
}

impl<N, F> Batch<N, F> {
    /// These photos. Files that would have one name get numbers.
    pub fn new(files: Vec<Item<N, F>>) -> Self {
        let mut batch = Self { files, paused: false, made_ms: (0.0, 0) };
        for at in 1..batch.files.len() {
            let (before, rest) = batch.files.split_at_mut(at);
            // Some systems take capital letters for the same.
            let is_taken =
                |name: &str| before.iter().any(|other| other.name.to_lowercase() == name.to_lowercase());
            let name = &mut rest[0].name;
            let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
            let numbered = (2..).take(at).map(|number| format!("{stem}-{number}.{ending}"));
            let free = std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name));
            *name = free.unwrap_or_default();
        }
        batch
    }

    /// All of them.
    pub fn files(&self) -> &[Item<N, F>] {
        &self.files
    }

    /// The one of this photo.
    pub fn get(&self, key: u32) -> Option<&Item<N, F>> {
        self.files.iter().find(|item| item.key == key)
    }

    /// Begins the next that waits, if none is running.
    pub fn begin_next(&mut self) -> Option<&Item<N, F>> {
        if self.paused || self.is_running() {
            return None;
        }
        let next = self.files.iter_mut().find(|item| matches!(item.state, State::Waiting))?;
        next.state = State::Running(0.0);
        Some(next)
    }

    /// The one that runs is in this state now; one that was made took so long.
    pub fn set_running(&mut self, state: State<F>, took_ms: f64) {
        if matches!(state, State::ExportedFile(_)) {
            self.made_ms = (self.made_ms.0 + took_ms, self.made_ms.1 + 1);
        }
        if let Some(item) = self.files.iter_mut().find(|item| matches!(item.state, State::Running(_))) {
            item.state = state;
        }
    }

    /// Has one wait again that came to nothing.
    pub fn retry(&mut self, key: u32) {
        for item in &mut self.files {
            if item.key == key && matches!(item.state, State::Failed(_) | State::Cancelled) {
                item.state = State::Waiting;
            }
        }
    }

    /// Calls off what is not made yet.
    pub fn cancel(&mut self) {
        self.paused = false;
        for item in &mut self.files {
            if matches!(item.state, State::Waiting | State::Running(_)) {
                item.state = State::Cancelled;
            }
        }
    }

    /// Notes that the files of these photos were handed over.
    pub fn saved(&mut self, keys: &[u32])
    where
        F: Clone,
    {
        for item in self.files.iter_mut().filter(|item| keys.contains(&item.key)) {
            if let State::ExportedFile(file) = &item.state {
                item.state = State::Saved(file.clone());
            }
        }
    }

    /// The files that are there and were not handed over, with their names.
    pub fn to_save(&self) -> impl Iterator<Item = (&Item<N, F>, &F)> {
        self.files.iter().filter_map(|item| match &item.state {
            State::ExportedFile(file) => Some((item, file)),
            _ => None,
        })
    }

    /// Whether one runs.
    pub fn is_running(&self) -> bool {
        self.count(|state| matches!(state, State::Running(_))) > 0
    }

    /// Whether there is anything left to do.
    pub fn is_busy(&self) -> bool {
        self.count(|state| matches!(state, State::Waiting | State::Running(_))) > 0
    }

    /// How many are made, handed over or not; and how many came to nothing.
    pub fn counts(&self) -> (usize, usize) {
        let made = self.count(|state| matches!(state, State::ExportedFile(_) | State::Saved(_)));
        (made, self.count(|state| matches!(state, State::Failed(_))))
    }

    /// The share of all that is done.
    pub fn share(&self) -> f32 {
        let share = |item: &Item<N, F>| match item.state {
            State::Waiting => 0.0,
            State::Running(done) => done,
            _ => 1.0,
        };
        self.files.iter().map(share).sum::<f32>() / self.files.len().max(1) as f32
    }

    /// About how many seconds are left, once one is made.
    pub fn left_s(&self) -> Option<f64> {
        let (ms, count) = self.made_ms;
        let left = f64::from(1.0 - self.share()) * self.files.len() as f64;
        (count > 0 && self.is_busy() && !self.paused)
            .then(|| (ms / f64::from(count) * left / 1e3).ceil().max(1.0))
    }

    fn count(&self, is: impl Fn(&State<F>) -> bool) -> usize {
        self.files.iter().filter(|item| is(&item.state)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(names: &[&str]) -> Batch<(), u32> {
        let item = |(key, name): (u32, &&str)| Item {
            key,
            photo: (*name).to_owned(),
            source: (),
            recipe: Recipe::new(vec![]),
            name: (*name).to_owned(),
            state: State::Waiting,
        };
        Batch::new((1..).zip(names).map(item).collect())
    }

    #[test]
    fn no_two_files_have_one_name() {
        let batch = batch(&["a.png", "b.png", "A.png", "a-2.png", "a.png", "a.png"]);
        let names: Vec<_> = batch.files().iter().map(|item| item.name.as_str()).collect();
        assert_eq!(names, ["a.png", "b.png", "A-2.png", "a-2-2.png", "a-3.png", "a-4.png"]);
    }

    #[test]
    fn one_after_another_and_what_failed_is_in_nobodys_way() {
        let mut batch = batch(&["a.png", "b.png", "c.png"]);
        assert_eq!(batch.begin_next().map(|item| item.key), Some(1));
        assert_eq!(batch.begin_next().map(|item| item.key), None, "one at a time");
        batch.set_running(State::Running(0.5), 0.0);
        assert!((batch.share() - 0.5 / 3.0).abs() < 1e-6);
        batch.set_running(State::ExportedFile(7), 3000.0);
        assert_eq!(batch.left_s(), Some(6.0));
        batch.begin_next();
        batch.set_running(State::Failed(FailureReason::FileGone), 0.0);
        assert_eq!(batch.begin_next().map(|item| item.key), Some(3));
        batch.set_running(State::ExportedFile(8), 1000.0);
        assert_eq!((batch.counts(), batch.is_busy(), batch.left_s()), ((2, 1), false, None));
        batch.retry(1);
        assert!(!batch.is_busy(), "what is made is not made again");
        batch.retry(2);
        assert_eq!(batch.begin_next().map(|item| item.key), Some(2));
        assert_eq!(batch.left_s(), Some(2.0));
    }

    #[test]
    fn a_pause_lets_the_one_that_runs_finish() {
        let mut batch = batch(&["a.png", "b.png"]);
        batch.begin_next();
        batch.paused = true;
        batch.set_running(State::ExportedFile(1), 10.0);
        assert!(batch.begin_next().is_none() && batch.is_busy() && batch.left_s().is_none());
        batch.paused = false;
        assert_eq!(batch.begin_next().map(|item| item.key), Some(2));
    }

    #[test]
    fn what_is_made_stays_when_the_rest_is_called_off() {
        let mut batch = batch(&["a.png", "b.png", "c.png"]);
        batch.begin_next();
        batch.set_running(State::ExportedFile(1), 10.0);
        batch.begin_next();
        batch.cancel();
        assert!(!batch.is_busy());
        assert_eq!(batch.to_save().map(|(item, file)| (item.key, *file)).collect::<Vec<_>>(), [(1, 1)]);
        batch.saved(&[2]);
        assert_eq!(batch.to_save().count(), 1, "only what was handed over is saved");
        batch.saved(&[1, 2]);
        assert_eq!((batch.to_save().count(), batch.counts()), (0, (1, 0)));
    }
}
