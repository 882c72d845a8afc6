//! Files as a portal would send them, each compressed by itself beforehand.

use std::io;

/// The content under brotli at its highest quality.
///
/// # Errors
///
/// None is known; the library's are passed on.
pub fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut small = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*content, &mut small, &params)?;
    Ok(small)
}
