//! Texts in addresses: percent-encoded, or as base64url.

use std::fmt::Write;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Adds `text` to an address, as the value of a parameter.
pub(crate) fn add_encoded(address: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            address.push(byte.into());
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
}

/// Bytes as base64url, without padding.
pub(crate) fn base64url(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let mut bits = 0;
        for at in 0..3 {
            bits = bits << 8 | usize::from(three.get(at).copied().unwrap_or_default());
        }
        for at in 0..=three.len() {
            let digit = DIGITS.get(bits >> (18 - 6 * at) & 63).copied().unwrap_or_default();
            text.push(digit.into());
        }
    }
    text
}
