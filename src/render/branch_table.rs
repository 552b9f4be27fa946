//! What becomes of an issue on each branch, as a table: the maintained branches, and those that its entries name.

use std::fmt::Write;

use crate::evidence::{Base, ClaimState, RequestProgress, Seen, WeighedClaim, wants_an_entry};
use crate::format::affected::{Basis, Status, Verdict};
use crate::format::description::entry::Key;
use crate::format::version::{Branch, Version};
use crate::judge::judgement::Judgement;
use crate::judge::subject::Subject;
use crate::text::quote::code;
use crate::text::sort;

/// How many branches the table shows, unless more are maintained.
const MOST_ROWS: usize = 8;

/// How many maintained branches the table shows.
const MOST_MAINTAINED: usize = 20;

/// How many pull requests a cell lists.
const MOST_REQUESTS: usize = 3;

/// A cell with nothing in it.
const NOTHING: &str = "–";

const HEAD: &str = "\n| branch | newest release | fixed in | pull requests | what is missing |\n|---|---|---|---|---|\n";

/// The table; nothing where no version is known, or the issue is withheld or names no version.
pub(crate) fn branch_table(judgement: &Judgement<'_>) -> String {
    let Some(subject) = judgement.subject.as_ref().filter(|subject| !subject.is_silent) else {
        return String::new();
    };
    let named = named(subject);
    if named.is_empty() || subject.facts.history.tags().is_empty() {
        return String::new();
    }
    let (shown, left) = chosen(subject, named);
    let mut text = HEAD.to_owned();
    for branch in shown {
        text.push_str(&BranchRow::of(subject, branch).text());
    }
    if left > 0 {
        let more = if left > 1 { "branches" } else { "branch" };
        let _ = writeln!(text, "\n… and {left} more {more}.");
    }
    text
}

/// The branches to show, newest first, and how many are left out. Maintained ones come first, then those that have a
/// release: an entry may name any branch, whether it exists or not.
fn chosen(subject: &Subject<'_>, named: Vec<Branch>) -> (Vec<Branch>, usize) {
    let is_released = |branch: &Branch| subject.facts.newest_release(*branch).is_some();
    let (mut released, mut others): (Vec<_>, Vec<_>) = named.into_iter().partition(is_released);
    let mut branches = subject.maintained.clone();
    for list in [&mut released, &mut others] {
        sort::sort_by(list, |one, other| other.cmp(one));
        for branch in list {
            if !branches.contains(branch) {
                branches.push(*branch);
            }
        }
    }
    let most = subject.maintained.len().clamp(MOST_ROWS, MOST_MAINTAINED);
    let left = branches.len().saturating_sub(most);
    branches.truncate(branches.len() - left);
    sort::sort_by(&mut branches, |one, other| other.cmp(one));
    (branches, left)
}

/// The branches that entries name.
fn named(subject: &Subject<'_>) -> Vec<Branch> {
    let mut branches = Vec::new();
    let Some(description) = subject.description() else { return branches };
    for key in Key::ALL {
        for claim in description.claims.of_key(key) {
            branches.push(claim.version.branch());
        }
    }
    branches
}

/// A branch, and what is known of it.
struct BranchRow<'a> {
    subject: &'a Subject<'a>,
    branch: Branch,
    newest: Option<(&'a Version, Verdict)>,
    claims: Vec<&'a WeighedClaim>,
    requests: Vec<Seen>,
}

impl<'a> BranchRow<'a> {
    fn of(subject: &'a Subject<'a>, branch: Branch) -> Self {
        let newest = subject.facts.newest_release(branch);
        let newest = newest.map(|version| (version, subject.evidence.answer(version)));
        let claims = subject.evidence.claims().iter();
        let claims = claims.filter(|claim| claim.version.branch() == branch).collect();
        let is_concerned = newest.is_none_or(|(_, verdict)| verdict.status != Status::NotAffected);
        let requests = if is_concerned { requests(subject, branch) } else { Vec::new() };
        Self { subject, branch, newest, claims, requests }
    }

