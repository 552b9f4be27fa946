//! An old description → a draft in the format.
//!
//! Flags: `c` closed, `r` the releases are known, `p` a pull request.

use patch_release_issues::issue::State;
use patch_release_issues::version::Version;
use patch_release_issues::{
    Confidence, DraftAnswer, DraftFact, DraftOptions, Issue, Policy, draft, validate,
};

use crate::header::Flagged;
use crate::line_ends::OTHERS;
use crate::place::{Places, order};
use crate::{Checked, Extent, fail_unless, line_ends};

const RELEASES: &[&str] =
    &["v1.5.0", "v1.6.0", "v1.6.2", "v1.6.5", "v1.7.0", "v1.7.3", "v1.7.14", "v1.8.9", "v1.9.4"];

/// How an issue is drafted.
struct Case {
    issue: Issue,
    policy: Policy,
    releases: Option<Vec<Version>>,
}

pub(crate) fn check(input: &str, extent: Extent) -> Checked {
    let flagged = Flagged::of(input);
    let text = line_ends::fed(flagged.text);
    let case = Case::of(&flagged);
    let answer = case.draft(&text);
    check_places(&text, &answer)?;
    let bare = text.strip_prefix('\u{feff}').unwrap_or(&text).trim_end();
    fail_unless(answer.description.contains(bare), || {
        format!("the draft lacks words of the author:\n{}", answer.description)
    })?;
    let chosen = extent.chosen(input, 4);
    let is_chosen = |promise| chosen.is_none_or(|chosen| chosen == promise);
    if is_chosen(0) {
        let again = case.draft(&answer.description);
        fail_unless(again.description == answer.description, || {
            format!("drafting again changes it:\n{}\n→\n{}", answer.description, again.description)
        })?;
    }
    if is_chosen(1) {
        for end in OTHERS {
            case.check_line_end(&text, end, &answer)?;
        }
    }
    if is_chosen(2) {
        case.check_claims(&answer)?;
    }
    if is_chosen(3) {
        case.check_fix(&text)?;
    }
    Ok(())
}

impl Case {
    fn of(flagged: &Flagged<'_>) -> Self {
        let labels = ["patch-release", "sig/node", "priority/important-soon"].map(str::to_owned);
        let issue = Issue {
            number: 7,
            title: "Fix a regression of v1.6.2".to_owned(),
            labels: labels.to_vec(),
            state: flagged.has('c').then_some(State::Closed),
            pull_request: flagged.has('p'),
            ..Issue::default()
        };
        let releases = RELEASES.iter().filter_map(|name| Version::parse(name)).collect();
        let releases = flagged.has('r').then_some(releases);
        Self { issue, policy: Policy::default(), releases }
    }

    fn with(&self, text: &str) -> Issue {
        Issue { description: Some(text.to_owned()), ..self.issue.clone() }
    }

    fn draft(&self, text: &str) -> DraftAnswer {
        let (policy, releases) = (&self.policy, self.releases.as_deref());
        draft(&self.with(text), &DraftOptions { policy, releases, repository: Some("o/r") })
    }

    fn check_line_end(&self, text: &str, end: &str, answer: &DraftAnswer) -> Checked {
        if !text.contains('\n') {
            return Ok(());
        }
        let other = self.draft(&text.replace('\n', end));
        let facts = |answer: &DraftAnswer| {
            let entries = answer.entries.iter().map(|(key, fact)| (*key, fact.clone()));
            let others = answer.binaries.iter().chain(&answer.pull_requests);
            entries.chain(others.map(|fact| ("", fact.clone()))).collect::<Vec<_>>()
        };
        let (expected, found) = (facts(answer), facts(&other));
        fail_unless(expected == found, || {
            format!("{end:?} makes a difference:\n{expected:?}\n{found:?}")
        })?;
        let rest = other.description.replace(end, "");
        fail_unless(!rest.contains(['\n', '\r']), || {
            format!("line ends differ: {:?}", other.description)
        })?;
        fail_unless(line_ends::fed(&other.description) == answer.description, || {
            format!("{end:?} makes another draft: {:?}", other.description)
        })
    }

    /// Every entry that is read from a draft is one that was drafted as certain, or stood there before.
    fn check_claims(&self, answer: &DraftAnswer) -> Checked {
        let issue = Issue { pull_request: false, ..self.with(&answer.description) };
        let read = validate(&issue, &self.policy);
        if answer.entries.is_empty() || read.withheld {
            return Ok(());
        }
        for (key, versions) in
            [("introduced-in", &read.issue.introduced_in), ("resolved-in", &read.issue.resolved_in)]
        {
            let certain = certain(answer, key);
            fail_unless(versions.iter().eq(certain.iter().copied()), || {
                format!("{key} is {versions:?}, drafted {certain:?}:\n{}", answer.description)
            })?;
        }
        Ok(())
    }

    /// The fix of a missing template states only what is certain.
    fn check_fix(&self, text: &str) -> Checked {
        let issue = Issue { pull_request: false, ..self.with(text) };
        let answer = validate(&issue, &self.policy);
        let is_template = answer.diagnostics.iter().any(|found| found.rule == "missing-template");
        let Some(fixed) = answer.fixed_description.filter(|_| is_template) else { return Ok(()) };
        let options = DraftOptions { policy: &self.policy, releases: None, repository: None };
        let drafted = draft(&issue, &options);
        let again = validate(&Issue { description: Some(fixed), ..issue }, &self.policy);
        for (key, versions) in [
            ("introduced-in", &again.issue.introduced_in),
            ("resolved-in", &again.issue.resolved_in),
        ] {
            let certain = certain(&drafted, key);
            let wrong = versions.iter().find(|version| !certain.contains(version));
            fail_unless(wrong.is_none(), || format!("the fix states {key}={wrong:?}"))?;
        }
        Ok(())
    }
}

fn certain<'a>(answer: &'a DraftAnswer, key: &str) -> Vec<&'a String> {
    let is_certain = |fact: &DraftFact| fact.confidence == Confidence::Certain;
    let named = answer.entries.iter().filter(|(known, fact)| *known == key && is_certain(fact));
    named.map(|(_, fact)| &fact.value).collect()
}

/// Facts have places, and where one is on one line, its version is among the words there.
fn check_places(text: &str, answer: &DraftAnswer) -> Checked {
    let places = Places::of(text);
    let entries = answer.entries.iter().map(|(_, fact)| fact);
    for fact in entries.chain(&answer.binaries).chain(&answer.pull_requests) {
        let Some(span) = &fact.span else { continue };
        places.check(span)?;
        fail_unless(order(span.start) < order(span.end), || format!("{fact:?} has no words"))?;
        let Some(shown) = places.on_one_line(span) else { continue };
        let has_digits = |text: &str| text.contains(|character: char| character.is_ascii_digit());
        let is_plain = !shown.contains(['&', '(']);
        fail_unless(!is_plain || has_digits(&fact.words) == has_digits(&shown), || {
            format!("{fact:?} is not at {shown:?}")
        })?;
    }
    Ok(())
}
