//! The key `extends`: what a policy builds on.

use crate::text::shared_file::SharedFile;

/// The names of the presets.
const PRESETS: [&str; 2] = ["kubernetes", "minimal"];

/// What `extends` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extends {
    /// A preset, by its name.
    Preset(&'static str),
    /// A file of another repository.
    File(SharedFile),
}

impl Extends {
    /// Reads the value of `extends`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let preset = PRESETS.into_iter().find(|name| *name == text);
        preset.map(Self::Preset).or_else(|| SharedFile::parse(text).map(Self::File))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_file_of_a_repository() {
        for text in [
            "",
            "kubernets",
            "o/r:p",
            "o/r@main",
            "o:p@main",
            "o/r/x:p@main",
            "o/r:@main",
            "o/r:p@",
            "o/r:../p@main",
            "o/r:/p@main",
            "o /r:p@main",
            "../r:p@main",
            "o/r:p@a b",
            "o/r:p@a^b",
        ] {
            assert_eq!(Extends::parse(text), None, "{text}");
        }
    }
}
