//! Sections 1 to 5 of the rules about evidence, once more: slow, obvious, in the words of the rules. It shares nothing
//! with the core, so that the two can be compared.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::{Answer, Entries, Known, answer_about};
use super::facts::{Facts, Release};
use super::versions::{Branch, Read, precedence, read, release, spelled};
use super::world::{Decisions, Maintained, Next, World};

const SECURITY: [&str; 3] =
    ["area/security", "committee/security-response", "committee/product-security"];
/// What is unknown for want of an entry.
pub(crate) const WANTS_ENTRY: [&str; 5] = ["U9", "U10", "U11", "U12", "U13"];

/// What follows from a world.
pub(crate) fn decide(world: &World) -> Decisions {
    let judge = Judge::of(world);
    if judge.is_withheld() {
        return Decisions { next: judge.next(true), ..Decisions::default() };
    }
    Decisions {
        claims: judge.claims(),
        backports: judge.backports(),
        answers: judge.answers(),
        next: judge.next(false),
        rules: judge.rules(),
    }
}

/// The facts, and what is asked of them again and again.
pub(crate) struct Judge<'a> {
    pub(crate) world: &'a World,
    pub(crate) facts: Facts<'a>,
    pub(crate) entries: Option<Entries>,
    /// The branches whose claims are refuted or reopened, and why their fixes are not believed.
    doubted: Vec<(Branch, &'static str)>,
    introduced_never: bool,
}

impl<'a> Judge<'a> {
    fn of(world: &'a World) -> Self {
        let facts = Facts::of(world);
        let issue = &world.issue;
        let entries = Entries::read(
            &issue.introduced_in,
            &issue.resolved_in,
            &issue.not_affected,
            &issue.wont_fix,
        );
        let mut judge =
            Self { world, facts, entries, doubted: Vec::new(), introduced_never: false };
        for version in judge.resolved() {
            match judge.facts.state(&version) {
                "refuted" => judge.doubted.push((version.branch, "U14")),
                "reopened" => judge.doubted.push((version.branch, "U15")),
                _ => {}
            }
        }
        let mut introduced = issue.introduced_in.iter().filter_map(|text| read(text));
        judge.introduced_never = introduced.any(|version| judge.is_never(&version));
        judge
    }

    /// The `resolved-in` entries that can be read.
    fn resolved(&self) -> Vec<Read> {
        self.world.issue.resolved_in.iter().filter_map(|text| read(text)).collect()
    }

    /// Neither a tag nor the next release of its branch, when all tags are known.
    fn is_never(&self, version: &Read) -> bool {
        let next = self.facts.next_release(version.branch);
        let is_next = next.is_some_and(|next| precedence(&next, version).is_eq());
        self.world.all_tags_known && self.facts.tag(version).is_none() && !is_next
    }

    pub(crate) fn answer(&self, version: &Read) -> Answer {
        let doubt = |branch| {
            let doubt = self.doubted.iter().find(|(doubted, _)| *doubted == branch);
            doubt.map(|(_, rule)| *rule)
        };
        let known = Known {
            published: &|version| self.facts.published(version),
            main_first: self.world.policy.cherry_picks == "main-first",
            introduced_never: self.introduced_never,
            doubted: &doubt,
        };
        answer_about(version, self.entries.as_ref(), &known)
    }

    pub(crate) fn claims(&self) -> BTreeMap<String, String> {
        let state = |version: &Read| self.facts.state(version).to_owned();
        self.resolved().iter().map(|version| (name(version.branch), state(version))).collect()
    }

    pub(crate) fn backports(&self) -> BTreeSet<(u64, u64)> {
        let found = self.facts.pulls.iter().filter(|pull| !pull.is_listed);
        found.flat_map(|pull| pull.picks.iter().map(|pick| (pull.facts.number, *pick))).collect()
    }

    fn answers(&self) -> BTreeMap<String, String> {
        let tags = || self.facts.tags.iter().map(|tag| tag.version.clone());
        let next = tags().filter_map(|version| self.facts.next_release(version.branch));
        let mut answers = BTreeMap::new();
        for version in tags().chain(next) {
            let (status, basis, rule) = self.answer(&version);
            answers.insert(spelled(&version), format!("{status} {basis} {rule}"));
        }
        answers
    }

    /// The newest full release of a branch, and its next release.
    pub(crate) fn ends(&self, branch: Branch) -> Vec<Read> {
        let newest = self.facts.releases(branch).last().map(|tag| tag.version.clone());
        newest.into_iter().chain(self.facts.next_release(branch)).collect()
    }

    /// A branch is affected in a rule when its newest full release, or its next release, is.
    pub(crate) fn is_affected(&self, branch: Branch) -> bool {
        self.ends(branch).iter().any(|version| self.answer(version).0 == "affected")
    }

    pub(crate) fn is_completed(&self) -> bool {
        let issue = &self.world.issue;
        let reason = issue.state_reason.as_deref();
        issue.state == "closed" && matches!(reason, None | Some("completed"))
    }

    /// A `resolved-in` that is tagged and not refuted, or closed as completed with no affected maintained branch left.
    fn is_done(&self) -> bool {
        let is_kept = |version: &Read| {
            self.facts.tag(version).is_some() && self.facts.state(version) != "refuted"
        };
        let mut maintained = self.facts.maintained().into_iter();
        self.resolved().iter().any(is_kept)
            || (self.is_completed() && !maintained.any(|branch| self.is_affected(branch)))
    }

    fn has_label(&self, wanted: &str) -> bool {
        self.world.issue.labels.iter().any(|label| label.eq_ignore_ascii_case(wanted))
    }

    fn is_withheld(&self) -> bool {
        SECURITY.iter().any(|label| self.has_label(label)) && !self.is_done()
    }

