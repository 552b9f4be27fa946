//! Applies edits to get the corrected description, and checks that the corrections do no harm.

use std::cell::Cell;

use crate::format::description::entry::Key;
use crate::format::description::limits;
use crate::format::version::Version;
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

/// The rules whose fixes add versions, or correct a `resolved-in`. After all other fixes the entries name the same.
const RESTATING: &[&str] = &["missing-template", "absent-fix", "unlisted-resolution"];

/// Applies all fixes of `findings` to the description until none is left. A fix that would cause a new finding, or
/// change what the entries say, is removed from `findings`. `None` when there is nothing to apply, or when reading as
/// much as allowed does not prove that the fixes do no harm: then all of them are removed.
pub(crate) fn apply(
    issue: &Issue,
    policy: &Policy,
    facts: &Facts,
    findings: &mut Vec<Finding>,
    subject: Option<&Subject<'_>>,
) -> Option<String> {
    let original = issue.description.as_deref().unwrap_or_default();
    // CRLF counts as one byte, so that line ends make no difference.
    let length = original.len() - original.matches("\r\n").count();
    let readings = (MOST_BYTES / length.max(1)).clamp(4, 64);
    let judge = Judge { issue, policy, facts, left: Cell::new(readings) };
    let mut judged = JudgedText::of(subject, std::mem::take(findings));
    let mut fixed = judge.fix(original, &mut judged);
    *findings = judged.findings;
    for _ in 0..MOST_ROUNDS {
        let Some(mut left) = judge.judged(fixed.as_deref()?) else { break };
        match judge.fix(fixed.as_deref()?, &mut left) {
            Some(next) => fixed = Some(next),
            None if judge.left.get() == 0 => break,
            None => return fixed,
        }
    }
    withdraw(findings);
    None
}

/// What is wrong with a text, and the versions that its entries name, sorted and each once.
struct JudgedText {
    findings: Vec<Finding>,
    claims: Vec<(Key, Version)>,
    /// Whether the details are withheld; `None` when it is out of scope.
    is_withheld: Option<bool>,
}

impl JudgedText {
    fn of(subject: Option<&Subject<'_>>, findings: Vec<Finding>) -> Self {
        let is_withheld = subject.map(|subject| subject.is_withheld);
        Self { findings, claims: claims(subject), is_withheld }
    }
}

/// What a corrected text may have.
struct Allowed {
    counts: Vec<usize>,
    claims: Vec<(Key, Version)>,
    is_withheld: Option<bool>,
}

/// A text after some passes.
struct CorrectedText {
    text: String,
    /// Whether a fix of a rule in [`RESTATING`] was applied.
    is_restated: bool,
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
    fn judged(&self, text: &str) -> Option<JudgedText> {
        let left = self.left.get().checked_sub(1).filter(|_| text.len() <= limits::LONGEST)?;
        self.left.set(left);
        let subject = Subject::read(self.issue, text, self.policy, self.facts);
        let findings = subject.as_ref().map(rules::judge).unwrap_or_default();
        Some(JudgedText::of(subject.as_ref(), findings))
    }

    /// Whether a text has only what is allowed.
    fn allows(&self, corrected: &CorrectedText, allowed: &Allowed) -> bool {
        self.judged(&corrected.text).is_some_and(|judged| {
            let keeps = |claim: &(Key, Version)| {
                claim.0 == Key::ResolvedIn || judged.claims.contains(claim)
            };
            let says_as_much = if corrected.is_restated {
                allowed.claims.iter().all(keeps)
            } else {
                allowed.claims == judged.claims
            };
            within(&counts(&judged.findings), &allowed.counts)
                && says_as_much
                && allowed.is_withheld == judged.is_withheld
        })
    }

    /// The text with all harmless fixes applied. The other fixes are withdrawn.
    fn fix(&self, text: &str, judged: &mut JudgedText) -> Option<String> {
        let (claims, is_withheld) = (std::mem::take(&mut judged.claims), judged.is_withheld);
        let findings = &mut judged.findings;
        let allowed = Allowed { counts: counts(findings), claims, is_withheld };
        let fixed = self.corrected(text, findings)?;
        if self.allows(&fixed, &allowed) {
            return Some(fixed.text);
        }
        self.withdraw_harmful(text, findings, &allowed);
        let fixed = self.corrected(text, findings)?;
        if self.allows(&fixed, &allowed) {
            return Some(fixed.text);
        }
        withdraw(findings);
        None
    }

    /// The text after all passes, or after those that the limit on reading allows; `None` when no fix changes it.
    fn corrected(&self, original: &str, findings: &[Finding]) -> Option<CorrectedText> {
        let text = edited(original, findings).filter(|text| text != original)?;
        let mut corrected = CorrectedText { text, is_restated: restates(findings) };
        for _ in 1..MOST_PASSES {
            let Some(judged) = self.judged(&corrected.text) else { break };
            match edited(&corrected.text, &judged.findings).filter(|next| *next != corrected.text) {
                Some(next) => corrected.text = next,
                None => break,
            }
            corrected.is_restated |= restates(&judged.findings);
        }
        Some(corrected)
    }

    fn withdraw_harmful(&self, original: &str, findings: &mut [Finding], allowed: &Allowed) {
        let fixable = findings.iter_mut().filter(|finding| !finding.violation.edits.is_empty());
        for finding in fixable.take(MOST_TRIALS) {
            let mut lesser = std::mem::take(&mut finding.violation.lesser).into_iter();
            loop {
                let alone = std::slice::from_ref(finding);
                let is_restated = restates(alone);
                let alone = edited(original, alone).map(|text| CorrectedText { text, is_restated });
                if alone.is_some_and(|alone| self.allows(&alone, allowed)) {
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

/// Whether a fix may change which versions the entries name.
fn restates(findings: &[Finding]) -> bool {
    let restates = |finding: &Finding| {
        !finding.violation.edits.is_empty() && RESTATING.contains(&finding.rule)
    };
    findings.iter().any(restates)
}

fn withdraw(findings: &mut [Finding]) {
    for finding in findings {
        finding.violation.edits.clear();
    }
}

/// The versions that the entries of a description name, each once.
fn claims(subject: Option<&Subject<'_>>) -> Vec<(Key, Version)> {
    let mut claims = Vec::new();
    let Some(description) = subject.and_then(Subject::description) else { return claims };
    for key in Key::ALL {
        for claim in description.claims.of_key(key) {
            let claim = (key, claim.version.clone());
            if claims.last() != Some(&claim) {
                claims.push(claim);
            }
        }
    }
    claims
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
