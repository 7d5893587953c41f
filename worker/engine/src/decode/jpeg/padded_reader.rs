//! A reader that makes the decoder notice a scan that ends too early.
//!
//! When an end-of-image marker comes too early, the decoder silently takes zeros for the missing data. When the
//! *file* ends too early, strict mode reports it. The decoder therefore gets the file without its end marker. It
//! reads a few bytes ahead of the last rows of blocks, so zeros follow the file.

use zune_core::bytestream::{ZByteIoError, ZByteReaderTrait, ZSeekFrom};

const PADDING_BYTES: usize = 16;

/// The bytes of a file, followed by a few zeros.
#[derive(Debug)]
pub struct PaddedReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> PaddedReader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn len(&self) -> usize {
        self.bytes.len() + PADDING_BYTES
    }
}

impl ZByteReaderTrait for PaddedReader<'_> {
    #[inline]
    fn read_byte_no_error(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at = (self.at + 1).min(self.len());
        byte
    }

    #[inline]
    fn read_exact_bytes(&mut self, buf: &mut [u8]) -> Result<(), ZByteIoError> {
        self.peek_exact_bytes(buf)?;
        self.at += buf.len();
        Ok(())
    }

    fn read_bytes(&mut self, buf: &mut [u8]) -> Result<usize, ZByteIoError> {
        let read = self.peek_bytes(buf)?;
        self.at += read;
        Ok(read)
    }

    fn peek_bytes(&mut self, buf: &mut [u8]) -> Result<usize, ZByteIoError> {
        let count = buf.len().min(self.len() - self.at);
        self.peek_exact_bytes(&mut buf[..count])?;
        Ok(count)
    }

    #[inline]
    fn peek_exact_bytes(&mut self, buf: &mut [u8]) -> Result<(), ZByteIoError> {
        let left = self.len() - self.at;
        if buf.len() > left {
            return Err(ZByteIoError::NotEnoughBytes(buf.len(), left));
        }
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let count = rest.len().min(buf.len());
        buf[..count].copy_from_slice(&rest[..count]);
        buf[count..].fill(0);
        Ok(())
    }

    fn z_seek(&mut self, from: ZSeekFrom) -> Result<u64, ZByteIoError> {
        let target = match from {
            ZSeekFrom::Start(offset) => i64::try_from(offset).ok(),
            ZSeekFrom::End(offset) => (self.len() as i64).checked_add(offset),
            ZSeekFrom::Current(offset) => (self.at as i64).checked_add(offset),
        };
        match target {
            Some(target @ 0..) => {
                self.at = usize::try_from(target).map_or(self.len(), |target| target.min(self.len()));
                Ok(self.at as u64)
            }
            _ => Err(ZByteIoError::SeekError("before the beginning")),
        }
    }

    #[inline]
    fn is_eof(&mut self) -> Result<bool, ZByteIoError> {
        Ok(self.at >= self.len())
    }

    fn z_position(&mut self) -> Result<u64, ZByteIoError> {
        Ok(self.at as u64)
    }

    fn read_remaining(&mut self, sink: &mut Vec<u8>) -> Result<usize, ZByteIoError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let count = self.len() - self.at;
        sink.extend_from_slice(rest);
        sink.extend(std::iter::repeat_n(0, count - rest.len()));
        self.at = self.len();
        Ok(count)
    }
}