    /// Whether `not-affected` or `wont-fix` silences rules and holds on a branch; not where it contradicts another
    /// entry of the branch.
    pub(crate) fn is_silenced(&self, branch: Branch) -> bool {
        self.entries.as_ref().is_some_and(|entries| {
            (entries.not_affected.contains(&branch) || entries.wont_fix.contains(&branch))
                && !entries.contradict_on(branch)
        })
    }

    /// Section 5: the decision about the next release of every maintained branch, and the next minor.
    fn next(&self, is_withheld: bool) -> BTreeMap<String, Next> {
        let maintained = self.facts.maintained();
        let mut wanted: Vec<Branch> = maintained.clone();
        wanted.retain(|branch| self.facts.releases(*branch).next().is_some());
        let is_list = matches!(self.world.policy.maintained, Maintained::Listed(_));
        let minor = self.facts.next_minor();
        wanted.extend(minor.filter(|minor| !is_list || maintained.contains(minor)));
        let mut decisions = BTreeMap::new();
        for branch in wanted {
            let Some(version) = self.facts.next_release(branch) else { continue };
            decisions.insert(name(branch), self.decision(&version, is_withheld));
        }
        decisions
    }

    fn decision(&self, version: &Read, is_withheld: bool) -> Next {
        let reason = if is_withheld { self.reason_withheld() } else { self.reason(version) };
        let carried = reason.filter(|_| !is_withheld).and_then(|_| self.carried(version.branch));
        let decision = if reason.is_some() { "hold" } else { "go" };
        Next {
            version: spelled(version),
            decision: decision.to_owned(),
            reason: reason.map(str::to_owned),
            carried,
        }
    }

    /// Whether it is `not_planned` or a duplicate.
    fn is_dismissed(&self) -> bool {
        let issue = &self.world.issue;
        let reason = issue.state_reason.as_deref();
        issue.state == "closed" && matches!(reason, Some("not_planned" | "duplicate"))
    }

    fn is_critical(&self) -> bool {
        self.has_label("priority/critical-urgent")
    }

    fn is_untriaged(&self) -> bool {
        !self.is_critical() && !self.has_label("priority/important-soon")
    }

    /// Of a withheld issue nothing is known but its labels.
    fn reason_withheld(&self) -> Option<&'static str> {
        match () {
            () if self.is_dismissed() => None,
            () if self.is_critical() => Some("critical-unknown"),
            () if self.is_untriaged() => Some("untriaged"),
            () => None,
        }
    }

    /// The first reason to hold a release.
    fn reason(&self, version: &Read) -> Option<&'static str> {
        let branch = version.branch;
        if self.is_dismissed() || self.is_silenced(branch) {
            return None;
        }
        let (status, _, rule) = self.answer(version);
        let claim = self.resolved().iter().find(|claim| claim.branch == branch).cloned();
        let state = claim.as_ref().map(|claim| self.facts.state(claim));
        let is_named = claim.is_some_and(|claim| precedence(&claim, version).is_eq());
        let is_planned = state == Some("planned");
        let is_in_hand = !matches!(rule, "U14" | "U15") && self.is_in_hand(branch);
        if self.is_critical() && !is_planned {
            if status == "affected" && !is_in_hand {
                return Some("critical");
            }
            if status == "unknown" && self.unknown_holds(branch, rule) {
                return Some("critical-unknown");
            }
        }
        if is_named && matches!(state, Some("waiting" | "missing")) {
            return Some("promised");
        }
        let matters = matches!(status, "affected" | "unknown");
        (self.is_untriaged() && matters && !is_in_hand).then_some("untriaged")
    }

    /// A closed issue holds for `U9`–`U13` only while a backport to the branch is open.
    fn unknown_holds(&self, branch: Branch, rule: &str) -> bool {
        let is_open = self.world.issue.state == "open";
        let carriers = self.facts.direct(branch, Release::Next);
        is_open || !WANTS_ENTRY.contains(&rule) || carriers.iter().any(|pull| pull.is_open())
    }

    /// B has a carrier, none of its carriers is open, and every listed pull request that is merged or open on main is
    /// in B, itself or through a merged backport.
    fn is_in_hand(&self, branch: Branch) -> bool {
        let direct = self.facts.direct(branch, Release::Next);
        let main = self.facts.on_main(branch, Release::Next);
        let has_reached = |number: u64| {
            let mut main = main.iter().filter(|pull| pull.facts.number == number);
            main.any(|pull| self.facts.has_reached(pull, branch))
        };
        let is_picked = |number: u64| {
            direct.iter().any(|pick| pick.picks.contains(&number) && pick.merged.is_some())
        };
        let has_carrier = direct.iter().any(|pull| pull.merged.is_some())
            || main.iter().any(|pull| self.facts.has_reached(pull, branch));
        let mut wanted = self.facts.wanted().map(|pull| pull.facts.number);
        has_carrier
            && !direct.iter().any(|pull| pull.is_open())
            && wanted.all(|number| has_reached(number) || is_picked(number))
    }

    /// Whether a full release of the branch before the last one is affected; none when that is unknown.
    fn carried(&self, branch: Branch) -> Option<bool> {
        let mut releases: Vec<Read> =
            self.facts.releases(branch).map(|tag| tag.version.clone()).collect();
        releases.pop();
        let statuses: Vec<&str> = releases.iter().map(|version| self.answer(version).0).collect();
        if statuses.contains(&"affected") {
            return Some(true);
        }
        (!statuses.contains(&"unknown")).then_some(false)
    }
}

fn name(branch: Branch) -> String {
    let first = spelled(&release(branch, 0));
    first.rsplit_once('.').map_or_else(String::new, |(branch, _)| branch.to_owned())
}
