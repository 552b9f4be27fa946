//! A generated file.

/// A generated file.
pub(crate) struct Page {
    /// Its path in the repository, with `/`.
    pub(crate) path: String,
    /// Its whole text. Lines end with LF.
    pub(crate) text: String,
}
