//! Bare parsing, the baseline for validation.

use pulldown_cmark::{Options, Parser};

/// Allocates memory for a description of `length` bytes. It is never freed, so call this once.
#[unsafe(no_mangle)]
pub extern "C" fn allocate(length: usize) -> *mut u8 {
    vec![0; length].leak().as_mut_ptr()
}

/// Returns the number of events in the first `length` bytes at `text`.
///
/// # Safety
/// `text` must come from [`allocate`] with at least `length` bytes, and contain valid UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn parse(text: *const u8, length: usize) -> usize {
    // SAFETY: the caller guarantees it.
    let text = unsafe { std::str::from_utf8_unchecked(std::slice::from_raw_parts(text, length)) };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    Parser::new_ext(text, options).into_offset_iter().count()
}
