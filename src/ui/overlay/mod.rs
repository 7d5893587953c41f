//! What lies over the page: dialogs, menus, popups, notifications.

pub mod dialog;
pub mod drop_overlay;
pub mod focus;
pub mod menu;
pub mod notifications;
pub mod popup;
