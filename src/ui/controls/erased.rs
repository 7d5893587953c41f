//! Closures, each behind one type. A view is generic over every closure in it, and each would bring its
//! own copy of Leptos' machinery; behind one type they share it. A first visit has 150 kB for everything.

/// Words that follow what they are made of.
pub type Text = Box<dyn FnMut() -> String + Send>;

/// A yes or no that follows what it is made of.
pub type Flag = Box<dyn FnMut() -> bool + Send>;

/// For texts, attributes and style properties.
pub fn text<T: Into<String>>(mut words: impl FnMut() -> T + Send + 'static) -> Text {
    Box::new(move || words().into())
}

/// For attributes that are there or not, and for classes.
pub fn flag(is: impl FnMut() -> bool + Send + 'static) -> Flag {
    Box::new(is)
}

/// For `aria-pressed` and the like, which say `false` too.
pub fn yes_no(mut is: impl FnMut() -> bool + Send + 'static) -> Text {
    text(move || if is() { "true" } else { "false" })
}

/// For `Show`.
pub fn when(is: impl Fn() -> bool + Send + Sync + 'static) -> Box<dyn Fn() -> bool + Send + Sync> {
    Box::new(is)
}

/// For events.
pub fn on<E>(then: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(then)
}
