//! All that the page shows of a draft.

use std::fmt::Write;

use serde_json::Value;

use crate::answer::Answer;
use crate::compose::question::words;
use crate::compose::{branches, draft_issue, guided, opening};
use crate::format::description::limits;
use crate::format::description::outline_preview::preview;
use crate::judge::judgement::Judgement;
use crate::judge::subject;
use crate::policy::Policy;
use crate::{Facts, Issue};

/// The judgement of a draft, and what it looks like: `{"answer", "withheld", "opening", "guided", "branches",
/// "preview"}`.
pub(super) fn read(question: &Value, policy: &Policy) -> String {
    let issue = draft_issue::issue(question, policy);
    let facts = Facts::default();
    let judgement = Judgement::of(&issue, policy, &facts);
    let answer = Answer::of(&judgement);
    let withheld = answer.withheld || subject::is_withheld(&issue, policy);
    let mut releases = Vec::new();
    for tag in words(question, "releases") {
        releases.extend(policy.tags.version(tag));
    }
    let text = issue.description.as_deref().unwrap_or_default();
    let mut json = format!("{{\"answer\":{},\"withheld\":{withheld}", answer.to_json());
    let _ = write!(
        json,
        ",\"opening\":{},\"guided\":{},\"branches\":{},\"preview\":{}}}",
        opening::opening(question, &issue, withheld),
        guided::guided(text, policy),
        branches::branches(&answer.issue, &releases, policy),
        shown(&issue)
    );
    json
}

/// The preview; empty for what cannot be read.
fn shown(issue: &Issue) -> String {
    let text = issue.description.as_deref().unwrap_or_default();
    if text.len() > limits::LONGEST || limits::too_deep(text).is_some() {
        return "[]".to_owned();
    }
    preview(text)
}