    fn text(&self) -> String {
        let cells = [self.newest(), self.fixed_in(), self.requests(), self.missing()];
        format!("| {} | {} |\n", code(&self.branch.to_string()), cells.join(" | "))
    }

    fn newest(&self) -> String {
        match &self.newest {
            Some((version, verdict)) => {
                format!("{} {}", code(&version.to_string()), status(verdict))
            }
            None if self.subject.facts.history.tells_all_tags() => "not released".to_owned(),
            None => "not known".to_owned(),
        }
    }

    fn fixed_in(&self) -> String {
        let mut said = Vec::new();
        for claim in &self.claims {
            said.push(format!("{} {}", code(&claim.version.to_string()), state(claim.state)));
        }
        if self.says(Key::NotAffected) {
            said.push("never affected".to_owned());
        }
        if self.says(Key::WontFix) {
            said.push("gets no fix".to_owned());
        }
        joined(&said)
    }

    fn requests(&self) -> String {
        let mut said = Vec::new();
        for seen in self.requests.iter().take(MOST_REQUESTS) {
            said.push(format!("{} {}", code(&format!("#{}", seen.number)), self.progress(seen)));
        }
        if self.requests.len() > MOST_REQUESTS {
            said.push(format!("and {} more", self.requests.len() - MOST_REQUESTS));
        }
        joined(&said)
    }

    fn progress(&self, seen: &Seen) -> String {
        let what = match seen.progress {
            RequestProgress::Open => "open",
            RequestProgress::OpenElsewhere => "open, into the main branch",
            RequestProgress::Merged => return self.merged(seen.number),
            RequestProgress::MergedOnMain => "merged into the main branch only",
            RequestProgress::MergedElsewhere => "merged elsewhere",
            RequestProgress::Reverted => "merged and reverted",
            RequestProgress::Closed => "closed without being merged",
            RequestProgress::Older => "older than the problem",
        };
        what.to_owned()
    }

    /// Where a pull request is that was merged into the branch: the first release that is known to have it.
    fn merged(&self, number: u64) -> String {
        let history = &self.subject.facts.history;
        let Some(request) = history.pull_request(number) else { return "merged".to_owned() };
        let of_branch = |version: &&Version| {
            version.branch() == self.branch
                && version.is_release()
                && history.release_contains(version, request) == Some(true)
        };
        let mut versions = history.tags().iter().map(|tag| &tag.version);
        if let Some(first) = versions.find(of_branch) {
            return format!("merged, in {}", code(&first.to_string()));
        }
        let newest = self.newest.as_ref().map(|(version, _)| *version);
        let is_in = newest.and_then(|version| history.release_contains(version, request));
        let is_released = is_in != Some(false);
        if is_released { "merged".to_owned() } else { "merged, in no release yet".to_owned() }
    }

    /// Whether the branch has an entry of this key.
    fn says(&self, key: Key) -> bool {
        let description = self.subject.description();
        description
            .is_some_and(|description| !description.claims.on_branch(key, self.branch).is_empty())
    }

    /// What is missing until users of the branch have the fix, and know it.
    fn missing(&self) -> String {
        if self.says(Key::NotAffected) || self.says(Key::WontFix) {
            return NOTHING.to_owned();
        }
        let proposed = self.proposed_entry();
        let of_claim = self.claims.iter().find_map(|claim| missing_of(claim));
        proposed.or(of_claim).or_else(|| self.missing_fix()).unwrap_or_else(|| NOTHING.to_owned())
    }

    /// The entry that evidence proposes.
    fn proposed_entry(&self) -> Option<String> {
        let evidence = &self.subject.evidence;
        let mut absent = evidence.absent_fixes().into_iter();
        let instead = absent.find(|absent| absent.version.branch() == self.branch);
        let mut unlisted = evidence.unlisted_resolutions(&self.subject.maintained).into_iter();
        let unlisted = unlisted.find(|unlisted| unlisted.version.branch() == self.branch);
        let version = instead.and_then(|absent| absent.instead);
        let version = version.or_else(|| unlisted.map(|unlisted| unlisted.version))?;
        Some(format!("the entry {}", code(&format!("resolved-in={version}"))))
    }

