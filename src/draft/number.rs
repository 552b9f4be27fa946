//! Versions as people write them: `v1.7.14`, `1.3.x`, `1.25`, `V1.10.0-beta.1`.

use crate::format::version::{Branch, Version};

/// A version, which may leave the patch open.
#[derive(Clone, Debug)]
pub(super) struct WrittenVersion {
    pub(super) branch: Branch,
    pub(super) patch: PatchPart,
}

/// What is written after `MAJOR.MINOR`.
#[derive(Clone, Debug)]
pub(super) enum PatchPart {
    /// Nothing: `1.25`.
    Missing,
    /// `.x`.
    Any,
    /// A whole version.
    Exact(Version),
}

impl WrittenVersion {
    /// Reads the version at the start of `word`, and says how many bytes it has.
    pub(super) fn read(word: &str) -> Option<(Self, usize)> {
        let digits = word.strip_prefix(['v', 'V']).unwrap_or(word);
        let prefix = word.len() - digits.len();
        let (major, after) = number(digits)?;
        let (minor, rest) = number(after.strip_prefix('.')?)?;
        let branch = Branch::new(major, minor);
        let taken = |rest: &str| word.len() - rest.len();
        let Some(patch) = rest.strip_prefix('.') else {
            return ends(rest).then_some((Self { branch, patch: PatchPart::Missing }, taken(rest)));
        };
        if let Some(rest) = patch.strip_prefix(['x', 'X']) {
            return ends(rest).then_some((Self { branch, patch: PatchPart::Any }, taken(rest)));
        }
        let Some((_, rest)) = number(patch) else {
            // `1.25..1.27`, or `1.25.` at the end of a sentence.
            let is_end = !patch.starts_with(|next: char| next.is_alphanumeric());
            return is_end.then_some((Self { branch, patch: PatchPart::Missing }, taken(rest)));
        };
        let core = taken(rest);
        let whole = core + suffix(rest);
        let version = |end: usize| Version::of_number(word.get(prefix..end)?);
        let (version, end) =
            version(whole).map(|version| (version, whole)).or(version(core).zip(Some(core)))?;
        let rest = word.get(end..)?;
        ends(rest).then_some((Self { branch, patch: PatchPart::Exact(version) }, end))
    }

    /// The first release that it means.
    pub(super) fn first(&self) -> Version {
        match &self.patch {
            PatchPart::Exact(version) => version.clone(),
            PatchPart::Missing | PatchPart::Any => self.branch.first_release(),
        }
    }

    /// Whether it names one release.
    pub(super) fn is_exact(&self) -> bool {
        matches!(self.patch, PatchPart::Exact(_))
    }

    /// Whether it names a branch and nothing else.
    pub(super) fn is_branch(&self) -> bool {
        matches!(self.patch, PatchPart::Missing)
    }
}

/// The length of a pre-release and of build metadata. `-v1.7.3` and `-1.6.x` are ends of ranges and not taken.
fn suffix(rest: &str) -> usize {
    let is_part = |character: char| character.is_ascii_alphanumeric() || ".-+".contains(character);
    let Some(pre) = rest.strip_prefix(['-', '+']) else { return 0 };
    if WrittenVersion::read(pre).is_some() {
        return 0;
    }
    let length = pre.find(|character| !is_part(character)).unwrap_or(pre.len());
    let taken = pre.get(..length).unwrap_or_default().trim_end_matches(['.', '-', '+']);
    if taken.is_empty() { 0 } else { taken.len() + 1 }
}

/// A number without leading zeros, and what follows it.
fn number(text: &str) -> Option<(u64, &str)> {
    let length = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(length)?;
    let is_plain = (1..=9).contains(&length) && (length == 1 || !digits.starts_with('0'));
    is_plain.then(|| digits.parse().ok()).flatten().map(|number| (number, rest))
}

/// Whether a version may end here: not before a letter, a digit, or a fourth part.
fn ends(rest: &str) -> bool {
    let mut characters = rest.chars();
    match characters.next() {
        Some('.') => !characters.next().is_some_and(|next| next.is_ascii_digit()),
        Some(next) => !(next.is_alphanumeric() || next == '_'),
        None => true,
    }
}
