//! What the page reports: notifications, and the message in the status bar.

pub mod message;
pub mod notification;
