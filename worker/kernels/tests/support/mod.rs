//! Helpers of the tests of all filters.

use std::sync::LazyLock;

use safelight_kernels::{
    Cube, Kernel, Kind, PixelOrigin, Region, Sizes, Spec, Window, apply_positional, kernel,
};

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

/// Runs a filter on a whole picture.
pub fn whole(spec: &Spec, values: &[f64], picture: &Picture) -> Picture {
    whole_with(spec, values, cube(spec), picture)
}

/// Runs a filter on a whole picture, with this look-up table.
pub fn whole_with(spec: &Spec, values: &[f64], cube: Option<&Cube>, picture: &Picture) -> Picture {
    let sizes = sizes(spec, values, picture.size);
    let kernel = kernel(spec.id).expect("a spec has a kernel");
    let rgba = kernel.apply(values, cube, &sizes, picture.opaque(), picture.rgba.clone());
    Picture { size: sizes.after, rgba }
}

/// Runs a filter on one region, with only those pixels to read that it declares.
pub fn in_region(spec: &Spec, values: &[f64], picture: &Picture, region: Region) -> Vec<u8> {
    in_scaled_region(spec, values, picture, 1.0, region)
}

/// Runs a filter on one region of a picture at a smaller scale.
pub fn in_scaled_region(
    spec: &Spec,
    values: &[f64],
    picture: &Picture,
    scale: f64,
    region: Region,
) -> Vec<u8> {
    let sizes = sizes(spec, values, picture.size);
    let kernel = kernel(spec.id).expect("a spec has a kernel");
    let windowed = |input_region: Region, run: &dyn Fn(&Window, &mut [u8])| {
        let rgba = cut(picture, input_region);
        let source = Window {
            rgba: &rgba,
            region: input_region,
            picture: picture.size,
            scale,
            opaque: picture.opaque(),
        };
        let mut out = vec![0; region.width as usize * region.height as usize * 4];
        run(&source, &mut out);
        out
    };
    match kernel {
        Kernel::Neighbourhood(area) => {
            let input_region = region.grown((area.radius_px)(values, scale), picture.size);
            windowed(input_region, &|source, out| (area.run)(values, source, region, out))
        }
        Kernel::Geometry(geometry) => {
            let input_region = (geometry.input_region)(values, &sizes, region);
            assert!(
                Region::whole(picture.size).contains(input_region),
                "{}: {region:?} needs {input_region:?}",
                spec.id
            );
            windowed(input_region, &|source, out| (geometry.run)(values, &sizes, source, region, out))
        }
        Kernel::Analysed(analysed) => {
            let mut bins = vec![0; (analysed.bins)(values, picture.size)];
            // From the last row to the first: the order must not matter.
            for y in (0..picture.size.1).rev() {
                let row = Region { y, height: 1, ..Region::whole(picture.size) };
                apply_positional(&origin(picture, row), 0, &mut cut(picture, row), |position, run| {
                    (analysed.accumulate)(values, position, run, &mut bins);
                });
            }
            let tables = (analysed.finish)(values, picture.size, &bins);
            let mut rgba = cut(picture, region);
            apply_positional(&origin(picture, region), 0, &mut rgba, |position, run| {
                (analysed.apply)(values, &tables, position, run);
            });
            rgba
        }
        Kernel::Positional(run) => {
            let mut rgba = cut(picture, region);
            apply_positional(&origin(picture, region), 0, &mut rgba, |position, pixels| {
                run(values, position, pixels);
            });
            rgba
        }
        Kernel::Tone(_) | Kernel::Colour(_) | Kernel::Lut(_) => {
            kernel.apply(values, cube(spec), &sizes, picture.opaque(), cut(picture, region))
        }
    }
}

/// A look-up table for the filters that need one.
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

fn origin(picture: &Picture, region: Region) -> PixelOrigin {
    let Region { x, y, width, .. } = region;
    PixelOrigin { x, y, row_px: width, ..PixelOrigin::whole(picture.size.0, picture.size.1) }
}
