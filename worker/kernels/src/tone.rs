//! What tone filters share: one 256-entry table per colour channel.

/// Tables for red, green and blue.
pub type Tables = [[u8; 256]; 3];

/// The tables of one tone filter.
pub fn tables(fill: fn(&[f64], &mut Tables), values: &[f64]) -> Tables {
    let mut tables = [[0; 256]; 3];
    fill(values, &mut tables);
    tables
}

/// The tables that do what `first` and then `then` do: looking up a looked-up byte is one look-up.
pub fn compose(first: &Tables, then: &Tables) -> Tables {
    let mut both = *first;
    for (entries, then) in both.iter_mut().zip(then) {
        for entry in entries {
            *entry = then[usize::from(*entry)];
        }
    }
    both
}

/// Looks every colour up, in place, on whole RGBA pixels. Alpha is not touched.
pub fn apply_tables([red, green, blue]: &Tables, rgba: &mut [u8]) {
    for pixel in rgba.as_chunks_mut::<4>().0 {
        let [r, g, b, a] = *pixel;
        *pixel = [red[usize::from(r)], green[usize::from(g)], blue[usize::from(b)], a];
    }
}

/// Fills all three tables with one curve: level in, level out, both from 0 to 255. What comes out is
/// rounded to the nearest level, halves up, and cut to the range.
pub(crate) fn fill_with(tables: &mut Tables, curve: impl Fn(f64) -> f64) {
    fill_each(tables, |_, level| curve(level));
}

/// The same with a curve for each channel: 0 is red.
pub(crate) fn fill_each(tables: &mut Tables, curve: impl Fn(usize, f64) -> f64) {
    for (channel, table) in tables.iter_mut().enumerate() {
        for (value, entry) in (0u8..=255).zip(table) {
            *entry = curve(channel, f64::from(value)).round() as u8;
        }
    }
}
