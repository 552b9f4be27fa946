//! The labels. Those that the policy's patterns can produce are derived from the issue. Other labels are never
//! changed.

use crate::format::affected::Status;
use crate::format::description::entry::Key;
use crate::format::description::entry_versions::Claim;
use crate::judge::judgement::Judgement;
use crate::judge::lookups;
use crate::judge::subject::Subject;
use crate::policy::Pattern;
use crate::policy::level::Severity;
use crate::validate_action::github_state::GitHubState;
use crate::validate_action::write::Write;

/// The most versions that become labels. An issue has at most 100 labels.
const MOST_VERSIONS: usize = 20;

/// A label that should be there.
struct WantedLabel {
    name: String,
    color: String,
    description: String,
}

/// The labels that one pattern produces.
struct Derived<'a> {
    pattern: &'a Pattern,
    /// `None` if that is unknown: then no label is added or removed.
    wanted: Option<Vec<WantedLabel>>,
}

/// Adds the writes that bring the issue's labels to what they should be. A label that the repository lacks and that
/// cannot be created is not added either, because GitHub would create it without its colour and its description.
pub(super) fn push_label_writes(
    writes: &mut Vec<Write>,
    judgement: &Judgement<'_>,
    state: &GitHubState,
    has_facts: bool,
    may_create: bool,
) {
    let (mut missing, mut surplus) = (Vec::new(), Vec::new());
    for Derived { pattern, wanted } in derived(judgement, has_facts) {
        let Some(wanted) = wanted else { continue };
        let there = &judgement.issue.labels;
        for name in there {
            let is_wanted = wanted.iter().any(|wanted| is_same(&wanted.name, name));
            if pattern.matches(name, &judgement.policy.tags) && !is_wanted {
                surplus.push(name.clone());
            }
        }
        for label in wanted {
            if !there.iter().any(|name| is_same(name, &label.name)) {
                missing.push(label);
            }
        }
    }
    let mut names = Vec::new();
    for WantedLabel { name, color, description } in missing {
        let is_there = state.labels.iter().any(|label| is_same(label, &name));
        if !is_there && !may_create {
            continue;
        }
        if !is_there {
            writes.push(Write::CreateLabel { name: name.clone(), color, description });
        }
        names.push(name);
    }
    if !names.is_empty() {
        writes.push(Write::AddLabels { names });
    }
    for name in surplus {
        writes.push(Write::RemoveLabel { name });
    }
}

/// Whether two names are the same label: GitHub ignores case.
fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn derived<'a>(judgement: &'a Judgement<'_>, has_facts: bool) -> Vec<Derived<'a>> {
    let labels = &judgement.policy.labels;
    let Some(subject) = &judgement.subject else {
        // It may have been in scope before. For the other labels, it is unknown whether the action added them.
        let pattern = labels.incomplete.iter();
        return pattern.map(|pattern| Derived { pattern, wanted: Some(Vec::new()) }).collect();
    };
    let mut derived = Vec::new();
    if let Some(pattern) = &labels.incomplete {
        derived.push(Derived { pattern, wanted: Some(incomplete(judgement)) });
    }
    if let Some(pattern) = &labels.affects {
        derived.push(Derived {
            pattern,
            wanted: affects(subject, has_facts, &judgement.issue.labels),
        });
    }
    if let Some(pattern) = &labels.introduced_in {
        let wanted = versions(subject, Key::IntroducedIn);
        derived.push(Derived { pattern, wanted: Some(wanted) });
    }
    if let Some(pattern) = &labels.resolved_in {
        let wanted = versions(subject, Key::ResolvedIn);
        derived.push(Derived { pattern, wanted: Some(wanted) });
    }
    derived
}

fn incomplete(judgement: &Judgement<'_>) -> Vec<WantedLabel> {
    let mut wanted = Vec::new();
    if judgement.count(Severity::Error) > 0 {
        let description = "Labels or description lack what a patch release needs".to_owned();
        push(&mut wanted, judgement.policy.labels.incomplete(), "fbca04", description);
    }
    wanted
}

/// A label for each maintained branch that is affected now; one that is there stays while that is unknown. Of a withheld
/// issue none; where the releases are not known, nothing is.
fn affects(subject: &Subject<'_>, has_facts: bool, there: &[String]) -> Option<Vec<WantedLabel>> {
    let mut wanted = Vec::new();
    if subject.is_withheld {
        return Some(wanted);
    }
    if !has_facts || subject.facts.history.tags().is_empty() {
        return None;
    }
    for (newest, verdict) in lookups::maintained(subject) {
        let branch = newest.branch();
        let name = subject.policy.labels.affects(branch);
        let is_there =
            name.as_ref().is_some_and(|name| there.iter().any(|there| is_same(there, name)));
        if verdict.status == Status::Affected || (verdict.status == Status::Unknown && is_there) {
            push(&mut wanted, name, "d93f0b", format!("A known problem of {branch}"));
        }
    }
    Some(wanted)
}

fn versions(subject: &Subject<'_>, key: Key) -> Vec<WantedLabel> {
    let mut wanted: Vec<WantedLabel> = Vec::new();
    let Some(description) = subject.description().filter(|_| !subject.is_withheld) else {
        return wanted;
    };
    let labels = &subject.policy.labels;
    for Claim { version, .. } in description.claims.of_key(key) {
        let (name, color, word) = match key {
            Key::IntroducedIn => (labels.introduced_in(version), "bfd4f2", "introduced"),
            _ => (labels.resolved_in(version), "0e8a16", "resolved"),
        };
        if wanted.len() < MOST_VERSIONS {
            push(&mut wanted, name, color, format!("A known problem {word} in {version}"));
        }
    }
    wanted
}

/// Adds a label once. A label whose name would be too long is left out.
fn push(wanted: &mut Vec<WantedLabel>, name: Option<String>, color: &str, description: String) {
    let Some(name) = name else { return };
    if !wanted.iter().any(|other| is_same(&other.name, &name)) {
        wanted.push(WantedLabel { name, color: color.to_owned(), description });
    }
}
