//! The hand on a graph: it takes points, makes them, pulls them, and sends them away with a double click.

use leptos::{ev::PointerEvent, html::Div, prelude::*};
use web_sys::MouseEvent;

use crate::{
    model::curve::{MAX_LEVEL, PlotRect, Point, nearest},
    ui::plot::curve_plot::Graph,
};

/// How large a hand is that takes a point: a mouse, and a finger. As large as the points' buttons.
const RADIUS_CSS: [f64; 2] = [12.0, 22.0];
/// With Shift a point goes this part of the hand's way.
const FINE: f64 = 0.1;
/// A hand that went so many levels pulls, and does not knock: some browsers count two pulls from one place as a double
/// click.
const DRAGGING_CLASS: f64 = 4.0;

/// The hand on one graph. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct CurveDrag {
    graph: Graph,
    area: NodeRef<Div>,
    pull: StoredValue<Option<Drag>>,
    /// The points that it came down on the last two times.
    met: StoredValue<[Option<usize>; 2]>,
}

/// What a hand has in it.
#[derive(Clone, Copy)]
struct Drag {
    /// Whose hand it is.
    pointer: i32,
    /// Which point.
    point: usize,
    /// Where the hand came down.
    from: Point,
    /// Where the hand was last.
    hand: Point,
    /// How far the point is from the hand, in levels.
    apart: Point,
}

impl CurveDrag {
    /// No hand yet.
    pub fn new(graph: Graph, area: NodeRef<Div>) -> Self {
        Self { graph, area, pull: StoredValue::new(None), met: StoredValue::new([None; 2]) }
    }

    /// It comes down: on a point that is there, on a new one, or else it brings the nearest. Which one it has.
    pub fn take(self, event: &PointerEvent) -> Option<usize> {
        // A second finger takes nothing.
        let is_free = self.pull.get_value().is_none();
        let (at, area) = self.at(event).filter(|_| event.button() == 0 && is_free)?;
        let is_finger = event.pointer_type() == "touch";
        let points = self.graph.points.get_untracked();
        let under = area.under(&points, at, RADIUS_CSS[usize::from(is_finger)]);
        let under = under.map(|index| (index, points[index]));
        let is_there = under.or_else(|| self.graph.add.and_then(|add| add.run((at, area))));
        let (point, place) = is_there.or_else(|| Some((nearest(&points, at)?, at)))?;
        self.met.update_value(|met| *met = [met[1], under.map(|(index, _)| index)]);
        // The focus is the point's, and the hand is heard wherever it goes.
        event.prevent_default();
        if let Some(area) = self.area.get_untracked() {
            let _ = area.set_pointer_capture(event.pointer_id());
        }
        self.pull.set_value(Some(Drag {
            pointer: event.pointer_id(),
            point,
            from: at,
            hand: at,
            apart: (place.0 - at.0, place.1 - at.1),
        }));
        if is_there.is_none() {
            self.move_to(point, at);
        }
        Some(point)
    }

    /// It moves.
    pub fn pull(self, event: &PointerEvent) {
        let pull = self.pull.get_value().filter(|pull| pull.pointer == event.pointer_id());
        let (Some((at, _)), Some(mut pull)) = (self.at(event), pull) else { return };
        if event.shift_key() {
            let slower = 1.0 - FINE;
            pull.apart.0 -= slower * (at.0 - pull.hand.0);
            pull.apart.1 -= slower * (at.1 - pull.hand.1);
        }
        if (at.0 - pull.from.0).hypot(at.1 - pull.from.1) > DRAGGING_CLASS {
            self.met.set_value([None; 2]);
        }
        pull.hand = at;
        self.pull.set_value(Some(pull));
        self.move_to(pull.point, (at.0 + pull.apart.0, at.1 + pull.apart.1));
    }

    /// It is gone.
    pub fn end_drag(self) {
        self.pull.set_value(None);
    }

    /// It came down twice in one place. The point there, if it was there before.
    pub fn double_clicked_point(self) -> Option<usize> {
        let [first, then] = self.met.try_update_value(std::mem::take)?;
        first.filter(|_| first == then)
    }

    fn move_to(self, point: usize, (x, y): Point) {
        self.graph.put.run((point, (x.clamp(0.0, MAX_LEVEL), y.clamp(0.0, MAX_LEVEL))));
    }

    /// The levels where it is, and the graph's place.
    fn at(self, event: &MouseEvent) -> Option<(Point, PlotRect)> {
        let place = self.area.get_untracked()?.get_bounding_client_rect();
        let area =
            PlotRect { corner_css: (place.left(), place.top()), size_css: (place.width(), place.height()) };
        let hand_css = (f64::from(event.client_x()), f64::from(event.client_y()));
        Some((area.level_at(hand_css), area))
    }
}
