//! The name of a file in another repository.

/// A file in another repository: `owner/name:path@ref`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedFile {
    /// `owner/name`.
    pub repository: String,
    /// The path of the file.
    pub path: String,
    /// The branch, tag or commit.
    pub reference: String,
}

impl SharedFile {
    /// Reads `owner/name:path@ref`, which is split at the first `:` and the last `@`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (repository, rest) = text.split_once(':')?;
        let (path, reference) = rest.rsplit_once('@')?;
        let (owner, name) = repository.split_once('/')?;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        let is_name = |text: &str| {
            !text.is_empty() && text != "." && text != ".." && text.bytes().all(is_plain)
        };
        let is_text = |text: &str| {
            !text.is_empty() && text.trim() == text && !text.contains(char::is_control)
        };
        let is_inside = !path.starts_with('/') && path.split('/').all(|part| part != "..");
        // GitHub reads `ref:path` and would take a colon in the reference for its end.
        let is_reference = is_text(reference) && !reference.contains([':', ' ', '~', '^', '{']);
        (is_name(owner) && is_name(name) && is_text(path) && is_inside && is_reference).then(|| {
            Self {
                repository: repository.to_owned(),
                path: path.to_owned(),
                reference: reference.to_owned(),
            }
        })
    }

    /// As it is written.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}:{}@{}", self.repository, self.path, self.reference)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_the_first_colon_and_the_last_at() {
        let text = "example/release:dir@2/policy:1.yml@v1";
        let read = SharedFile::parse(text).unwrap();
        assert_eq!((read.path.as_str(), read.reference.as_str()), ("dir@2/policy:1.yml", "v1"));
        assert_eq!(read.text(), text);
    }
}
