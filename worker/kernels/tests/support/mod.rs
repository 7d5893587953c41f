//! What the tests of all filters share.

use std::sync::LazyLock;

use safelight_kernels::{Cube, Kernel, Kind, Place, Region, Sizes, Spec, Window, apply_placed, kernel};

/// A picture and its size.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub size: (u32, u32),
    pub rgba: Vec<u8>,
}

impl Picture {
    pub fn opaque(&self) -> bool {
        self.rgba.chunks(4).all(|pixel| pixel[3] == 255)
    }
}

/// What the filter makes of a whole picture.
pub fn whole(spec: &Spec, values: &[f64], picture: &Picture) -> Picture {
    whole_with(spec, values, cube(spec), picture)
}

/// The same with this table of colours.
pub fn whole_with(spec: &Spec, values: &[f64], cube: Option<&Cube>, picture: &Picture) -> Picture {
    let sizes = sizes(spec, values, picture.size);
    let kernel = kernel(spec.id).expect("a spec has a kernel");
    let rgba = kernel.apply(values, cube, &sizes, picture.opaque(), picture.rgba.clone());
    Picture { size: sizes.after, rgba }
}

/// What it makes of one region, with no pixel more to read than it says it needs.
pub fn in_region(spec: &Spec, values: &[f64], picture: &Picture, region: Region) -> Vec<u8> {
    in_scaled_region(spec, values, picture, 1.0, region)
}

/// The same of a picture that stands for one at full size.
pub fn in_scaled_region(
    spec: &Spec,
    values: &[f64],
    picture: &Picture,
    scale: f64,
    region: Region,
) -> Vec<u8> {
    let sizes = sizes(spec, values, picture.size);
    let kernel = kernel(spec.id).expect("a spec has a kernel");
    let windowed = |needs: Region, run: &dyn Fn(&Window, &mut [u8])| {
        let rgba = cut(picture, needs);
        let source =
            Window { rgba: &rgba, region: needs, picture: picture.size, scale, opaque: picture.opaque() };
        let mut out = vec![0; region.width as usize * region.height as usize * 4];
        run(&source, &mut out);
        out
    };
    match kernel {
        Kernel::Area(area) => {
            let needs = region.grown((area.reach_px)(values, scale), picture.size);
            windowed(needs, &|source, out| (area.run)(values, source, region, out))
        }
        Kernel::Geometry(geometry) => {
            let needs = (geometry.needs)(values, &sizes, region);
            assert!(Region::whole(picture.size).contains(needs), "{}: {region:?} needs {needs:?}", spec.id);
            windowed(needs, &|source, out| (geometry.run)(values, &sizes, source, region, out))
        }
        Kernel::Measured(measured) => {
            let mut counters = vec![0; (measured.counters)(values, picture.size)];
            // From the last row to the first: the order must not matter.
            for y in (0..picture.size.1).rev() {
                let row = Region { y, height: 1, ..Region::whole(picture.size) };
                apply_placed(&place(picture, row), 0, &mut cut(picture, row), |spot, run| {
                    (measured.count)(values, spot, run, &mut counters);
                });
            }
            let tables = (measured.conclude)(values, picture.size, &counters);
            let mut rgba = cut(picture, region);
            apply_placed(&place(picture, region), 0, &mut rgba, |spot, run| {
                (measured.apply)(values, &tables, spot, run);
            });
            rgba
        }
        Kernel::Placed(run) => {
            let mut rgba = cut(picture, region);
            apply_placed(&place(picture, region), 0, &mut rgba, |spot, pixels| run(values, spot, pixels));
            rgba
        }
        Kernel::Tone(_) | Kernel::Colour(_) | Kernel::Lut(_) => {
            kernel.apply(values, cube(spec), &sizes, picture.opaque(), cut(picture, region))
        }
    }
}

/// A table for the filters that need one.
pub fn cube(spec: &Spec) -> Option<&'static Cube> {
    static CUBE: LazyLock<Cube> = LazyLock::new(|| {
        let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/goldens/cubes/film.cube"));
        Cube::parse(text).expect("a good file")
    });
    matches!(spec.kind, Kind::Lut).then(|| &*CUBE)
}

pub fn cut(picture: &Picture, region: Region) -> Vec<u8> {
    let rows = picture.rgba.chunks(picture.size.0.max(1) as usize * 4);
    rows.skip(region.y as usize)
        .take(region.height as usize)
        .flat_map(|row| row[region.x as usize * 4..][..region.width as usize * 4].to_vec())
        .collect()
}

pub fn sizes(spec: &Spec, values: &[f64], before: (u32, u32)) -> Sizes {
    let after = match spec.kind {
        Kind::Geometry(size_after) => size_after(values, before),
        _ => before,
    };
    Sizes { full: before, before, after }
}

fn place(picture: &Picture, region: Region) -> Place {
    let Region { x, y, width, .. } = region;
    Place { x, y, row_px: width, ..Place::whole(picture.size.0, picture.size.1) }
}
