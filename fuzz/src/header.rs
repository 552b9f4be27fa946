//! What an input says besides its text. A first line such as `%cs` sets flags; every other input has none.

/// An input: flags and text.
pub(crate) struct Flagged<'a> {
    flags: &'a str,
    pub(crate) text: &'a str,
}

impl<'a> Flagged<'a> {
    pub(crate) fn of(input: &'a str) -> Self {
        let flagged = input.strip_prefix('%').and_then(|rest| rest.split_once('\n'));
        let is_flags = |flags: &str| flags.bytes().all(|flag| flag.is_ascii_lowercase());
        match flagged.filter(|(flags, _)| is_flags(flags)) {
            Some((flags, text)) => Self { flags, text },
            None => Self { flags: "", text: input },
        }
    }

    pub(crate) fn has(&self, flag: char) -> bool {
        self.flags.contains(flag)
    }
}
