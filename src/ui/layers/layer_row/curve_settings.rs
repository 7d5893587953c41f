//! One of the four curves under the hand, and what can be done to its points.

use std::ops::Range;

use leptos::prelude::*;
use safelight_kernels::{MAX_POINTS, Param, Spec, curve_points};

use crate::{
    model::change::Change,
    model::curve::tone_curve::{beside, curve_settings, insert_point, midpoint_of_gap},
    model::curve::{PlotRect, PlottedPoint, Point},
    store::Store,
    ui::controls::after_render::settled,
    ui::plot::curve_plot::focus_point,
};

/// Each curve has so many settings.
const SETTINGS: usize = 2 * MAX_POINTS;

/// The curve of the channel that is chosen. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Curve {
    store: Store,
    layer: u32,
    filter: &'static Spec,
    /// All, red, green or blue.
    pub channel: RwSignal<usize>,
    /// Its points, from left to right.
    pub points: Memo<Vec<Point>>,
    /// The point that is set now.
    pub current: RwSignal<usize>,
}

impl Curve {
    /// That of all channels at first.
    pub fn new(store: Store, layer: u32, filter: &'static Spec) -> Self {
        let channel = RwSignal::new(0_usize);
        let points = Memo::new(move |_| {
            let points =
                store.edit.stack.with(|stack| Some(curve_points(&stack.layer(layer)?.values, channel.get())));
            points.unwrap_or_default()
        });
        Self { store, layer, filter, channel, points, current: RwSignal::new(0) }
    }

    /// Whether a curve is not as it was at first.
    pub fn is_changed_from_identity(self, curve: usize) -> bool {
        self.store.edit.stack.with(|stack| {
            let user_presets = stack.layer(self.layer).and_then(|layer| layer.values.get(settings(curve)));
            user_presets.is_some_and(|user_presets| {
                user_presets.iter().zip(self.params(curve)).any(|(value, param)| *value != param.default)
            })
        })
    }

    /// Whether it has as many points as it may have.
    pub fn is_full(self) -> bool {
        self.points.read().len() >= MAX_POINTS
    }

    /// Which point is set now; the last, where there are no longer so many.
    pub fn index(self) -> usize {
        self.current.get().min(self.points.read().len().saturating_sub(1))
    }

    /// Where it is, if there is one.
    pub fn point(self) -> Option<Point> {
        self.points.read().get(self.index()).copied()
    }

    /// Puts a point elsewhere, as far as its neighbours let it.
    pub fn put(self, index: usize, to: Point) {
        let mut points = self.points.get_untracked();
        let to = beside(&points, index, to);
        if let Some(point) = points.get_mut(index) {
            *point = to;
            self.write(&points, self.put_change(index, to));
        }
    }

    /// Makes a point where a hand comes down, if there may be one.
    pub fn add_at(self, hand: Point, area: PlotRect) -> Option<PlottedPoint> {
        let new = insert_point(&self.points.read_untracked(), hand, area)?;
        self.insert(new);
        Some(new)
    }

    /// Makes a point where there is most room for one, and brings the focus there.
    pub fn add(self) {
        let new = midpoint_of_gap(&self.points.read_untracked());
        if let Some((index, point)) = new {
            self.insert((index, point));
            settled(move || focus_point(index));
        }
    }

    /// Takes a point out; the one that takes its place is set next, or the last.
    pub fn remove(self, point: usize) {
        let mut points = self.points.get_untracked();
        if point < points.len() {
            points.remove(point);
            let (filter, curve) = (self.filter, self.channel.get_untracked());
            self.write(&points, Change::PointRemoved { filter, curve, point });
            self.current.set(point.min(points.len().saturating_sub(1)));
        }
    }

    /// Puts the curve back to what it was at first.
    pub fn reset(self) {
        let (filter, curve) = (self.filter, self.channel.get_untracked());
        if untrack(|| self.is_changed_from_identity(curve)) {
            let values: Vec<_> = self.params(curve).iter().map(|param| param.default).collect();
            self.set(&values, Change::CurveReset { filter, curve });
            self.current.set(0);
        }
    }

    fn insert(self, (index, point): PlottedPoint) {
        let mut points = self.points.get_untracked();
        points.insert(index, point);
        self.store.edit.end_coalescing();
        self.write(&points, self.put_change(index, point));
        self.current.set(index);
    }

    fn put_change(self, point: usize, at: Point) -> Change {
        Change::Point { filter: self.filter, curve: self.channel.get_untracked(), point, at }
    }

    fn write(self, points: &[Point], change: Change) {
        self.set(&curve_settings(points, self.params(self.channel.get_untracked())), change);
    }

    fn set(self, values: &[f64], change: Change) {
        let places = settings(self.channel.get_untracked());
        let values: Vec<_> = places.zip(values.iter().copied()).collect();
        self.store.edit.set_several(self.layer, &values, change);
    }

    fn params(self, curve: usize) -> &'static [Param] {
        self.filter.params.get(settings(curve)).unwrap_or_default()
    }
}

/// Where the settings of a curve stand among the filter's.
fn settings(curve: usize) -> Range<usize> {
    curve * SETTINGS..(curve + 1) * SETTINGS
}
