//! What the page reports, as data: notifications, and the message in the status bar.

pub mod failure;
pub mod message;
pub mod notification;
