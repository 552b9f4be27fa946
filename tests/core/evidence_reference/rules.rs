//! Section 4: which of the rules of evidence fire.

use std::collections::BTreeSet;

use super::answers::{is_branch, of};
use super::facts::Release;
use super::reference::{Judge, WANTS_ENTRY};
use super::versions::{Branch, Read, precedence};

impl Judge<'_> {
    /// The rules that fire.
    pub(crate) fn rules(&self) -> BTreeSet<String> {
        let issue = &self.world.issue;
        let claims = self.claims();
        let is_any = |state: &str| claims.values().any(|claim| claim == state);
        let mut branches = issue.not_affected.iter().chain(&issue.wont_fix);
        let is_offered = |number: u64| {
            let mut pulls = self.facts.pulls.iter().filter(|pull| pull.facts.number == number);
            pulls.any(|pull| pull.merged.is_some() || pull.is_open())
        };
        let maintained = self.facts.maintained();
        let heard = || maintained.iter().copied().filter(|branch| !self.is_silenced(*branch));
        let fires = [
            ("invalid-branch", branches.any(|text| !is_branch(text))),
            ("absent-fix", is_any("refuted")),
            ("outdated-resolution", is_any("reopened")),
            ("unlisted-resolution", heard().any(|branch| self.lacks_resolution(branch))),
            ("unlisted-pull-request", self.backports().iter().any(|(found, _)| is_offered(*found))),
            ("open-backport", heard().any(|branch| self.is_left_open(branch))),
        ];
        fires.into_iter().filter(|(_, fires)| *fires).map(|(rule, _)| rule.to_owned()).collect()
    }

    /// A maintained branch is affected, or unknown for want of an entry, has no `resolved-in`, and a full release of
    /// it, later than `introduced-in`, would be proven.
    fn lacks_resolution(&self, branch: Branch) -> bool {
        let Some(entries) = &self.entries else { return false };
        let lacks = |version: &Read| {
            let (status, _, rule) = self.answer(version);
            status == "affected" || WANTS_ENTRY.contains(&rule)
        };
        let introduced = of(&entries.introduced, branch);
        let is_later = |version: &Read| {
            introduced.is_none_or(|introduced| precedence(version, introduced).is_gt())
        };
        of(&entries.resolved, branch).is_none()
            && self.ends(branch).iter().any(lacks)
            && self
                .facts
                .releases(branch)
                .any(|tag| is_later(&tag.version) && self.facts.would_settle(tag))
    }

    /// The issue is closed as completed, and a carrier of an affected branch is open.
    fn is_left_open(&self, branch: Branch) -> bool {
        let carriers = self.facts.direct(branch, Release::Next);
        self.is_completed()
            && self.is_affected(branch)
            && carriers.iter().any(|pull| pull.is_open())
    }
}
