//! Section 2: what becomes of a claim `resolved-in=V`.

use super::dates::seconds;
use super::facts::{Facts, Pull, Release, Tag};
use super::versions::{Read, before, release};

impl Facts<'_> {
    /// The state of a claim.
    pub(crate) fn state(&self, version: &Read) -> &'static str {
        if let Some(tag) = self.tag(version) {
            return self.state_of_tag(tag);
        }
        match self.next_release(version.branch) {
            Some(next) if next == *version => self.state_of_next(version),
            Some(next) if before(&next, version) => "planned",
            None if self.released_branches().first() < Some(&version.branch) => "planned",
            // A version that was passed over.
            _ => "unverified",
        }
    }

    fn state_of_tag(&self, tag: &Tag<'_>) -> &'static str {
        let (branch, at) = (tag.version.branch, Release::Tagged(tag));
        let direct = self.direct(branch, at);
        let main = self.on_main(branch, at);
        if self.is_refuted(tag, &direct, &main) {
            "refuted"
        } else if self.is_reopened(tag) {
            "reopened"
        } else if self.is_proven(tag, &direct, &main) {
            "proven"
        } else {
            "unverified"
        }
    }

    /// V is known to lack one listed, merged carrier of B; or, where none is listed and merged, every carrier of B.
    /// For a `.0`: or a listed pull request of main, with no other carrier in it.
    fn is_refuted(&self, tag: &Tag<'_>, direct: &[&Pull<'_>], main: &[&Pull<'_>]) -> bool {
        let lacks = |pull: &&&Pull<'_>| self.contains(tag, pull) == Some(false);
        let has_from_main = main.iter().any(|pull| self.contains(tag, pull) == Some(true));
        let listed = listed_and_merged(direct);
        let refuted = if listed.is_empty() {
            !direct.is_empty() && direct.iter().all(|pull| lacks(&pull)) && !has_from_main
        } else {
            listed.iter().any(|pull| lacks(&pull))
        };
        let is_first = tag.version == release(tag.version.branch, 0);
        let all_lack = direct.iter().chain(main).all(|pull| lacks(&pull));
        refuted || (is_first && !main.is_empty() && all_lack)
    }

    /// The issue is open, was reopened after V, and its description was not edited since.
    fn is_reopened(&self, tag: &Tag<'_>) -> bool {
        let issue = &self.world.issue;
        let Some(reopened) = issue.reopened_at.as_deref().map(seconds) else { return false };
        let edited = issue.last_edited_at.as_deref().is_some_and(|date| seconds(date) >= reopened);
        issue.state == "open" && reopened > tag.when.1 && !edited
    }

    /// V contains every listed, merged carrier of B; where none is listed and merged, every merged one that was found;
    /// where B has none, every listed pull request of main.
    fn is_proven(&self, tag: &Tag<'_>, direct: &[&Pull<'_>], main: &[&Pull<'_>]) -> bool {
        let has_all = |pulls: &[&Pull<'_>]| {
            let mut contained = pulls.iter().map(|pull| self.contains(tag, pull));
            !pulls.is_empty() && contained.all(|contains| contains == Some(true))
        };
        let listed = listed_and_merged(direct);
        if !listed.is_empty() {
            return has_all(&listed);
        }
        let found: Vec<&Pull<'_>> =
            direct.iter().copied().filter(|pull| pull.merged.is_some()).collect();
        has_all(&found) || has_all(main)
    }

    /// One carrier of B open: waiting; none open and one merged: ready; neither: missing.
    fn state_of_next(&self, version: &Read) -> &'static str {
        let direct = self.direct(version.branch, Release::Next);
        let main = self.on_main(version.branch, Release::Next);
        if direct.iter().any(|pull| pull.is_open()) {
            "waiting"
        } else if direct.iter().any(|pull| pull.merged.is_some())
            || main.iter().any(|pull| self.has_reached(pull, version.branch))
        {
            "ready"
        } else {
            "missing"
        }
    }

    /// Whether the claim that a tag has the fix would be proven, and nothing that is listed is left out: every listed
    /// pull request that is merged or open on main is in it, itself or through a backport.
    pub(crate) fn would_settle(&self, tag: &Tag<'_>) -> bool {
        let is_in = |pull: &Pull<'_>| self.contains(tag, pull) == Some(true);
        let direct = self.direct(tag.version.branch, Release::Tagged(tag));
        let is_picked =
            |number: u64| direct.iter().any(|pick| pick.picks.contains(&number) && is_in(pick));
        let mut wanted = self.wanted();
        self.state(&tag.version) == "proven"
            && wanted.all(|pull| is_in(pull) || is_picked(pull.facts.number))
    }

    /// The listed pull requests that are merged or open on main.
    pub(crate) fn wanted(&self) -> impl Iterator<Item = &Pull<'_>> {
        self.pulls.iter().filter(|pull| {
            pull.is_listed && pull.is_on_main() && (pull.merged.is_some() || pull.is_open())
        })
    }
}

fn listed_and_merged<'a, 'b>(pulls: &[&'b Pull<'a>]) -> Vec<&'b Pull<'a>> {
    pulls.iter().copied().filter(|pull| pull.is_listed && pull.merged.is_some()).collect()
}
