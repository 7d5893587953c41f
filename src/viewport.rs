//! The geometry of the view: which part of the photo the screen shows, at which scale, and where.

use safelight_link::View;

use crate::number::held;

/// CSS pixels kept free around a photo that fits: left and right together, and above and below together.
const MARGIN_CSS: (f64, f64) = (64.0, 112.0);
/// How much higher than the middle a photo stands, for the tools below it: half of this, in CSS pixels.
const TOOLS_CSS: f64 = 44.0;
/// The same for a narrow window, where the photo takes the whole width.
const NARROW_MARGIN_CSS: (f64, f64) = (0.0, 66.0);
const NARROW_TOOLS_CSS: f64 = 48.0;
/// Pixels of the screen that are developed beyond each edge of the room, so that panning shows no gap.
const OVERSCAN_PX: f64 = 96.0;
/// The scales that the zoom buttons stop at.
const STOPS: [f64; 7] = [1.0 / 16.0, 1.0 / 8.0, 1.0 / 4.0, 1.0 / 3.0, 1.0 / 2.0, 2.0 / 3.0, 1.0];

/// How the photo is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Size of the room in CSS pixels.
    pub room_css: (f64, f64),
    /// Pixels of the screen in a CSS pixel.
    pub density: f64,
    /// Whether the layout is the narrow one.
    pub narrow: bool,
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
        Self { room_css: (0.0, 0.0), density: 1.0, narrow: false, zoom: Zoom::Fit, centre: (0.5, 0.5) }
    }
}

impl Viewport {
    /// Pixels of the screen for one pixel of a photo of this size; never above 1.
    pub fn scale(&self, photo: (u32, u32)) -> f64 {
        match self.zoom {
            Zoom::Scale(scale) => scale.min(1.0),
            Zoom::Fit => {
                let (margin_x, margin_y) = self.margin_css();
                let fit = |room: f64, margin: f64, side: u32| {
                    (room - margin).max(32.0) * self.density / f64::from(side)
                };
                fit(self.room_css.0, margin_x, photo.0).min(fit(self.room_css.1, margin_y, photo.1)).min(1.0)
            }
        }
    }

    /// What to ask the engine for; nothing while the room has no size yet.
    pub fn view(&self, photo: (u32, u32)) -> Option<View> {
        if self.room_css.0 < 1.0 || self.room_css.1 < 1.0 {
            return None;
        }
        let scale = self.scale(photo);
        let size = scaled(photo, scale);
        let origin = self.origin_px(size);
        let span = |origin: f64, room: f64, side: u32| {
            let from = held((-origin - OVERSCAN_PX).floor(), 0.0, f64::from(side - 1));
            let to = held((room * self.density - origin + OVERSCAN_PX).ceil(), from + 1.0, f64::from(side));
            (from as u32, (to - from) as u32)
        };
        let (x, width) = span(origin.0, self.room_css.0, size.0);
        let (y, height) = span(origin.1, self.room_css.1, size.1);
        Some(View { scale, x, y, width, height })
    }

    /// Where the pixels of `view` stand. Also right for a view of an older viewport: it is stretched
    /// to its place in this one until its own pixels come.
    pub fn place(&self, photo: (u32, u32), view: View) -> Placement {
        let now = scaled(photo, self.scale(photo));
        let then = scaled(photo, view.scale);
        let origin = self.origin_px(now);
        let stretch = (f64::from(now.0) / f64::from(then.0), f64::from(now.1) / f64::from(then.1));
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
        let scale = self.scale(photo);
        let (width, height) = scaled(photo, scale);
        self.place(photo, View { scale, x: 0, y: 0, width, height })
    }

    /// Moves the photo by this many CSS pixels, as a hand would; it stops at its edges.
    pub fn pan(&mut self, photo: (u32, u32), by_css: (f64, f64)) {
        let size = scaled(photo, self.scale(photo));
        let origin = self.origin_px(size);
        // The centre that would put the origin there; `origin_px` then holds it at the edges, and
        // reading the held origin back leaves no slack to wind off when the hand turns around.
        let centre = |origin: f64, room_css: f64, side: u32| {
            (room_css * self.density / 2.0 - origin) / f64::from(side)
        };
        let by = (by_css.0 * self.density, by_css.1 * self.density);
        self.centre = (
            centre(origin.0 + by.0, self.room_css.0, size.0),
            centre(origin.1 + by.1, self.room_css.1, size.1),
        );
        let held = self.origin_px(size);
        self.centre = (centre(held.0, self.room_css.0, size.0), centre(held.1, self.room_css.1, size.1));
    }

    /// Whether the photo reaches beyond the room, so that there is something to pan.
    pub fn can_pan(&self, photo: (u32, u32)) -> bool {
        let place = self.photo(photo);
        place.width_css > self.room_css.0 || place.height_css > self.room_css.1
    }

