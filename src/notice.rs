//! What people are told, and what they can do about it.

/// A piece of news or an error. It says what happened, to which file, and what now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Names this notice; given when it is shown.
    pub key: u32,
    /// How bad it is.
    pub weight: Weight,
    /// What happened, in one sentence.
    pub title: String,
    /// Why, and what now.
    pub text: String,
    /// What can be done with a button.
    pub action: Option<Action>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Good to know.
    News,
    /// Something asked for could not be done.
    Error,
}

/// What a notice offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Choose another file.
    Choose,
    /// Load the worker again.
    Restart,
    /// Fetch the editor again.
    Fetch,
    /// Switch a filter on again, by its key in the stack.
    SwitchOn(u32),
    /// Load the page again.
    Reload,
}

impl Notice {
    /// A file that could not be opened. `reason` is a whole sentence.
    pub fn not_opened(name: &str, reason: String) -> Self {
        Self::error(format!("{name} could not be opened."), reason, Some(Action::Choose))
    }

    /// A photo that could not be developed or encoded. `reason` is a whole sentence.
    pub fn not_exported(name: &str, reason: String) -> Self {
        Self::error(format!("{name} could not be exported."), reason, None)
    }

    /// The screen could not be brought up to date. `reason` is a whole sentence.
    pub fn not_rendered(name: &str, reason: String) -> Self {
        Self::error(format!("{name} could not be shown."), reason, None)
    }

    /// A table of colours that could not be read. `reason` is a whole sentence.
    pub fn no_table(name: &str, reason: String) -> Self {
        Self::error(format!("{name} could not be used as a colour table."), reason, Some(Action::Choose))
    }

    /// Several files came at once.
    pub fn one_at_a_time(name: &str, more: usize) -> Self {
        let others =
            if more == 1 { "The other file was".to_owned() } else { format!("The other {more} files were") };
        Self::news(
            format!("Only {name} is being opened."),
            format!(
                "Photos are developed one at a time. {others} left alone; open the next when this one is done."
            ),
            None,
        )
    }

    /// The worker was replaced, and everything is as it was.
    pub fn restarted(why: &str) -> Self {
        Self::news(
            "The worker was restarted. Nothing was lost.".to_owned(),
            format!("{why} Your photo and its filters are back."),
            None,
        )
    }

    /// The worker was replaced twice at the same work, so a filter was switched off.
    pub fn switched_off(why: &str, filter: &str, key: u32) -> Self {
        Self::news(
            "The worker was restarted. Nothing was lost.".to_owned(),
            format!(
                "{why} It did so twice, so {filter} is switched off. Your photo and its filters are back."
            ),
            Some(Action::SwitchOn(key)),
        )
    }

    /// The worker's files can't be had.
    pub fn worker_missing() -> Self {
        Self::error(
            "The worker could not be loaded.".to_owned(),
            "Safelight needs it to open photos. Check the connection, then try again; your photo and its filters stay \
             here meanwhile."
                .to_owned(),
            Some(Action::Restart),
        )
    }

    /// The editor's code can't be had.
    pub fn editor_missing() -> Self {
        Self::error(
            "The editor could not be loaded.".to_owned(),
            "Safelight needs it to show your photo, which stays open meanwhile. Check the connection, then try again."
                .to_owned(),
            Some(Action::Fetch),
        )
    }

    /// The page and a part that it loads later are of different builds.
    pub fn out_of_date() -> Self {
        Self::error(
            "Safelight was updated while this page was open.".to_owned(),
            "The page and what it loads later are of different versions. Load the page again to use the new one."
                .to_owned(),
            Some(Action::Reload),
        )
    }

    fn news(title: String, text: String, action: Option<Action>) -> Self {
        Self { key: 0, weight: Weight::News, title, text, action }
    }

    fn error(title: String, text: String, action: Option<Action>) -> Self {
        Self { key: 0, weight: Weight::Error, title, text, action }
    }
}
