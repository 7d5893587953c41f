//! The graph of a tone filter: a line over the levels and the histogram, and points that hands and arrow keys move.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    html::Div,
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{
    i18n::editor::editor,
    i18n::number::fixed,
    model::curve::{MAX_LEVEL, PlotRect, PlottedPoint, Point},
    model::histogram::HistogramView,
    store::Store,
    ui::controls::after_render::settled,
    ui::plot::curve_drag::CurveDrag,
};

/// How far Page Up moves a point, in levels.
const PAGE: f64 = 10.0;

/// What a graph shows, and what it is told.
#[derive(Clone, Copy)]
pub struct Graph {
    /// Where the points are, from left to right.
    pub points: Memo<Vec<Point>>,
    /// So many there are at most.
    pub most: usize,
    /// The line, as the data of a path.
    pub line: Memo<String>,
    /// Which counts of the shown photo lie behind it: red, green, blue or luma.
    pub counted: Memo<usize>,
    /// The point that is set now.
    pub current: RwSignal<usize>,
    /// A point is wanted elsewhere.
    pub put: Callback<PlottedPoint>,
    /// A point is not wanted as it is: it goes back to where it began, or away.
    pub reset: Callback<usize>,
    /// A hand came down where there is no point: makes one, if there may be one, and tells which and where it is.
    pub add: Option<Callback<(Point, PlotRect), Option<PlottedPoint>>>,
}

/// The graph.
pub fn graph(shown: Graph) -> AnyView {
    let Graph { points, line, counted, current, put, reset, .. } = shown;
    let counts = expect_context::<Store>().view.inspection.counts;
    let body = move || {
        let channel = counted.get();
        let alone = [0, 1, 2, 3].map(|other| other == channel);
        counts.with(|counts| Some(HistogramView::new(counts)?.path(channel, alone))).unwrap_or_default()
    };
    let area = NodeRef::<Div>::new();
    let hand = CurveDrag::new(shown, area);
    let remove_point = move |index: usize| {
        // A hand that still has it would go on with the one that takes its place.
        hand.end_drag();
        reset.run(index);
        settled(move || focus_point(current.get_untracked()));
    };
    // The last one, where there are no longer so many.
    let is_current = move |index: usize| current.get().min(points.read().len().saturating_sub(1)) == index;
    let point = move |index: usize| {
        let at = move || points.read().get(index).copied();
        let name = move || {
            let whole = |level: f64| fixed(level, 0);
            let ((x, y), count) = (at().unwrap_or_default(), points.read().len());
            editor().point.fill([&(index + 1).to_string(), &count.to_string(), &whole(x), &whole(y)])
        };
        let place = move |of: fn(Point) -> f64| move || fixed(of(at().unwrap_or_default()) / MAX_LEVEL, 4);
        let key = move |event: KeyboardEvent| {
            let Some((x, y)) = at() else { return };
            let to = match event.key().as_str() {
                "ArrowUp" => (x, y + 1.0),
                "ArrowDown" => (x, y - 1.0),
                "ArrowRight" => (x + 1.0, y),
                "ArrowLeft" => (x - 1.0, y),
                "PageUp" => (x, y + PAGE),
                "PageDown" => (x, y - PAGE),
                "Backspace" | "Delete" => {
                    event.prevent_default();
                    return remove_point(index);
                }
                _ => return,
            };
            event.prevent_default();
            put.run((index, (to.0.clamp(0.0, MAX_LEVEL), to.1.clamp(0.0, MAX_LEVEL))));
        };
        view! {
            <button
                class="curve-point"
                hidden={move || points.read().len() <= index}
                style=("--point-x", place(|point| point.0))
                style=("--point-y", place(|point| point.1))
                aria-current=move || is_current(index).to_string()
                aria-label=name
                on:focus=move |_| current.set(index)
                on:keydown=key
            ></button>
        }
        .into_any()
    };
    view! {
        <div
            class="curve-plot"
            class:can-add-point=shown.add.is_some()
            node_ref=area
            on:pointerdown=move |event: PointerEvent| {
                if let Some(point) = hand.take(&event) {
                    current.set(point);
                    settled(move || focus_point(point));
                }
            }
            on:pointermove=move |event| hand.pull(&event)
            on:lostpointercapture=move |_| hand.end_drag()
            on:dblclick=move |_| {
                if let Some(point) = hand.double_clicked_point() {
                    remove_point(point);
                }
            }
        >
            <svg class="plot" viewBox="0 0 255 255" preserveAspectRatio="none" aria-hidden="true">
                <path class="curve-area" transform="scale(1 2.55)" d=body/>
                <path class="grid-lines" d="M63.75 0V255M127.5 0V255M191.25 0V255M0 63.75H255M0 127.5H255M0 191.25H255"/>
                <path class="curve-baseline" d="M0 255 255 0"/>
                <path class="curve-line" d=move || line.get()/>
            </svg>
            {(0..shown.most).map(point).collect_view()}
        </div>
    }
    .into_any()
}

/// Brings the focus to a point of the graph that is open; to what is below the graph, where it has none.
pub fn focus_point(point: usize) {
    let points = document().query_selector_all(".curve-plot .curve-point:not([hidden])").ok();
    let point = points.and_then(|points| points.get(point as u32));
    let below = || document().query_selector(".point-fields .btn").ok().flatten().map(Into::into);
    if let Some(point) = point.or_else(below).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        let _ = point.focus();
    }
}
