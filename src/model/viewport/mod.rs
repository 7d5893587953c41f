//! The geometry of the view: which part of the photo the screen shows, at which scale, and where.

pub mod pan_zoom_gesture;
#[cfg(test)]
mod tests;
pub mod wheel;

use safelight_protocol::View;

/// CSS pixels kept free around a photo that fits: left and right together, and above and below together.
const MARGIN_CSS: (f64, f64) = (64.0, 112.0);
/// How much higher than the middle a photo stands, for the tools below it: half of this, in CSS pixels.
const TOOLS_CSS: f64 = 44.0;
/// The same for a narrow window, where the photo takes the whole width.
const NARROW_MARGIN_CSS: (f64, f64) = (0.0, 66.0);
const NARROW_TOOLS_CSS: f64 = 48.0;
/// More that a narrow window keeps free while a frame is set, so that fingers reach all of its handles.
const FRAME_CSS: f64 = 48.0;
/// Pixels of the screen that are developed beyond each edge of the room, so that panning shows no gap.
const OVERSCAN_PX: f64 = 96.0;
/// How near the room's edges a point comes that keys move, in CSS pixels.
const EDGE_CSS: f64 = 64.0;
/// The scales that the zoom stops at.
pub const STOPS: [f64; 12] =
    [1.0 / 16.0, 1.0 / 8.0, 1.0 / 4.0, 1.0 / 3.0, 1.0 / 2.0, 2.0 / 3.0, 1.0, 2.0, 3.0, 4.0, 8.0, 16.0];
/// What hands and wheels zoom to at most.
const LARGEST: f64 = STOPS[STOPS.len() - 1];

/// How the photo is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Size of the room in CSS pixels.
    pub room_css: (f64, f64),
    /// Where the room begins in the page, in CSS pixels: it need not be on a whole pixel of the screen.
    pub corner_css: (f64, f64),
    /// Pixels of the screen in a CSS pixel.
    pub density: f64,
    /// Whether the layout is the narrow one.
    pub narrow: bool,
    /// Whether a frame is set on the photo.
    pub has_crop_margin: bool,
    /// How large.
    pub zoom: Zoom,
    /// The point of the photo in the middle of the room, each 0 to 1. Not used when it fits.
    pub centre: (f64, f64),
}

/// How large the photo is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Zoom {
    /// All of it, as large as the room allows, never larger than 100 %.
    Fit,
    /// Pixels of the screen for one pixel of the photo.
    Scale(f64),
}

/// Where a rectangle of developed pixels stands in the room, in CSS pixels.
#[expect(clippy::struct_field_names, reason = "units stand in names")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// From the room's left edge.
    pub left_css: f64,
    /// From the room's top edge.
    pub top_css: f64,
    /// Width.
    pub width_css: f64,
    /// Height.
    pub height_css: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self {
            room_css: (0.0, 0.0),
            corner_css: (0.0, 0.0),
            density: 1.0,
            narrow: false,
            has_crop_margin: false,
            zoom: Zoom::Fit,
            centre: (0.5, 0.5),
        }
    }
}

impl Viewport {
    /// Pixels of the screen for one pixel of a photo of this size.
    pub fn scale(&self, photo: (u32, u32)) -> f64 {
        match self.zoom {
            Zoom::Scale(scale) => scale,
            Zoom::Fit => self.fit(photo),
        }
    }

    /// What to ask the engine for; nothing while the room has no size yet. Above 100 % it is asked for the pixels
    /// that are there, and the screen shows each as a square.
    pub fn view(&self, photo: (u32, u32)) -> Option<View> {
        if self.room_css.0 < 1.0 || self.room_css.1 < 1.0 {
            return None;
        }
        let shown = self.scale(photo);
        let (scale, square_px) = (shown.min(1.0), shown.max(1.0));
        let size = scaled(photo, scale);
        let origin = self.origin_px(photo);
        let span = |origin: f64, room: f64, side: u32| {
            let from = ((-origin - OVERSCAN_PX) / square_px).floor();
            let from = from.clamp(0.0, f64::from(side - 1));
            let to = ((room * self.density - origin + OVERSCAN_PX) / square_px).ceil();
            (from as u32, (to.clamp(from + 1.0, f64::from(side)) - from) as u32)
        };
        let (x, width) = span(origin.0, self.room_css.0, size.0);
        let (y, height) = span(origin.1, self.room_css.1, size.1);
        Some(View { scale, x, y, width, height })
    }

    /// Where the pixels of `view` stand. Also right for a view of an older viewport: it is stretched
    /// to its place in this one until its own pixels come.
    pub fn place(&self, photo: (u32, u32), view: View) -> Placement {
        let now = self.size_px(photo);
        let then = scaled(photo, view.scale);
        let origin = self.origin_px(photo);
        let stretch = (now.0 / f64::from(then.0), now.1 / f64::from(then.1));
        let css = |px: f64| px / self.density;
        Placement {
            left_css: css(origin.0 + f64::from(view.x) * stretch.0),
            top_css: css(origin.1 + f64::from(view.y) * stretch.1),
            width_css: css(f64::from(view.width) * stretch.0),
            height_css: css(f64::from(view.height) * stretch.1),
        }
    }

