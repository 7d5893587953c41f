//! `cargo bench -p safelight-kernels [part of an id]`: every filter of the registry, natively, on one core, over
//! 1920 × 1080 pixels with settings that do something; first a copy of the same memory, which is what to compare with.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use safelight_kernels::{
    Cube, Kernel, PixelOrigin, Region, SPECS, Sizes, Spec, Window, apply_positional, apply_tables,
};
use safelight_kernels::{kernel, tone_tables};

const SIZE: (u32, u32) = (1920, 1080);

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    every_filter(&mut criterion);
    criterion.final_summary();
}

fn every_filter(criterion: &mut Criterion) {
    let photo = photo();
    let mut group = criterion.benchmark_group("filters");
    group.throughput(Throughput::Bytes(photo.len() as u64));
    // Dozens of filters, some of which take most of a second.
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    let mut out = vec![0; photo.len()];
    group.bench_function("copy", |bencher| {
        bencher.iter(|| black_box(&mut out).copy_from_slice(black_box(&photo)));
    });
    for spec in SPECS {
        let mut work = Work::new(spec, &photo);
        group.bench_function(spec.id, |bencher| {
            bencher.iter_custom(|rounds| (0..rounds).map(|_| work.timed()).sum());
        });
    }
    group.finish();
}

/// One filter with all it needs; nothing is allocated while it is timed but what it allocates itself.
struct Work<'a> {
    kernel: Kernel,
    values: Vec<f64>,
    sizes: Sizes,
    cube: Cube,
    photo: &'a [u8],
    out: Vec<u8>,
}

impl<'a> Work<'a> {
    fn new(spec: &Spec, photo: &'a [u8]) -> Self {
        let values: Vec<f64> = spec.params.iter().map(|param| 0.3 * param.min + 0.7 * param.max).collect();
        let after = spec.size_after(&values, SIZE);
        let out = vec![0; after.0 as usize * after.1 as usize * 4];
        let kernel = kernel(spec.id).expect("a spec has a kernel");
        let cube = Cube::parse(include_str!("../goldens/cubes/film.cube")).expect("a good table");
        Self { kernel, values, sizes: Sizes { full: SIZE, before: SIZE, after }, cube, photo, out }
    }

    /// Runs it once. What works in place gets a fresh copy before the clock starts: on its own result it might
    /// have less to do.
    fn timed(&mut self) -> Duration {
        let Self { kernel, values, sizes, cube, photo, out } = self;
        let origin = PixelOrigin::whole(SIZE.0, SIZE.1);
        let source = Window::whole(SIZE, true, photo);
        if !matches!(kernel, Kernel::Neighbourhood(_) | Kernel::Geometry(_)) {
            out.copy_from_slice(photo);
        }
        let start = Instant::now();
        match kernel {
            Kernel::Tone(fill) => apply_tables(&tone_tables(*fill, values), out),
            Kernel::Colour(run) => run(values, out),
            Kernel::Positional(run) => {
                apply_positional(&origin, 0, out, |position, pixels| run(values, position, pixels));
            }
            Kernel::Analysed(analysed) => {
                let mut bins = vec![0; (analysed.bins)(values, SIZE)];
                apply_positional(&origin, 0, out, |position, run| {
                    (analysed.accumulate)(values, position, run, &mut bins);
                });
                let tables = (analysed.finish)(values, SIZE, &bins);
                apply_positional(&origin, 0, out, |position, run| {
                    (analysed.apply)(values, &tables, position, run);
                });
            }
            Kernel::Neighbourhood(area) => (area.run)(values, &source, source.region, out),
            Kernel::Geometry(geometry) => {
                (geometry.run)(values, sizes, &source, Region::whole(sizes.after), out);
            }
            Kernel::Lut(run) => run(values, cube, out),
        }
        black_box(&out);
        start.elapsed()
    }
}

/// Soft shapes under a little noise: neither the plain areas that some filters are quick with, nor noise alone.
fn photo() -> Vec<u8> {
    let mut seed = 1_u32;
    let pixels = (0..SIZE.0 * SIZE.1).flat_map(|index| {
        let (x, y) = ((index % SIZE.0) as f32, (index / SIZE.0) as f32);
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (seed >> 28) as f32;
        let wave =
            |per_px: f32| (120.0 + 100.0 * (x * per_px).sin() * (y * 0.7 * per_px).cos() + noise) as u8;
        [wave(0.011), wave(0.017), wave(0.005), 255]
    });
    pixels.collect()
}
