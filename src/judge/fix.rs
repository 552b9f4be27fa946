//! Applies edits to get the corrected description, and checks that the corrections do no harm.

use std::cell::Cell;

use crate::format::description::limits;
use crate::judge::diagnostic::Finding;
use crate::judge::facts::Facts;
use crate::judge::issue::Issue;
use crate::judge::rules;
use crate::judge::rules::RULES;
use crate::judge::subject::Subject;
use crate::policy::Policy;
use crate::text::edit;
use crate::text::edit::Edit;
use crate::text::sort;

/// How many passes apply fixes. Edits that would touch each other are applied in separate passes, and the text is
/// read again before each pass.
const MOST_PASSES: usize = 4;

/// How many bytes may be read to check fixes. A long description is read fewer times, so it may get fewer fixes.
const MOST_BYTES: usize = 256 * 1024;

/// How many fixes are tried separately when all of them together do harm.
const MOST_TRIALS: usize = 16;

/// How many times fixing is repeated while harmless fixes remain.
const MOST_ROUNDS: usize = 3;

/// Applies all fixes of `findings` to the description until none is left. A fix that would cause a new finding is
/// removed from `findings`. `None` when there is nothing to apply.
pub(crate) fn apply(
    issue: &Issue,
    policy: &Policy,
    facts: &Facts,
    findings: &mut [Finding],
) -> Option<String> {
    let original = issue.description.as_deref().unwrap_or_default();
    let readings = (MOST_BYTES / original.len().max(1)).clamp(4, 64);
    let judge = Judge { issue, policy, facts, left: Cell::new(readings) };
    let mut fixed = judge.fix(original, findings)?;
    for _ in 0..MOST_ROUNDS {
        let Some(mut left) = judge.findings(&fixed) else { break };
        match judge.fix(&fixed, &mut left) {
            Some(next) => fixed = next,
            None => return Some(fixed),
        }
    }
    withdraw(findings);
    None
}

/// Judges a text as if it were the issue's description.
struct Judge<'a> {
    issue: &'a Issue,
    policy: &'a Policy,
    facts: &'a Facts,
    /// How many more times a text may be read.
    left: Cell<usize>,
}

impl Judge<'_> {
    /// `None` when the text is too long or the limit on reading is reached.
    fn findings(&self, text: &str) -> Option<Vec<Finding>> {
        let left = self.left.get().checked_sub(1).filter(|_| text.len() <= limits::LONGEST)?;
        self.left.set(left);
        let subject = Subject::read(self.issue, text, self.policy, self.facts);
        Some(subject.map(|subject| rules::judge(&subject)).unwrap_or_default())
    }

    /// Whether `text` has only allowed findings.
    fn allows(&self, text: &str, allowed: &[usize]) -> bool {
        self.findings(text).is_some_and(|findings| within(&counts(&findings), allowed))
    }

    /// The text with all harmless fixes applied. The other fixes are withdrawn.
    fn fix(&self, text: &str, findings: &mut [Finding]) -> Option<String> {
        let allowed = counts(findings);
        let fixed = self.corrected(text, findings)?;
        if self.allows(&fixed, &allowed) {
            return Some(fixed);
        }
        self.withdraw_harmful(text, findings, &allowed);
        let fixed = self.corrected(text, findings)?;
        if self.allows(&fixed, &allowed) {
            return Some(fixed);
        }
        withdraw(findings);
        None
    }

    /// The text after all passes; `None` when no fix changes it.
    fn corrected(&self, original: &str, findings: &[Finding]) -> Option<String> {
        let mut text = edited(original, findings).filter(|text| text != original)?;
        for _ in 1..MOST_PASSES {
            match edited(&text, &self.findings(&text)?).filter(|next| *next != text) {
                Some(next) => text = next,
                None => break,
            }
        }
        Some(text)
    }

    fn withdraw_harmful(&self, original: &str, findings: &mut [Finding], allowed: &[usize]) {
        let fixable = findings.iter_mut().filter(|finding| !finding.violation.edits.is_empty());
        for finding in fixable.take(MOST_TRIALS) {
            let mut lesser = std::mem::take(&mut finding.violation.lesser).into_iter();
            loop {
                let alone = edited(original, std::slice::from_ref(finding));
                if alone.is_some_and(|text| self.allows(&text, allowed)) {
                    break;
                }
                finding.violation.edits = lesser.next().unwrap_or_default();
                if finding.violation.edits.is_empty() {
                    break;
                }
            }
        }
    }
}

fn withdraw(findings: &mut [Finding]) {
    for finding in findings {
        finding.violation.edits.clear();
    }
}

/// How often each rule fires, by its index in the table. The template's prompt in a section that a fix inserted does
/// not count as a new finding.
fn counts(findings: &[Finding]) -> Vec<usize> {
    let mut counts = vec![0; RULES.len()];
    for finding in findings {
        if let Some(count) = counts.get_mut(finding.rank)
            && !finding.rule.starts_with("unfilled-")
        {
            *count += 1;
        }
    }
    counts
}

fn within(counts: &[usize], allowed: &[usize]) -> bool {
    counts.iter().zip(allowed).all(|(count, allowed)| count <= allowed)
}

/// Applies the edits of every fix that touches no earlier fix, in the order of the rules' table. Insertions at the
/// same place are in that order too, so release blocks come before sections.
fn edited(text: &str, findings: &[Finding]) -> Option<String> {
    let mut fixable: Vec<&Finding> = Vec::new();
    for finding in findings {
        if !finding.violation.edits.is_empty() {
            fixable.push(finding);
        }
    }
    if fixable.is_empty() {
        return None;
    }
    sort::sort(&mut fixable, |finding| finding.rank);
    let mut chosen: Vec<&Edit> = Vec::new();
    let mut taken = Taken::of(text);
    for finding in fixable {
        let edits = &finding.violation.edits;
        if edits.iter().all(|edit| taken.is_free(edit)) {
            for edit in edits {
                taken.take(edit);
                chosen.push(edit);
            }
        }
    }
    if chosen.is_empty() {
        return None;
    }
    edit::put_in_order(&mut chosen);
    Some(edit::replace(text, &chosen))
}

/// Which bytes are replaced, and between which bytes something is inserted.
struct Taken {
    /// For every byte, the number of the edit that replaces it, from 1.
    replaced: Vec<u32>,
    inserted: Vec<bool>,
    edits: u32,
}

impl Taken {
    fn of(text: &str) -> Self {
        Self { replaced: vec![0; text.len() + 1], inserted: vec![false; text.len() + 1], edits: 0 }
    }

    fn is_free(&self, edit: &Edit) -> bool {
        let (start, end) = (edit.span.start, edit.span.end);
        if start == end {
            let before = start.checked_sub(1).and_then(|before| self.replaced.get(before));
            return before
                .is_none_or(|before| *before == 0 || self.replaced.get(start) != Some(before));
        }
        let is_kept = |replaced: &[u32]| replaced.iter().all(|edit| *edit == 0);
        let splits =
            self.inserted.get(start + 1..end).is_some_and(|inserted| inserted.contains(&true));
        self.replaced.get(start..end).is_some_and(is_kept) && !splits
    }

    fn take(&mut self, edit: &Edit) {
        self.edits += 1;
        if let Some(replaced) = self.replaced.get_mut(edit.span.start..edit.span.end) {
            replaced.fill(self.edits);
        }
        if let (true, Some(inserted)) =
            (edit.span.start == edit.span.end, self.inserted.get_mut(edit.span.start))
        {
            *inserted = true;
        }
    }
}