    /// Where the whole photo stands.
    pub fn photo(&self, photo: (u32, u32)) -> Placement {
        self.place(photo, View { scale: 1.0, x: 0, y: 0, width: photo.0, height: photo.1 })
    }

    /// Where the part of the photo stands that the room shows.
    pub fn visible(&self, photo: (u32, u32)) -> Placement {
        let whole = self.photo(photo);
        let cut = |from: f64, length: f64, room: f64| {
            let start = from.clamp(0.0, room);
            (start, (from + length).clamp(start, room) - start)
        };
        let (left_css, width_css) = cut(whole.left_css, whole.width_css, self.room_css.0);
        let (top_css, height_css) = cut(whole.top_css, whole.height_css, self.room_css.1);
        Placement { left_css, top_css, width_css, height_css }
    }

    /// Which point of the photo stands at a point of the room: each 0 to 1 on the photo, beyond that beside it.
    pub fn point(&self, photo: (u32, u32), at_css: (f64, f64)) -> (f64, f64) {
        let place = self.photo(photo);
        ((at_css.0 - place.left_css) / place.width_css, (at_css.1 - place.top_css) / place.height_css)
    }

    /// Where a point of the photo stands in the room.
    pub fn at_css(&self, photo: (u32, u32), point: (f64, f64)) -> (f64, f64) {
        let place = self.photo(photo);
        (place.left_css + point.0 * place.width_css, place.top_css + point.1 * place.height_css)
    }

    /// The middle of the pixel so many pixels from a point, as they are shown; the photo's edges hold it.
    pub fn pixel_beside(&self, photo: (u32, u32), point: (f64, f64), by: (i32, i32)) -> (f64, f64) {
        let size = scaled(photo, self.scale(photo).min(1.0));
        let along = |point: f64, by: i32, side: u32| {
            let at = ((point * f64::from(side)).floor() + f64::from(by)).clamp(0.0, f64::from(side - 1));
            (at + 0.5) / f64::from(side)
        };
        (along(point.0, by.0, size.0), along(point.1, by.1, size.1))
    }

    /// Moves the photo as little as brings a point of it into the room.
    pub fn clamp_origin(&mut self, photo: (u32, u32), point: (f64, f64)) {
        let at = self.at_css(photo, point);
        // Not `clamp`: a canvas area narrower than both margins leaves an empty range, and its lower end is taken.
        let by = |at: f64, room: f64| at.min(room - EDGE_CSS).max(EDGE_CSS) - at;
        let by_css = (by(at.0, self.room_css.0), by(at.1, self.room_css.1));
        if by_css != (0.0, 0.0) && self.can_pan(photo) {
            self.pan(photo, by_css);
        }
    }

    /// Moves the photo by this many CSS pixels, as a hand would; it stops at its edges.
    pub fn pan(&mut self, photo: (u32, u32), by_css: (f64, f64)) {
        let origin = self.snapped_px(photo);
        self.snap(photo, (origin.0 + by_css.0 * self.density, origin.1 + by_css.1 * self.density));
    }

    /// Shows the photo at this scale, and keeps what stands at a point of the room where it is, as far as the
    /// photo's edges allow.
    pub fn zoom_at(&mut self, photo: (u32, u32), at_css: (f64, f64), scale: f64) {
        self.zoom_to(photo, self.point(photo, at_css), at_css, scale);
    }

    /// The same for a point of the photo that may have been elsewhere.
    pub fn zoom_to(&mut self, photo: (u32, u32), point: (f64, f64), at_css: (f64, f64), scale: f64) {
        self.zoom = Zoom::Scale(scale.clamp(self.fit(photo).min(STOPS[0]), LARGEST));
        let size = self.size_px(photo);
        let origin = |at_css: f64, point: f64, side: f64| at_css * self.density - point * side;
        self.snap(photo, (origin(at_css.0, point.0, size.0), origin(at_css.1, point.1, size.1)));
    }

    /// Whether the photo reaches beyond the room, so that there is something to pan.
    pub fn can_pan(&self, photo: (u32, u32)) -> bool {
        let place = self.photo(photo);
        place.width_css > self.room_css.0 || place.height_css > self.room_css.1
    }

    /// The middle of the room.
    pub fn center_css(&self) -> (f64, f64) {
        (self.room_css.0 / 2.0, self.room_css.1 / 2.0)
    }