    /// What a branch lacks that has no claim.
    fn missing_fix(&self) -> Option<String> {
        let (_, verdict) = self.newest.as_ref().filter(|_| self.claims.is_empty())?;
        if !matches!(verdict.status, Status::Affected | Status::Unknown) {
            return None;
        }
        let of = |progress: RequestProgress| {
            let of = self.requests.iter().filter(move |seen| seen.progress == progress);
            of.map(|seen| seen.number).collect::<Vec<_>>()
        };
        let (open, merged) = (of(RequestProgress::Open), of(RequestProgress::Merged));
        let next = self.subject.facts.history.next_release(self.branch);
        match (open.as_slice(), merged.as_slice(), next) {
            ([_, ..], _, _) => Some(merge_of(&open)),
            ([], [_, ..], Some(next)) => {
                Some(format!("the release of {}", code(&next.to_string())))
            }
            _ if verdict.status == Status::Affected => {
                Some("a pull request for this branch".to_owned())
            }
            _ => wants_an_entry(verdict.rule).then(|| "an entry about this branch".to_owned()),
        }
    }
}

/// The pull requests that matter on a branch: those for it, else those of the main branch.
fn requests(subject: &Subject<'_>, branch: Branch) -> Vec<Seen> {
    let (mut here, mut main) = (Vec::new(), Vec::new());
    for seen in subject.evidence.requests(branch) {
        let request = subject.facts.history.pull_request(seen.number);
        match request.and_then(|request| request.base) {
            Some(Base::Release(base)) if base == branch => here.push(seen),
            Some(Base::Main) if seen.progress == RequestProgress::Merged => here.push(seen),
            Some(Base::Main) => main.push(seen),
            _ => {}
        }
    }
    if here.is_empty() { main } else { here }
}

/// What a claim lacks.
fn missing_of(claim: &WeighedClaim) -> Option<String> {
    let version = code(&claim.version.to_string());
    match claim.state {
        ClaimState::Refuted => Some("the release that has the fix".to_owned()),
        ClaimState::Reopened => Some(format!("whether {version} has the fix")),
        ClaimState::Waiting => Some(merge_of(&claim.shown_by)),
        ClaimState::Ready => Some(format!("the release of {version}")),
        ClaimState::Missing => Some("a pull request for this branch".to_owned()),
        ClaimState::Proven | ClaimState::Unverified | ClaimState::Planned => None,
    }
}

fn merge_of(numbers: &[u64]) -> String {
    let mut named = Vec::new();
    for number in numbers.iter().take(MOST_REQUESTS) {
        named.push(code(&format!("#{number}")));
    }
    format!("the merge of {}", joined(&named))
}

fn joined(said: &[String]) -> String {
    if said.is_empty() { NOTHING.to_owned() } else { said.join(", ") }
}

/// Whether a release has the problem, and where that comes from.
fn status(verdict: &Verdict) -> String {
    let word = match verdict.status {
        Status::Affected => "affected",
        Status::Fixed => "fixed",
        Status::NotAffected => "not affected",
        Status::Unknown => return "○ unknown".to_owned(),
    };
    let basis = match verdict.basis {
        Basis::Declared => "● declared",
        Basis::Inferred | Basis::None => "◐ inferred",
    };
    format!("{word} ({basis})")
}

/// What becomes of a claim.
fn state(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Refuted => "❌ refuted: it does not have the fix",
        ClaimState::Reopened => "❔ the issue was reopened since",
        ClaimState::Proven => "✅ verified",
        ClaimState::Unverified => "not verified",
        ClaimState::Waiting => "planned, its pull request is open",
        ClaimState::Ready => "planned, its pull request is merged",
        ClaimState::Missing => "planned, without a pull request",
        ClaimState::Planned => "planned, not the next release",
    }
}
