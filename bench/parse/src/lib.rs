//! Bare parsing, the measure that validation is compared with.

use pulldown_cmark::{Options, Parser};

/// Memory for a description of `length` bytes; it is never freed, so ask once.
#[unsafe(no_mangle)]
pub extern "C" fn allocate(length: usize) -> *mut u8 {
    vec![0; length].leak().as_mut_ptr()
}

/// How many events the first `length` bytes at `text` have.
///
/// # Safety
/// `text` must come from [`allocate`], asked for at least `length` bytes, and hold UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn parse(text: *const u8, length: usize) -> usize {
    // SAFETY: the caller's promise.
    let text = unsafe { std::str::from_utf8_unchecked(std::slice::from_raw_parts(text, length)) };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    Parser::new_ext(text, options).into_offset_iter().count()
}
