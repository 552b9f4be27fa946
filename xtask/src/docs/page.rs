//! A generated file.

/// A generated file.
pub(crate) struct Page {
    /// Its path in the repository, with `/`.
    pub(crate) path: String,
    /// All of it, lines ended by LF.
    pub(crate) text: String,
}
