//! Files in one: a zip whose files are stored as they are, since a PNG can't be made smaller. Only what stands between
//! the files is written here; their bytes never visit the page's memory.

/// A file, and where its bytes come from.
pub struct Entry<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its size in bytes.
    pub bytes: f64,
    /// The CRC-32 of its bytes.
    pub crc: u32,
}

/// Names are in UTF-8.
const UTF_8: u16 = 1 << 11;
/// The version that reads it: the first there was.
const VERSION: u16 = 10;
/// 1 January 1980, the first day that zips know.
const DOS_DATE: u16 = 1 << 5 | 1;

/// The most that goes into one: a plain zip has 4 GiB, and this leaves room for what stands between the files.
const MAX_BYTES: f64 = 4e9;

/// How many of the files of these sizes go into the next zip.
pub fn fits_zip32(sizes: impl Iterator<Item = f64>) -> usize {
    let sums = sizes.scan(0.0, |sum, bytes| {
        *sum += bytes;
        Some(*sum)
    });
    sums.take_while(|sum| *sum <= MAX_BYTES).count()
}

/// What comes before each file, and what comes behind the last one; nothing, if it is too much for a plain zip.
pub fn local_headers(entries: &[Entry]) -> Option<(Vec<Vec<u8>>, Vec<u8>)> {
    let (mut heads, mut directory) = (Vec::new(), Vec::new());
    let mut offset = 0_u64;
    for entry in entries {
        let size = to_u32(entry.bytes as u64)?;
        let common = |to: &mut Vec<u8>| {
            for half in [VERSION, UTF_8, 0, 0, DOS_DATE] {
                to.extend(half.to_le_bytes());
            }
            for whole in [entry.crc, size, size] {
                to.extend(whole.to_le_bytes());
            }
            to.extend((entry.name.len() as u16).to_le_bytes());
            to.extend([0; 2]);
        };
        let mut head = b"PK\x03\x04".to_vec();
        common(&mut head);
        head.extend(entry.name.as_bytes());
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        common(&mut directory);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(to_u32(offset)?.to_le_bytes());
        directory.extend(entry.name.as_bytes());
        offset += head.len() as u64 + u64::from(size);
        heads.push(head);
    }
    let (length, start, count) = (directory.len() as u32, to_u32(offset)?, entries.len() as u16);
    directory.extend(b"PK\x05\x06");
    directory.extend([0; 4]);
    directory.extend([count, count].iter().flat_map(|count| count.to_le_bytes()));
    directory.extend([length, start].iter().flat_map(|number| number.to_le_bytes()));
    directory.extend([0; 2]);
    Some((heads, directory))
}

fn to_u32(number: u64) -> Option<u32> {
    u32::try_from(number).ok().filter(|number| *number < u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_zip_is_its_end() {
        let (heads, end) = local_headers(&[]).unwrap();
        assert!(heads.is_empty());
        assert_eq!(end.len(), 22);
    }

    #[test]
    fn what_is_too_much_for_one_goes_into_the_next() {
        assert_eq!(fits_zip32([1e9, 2e9, 1e9, 1.0].into_iter()), 3);
        assert_eq!(fits_zip32([3e9, 2e9].into_iter()), 1);
        assert_eq!(fits_zip32([].into_iter()), 0);
    }

    #[test]
    fn what_is_too_much_is_refused() {
        let large = || Entry { name: "a.png", bytes: 3e9, crc: 0 };
        assert!(local_headers(&[large()]).is_some());
        assert!(local_headers(&[large(), large()]).is_none());
        assert!(local_headers(&[Entry { bytes: 5e9, ..large() }]).is_none());
    }

    #[test]
    fn each_head_leads_to_its_file() {
        let entry = |name, bytes| Entry { name, bytes, crc: 0x0102_0304 };
        let (heads, end) = local_headers(&[entry("ä.png", 3.0), entry("b.png", 5.0)]).unwrap();
        assert_eq!(heads[0].len(), 30 + "ä.png".len());
        assert_eq!(&heads[0][14..26], [4, 3, 2, 1, 3, 0, 0, 0, 3, 0, 0, 0]);
        let second = heads[0].len() + 3;
        let at = 46 + "ä.png".len() + 42;
        assert_eq!(end[at..at + 4], (second as u32).to_le_bytes());
    }
}
