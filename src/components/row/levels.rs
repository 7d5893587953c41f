//! The graph of levels, above their sliders: black, middle and white as points.

use leptos::prelude::*;

use crate::{
    components::graph::{Graph, graph},
    graph::{Point, gamma_for, levels_path, levels_points},
    number,
    session::Session,
};

/// Where the settings stand among the filter's.
const BLACK: usize = 0;
const GAMMA: usize = 1;
const WHITE: usize = 2;
const OUT_BLACK: usize = 3;
const OUT_WHITE: usize = 4;

/// The graph. Across, the ends say which levels become the darkest and lightest; up and down, to what; the middle
/// bends what lies between.
pub fn levels(session: Session, row: u32) -> AnyView {
    let values = Memo::new(move |_| {
        session.stack.with(|stack| stack.row(row).map(|row| row.values.clone())).unwrap_or_default()
    });
    let set = move |param: usize, value: f64| {
        if values.with_untracked(|values| values.get(param) != Some(&value)) {
            session.set(row, param, value);
        }
    };
    let put = Callback::new(move |(point, (x, y)): (usize, Point)| match point {
        0 => {
            set(BLACK, number::whole(x).min(values.with_untracked(|values| values[WHITE]) - 1.0));
            set(OUT_BLACK, number::whole(y));
        }
        1 => set(GAMMA, number::hundredths(gamma_for(&values.get_untracked(), y))),
        _ => {
            set(WHITE, number::whole(x).max(values.with_untracked(|values| values[BLACK]) + 1.0));
            set(OUT_WHITE, number::whole(y));
        }
    });
    let reset = Callback::new(move |point: usize| {
        let (params, defaults): (&[usize], &[f64]) = match point {
            0 => (&[BLACK, OUT_BLACK], &[0.0, 0.0]),
            1 => (&[GAMMA], &[1.0]),
            _ => (&[WHITE, OUT_WHITE], &[255.0, 255.0]),
        };
        for (param, default) in params.iter().zip(defaults) {
            set(*param, *default);
        }
    });
    let shown = Graph {
        points: Memo::new(move |_| levels_points(&values.read()).to_vec()),
        line: Memo::new(move |_| levels_path(&values.read())),
        counted: Memo::new(|_| 3),
        current: RwSignal::new(1),
        put,
        reset,
    };
    graph(shown, 3)
}
