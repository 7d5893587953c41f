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
fn zoom_stops_end() {
    let viewport = room(Zoom::Fit);
    assert_eq!(viewport.next_zoom(PHOTO, true), Some(1.0 / 4.0));
    assert_eq!(room(Zoom::Scale(1.0)).next_zoom(PHOTO, true), Some(2.0));
    assert_eq!(room(Zoom::Scale(16.0)).next_zoom(PHOTO, true), None);
    assert_eq!(room(Zoom::Scale(1.0 / 16.0)).next_zoom(PHOTO, false), None);
}

#[test]
fn above_full_size_the_engine_is_asked_for_the_pixels_that_are_there() {
    let view = room(Zoom::Scale(8.0)).view(PHOTO).unwrap();
    assert_eq!(view.scale, 1.0);
    let across = |css: f64| (css / 8.0).ceil() as u32 + 1;
    assert!(view.width <= across(872.0 + 192.0) && view.height <= across(720.0 + 192.0), "{view:?}");
    let place = room(Zoom::Scale(8.0)).place(PHOTO, view);
    assert_eq!(place.width_css, f64::from(view.width) * 8.0);
    assert!(place.left_css <= 0.0 && place.left_css + place.width_css >= 872.0);
}

#[test]
fn zooming_keeps_what_is_under_the_pointer() {
    for density in [1.0, 1.5, 2.0] {
        let mut viewport = Viewport { density, ..room(Zoom::Scale(0.5)) };
        for (at, scale) in [((100.0, 650.0), 0.9), ((700.0, 30.0), 3.3), ((436.0, 360.0), 16.0)] {
            let before = viewport.point(PHOTO, at);
            viewport.zoom_at(PHOTO, at, scale);
            let after = viewport.point(PHOTO, at);
            // The corner stands on a whole pixel of the screen.
            let slack = 1.0 / (f64::from(PHOTO.1) * scale);
            assert!((before.0 - after.0).abs() < slack && (before.1 - after.1).abs() < slack, "{scale}");
        }
    }
}

#[test]
fn zooming_has_ends() {
    let mut viewport = room(Zoom::Fit);
    viewport.zoom_at(PHOTO, (0.0, 0.0), 1e9);
    assert_eq!(viewport.zoom, Zoom::Scale(16.0));
    viewport.zoom_at(PHOTO, (0.0, 0.0), 0.0);
    assert_eq!(viewport.zoom, Zoom::Scale(1.0 / 16.0));
}

#[test]
fn many_small_steps_go_as_far_as_one() {
    let mut viewport = room(Zoom::Scale(2.0));
    let before = viewport.photo(PHOTO).left_css;
    for _ in 0..100 {
        viewport.pan(PHOTO, (0.3, 0.0));
    }
    assert_eq!(viewport.photo(PHOTO).left_css, before + 30.0);
}

#[test]
fn the_photo_stands_on_whole_pixels_of_any_screen() {
    for density in [1.0, 1.25, 1.5, 2.0, 2.625] {
        let corner_css = (88.3, 52.7);
        let viewport = Viewport { corner_css, density, ..room(Zoom::Scale(0.7)) };
        let view = viewport.view(PHOTO).unwrap();
        let place = viewport.place(PHOTO, view);
        for px in [
            (corner_css.0 + place.left_css) * density,
            (corner_css.1 + place.top_css) * density,
            place.width_css * density,
            place.height_css * density,
        ] {
            assert!((px - px.round()).abs() < 1e-6, "{px} at {density}");
        }
    }
}

#[test]
fn what_is_visible_ends_at_the_room() {
    let fit = room(Zoom::Fit);
    assert_eq!(fit.visible(PHOTO), fit.photo(PHOTO));
    let large = room(Zoom::Scale(1.0)).visible(PHOTO);
    assert_eq!((large.left_css, large.top_css, large.width_css, large.height_css), (0.0, 0.0, 872.0, 720.0));
}

#[test]
fn a_point_has_its_pixel() {
    let view = View { scale: 0.5, x: 10, y: 20, width: 30, height: 40 };
    // Of 3000 × 2000 pixels.
    let point = |x: f64, y: f64| (x / 3000.0, y / 2000.0);
    assert_eq!(placement(PHOTO, view, point(10.5, 20.5)), Some(0));
    assert_eq!(placement(PHOTO, view, point(12.1, 21.9)), Some(32));
    assert_eq!(placement(PHOTO, view, point(39.9, 59.9)), Some(30 * 40 - 1));
    for (x, y) in [(9.9, 30.0), (40.1, 30.0), (20.0, 19.9), (20.0, 60.1), (-1.0, 20.5)] {
        assert_eq!(placement(PHOTO, view, point(x, y)), None, "{x} {y}");
    }
}

#[test]
fn a_wheel_that_zooms_by_itself_ends_at_fit() {
    let mut viewport = room(Zoom::Fit);
    let at = (200.0, 300.0);
    let point = viewport.point(PHOTO, at);
    viewport.zoom_from_fit(PHOTO, point, at, 0.8);
    assert_eq!(viewport.zoom, Zoom::Fit);
    viewport.zoom_from_fit(PHOTO, point, at, 1.5);
    assert!(viewport.can_pan(PHOTO));
    assert!((viewport.point(PHOTO, at).0 - point.0).abs() < 1e-3);
    viewport.zoom_from_fit(PHOTO, point, at, 0.1);
    assert_eq!(viewport.zoom, Zoom::Fit);
    // One that is smaller already becomes no smaller, and no larger by turning back.
    viewport.zoom = Zoom::Scale(1.0 / 16.0);
    viewport.zoom_from_fit(PHOTO, point, at, 0.9);
    assert_eq!(viewport.zoom, Zoom::Scale(1.0 / 16.0));
}

#[test]
fn keys_go_from_pixel_to_pixel_as_they_are_shown() {
    let full = room(Zoom::Scale(4.0));
    let step = |viewport: &Viewport, point, by| {
        let (x, y) = viewport.pixel_beside(PHOTO, point, by);
        // In half pixels, which are exact.
        ((x * 12000.0).round() / 2.0, (y * 8000.0).round() / 2.0)
    };
    assert_eq!(step(&full, (0.5, 0.5), (0, 0)), (3000.5, 2000.5));
    assert_eq!(step(&full, (0.5, 0.5), (1, -10)), (3001.5, 1990.5));
    assert_eq!(step(&full, (0.0, 1.0), (-1, 1)), (0.5, 3999.5), "the edges hold it");
    assert_eq!(step(&room(Zoom::Scale(0.5)), (0.5, 0.5), (1, 0)), (3003.0, 2001.0));
}

#[test]
fn a_point_is_brought_into_the_room() {
    let mut viewport = room(Zoom::Scale(1.0));
    let point = (0.9, 0.5);
    viewport.clamp_origin(PHOTO, point);
    let (x, y) = viewport.at_css(PHOTO, point);
    assert!((x - (872.0 - 64.0)).abs() < 1e-6 && (y - 360.0).abs() < 1e-6, "{x} {y}");
    let before = viewport;
    viewport.clamp_origin(PHOTO, point);
    assert_eq!(viewport, before);
}
