//! Versions and branches, read by the words of the rules: nothing is shared with the core.

use std::cmp::Ordering;

/// `vMAJOR.MINOR`.
pub(crate) type Branch = (u64, u64);

/// A version that could be read. Build metadata is not kept: it changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Read {
    /// The line of patch releases that it belongs to.
    pub(crate) branch: Branch,
    /// Its number among them.
    pub(crate) patch: u64,
    /// The identifiers of a pre-release; none of a full release.
    pub(crate) pre: Vec<String>,
}

/// A full release.
pub(crate) const fn release(branch: Branch, patch: u64) -> Read {
    Read { branch, patch, pre: Vec::new() }
}

/// Digits without leading zeros.
fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) { None } else { text.parse().ok() }
}

fn identifiers(text: &str, zeros: bool) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    for part in text.split('.') {
        let letters = part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let digits = part.chars().all(|c| c.is_ascii_digit());
        let padded = digits && part.len() > 1 && part.starts_with('0');
        if part.is_empty() || !letters || (padded && !zeros) {
            return None;
        }
        parts.push(part.to_owned());
    }
    Some(parts)
}

/// Reads `v1.6.2-rc.1+build`.
pub(crate) fn read(text: &str) -> Option<Read> {
    let text = text.strip_prefix('v')?;
    let (text, build) = match text.split_once('+') {
        Some((before, build)) => (before, Some(build)),
        None => (text, None),
    };
    if let Some(build) = build {
        identifiers(build, true)?;
    }
    let (core, pre) = match text.split_once('-') {
        Some((core, pre)) => (core, identifiers(pre, false)?),
        None => (text, Vec::new()),
    };
    let bare = pre.join(".").trim_start_matches('v').to_owned();
    if bare.split('.').count() == 3 && bare.split('.').all(|part| number(part).is_some()) {
        return None; // A range.
    }
    let numbers: Vec<u64> = core.split('.').map(number).collect::<Option<_>>()?;
    let [major, minor, patch] = numbers[..] else { return None };
    Some(Read { branch: (major, minor), patch, pre })
}

/// Reads `v1.6`.
pub(crate) fn read_branch(text: &str) -> Option<Branch> {
    let (major, minor) = text.strip_prefix('v')?.split_once('.')?;
    Some((number(major)?, number(minor)?))
}

/// Reads a branch whose dressing alone is wrong, or that is given as one of its versions.
pub(crate) fn read_dressed_branch(text: &str) -> Option<Branch> {
    let text = text.split('(').next()?.trim();
    let text = text.trim_matches(|c: char| "\"'`<>.,;:!".contains(c) || c.is_whitespace());
    let plain = format!("v{}", text.trim_start_matches(['v', 'V']));
    read_branch(&plain).or_else(|| Some(read(&plain)?.branch))
}

/// `SemVer` 2.0, section 11.
pub(crate) fn precedence(a: &Read, b: &Read) -> Ordering {
    let numbers = (a.branch, a.patch).cmp(&(b.branch, b.patch));
    if numbers != Ordering::Equal {
        return numbers;
    }
    match (a.pre.is_empty(), b.pre.is_empty()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        (false, false) => {}
    }
    for (x, y) in a.pre.iter().zip(&b.pre) {
        let order = match (number(x), number(y)) {
            (Some(x), Some(y)) => x.cmp(&y),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => x.cmp(y),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    a.pre.len().cmp(&b.pre.len())
}

/// Whether one version comes before another.
pub(crate) fn before(a: &Read, b: &Read) -> bool {
    precedence(a, b) == Ordering::Less
}

/// The version as a tag spells it, without build metadata.
pub(crate) fn spelled(version: &Read) -> String {
    let ((major, minor), patch) = (version.branch, version.patch);
    let pre = version.pre.join(".");
    format!("v{major}.{minor}.{patch}{}{pre}", if pre.is_empty() { "" } else { "-" })
}
