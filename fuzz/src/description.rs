//! An issue with any description → the answer and the fix.
//!
//! Flags: `c` closed, `s` a security label, `n` no scope label, `p` every rule on, `o` another project's policy, `f`
//! facts from GitHub.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use patch_release_issues::event::{Event, Payload};
use patch_release_issues::issue::State;
use patch_release_issues::rules::RULES;
use patch_release_issues::{
    Answer, Facts, Issue, Policy, plan, read_policy, summary, validate_with,
};
use serde_json::Value;

use crate::header::Flagged;
use crate::line_ends::OTHERS;
use crate::place::{Places, order};
use crate::{Checked, Extent, canary, difference, facts, fail_unless, line_ends};

/// How often a text is repeated to reach the limit on reading.
const REPEATED: usize = 40;

/// The longest such text, in bytes.
const LONGEST: usize = 12_000;

/// The rules whose fixes add versions, or correct a `resolved-in`; with facts, they may fire after another fix.
const RESTATING: &[&str] = &["missing-template", "absent-fix", "unlisted-resolution"];

/// The policy of a project with other sections, tags and labels.
const ANOTHER: &str = include_str!("../../tests/core/policy/good-any-project.yml");

static STRICT: LazyLock<Policy> = LazyLock::new(strict);
static OTHER: LazyLock<Policy> = LazyLock::new(|| read_policy(ANOTHER).unwrap_or_default());
static SMALL: LazyLock<Facts> = LazyLock::new(facts::small);

/// An issue, and what it is judged by.
struct Case {
    issue: Issue,
    policy: Policy,
    facts: Facts,
}

pub(crate) fn check(input: &str, extent: Extent) -> Checked {
    let flagged = Flagged::of(input);
    let text = line_ends::fed(flagged.text);
    let case = Case::of(&flagged, &text);
    let answer = case.judge();
    case.check_answer(&text, &answer)?;
    let chosen = extent.chosen(input, 4);
    let is_chosen = |promise| chosen.is_none_or(|chosen| chosen == promise);
    if is_chosen(0) {
        for end in OTHERS {
            case.check_line_end(&text, end, &answer)?;
        }
    }
    if is_chosen(1) {
        case.check_label_order(&answer)?;
    }
    if is_chosen(2) {
        case.check_withheld(&text)?;
    }
    if extent.chosen(input, 4096).is_none_or(|chosen| chosen == 3) {
        check_repeated(&flagged, &text)?;
    }
    Ok(())
}

/// Many of the same fixes do not fit into the limit on reading.
fn check_repeated(flagged: &Flagged<'_>, text: &str) -> Checked {
    let text = text.repeat(REPEATED.min(LONGEST / text.len().max(1)));
    let case = Case::of(flagged, &text);
    let answer = case.judge();
    case.check_answer(&text, &answer)?;
    case.check_line_end(&text, "\r\n", &answer)
}

impl Case {
    fn of(flagged: &Flagged<'_>, text: &str) -> Self {
        let mut labels = vec!["sig/node", "priority/backlog"];
        labels.extend((!flagged.has('n')).then_some("patch-release"));
        labels.extend(flagged.has('o').then_some("severity: high"));
        labels.extend(flagged.has('s').then_some("area/security"));
        let issue = Issue {
            number: 7,
            title: "A title".to_owned(),
            description: Some(text.to_owned()),
            labels: labels.into_iter().map(str::to_owned).collect(),
            state: Some(if flagged.has('c') { State::Closed } else { State::Open }),
            html_url: Some(format!("https://github.com/{}/issues/7", facts::REPOSITORY)),
            ..Issue::default()
        };
        let policy = match (flagged.has('p'), flagged.has('o')) {
            (true, _) => STRICT.clone(),
            (_, true) => OTHER.clone(),
            _ => Policy::default(),
        };
        let facts = if flagged.has('f') { SMALL.clone() } else { Facts::default() };
        Self { issue, policy, facts }
    }

    fn judge(&self) -> Answer {
        validate_with(&self.issue, &self.policy, &self.facts)
    }

    fn with(&self, description: &str) -> Issue {
        Issue { description: Some(description.to_owned()), ..self.issue.clone() }
    }

    fn check_answer(&self, text: &str, answer: &Answer) -> Checked {
        check_places(text, answer)?;
        let Some(fixed) = &answer.fixed_description else {
            let is_fixed = |found: &&patch_release_issues::answer::Diagnostic| found.fix.is_some();
            let found = answer.diagnostics.iter().find(is_fixed);
            return found.map_or(Ok(()), |found| {
                Err(format!("`{}` has a fix, but there is no fixed description", found.rule))
            });
        };
        fail_unless(fixed != text, || "the fixed description is the description".to_owned())?;
        let again = validate_with(&self.with(fixed), &self.policy, &self.facts);
        let has_facts = !self.facts.history.tags().is_empty();
        check_fixed(answer, fixed, &again, has_facts)
    }

    fn check_line_end(&self, text: &str, end: &str, answer: &Answer) -> Checked {
        if !text.contains('\n') {
            return Ok(());
        }
        let other = self.with(&text.replace('\n', end));
        let other = validate_with(&other, &self.policy, &self.facts);
        let difference = difference::first(&comparable(answer)?, &comparable(&other)?);
        difference.map_or(Ok(()), |place| Err(format!("{end:?} makes a difference{place}")))
    }

