//! Vectors of 128 bits, once in the instructions of WebAssembly and once in plain Rust.

pub mod i16x8;
pub mod u8x16;
