//! The type of a file by its first bytes, because file names and media types may be wrong.

use safelight_errors::{FileKind, OpenError};

use super::types::Format;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8\xff";

/// The format, if it is one that can be opened.
///
/// # Errors
/// [`OpenError::Empty`], [`OpenError::Truncated`] for the start of a signature, [`OpenError::NotAPhoto`].
pub fn format(file: &[u8]) -> Result<Format, OpenError> {
    match file {
        [] => Err(OpenError::Empty),
        _ if file.starts_with(PNG) => Ok(Format::Png),
        _ if file.starts_with(JPEG) => Ok(Format::Jpeg),
        _ if PNG.starts_with(file) || JPEG.starts_with(file) => Err(OpenError::Truncated),
        _ => Err(OpenError::NotAPhoto(file_kind(file))),
    }
}

/// The kind of a file that is no photo, by its signature.
fn file_kind(file: &[u8]) -> Option<FileKind> {
    const KNOWN: &[(&[u8], FileKind)] = &[
        (b"%PDF-", FileKind::Pdf),
        (b"GIF8", FileKind::Gif),
        (b"BM", FileKind::Bmp),
        (b"II*\0", FileKind::Tiff),
        (b"MM\0*", FileKind::Tiff),
        (b"8BPS", FileKind::Photoshop),
        (b"\xff\x0a", FileKind::JpegXl),
        (b"\0\0\0\x0cJXL ", FileKind::JpegXl),
        (b"\0\0\0\x0cjP  ", FileKind::Jpeg2000),
        (b"\0\0\x01\0", FileKind::Icon),
        (b"PK\x03\x04", FileKind::Zip),
        (b"\x1f\x8b", FileKind::Gzip),
        (b"\x1a\x45\xdf\xa3", FileKind::Video),
        (b"\0asm", FileKind::WebAssembly),
        (b"fLaC", FileKind::Sound),
        (b"ID3", FileKind::Sound),
    ];
    if let [b'R', b'I', b'F', b'F', _, _, _, _, kind @ ..] = file {
        return match kind.first_chunk::<4>() {
            Some(b"WEBP") => Some(FileKind::WebP),
            Some(b"AVI ") => Some(FileKind::Video),
            Some(b"WAVE") => Some(FileKind::Sound),
            _ => None,
        };
    }
    if let [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] = file {
        return Some(match brand.first_chunk::<4>() {
            Some(b"avif" | b"avis") => FileKind::Avif,
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1") => FileKind::Heic,
            Some(b"crx ") => FileKind::CameraRaw,
            _ => FileKind::Video,
        });
    }
    KNOWN
        .iter()
        .find_map(|(magic, kind)| file.starts_with(magic).then_some(*kind))
        .or_else(|| text_kind(&file[..file.len().min(1024)]))
}

/// The kind of a text: bytes that decode as UTF-8, but for a character cut at the end, without control characters.
fn text_kind(start: &[u8]) -> Option<FileKind> {
    let text = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&start[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    if text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return None;
    }
    let lower = text.trim_start().to_ascii_lowercase();
    Some(if lower.contains("<svg") {
        FileKind::Svg
    } else if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        FileKind::WebPage
    } else {
        FileKind::Text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_are_recognised() {
        for (file, kind) in [
            (&b"%PDF-1.7 ..."[..], Some(FileKind::Pdf)),
            (b"GIF89a....", Some(FileKind::Gif)),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Some(FileKind::WebP)),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Some(FileKind::Heic)),
            (b"\0\0\0\x1cftypavif\0\0\0\0", Some(FileKind::Avif)),
            (b"Dear diary,\n\tto-day", Some(FileKind::Text)),
            ("Grüße".as_bytes(), Some(FileKind::Text)),
            (&"Grüße".as_bytes()[..3], Some(FileKind::Text)),
            (b"<?xml version='1.0'?><svg/>", Some(FileKind::Svg)),
            (b"  <!DOCTYPE html><p>", Some(FileKind::WebPage)),
            (b"\x07\x80\x81\x82", None),
        ] {
            assert_eq!(format(file), Err(OpenError::NotAPhoto(kind)), "{file:?}");
        }
    }

    #[test]
    fn a_stump_of_a_signature_is_a_stump() {
        assert_eq!(format(b""), Err(OpenError::Empty));
        assert_eq!(format(b"\x89PN"), Err(OpenError::Truncated));
        assert_eq!(format(b"\xff\xd8"), Err(OpenError::Truncated));
    }
}
