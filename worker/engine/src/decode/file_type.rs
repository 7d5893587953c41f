//! The type of a file by its first bytes, because file names and media types may be wrong.

use super::types::Format;
use crate::OpenError;

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
        _ => Err(OpenError::NotAPhoto(describe_unknown(file))),
    }
}

/// What else it may be, with its article, to tell who chose the wrong file.
fn describe_unknown(file: &[u8]) -> Option<&'static str> {
    const KNOWN: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF"),
        (b"GIF8", "a GIF"),
        (b"BM", "a BMP picture"),
        (b"II*\0", "a TIFF picture or a camera's raw file"),
        (b"MM\0*", "a TIFF picture or a camera's raw file"),
        (b"8BPS", "a Photoshop document"),
        (b"\xff\x0a", "a JPEG XL picture"),
        (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
        (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
        (b"\0\0\x01\0", "an icon file"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x1a\x45\xdf\xa3", "a video"),
        (b"\0asm", "a WebAssembly module"),
        (b"fLaC", "a sound file"),
        (b"ID3", "a sound file"),
    ];
    if let [b'R', b'I', b'F', b'F', _, _, _, _, kind @ ..] = file {
        return match kind.first_chunk::<4>() {
            Some(b"WEBP") => Some("a WebP picture"),
            Some(b"AVI ") => Some("a video"),
            Some(b"WAVE") => Some("a sound file"),
            _ => None,
        };
    }
    if let [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] = file {
        return Some(match brand.first_chunk::<4>() {
            Some(b"avif" | b"avis") => "an AVIF picture",
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1") => "a HEIC picture",
            Some(b"crx ") => "a camera's raw file",
            _ => "a video",
        });
    }
    KNOWN
        .iter()
        .find_map(|(magic, kind)| file.starts_with(magic).then_some(*kind))
        .or_else(|| textual(&file[..file.len().min(1024)]))
}

/// Text is what decodes as UTF-8 (but for a character cut at the end) and has no control characters.
fn textual(start: &[u8]) -> Option<&'static str> {
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
        "an SVG drawing"
    } else if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        "a web page"
    } else {
        "a text file"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_it_is_instead() {
        for (file, kind) in [
            (&b"%PDF-1.7 ..."[..], Some("a PDF")),
            (b"GIF89a....", Some("a GIF")),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Some("a WebP picture")),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Some("a HEIC picture")),
            (b"\0\0\0\x1cftypavif\0\0\0\0", Some("an AVIF picture")),
            (b"Dear diary,\n\tto-day", Some("a text file")),
            ("Grüße".as_bytes(), Some("a text file")),
            (&"Grüße".as_bytes()[..3], Some("a text file")),
            (b"<?xml version='1.0'?><svg/>", Some("an SVG drawing")),
            (b"  <!DOCTYPE html><p>", Some("a web page")),
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
