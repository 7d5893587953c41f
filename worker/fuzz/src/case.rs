//! Any bytes as a recipe, a small photo and a view of it.

use arbitrary::{Result, Unstructured};
use safelight_engine::{Region, View};
use safelight_kernels::{Kind, Param, SPECS};
use safelight_recipe::{FilterStep, Recipe};

/// The largest width and height of a photo in pixels: several tiles of any filter.
const MAX_SIDE: u32 = 70;

/// The test case that the bytes stand for.
#[derive(Debug)]
pub struct Case {
    pub recipe: Recipe,
    /// The photo as a file.
    pub photo: Vec<u8>,
    pub size: (u32, u32),
    pub view: View,
}

impl Case {
    /// Reads a case from bytes. Where they end, zeros follow.
    pub fn new(data: &[u8]) -> Result<Self> {
        let mut bytes = Unstructured::new(data);
        let steps = (0..bytes.int_in_range(0..=4)?).map(|_| step(&mut bytes)).collect::<Result<_>>()?;
        let size = (bytes.int_in_range(1..=MAX_SIDE)?, bytes.int_in_range(1..=MAX_SIDE)?);
        let photo = photo(&mut bytes, size)?;
        Ok(Self { recipe: Recipe::new(steps), photo, size, view: view(&mut bytes)? })
    }
}

fn step(bytes: &mut Unstructured) -> Result<FilterStep> {
    let spec = bytes.choose(SPECS)?;
    let mut step = FilterStep::new(spec.id);
    for param in spec.params {
        if let Some(value) = value(bytes, param)? {
            step.values.insert(param.id.to_owned(), value);
        }
    }
    if matches!(spec.kind, Kind::Lut) {
        step.cube = Some(cube(bytes)?.into());
    }
    if bytes.ratio(1, 3)? {
        step.strength = f64::from(bytes.int_in_range(0..=1000)?) / 10.0;
    }
    Ok(step)
}

/// The text of a small `.cube` file. Some colours are below 0 or above 1.
fn cube(bytes: &mut Unstructured) -> Result<String> {
    let side = bytes.int_in_range(2..=4_u32)?;
    let (size, points) =
        if bytes.arbitrary()? { ("LUT_1D_SIZE", side) } else { ("LUT_3D_SIZE", side.pow(3)) };
    let mut lines = vec![format!("{size} {side}"), format!("DOMAIN_MAX {} 1 1", bytes.int_in_range(1..=9)?)];
    let mut value = || Ok(f64::from(bytes.arbitrary::<i8>()?) / 90.0 + 0.5);
    for _ in 0..points {
        lines.push(format!("{} {} {}", value()?, value()?, value()?));
    }
    Ok(lines.join("\n"))
}

/// The value of a parameter: mostly one that the slider has, sometimes one between, or far outside.
fn value(bytes: &mut Unstructured, param: &Param) -> Result<Option<f64>> {
    let part = |bytes: &mut Unstructured| Ok(f64::from(bytes.arbitrary::<u16>()?) / f64::from(u16::MAX));
    let Param { min, max, step, .. } = *param;
    Ok(match bytes.int_in_range(0..=6)? {
        0 => None,
        1 => Some(min),
        2 => Some(max),
        3 | 4 => Some((((max - min) * part(bytes)? / step).round() * step + min).min(max)),
        5 => Some((max - min) * part(bytes)? + min),
        _ => Some(bytes.arbitrary::<f64>()?).filter(|value| value.is_finite()),
    })
}

/// The PNG of a photo: noise or a plain colour with other pixels in a grid, opaque or not.
fn photo(bytes: &mut Unstructured, (width, height): (u32, u32)) -> Result<Vec<u8>> {
    let mut seed = bytes.arbitrary::<u32>()?;
    let (plain, grid) = (bytes.arbitrary::<[u8; 4]>()?, bytes.int_in_range(1..=9)?);
    let (is_noise, is_opaque) = (bytes.arbitrary()?, bytes.arbitrary()?);
    let mut pixels = Vec::new();
    for index in 0..width * height {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let mut pixel = if is_noise || index % grid == 0 { (seed ^ seed >> 16).to_le_bytes() } else { plain };
        if is_opaque {
            pixel[3] = 255;
        }
        pixels.extend(pixel);
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::NoCompression);
    let mut writer = encoder.write_header().expect("memory takes everything");
    writer.write_image_data(&pixels).expect("as many as were announced");
    writer.finish().expect("memory takes everything");
    Ok(file)
}

/// A view, mostly one that has pixels.
fn view(bytes: &mut Unstructured) -> Result<View> {
    let scale = match bytes.int_in_range(0..=5)? {
        0 | 1 => 1.0,
        2 => 1.0 / f64::from(bytes.int_in_range(1..=20)?),
        3 => f64::from(bytes.int_in_range::<u16>(1..=u16::MAX)?) / f64::from(u16::MAX),
        4 => 1e-9,
        _ => bytes.arbitrary()?,
    };
    let mut side = |least| match bytes.int_in_range(0..=6)? {
        0 => Ok(u32::MAX),
        1 => bytes.arbitrary(),
        _ => bytes.int_in_range(least..=MAX_SIDE),
    };
    let (x, y) = (side(0)? % (2 * MAX_SIDE), side(0)? % (2 * MAX_SIDE));
    Ok(View { scale, region: Region { x, y, width: side(0)?, height: side(0)? } })
}
