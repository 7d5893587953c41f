//! The theme: as the system, until someone chooses.

/// Dark, light, or as the system.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says, also when it changes its mind.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The name that the stylesheet knows a chosen theme by.
    pub fn override_value(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The theme of this name; without any, as the system.
    pub fn from_name(name: Option<&str>) -> Self {
        match name {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    /// The one after it.
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_steps_lead_through_every_theme_and_back() {
        let walk: Vec<_> = std::iter::successors(Some(Theme::System), |theme| Some(theme.next()))
            .take(4)
            .map(Theme::override_value)
            .collect();
        assert_eq!(walk, [None, Some("light"), Some("dark"), None]);
        assert!(walk.iter().all(|name| Theme::from_name(*name).override_value() == *name));
    }
}
