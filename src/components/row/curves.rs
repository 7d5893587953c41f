//! The settings of curves: one graph for each channel instead of twenty sliders.

use leptos::prelude::*;
use safelight_kernels::Spec;

use crate::{
    components::{
        button::Button,
        erased::{flag, on, text, yes_no},
        graph::{Graph, graph},
    },
    graph::{CURVE_LEVELS, Point, curve_path, curve_points},
    number::{self, fixed, held},
    session::Session,
    texts::editor,
};

const POINTS: usize = CURVE_LEVELS.len();

/// Channel, graph, and the point that is set now in numbers.
pub fn curves(session: Session, row: u32, filter: &'static Spec) -> AnyView {
    let channel = RwSignal::new(0_usize);
    let current = RwSignal::new(2_usize);
    let points = Memo::new(move |_| {
        let first = channel.get() * POINTS;
        let moved = session.stack.with(|stack| {
            let values = stack.row(row)?.values.get(first..first + POINTS)?;
            <[f64; POINTS]>::try_from(values).ok()
        });
        curve_points(moved.unwrap_or_default())
    });
    let set = move |point: usize, out: f64| {
        session.set(row, channel.get_untracked() * POINTS + point, number::whole(out - CURVE_LEVELS[point]));
    };
    // The points stand at levels of their own: only what comes out is moved.
    let put = Callback::new(move |(point, (_, out)): (usize, Point)| {
        if points.with_untracked(|points| (points[point].1 - out).abs() >= 0.5) {
            set(point, out);
        }
    });
    let reset = Callback::new(move |point: usize| set(point, CURVE_LEVELS[point]));
    let shown = Graph {
        points: Memo::new(move |_| points.get().to_vec()),
        line: Memo::new(move |_| curve_path(points.get())),
        // The curve of all channels stands before the luma.
        counted: Memo::new(move |_| channel.get().checked_sub(1).unwrap_or(3)),
        current,
        put,
        reset,
    };
    let at = move || points.get()[current.get().min(POINTS - 1)];
    let typed = move |event| {
        if let Some(out) = number::parse(&event_target_value(&event)) {
            set(current.get_untracked(), held(out, 0.0, 255.0));
        }
        event_target::<web_sys::HtmlInputElement>(&event).set_value(&fixed(at().1, 0));
    };
    let number_name = move || editor().output_of.fill([&(current.get() + 1).to_string()]);
    let is_reset = move || (at().0 - at().1).abs() < 0.5;
    let back = Button {
        disabled: Some(yes_no(is_reset)),
        ..Button::icon("btn icon", "reset", editor().reset_point)
    };
    let bar = move |index: usize| {
        // A colour is marked when its own curve was bent.
        let bent = move || {
            session.stack.with(|stack| {
                let own = stack.row(row).and_then(|row| row.values.get(index * POINTS..(index + 1) * POINTS));
                own.is_some_and(|own| own.iter().any(|moved| *moved != 0.0))
            })
        };
        view! {
            <label class:bent=flag(bent)>
                <input
                    type="radio"
                    name=format!("channel-{row}")
                    prop:checked=flag(move || channel.get() == index)
                    on:change=on(move |_| channel.set(index))
                />
                {editor().curve_channels[index]}
            </label>
        }
        .into_any()
    };
    debug_assert_eq!(filter.params.len(), 4 * POINTS);
    view! {
        <div class="seg" role="radiogroup" aria-label=editor().channel>
            {(0..4).map(bar).collect_view()}
        </div>
        <div class="channel" data-channel=text(move || ["all", "red", "green", "blue"][channel.get().min(3)])>
            {graph(shown, POINTS)}
        </div>
        <div class="inout">
            <span>{editor().point_in} " " {text(move || fixed(at().0, 0))}</span>
            <span aria-hidden="true">{editor().point_out}</span>
            <span class="num">
                <input
                    inputmode="numeric"
                    aria-label=text(number_name)
                    prop:value=text(move || fixed(at().1, 0))
                    on:change=on(typed)
                />
            </span>
            {back.view(on(move |_| reset.run(current.get_untracked())))}
        </div>
    }
    .into_any()
}
