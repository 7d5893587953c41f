//! The Exif orientation tag, the only one that is read.

use super::orientation::Orientation;

const ORIENTATION_TAG: u16 = 0x0112;
const SHORT: u16 = 3;

/// The orientation in Exif's TIFF structure. A missing or broken tag is upright.
pub fn orientation(tiff: &[u8]) -> Orientation {
    find(tiff).and_then(Orientation::from_exif).unwrap_or(Orientation::Upright)
}

fn find(tiff: &[u8]) -> Option<u16> {
    let tiff = Tiff { bytes: tiff, big_endian: tiff.starts_with(b"MM\0*") };
    if !tiff.big_endian && !tiff.bytes.starts_with(b"II*\0") {
        return None;
    }
    let directory = tiff.u32(4)? as usize;
    let entries = tiff.u16(directory)?;
    for index in 0..usize::from(entries) {
        let entry = directory.checked_add(2 + index * 12)?;
        if tiff.u16(entry)? == ORIENTATION_TAG && tiff.u16(entry + 2)? == SHORT {
            return tiff.u16(entry + 8);
        }
    }
    None
}

struct Tiff<'a> {
    bytes: &'a [u8],
    big_endian: bool,
}

impl Tiff<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk::<2>()?;
        Some(if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let bytes = *self.bytes.get(at..)?.first_chunk::<4>()?;
        Some(if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LITTLE: &[u8] = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    const BIG: &[u8] = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0";

    #[test]
    fn both_byte_orders() {
        assert_eq!(orientation(LITTLE), Orientation::QuarterRight);
        assert_eq!(orientation(BIG), Orientation::QuarterLeft);
    }

    #[test]
    fn a_broken_tag_is_upright() {
        for len in 0..LITTLE.len() {
            // Only the padding behind the value may be missing.
            let expected = if len >= 20 { Orientation::QuarterRight } else { Orientation::Upright };
            assert_eq!(orientation(&LITTLE[..len]), expected, "{len} bytes");
        }
        let mut absurd = LITTLE.to_vec();
        absurd[18] = 9;
        assert_eq!(orientation(&absurd), Orientation::Upright);
        absurd[4..8].fill(0xff);
        assert_eq!(orientation(&absurd), Orientation::Upright);
    }
}
