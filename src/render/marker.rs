//! The first line of the action's comment, which is invisible: it identifies the comment and the diagnostics that it
//! lists.
//!
//! It is read only if the identity of the token wrote the comment, only at the start of the comment, and only if it
//! is complete.

use std::fmt::Write;

use crate::links::HOME;
use crate::render::refusal::RefusalReason;
use crate::text::date;

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
    /// The commands that were not carried out, if the comment says so.
    pub(crate) refused: Option<CommandRefusal>,
    /// Whether a run on a comment was seen: then the workflow has the trigger.
    pub(crate) has_trigger: bool,
}

/// Commands that were not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CommandRefusal {
    /// The id of the comment that holds them.
    pub(crate) comment: String,
    pub(crate) reason: RefusalReason,
    /// When the description had been edited last. After another edit, this is over.
    pub(crate) edited_at: Option<String>,
}

impl CommandRefusal {
    fn text(&self) -> String {
        let edited_at = self.edited_at.as_deref().unwrap_or("never");
        format!("{}.{}.{edited_at}", self.comment, self.reason.name())
    }

    fn read(text: &str) -> Option<Self> {
        let (comment, rest) = text.split_once('.')?;
        let (reason, edited_at) = rest.split_once('.')?;
        let is_id = !comment.is_empty() && comment.bytes().all(|byte| byte.is_ascii_digit());
        let edited_at = match edited_at {
            "never" => None,
            date => Some(date::normal(date)?),
        };
        let reason = RefusalReason::find(reason)?;
        is_id.then(|| Self { comment: comment.to_owned(), reason, edited_at })
    }
}

/// Whether a comment starts as those of our actions do, whoever wrote it.
pub(crate) fn is_marked(body: &str) -> bool {
    body.trim_start().strip_prefix("<!--").is_some_and(|rest| rest.trim_start().starts_with(HOME))
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
        if let Some(refused) = &self.refused {
            let _ = write!(text, " refused={}", refused.text());
        }
        text.push_str(if self.has_trigger { TRIGGER } else { "" });
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
        let (words, has_trigger) =
            words.strip_suffix(TRIGGER).map_or((words, false), |words| (words, true));
        let (words, refused) = split(words, " refused=");
        let (now, before) = split(words, " before=");
        let before = match before {
            Some(before) => Some(read_list(before)?),
            None => None,
        };
        let refused = match refused {
            Some(refused) => Some(CommandRefusal::read(refused)?),
            None => None,
        };
        let (issue, now) = (issue.parse().ok()?, read_list(now)?);
        let policy = policy.map(str::to_owned);
        let marker = Self { policy, issue, now, before, refused, has_trigger };
        (marker.text() == line).then_some(marker)
    }
}

/// The end of a marker whose workflow has the trigger.
const TRIGGER: &str = " trigger=seen";

/// What is before a word, and what is after it if it is there.
fn split<'a>(text: &'a str, word: &str) -> (&'a str, Option<&'a str>) {
    text.split_once(word).map_or((text, None), |(before, after)| (before, Some(after)))
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