    /// The next zoom stop in this direction, if there is one.
    pub fn next_zoom(&self, photo: (u32, u32), larger: bool) -> Option<f64> {
        let scale = self.scale(photo);
        let mut stops = STOPS.into_iter();
        if larger {
            stops.find(|stop| *stop > scale * 1.01)
        } else {
            stops.rfind(|stop| *stop < scale * 0.99)
        }
    }

    /// Zooms as a wheel without Ctrl does: it ends where all of the photo is seen.
    pub fn zoom_from_fit(&mut self, photo: (u32, u32), point: (f64, f64), at_css: (f64, f64), times: f64) {
        let (scale, fit) = (self.scale(photo), self.fit(photo));
        if scale * times > fit.min(scale) {
            self.zoom_to(photo, point, at_css, scale * times);
        } else if scale >= fit {
            self.zoom = Zoom::Fit;
        }
    }

    /// The scale at which all of the photo is seen.
    fn fit(&self, photo: (u32, u32)) -> f64 {
        let (margin_x, margin_y) = self.margin_css();
        let fit =
            |room: f64, margin: f64, side: u32| (room - margin).max(32.0) * self.density / f64::from(side);
        fit(self.room_css.0, margin_x, photo.0).min(fit(self.room_css.1, margin_y, photo.1)).min(1.0)
    }

    /// The photo's size on the screen, in its pixels.
    fn size_px(&self, photo: (u32, u32)) -> (f64, f64) {
        let shown = self.scale(photo);
        let (width, height) = scaled(photo, shown.min(1.0));
        (f64::from(width) * shown.max(1.0), f64::from(height) * shown.max(1.0))
    }

    /// Puts the photo's top left corner there, or as near as its edges allow. Reading the held corner back leaves
    /// no slack to wind off when the hand turns around.
    fn snap(&mut self, photo: (u32, u32), origin: (f64, f64)) {
        let size = self.size_px(photo);
        let centre = |origin: f64, room_css: f64, side: f64| (room_css * self.density / 2.0 - origin) / side;
        let centres = |viewport: &Self, origin: (f64, f64)| {
            (centre(origin.0, viewport.room_css.0, size.0), centre(origin.1, viewport.room_css.1, size.1))
        };
        self.centre = centres(self, origin);
        let clamp = self.snapped_px(photo);
        // Not the rounded corner: many small steps would each lose a part of a pixel.
        self.centre = centres(self, clamp);
    }

    /// The photo's top left corner in the room, in pixels of the screen: where the screen has a whole one.
    fn origin_px(&self, photo: (u32, u32)) -> (f64, f64) {
        let clamp = self.snapped_px(photo);
        let whole = |at: f64, corner_css: f64| {
            let corner = corner_css * self.density;
            (corner + at).round() - corner
        };
        (whole(clamp.0, self.corner_css.0), whole(clamp.1, self.corner_css.1))
    }

    /// The same, not rounded.
    fn snapped_px(&self, photo: (u32, u32)) -> (f64, f64) {
        let size = self.size_px(photo);
        let tools = if self.narrow { NARROW_TOOLS_CSS } else { TOOLS_CSS };
        let origin = |room_css: f64, below_css: f64, centre: f64, side: f64| {
            let (room, below) = (room_css * self.density, below_css * self.density);
            if matches!(self.zoom, Zoom::Fit) || side <= room - below {
                (room - below - side) / 2.0
            } else {
                // Larger than the room: the centre decides, and no edge is drawn inside.
                (room / 2.0 - centre * side).clamp(room - below - side, 0.0)
            }
        };
        (
            origin(self.room_css.0, 0.0, self.centre.0, size.0),
            origin(self.room_css.1, tools, self.centre.1, size.1),
        )
    }

    fn margin_css(&self) -> (f64, f64) {
        let more = if self.has_crop_margin { FRAME_CSS } else { 0.0 };
        if self.narrow { (NARROW_MARGIN_CSS.0 + more, NARROW_MARGIN_CSS.1 + more) } else { MARGIN_CSS }
    }
}

/// A photo's size at this scale; the engine rounds in the same way.
pub fn scaled(photo: (u32, u32), scale: f64) -> (u32, u32) {
    let side = |side: u32| (f64::from(side) * scale).round().max(1.0) as u32;
    (side(photo.0), side(photo.1))
}

/// Which pixel of a view, counted from its first, holds a point of the photo; nothing beside the view.
pub fn placement(photo: (u32, u32), view: View, point: (f64, f64)) -> Option<u32> {
    let size = scaled(photo, view.scale);
    let along = |point: f64, side: u32, from: u32, length: u32| {
        let at = (point * f64::from(side)).floor() - f64::from(from);
        (at >= 0.0 && at < f64::from(length)).then_some(at as u32)
    };
    let x = along(point.0, size.0, view.x, view.width)?;
    let y = along(point.1, size.1, view.y, view.height)?;
    y.checked_mul(view.width)?.checked_add(x)
}
