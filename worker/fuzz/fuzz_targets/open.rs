//! See `safelight_fuzz::open`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| safelight_fuzz::open(data));