    /// The next zoom stop in this direction, if there is one.
    pub fn next_zoom(&self, photo: (u32, u32), larger: bool) -> Option<Zoom> {
        let scale = self.scale(photo);
        let mut stops = STOPS.into_iter();
        if larger {
            stops.find(|stop| *stop > scale * 1.01)
        } else {
            stops.rfind(|stop| *stop < scale * 0.99)
        }
        .map(Zoom::Scale)
    }

    /// The photo's top left corner in the room, in pixels of the screen, on a whole pixel.
    fn origin_px(&self, size: (u32, u32)) -> (f64, f64) {
        let tools = if self.narrow { NARROW_TOOLS_CSS } else { TOOLS_CSS };
        let origin = |room_css: f64, below_css: f64, centre: f64, side: u32| {
            let (room, side) = (room_css * self.density, f64::from(side));
            if matches!(self.zoom, Zoom::Fit) || side <= room - below_css * self.density {
                ((room - below_css * self.density - side) / 2.0).round()
            } else {
                // Larger than the room: the centre decides, and no edge is drawn inside.
                held(room / 2.0 - centre * side, room - below_css * self.density - side, 0.0).round()
            }
        };
        (
            origin(self.room_css.0, 0.0, self.centre.0, size.0),
            origin(self.room_css.1, tools, self.centre.1, size.1),
        )
    }

    fn margin_css(&self) -> (f64, f64) {
        if self.narrow { NARROW_MARGIN_CSS } else { MARGIN_CSS }
    }
}

/// A photo's size at this scale; the engine rounds in the same way.
pub fn scaled(photo: (u32, u32), scale: f64) -> (u32, u32) {
    let side = |side: u32| (f64::from(side) * scale).round().max(1.0) as u32;
    (side(photo.0), side(photo.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHOTO: (u32, u32) = (6000, 4000);

    fn room(zoom: Zoom) -> Viewport {
        Viewport { room_css: (872.0, 720.0), zoom, ..Viewport::default() }
    }

    #[test]
    fn a_photo_that_fits_is_asked_for_whole() {
        let viewport = room(Zoom::Fit);
        let view = viewport.view(PHOTO).unwrap();
        assert_eq!((view.x, view.y, view.width, view.height), (0, 0, 808, 539));
        let place = viewport.place(PHOTO, view);
        assert_eq!((place.left_css, place.width_css), (32.0, 808.0));
    }

    #[test]
    fn a_small_photo_is_not_blown_up() {
        let view = room(Zoom::Fit).view((20, 10)).unwrap();
        assert_eq!((view.scale, view.width, view.height), (1.0, 20, 10));
    }

    #[test]
    fn at_full_size_only_the_room_and_its_overscan_are_asked_for() {
        let view = room(Zoom::Scale(1.0)).view(PHOTO).unwrap();
        assert_eq!((view.width, view.height), (872 + 192, 720 + 192));
    }

    #[test]
    fn panning_stops_at_the_edges() {
        let mut viewport = room(Zoom::Scale(1.0));
        viewport.pan(PHOTO, (1e6, 1e6));
        let view = viewport.view(PHOTO).unwrap();
        assert_eq!((view.x, view.y), (0, 0));
        assert_eq!(viewport.photo(PHOTO).left_css, 0.0);
        viewport.pan(PHOTO, (-10.0, 0.0));
        assert_eq!(viewport.photo(PHOTO).left_css, -10.0);
        viewport.pan(PHOTO, (-1e6, -1e6));
        let view = viewport.view(PHOTO).unwrap();
        assert_eq!((view.x + view.width, view.y + view.height), PHOTO);
    }

    #[test]
    fn an_older_view_is_stretched_to_its_place() {
        let fit = room(Zoom::Fit);
        let old = fit.view(PHOTO).unwrap();
        let full = room(Zoom::Scale(1.0));
        assert_eq!(full.place(PHOTO, old), full.photo(PHOTO));
    }

    #[test]
    fn a_one_pixel_photo_has_a_view() {
        for zoom in [Zoom::Fit, Zoom::Scale(1.0 / 16.0)] {
            let view = room(zoom).view((1, 1)).unwrap();
            assert_eq!((view.x, view.y, view.width, view.height), (0, 0, 1, 1));
        }
    }

    #[test]
    fn no_view_before_the_room_has_a_size() {
        assert_eq!(Viewport::default().view(PHOTO), None);
    }

    #[test]
    fn a_dense_screen_gets_its_own_pixels() {
        let viewport = Viewport { density: 2.0, ..room(Zoom::Fit) };
        let view = viewport.view(PHOTO).unwrap();
        assert_eq!(view.width, 1616);
        assert_eq!(viewport.place(PHOTO, view).width_css, 808.0);
    }

    #[test]
    fn zoom_stops_end_at_full_size() {
        let viewport = room(Zoom::Fit);
        assert_eq!(viewport.next_zoom(PHOTO, true), Some(Zoom::Scale(1.0 / 4.0)));
        assert_eq!(room(Zoom::Scale(1.0)).next_zoom(PHOTO, true), None);
        assert_eq!(room(Zoom::Scale(1.0 / 16.0)).next_zoom(PHOTO, false), None);
    }
}
