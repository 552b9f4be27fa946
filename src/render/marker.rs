//! The first line of the action's comment, which is invisible: it identifies the comment and the diagnostics that it
//! lists.
//!
//! It is read only if the identity of the token wrote the comment, only at the start of the comment, and only if it
//! is complete.

use std::fmt::Write;

use crate::links::HOME;

/// The most diagnostics that are stored.
pub(crate) const MOST_KEYS: usize = 80;

/// The contents of the first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// The name of the policy, in a repository with several.
    pub(crate) policy: Option<String>,
    pub(crate) issue: u64,
    /// The diagnostics that the comment lists, as [`key`] names them.
    pub(crate) now: Vec<String>,
    /// The diagnostics that it listed before; `None` in a new comment.
    pub(crate) before: Option<Vec<String>>,
}

/// Identifies a diagnostic from one edit to the next: its rule and a hash of its message.
pub(crate) fn key(rule: &str, message: &str) -> String {
    format!("{rule}.{:08x}", fnv1a(message))
}

/// FNV-1a, 32 bits (Fowler, Noll and Vo). It distinguishes texts; it is not for security.
fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The rule of a key.
pub(crate) fn rule(key: &str) -> &str {
    key.split('.').next().unwrap_or_default()
}

impl Marker {
    pub(crate) fn text(&self) -> String {
        let policy = self.policy.as_ref().map(|name| format!(" policy={name}"));
        let mut text = format!(
            "<!-- {HOME} kind=validation schema=1{} issue={} now={}",
            policy.unwrap_or_default(),
            self.issue,
            list(&self.now)
        );
        if let Some(before) = &self.before {
            let _ = write!(text, " before={}", list(before));
        }
        text + " -->"
    }

    /// Reads the marker at the start of `body`; `None` if there is no valid marker.
    pub(crate) fn read(body: &str) -> Option<Self> {
        let line = body.split(['\n', '\r']).next()?;
        let words = line.strip_prefix("<!-- ")?.strip_prefix(HOME)?;
        let words = words.strip_prefix(" kind=validation schema=1")?.strip_suffix(" -->")?;
        let (policy, words) = match words.strip_prefix(" policy=") {
            Some(rest) => {
                let (name, _) = rest.split_once(' ')?;
                (Some(name), rest.get(name.len()..)?)
            }
            None => (None, words),
        };
        let words = words.strip_prefix(" issue=")?;
        let (issue, words) = words.split_once(" now=")?;
        let (now, before) = match words.split_once(" before=") {
            Some((now, before)) => (now, Some(before)),
            None => (words, None),
        };
        let before = match before {
            Some(before) => Some(read_list(before)?),
            None => None,
        };
        let policy = policy.map(str::to_owned);
        let marker = Self { policy, issue: issue.parse().ok()?, now: read_list(now)?, before };
        (marker.text() == line).then_some(marker)
    }
}

fn list(keys: &[String]) -> String {
    if keys.is_empty() { "none".to_owned() } else { keys.join(",") }
}

fn read_list(text: &str) -> Option<Vec<String>> {
    let mut keys = Vec::new();
    if text == "none" {
        return Some(keys);
    }
    for key in text.split(',') {
        let (rule, hash) = key.split_once('.')?;
        let is_rule =
            !rule.is_empty() && rule.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let is_hash = hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_rule || rule.contains("--") || !is_hash || keys.len() == MOST_KEYS {
            return None;
        }
        keys.push(key.to_owned());
    }
    Some(keys)
}
