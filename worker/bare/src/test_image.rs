//! The test image: gradients, edges and noise, as photos have them; and a colour table.

/// Paints whole RGBA rows of this width. The pixels are the same on every machine, and opaque.
pub fn paint(width: u32, rgba: &mut [u8]) {
    let mut noise = 1u32;
    for (index, pixel) in (0u32..).zip(rgba.as_chunks_mut::<4>().0) {
        let (x, y) = (index % width.max(1), index / width.max(1));
        noise ^= noise << 13;
        noise ^= noise >> 17;
        noise ^= noise << 5;
        // Gradients that fold back at 255, and a step now and then.
        let fold = |n: u32| (n & 255) ^ if n & 256 == 0 { 0 } else { 255 };
        let step = if (x / 97 + y / 61) % 3 == 0 { 48 } else { 0 };
        let level =
            |slope: u32, shift: u32| (fold(slope) * 3 / 4 + step + (noise >> shift & 15)).min(255) as u8;
        *pixel = [level(x / 3 + y / 7, 4), level(y / 2 + x / 11, 12), level((x + y) / 5, 20), 255];
    }
}

/// A `.cube` file of the usual size, 33 points, that mixes channels and bends them slightly.
pub fn cube() -> String {
    const SIZE: u32 = 33;
    let mut text = format!("LUT_3D_SIZE {SIZE}\n");
    for point in 0..SIZE.pow(3) {
        let part = |index: u32| f64::from(index % SIZE) / f64::from(SIZE - 1);
        let [r, g, b] = [part(point), part(point / SIZE), part(point / SIZE / SIZE)];
        let line = [0.9 * r * r + 0.1 * b, 0.9 * g + 0.1 * r * r, 0.8 * b + 0.2 * g * b]
            .map(|level| format!("{level:.6}"));
        text.push_str(&line.join(" "));
        text.push('\n');
    }
    text
}
