//! The graph of levels, above their sliders: black, middle and white as points.

use leptos::prelude::*;
use safelight_kernels::Spec;

use crate::{
    model::change::Change,
    model::curve::levels::{gamma_for, levels_path, levels_points},
    model::curve::{MAX_LEVEL, PlottedPoint, Point},
    model::math::round_to_hundredths,
    store::Store,
    ui::plot::curve_plot::{Graph, graph},
};

/// Where the settings stand among the filter's.
const BLACK: usize = 0;
const GAMMA: usize = 1;
const WHITE: usize = 2;
const OUT_BLACK: usize = 3;
const OUT_WHITE: usize = 4;

/// The graph. Across, the ends say which levels become the darkest and lightest; up and down, to what; the middle
/// bends what lies between.
pub fn levels(store: Store, layer: u32, filter: &'static Spec) -> AnyView {
    let values = Memo::new(move |_| {
        store
            .edit
            .stack
            .with(|stack| stack.layer(layer).map(|layer| layer.values.clone()))
            .unwrap_or_default()
    });
    // A point that moves both ways is one step of the history, and not one for each way.
    let set_end = move |point: usize, places: [usize; 2], at: Point| {
        let change = Change::Point { filter, curve: 0, point, at };
        store.edit.set_several(layer, &[(places[0], at.0), (places[1], at.1)], change);
    };
    let value =
        move |param: usize| values.with_untracked(|values| values.get(param).copied().unwrap_or_default());
    let put = Callback::new(move |(point, (x, y)): PlottedPoint| match point {
        0 => {
            let black = x.round().min(value(WHITE) - 1.0);
            set_end(point, [BLACK, OUT_BLACK], (black, y.round()));
        }
        1 => store.edit.set(layer, GAMMA, round_to_hundredths(gamma_for(&values.get_untracked(), y))),
        _ => {
            let white = x.round().max(value(BLACK) + 1.0);
            set_end(point, [WHITE, OUT_WHITE], (white, y.round()));
        }
    });
    let reset = Callback::new(move |point: usize| {
        store.edit.end_coalescing();
        match point {
            0 => set_end(point, [BLACK, OUT_BLACK], (0.0, 0.0)),
            1 => store.edit.set(layer, GAMMA, 1.0),
            _ => set_end(point, [WHITE, OUT_WHITE], (MAX_LEVEL, MAX_LEVEL)),
        }
    });
    let shown = Graph {
        points: Memo::new(move |_| levels_points(&values.read()).to_vec()),
        most: 3,
        line: Memo::new(move |_| levels_path(&values.read())),
        counted: Memo::new(|_| 3),
        current: RwSignal::new(1),
        put,
        reset,
        add: None,
    };
    graph(shown)
}