    fn check_label_order(&self, answer: &Answer) -> Checked {
        let mut issue = self.issue.clone();
        issue.labels.reverse();
        let other = validate_with(&issue, &self.policy, &self.facts);
        fail_unless(*answer == other, || format!("label order matters:\n{answer:#?}\n{other:#?}"))
    }

    /// Nothing of a withheld issue is in any output, and a security issue that says nothing of releases is withheld.
    fn check_withheld(&self, text: &str) -> Checked {
        let title = "s3cr3t title".to_owned();
        for description in [text.to_owned(), canary::on_every_line(text)] {
            let issue = Issue { title: title.clone(), ..self.with(&description) };
            let answer = validate_with(&issue, &self.policy, &self.facts);
            let is_security = issue.labels.iter().any(|label| label == "area/security");
            let is_open = issue.state == Some(State::Open);
            let is_undone = is_open && !text.contains(|character: char| character.is_numeric());
            fail_unless(answer.withheld || !(answer.in_scope && is_security && is_undone), || {
                "a security issue is shown".to_owned()
            })?;
            if answer.withheld {
                canary::check("the answer", &answer.to_json())?;
                canary::check("the summary", &summary(&issue, &self.policy, &self.facts))?;
                check_plan(issue)?;
            }
        }
        Ok(())
    }
}

/// Fixing again changes nothing, and the fix neither adds a finding nor changes what the entries say.
fn check_fixed(answer: &Answer, fixed: &str, again: &Answer, has_facts: bool) -> Checked {
    fail_unless(again.fixed_description.is_none(), || {
        format!("fixing is not idempotent:\n{fixed}\n→\n{:?}", again.fixed_description)
    })?;
    let before = counts(answer);
    // A truncated answer does not list all that was found.
    let is_counted = !answer.truncated && !again.truncated;
    for (rule, count) in counts(again).into_iter().filter(|_| is_counted) {
        let allowed = before.get(rule).copied().unwrap_or(0);
        fail_unless(count <= allowed || rule.starts_with("unfilled-"), || {
            format!("the fix adds `{rule}`:\n{fixed}")
        })?;
    }
    let is_restated = before.keys().any(|rule| RESTATING.contains(rule));
    let (read, reread) = (&answer.issue, &again.issue);
    for (name, read, reread) in [
        ("introduced-in", &read.introduced_in, &reread.introduced_in),
        ("resolved-in", &read.resolved_in, &reread.resolved_in),
        ("not-affected", &read.not_affected, &reread.not_affected),
        ("wont-fix", &read.wont_fix, &reread.wont_fix),
    ] {
        let (before, after) = (versions(read), versions(reread));
        let is_kept = if is_restated || has_facts {
            name == "resolved-in" || before.is_subset(&after)
        } else {
            before == after
        };
        fail_unless(is_kept, || {
            format!("`{name}` is {before:?}, and after fixing {after:?}:\n{fixed}")
        })?;
    }
    fail_unless(answer.withheld == again.withheld && again.in_scope, || {
        format!("fixing changes whether it is withheld or in scope:\n{fixed}")
    })
}

/// The versions without build metadata: of two that differ in that alone, one is a duplicate.
fn versions(versions: &[String]) -> BTreeSet<String> {
    let bare = versions.iter().filter_map(|version| version.split('+').next());
    bare.map(str::to_owned).collect()
}

/// The plan of a run that may not ask GitHub.
fn check_plan(issue: Issue) -> Checked {
    let payload = Payload { issue: Some(issue), ..Payload::default() };
    let name = "issues".to_owned();
    let plan = plan(&Event { name, payload, ..Event::default() });
    if plan.outputs.iter().any(|(name, value)| *name == "withheld" && value == "true") {
        canary::check("the plan", &format!("{plan:?}"))?;
    }
    Ok(())
}

/// A policy with every rule on.
fn strict() -> Policy {
    let mut file = "sigs: {known: [node]}\nbinaries: [kubelet, kubectl]\nrules:\n".to_owned();
    for rule in RULES {
        file.extend(["  ", rule.name, ": warning\n"]);
    }
    read_policy(&file).unwrap_or_default()
}

fn counts(answer: &Answer) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for diagnostic in &answer.diagnostics {
        *counts.entry(diagnostic.rule).or_insert(0) += 1;
    }
    counts
}

fn check_places(text: &str, answer: &Answer) -> Checked {
    let places = Places::of(text);
    for diagnostic in &answer.diagnostics {
        let rule = diagnostic.rule;
        let named = |why| format!("{rule}: {why}");
        let notes = diagnostic.note.iter().map(|note| &note.span);
        for location in diagnostic.span.iter().chain(notes) {
            places.check(location).map_err(named)?;
        }
        let mut last = (0, 0);
        for edit in diagnostic.fix.iter().flat_map(|fix| &fix.edits) {
            places.check(&edit.span).map_err(named)?;
            let start = order(edit.span.start);
            fail_unless(last <= start, || format!("{rule}: edits overlap or are out of order"))?;
            last = order(edit.span.end);
        }
    }
    Ok(())
}

/// The answer as JSON, with LF as its line end.
fn comparable(answer: &Answer) -> Result<Value, String> {
    let mut value = serde_json::from_str(&answer.to_json()).map_err(|error| error.to_string())?;
    feed(&mut value);
    Ok(value)
}

fn feed(value: &mut Value) {
    match value {
        Value::String(text) => *text = line_ends::fed(text),
        Value::Array(values) => values.iter_mut().for_each(feed),
        Value::Object(members) => members.values_mut().for_each(feed),
        _ => {}
    }
}
