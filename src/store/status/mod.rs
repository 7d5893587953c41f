//! What the page reports. Written by the store alone; the views read it.

use leptos::prelude::*;

use crate::model::status::{
    message::StatusMessage,
    notification::{Notification, NotificationKind},
};

/// Notifications and the status message. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Status {
    notifications: RwSignal<Vec<Notification>>,
    message: RwSignal<StatusMessage>,
    last_key: StoredValue<u32>,
}

impl Default for Status {
    fn default() -> Self {
        Self {
            notifications: RwSignal::new(Vec::new()),
            message: RwSignal::new(StatusMessage::Nothing),
            last_key: StoredValue::new(0),
        }
    }
}

impl Status {
    /// The notifications on screen, oldest first.
    pub fn notifications(&self) -> ReadSignal<Vec<Notification>> {
        self.notifications.read_only()
    }

    /// The message in the status bar.
    pub fn message(&self) -> ReadSignal<StatusMessage> {
        self.message.read_only()
    }

    /// Shows a notification; an older one that reports the same goes.
    pub fn notify(&self, kind: NotificationKind) {
        let key = self.last_key.try_update_value(|key| {
            *key += 1;
            *key
        });
        self.notifications.update(|notifications| {
            notifications.retain(|old| !kind.replaces(&old.kind));
            notifications.push(Notification { key: key.unwrap_or_default(), kind });
        });
    }

    /// Dismisses the notification of this key.
    pub fn dismiss(&self, key: u32) {
        self.dismiss_where(|notification| notification.key == key);
    }

    /// Dismisses all notifications of this kind; `kind` decides.
    pub fn dismiss_kind(&self, kind: impl Fn(&NotificationKind) -> bool) {
        self.dismiss_where(|notification| kind(&notification.kind));
    }

    /// Sets the message in the status bar.
    pub fn set_message(&self, message: StatusMessage) {
        self.message.set(message);
    }

    fn dismiss_where(&self, is_dismissed: impl Fn(&Notification) -> bool) {
        let any = self.notifications.with_untracked(|all| all.iter().any(&is_dismissed));
        if any {
            self.notifications.update(|all| all.retain(|notification| !is_dismissed(notification)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::status::failure::FailureReason;

    fn not_opened(name: &str) -> NotificationKind {
        NotificationKind::NotOpened { name: name.to_owned(), reason: FailureReason::FileGone }
    }

    fn kinds(status: &Status) -> Vec<NotificationKind> {
        status.notifications().get_untracked().into_iter().map(|notification| notification.kind).collect()
    }

    #[test]
    fn the_newest_notification_takes_the_place_of_one_that_says_the_same() {
        let status = Status::default();
        status.notify(not_opened("a.png"));
        status.notify(not_opened("b.png"));
        status.notify(not_opened("a.png"));
        assert_eq!(kinds(&status), [not_opened("b.png"), not_opened("a.png")]);
    }

    #[test]
    fn a_dismissed_notification_goes_and_its_key_is_not_used_again() {
        let status = Status::default();
        status.notify(not_opened("a.png"));
        let key = status.notifications().get_untracked()[0].key;
        status.dismiss(key);
        assert!(kinds(&status).is_empty());
        status.notify(not_opened("a.png"));
        assert_ne!(status.notifications().get_untracked()[0].key, key);
    }

    #[test]
    fn notifications_of_a_kind_are_dismissed_together() {
        let status = Status::default();
        status.notify(NotificationKind::WorkerMissing);
        status.notify(not_opened("a.png"));
        status.dismiss_kind(|kind| *kind == NotificationKind::WorkerMissing);
        assert_eq!(kinds(&status), [not_opened("a.png")]);
    }
}
