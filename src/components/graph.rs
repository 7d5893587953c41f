//! The graph of a tone filter: a line over the levels and the histogram, and points that hands and arrow keys move.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    html::Div,
    prelude::*,
};

use super::erased::{on, text};
use crate::{
    graph::{self, Point, TOP},
    number::{fixed, held},
    session::Session,
    tally::Tally,
    texts::editor,
};

/// How far Page Up moves a point, in levels.
const PAGE: f64 = 10.0;

/// What a graph shows, and what it is told.
#[derive(Clone, Copy)]
pub struct Graph {
    /// Where the points are.
    pub points: Memo<Vec<Point>>,
    /// The line, as the data of a path.
    pub line: Memo<String>,
    /// Which counts of the shown photo lie behind it: red, green, blue or luma.
    pub counted: Memo<usize>,
    /// The point that is set now.
    pub current: RwSignal<usize>,
    /// A point is wanted elsewhere.
    pub put: Callback<(usize, Point)>,
    /// A point is wanted where it began.
    pub reset: Callback<usize>,
}

/// The graph with so many points.
pub fn graph(shown: Graph, count: usize) -> AnyView {
    let Graph { points, line, counted, current, put, reset } = shown;
    let counts = expect_context::<Session>().sight.counts;
    let body = move || {
        let channel = counted.get();
        let alone = [0, 1, 2, 3].map(|other| other == channel);
        counts.with(|counts| Some(Tally::new(counts)?.outline(channel, alone))).unwrap_or_default()
    };
    let area = NodeRef::<Div>::new();
    // How far the point is from the hand that has it, in levels.
    let held_by = StoredValue::new(None::<Point>);
    let hand = move |event: &PointerEvent| {
        let place = area.get_untracked()?.get_bounding_client_rect();
        let size = (place.width(), place.height());
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        Some((graph::level_at(at, (place.left(), place.top()), size), size))
    };
    let move_to = move |(x, y): Point| {
        let Some((dx, dy)) = held_by.get_value() else { return };
        put.run((current.get_untracked(), (held(x + dx, 0.0, TOP), held(y + dy, 0.0, TOP))));
    };
    let take = move |event: PointerEvent| {
        let Some((at, size)) = hand(&event).filter(|_| event.button() == 0) else { return };
        let Some((point, by)) = graph::taken(&points.read_untracked(), at, size) else { return };
        // The focus is the point's, and the hand is heard wherever it goes.
        event.prevent_default();
        if let Some(area) = area.get_untracked() {
            let _ = area.set_pointer_capture(event.pointer_id());
        }
        current.set(point);
        focus(area, point);
        held_by.set_value(Some(by));
        if by == (0.0, 0.0) {
            move_to(at);
        }
    };
    let pull = move |event: PointerEvent| {
        if let Some((at, _)) = hand(&event) {
            move_to(at);
        }
    };
    let point = move |index: usize| {
        let at = move || points.read().get(index).copied().unwrap_or_default();
        let name = move || {
            let whole = |level: f64| fixed(level, 0);
            let (x, y) = at();
            editor().point.fill([&(index + 1).to_string(), &count.to_string(), &whole(x), &whole(y)])
        };
        let key = move |event: KeyboardEvent| {
            let (x, y) = at();
            let to = match event.key().as_str() {
                "ArrowUp" => (x, y + 1.0),
                "ArrowDown" => (x, y - 1.0),
                "ArrowRight" => (x + 1.0, y),
                "ArrowLeft" => (x - 1.0, y),
                "PageUp" => (x, y + PAGE),
                "PageDown" => (x, y - PAGE),
                "Backspace" | "Delete" => {
                    event.prevent_default();
                    return reset.run(index);
                }
                _ => return,
            };
            event.prevent_default();
            put.run((index, (held(to.0, 0.0, TOP), held(to.1, 0.0, TOP))));
        };
        view! {
            <button
                class="pt"
                style=("--px", text(move || fixed(at().0 / TOP, 4)))
                style=("--py", text(move || fixed(at().1 / TOP, 4)))
                aria-current=text(move || if current.get() == index { "true" } else { "false" })
                aria-label=text(name)
                on:focus=on(move |_| current.set(index))
                on:keydown=on(key)
                on:dblclick=on(move |_| reset.run(index))
            ></button>
        }
        .into_any()
    };
    view! {
        <div
            class="curve"
            node_ref=area
            on:pointerdown=on(take)
            on:pointermove=on(pull)
            on:lostpointercapture=on(move |_| held_by.set_value(None))
        >
            <svg class="graph" viewBox="0 0 255 255" preserveAspectRatio="none" aria-hidden="true">
                <path class="body" transform="scale(1 2.55)" d=text(body)/>
                <path class="grid" d="M63.75 0V255M127.5 0V255M191.25 0V255M0 63.75H255M0 127.5H255M0 191.25H255"/>
                <path class="base" d="M0 255 255 0"/>
                <path class="line" d=text(move || line.get())/>
            </svg>
            {(0..count).map(point).collect_view()}
        </div>
    }
    .into_any()
}

fn focus(area: NodeRef<Div>, point: usize) {
    let points = area.get_untracked().and_then(|area| area.query_selector_all(".pt").ok());
    let point = points.and_then(|points| points.get(point as u32));
    if let Some(point) =
        point.and_then(|point| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(point).ok())
    {
        let _ = point.focus();
    }
}
