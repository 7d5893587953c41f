//! See `safelight_fuzz::apply`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| safelight_fuzz::apply(data));
