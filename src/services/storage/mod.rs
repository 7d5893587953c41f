//! The browser's databases: autosaved documents, one lease for each tab.

pub mod autosave;
pub mod database;
pub mod tab_lease;
