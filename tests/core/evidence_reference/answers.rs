//! *Is version V affected?* once more: slow, obvious, rule by rule in the words of the rules. It shares nothing with
//! the core, not even the reading of versions, so that the two can be compared.

use super::versions::{
    Branch, Read, before, precedence, read, read_branch, read_dressed_branch, release,
};

/// Status, basis, rule.
pub(crate) type Answer = (&'static str, &'static str, &'static str);

/// The entries of an issue, read.
#[derive(Clone, Debug)]
pub(crate) struct Entries {
    pub(crate) introduced: Vec<Read>,
    pub(crate) resolved: Vec<Read>,
    pub(crate) not_affected: Vec<Branch>,
    pub(crate) wont_fix: Vec<Branch>,
}

/// A stretch of time in which something happened, in seconds: the earliest and the latest moment.
pub(crate) type When = (i64, i64);

/// What the repository and its history say.
pub(crate) struct Known<'a> {
    /// When a version was published, as far as that is known.
    pub(crate) published: &'a dyn Fn(&Read) -> Option<When>,
    /// Whether fixes land on the main branch first.
    pub(crate) main_first: bool,
    /// Whether an `introduced-in` is neither a tag nor the next release of its branch.
    pub(crate) introduced_never: bool,
    /// Why the fix that a branch claims is not believed: `U14` or `U15`.
    pub(crate) doubted: &'a dyn Fn(Branch) -> Option<&'static str>,
}

/// Whether a branch, as written, is one.
pub(crate) fn is_branch(text: &str) -> bool {
    read_branch(text).is_some()
}

impl Entries {
    /// U2 an entry is not a version, or not a branch.
    pub(crate) fn read(
        introduced: &[String],
        resolved: &[String],
        not_affected: &[String],
        wont_fix: &[String],
    ) -> Option<Self> {
        let versions =
            |texts: &[String]| texts.iter().map(|text| read(text)).collect::<Option<Vec<_>>>();
        let branches = |texts: &[String]| {
            texts.iter().map(|text| read_dressed_branch(text)).collect::<Option<Vec<_>>>()
        };
        Some(Self {
            introduced: versions(introduced)?,
            resolved: versions(resolved)?,
            not_affected: branches(not_affected)?,
            wont_fix: branches(wont_fix)?,
        })
    }

    /// Whether a branch has entries that contradict each other: `not-affected` and any other one, or `wont-fix` and
    /// `resolved-in`.
    pub(crate) fn contradict_on(&self, branch: Branch) -> bool {
        let introduced = of(&self.introduced, branch).is_some();
        let resolved = of(&self.resolved, branch).is_some();
        let unfixed = self.wont_fix.contains(&branch);
        (self.not_affected.contains(&branch) && (introduced || resolved || unfixed))
            || (unfixed && resolved)
    }

    /// The branches that have an entry.
    fn named(&self) -> Vec<Branch> {
        let versions = self.introduced.iter().chain(&self.resolved).map(|entry| entry.branch);
        versions.chain(self.not_affected.iter().chain(&self.wont_fix).copied()).collect()
    }

    /// Whether a branch that has an entry was born with the problem.
    fn born_with_it(&self, branch: Branch) -> bool {
        if self.not_affected.contains(&branch) {
            return false;
        }
        match of(&self.introduced, branch) {
            Some(introduced) => *introduced == release(branch, 0),
            None => of(&self.resolved, branch).is_some() || self.wont_fix.contains(&branch),
        }
    }
}

/// The entry of a branch.
pub(crate) fn of(entries: &[Read], branch: Branch) -> Option<&Read> {
    entries.iter().find(|entry| entry.branch == branch)
}

/// Whether two entries of one key are on one branch; the same version again is not a second one.
fn two_on_a_branch(entries: &[Read]) -> bool {
    let clash = |a: &Read, b: &Read| a.branch == b.branch && precedence(a, b).is_ne();
    entries.iter().any(|a| entries.iter().any(|b| clash(a, b)))
}

const fn unknown(rule: &'static str) -> Answer {
    ("unknown", "none", rule)
}

/// The answer about a version as it is written, with or without a leading `v`.
pub(crate) fn answer(version: &str, entries: Option<&Entries>, known: &Known<'_>) -> Answer {
    // U1 V is not a full version.
    match read(version).or_else(|| read(&format!("v{version}"))) {
        Some(version) => answer_about(&version, entries, known),
        None => unknown("U1"),
    }
}

/// The answer about a version that could be read; the first match wins.
pub(crate) fn answer_about(v: &Read, entries: Option<&Entries>, known: &Known<'_>) -> Answer {
    let Some(entries) = entries else { return unknown("U2") };
    let (i, r) = (&entries.introduced, &entries.resolved);
    // U3 two entries of one key on one branch.
    if two_on_a_branch(i) || two_on_a_branch(r) {
        return unknown("U3");
    }
    // U4 on a branch, resolved ≤ introduced.
    if i.iter().any(|i| of(r, i.branch).is_some_and(|r| !before(i, r))) {
        return unknown("U4");
    }
    // U16 comes after U4 and before all others.
    if known.introduced_never {
        return unknown("U16");
    }
    // U5 contradictory entries, for every version.
    if entries.named().into_iter().any(|branch| entries.contradict_on(branch)) {
        return unknown("U5");
    }
    // D5 before U6.
    if entries.not_affected.contains(&v.branch) {
        return ("not-affected", "declared", "D5");
    }
    declared(v, entries, known)
}

/// What the entries declare, and what prevents that anything follows from them.
fn declared(v: &Read, entries: &Entries, known: &Known<'_>) -> Answer {
    let (i, r) = (&entries.introduced, &entries.resolved);
    let fixed_here = of(r, v.branch).is_some_and(|r| !before(v, r));
    // D3, unless the claim is refuted (U14) or the issue was reopened (U15).
    let fixed = || (known.doubted)(v.branch).map_or(("fixed", "declared", "D3"), unknown);
    // No introduced-in at all: V ≥ R on its branch → D3 fixed; else U6 unknown.
    let Some(oldest_introduced) = i.iter().map(|i| i.branch).min() else {
        return if fixed_here { fixed() } else { unknown("U6") };
    };
    // A resolved branch, or one that gets no fix, older than every introduced branch: U7 unknown.
    let mut mended = r.iter().map(|r| r.branch).chain(entries.wont_fix.iter().copied());
    if mended.any(|branch| branch < oldest_introduced) {
        return unknown("U7");
    }
    // V's branch is named.
    if fixed_here {
        return fixed();
    }
    if let Some(introduced) = of(i, v.branch) {
        let unfixed = entries.wont_fix.contains(&v.branch);
        return match (before(v, introduced), unfixed) {
            (true, _) => ("not-affected", "declared", "D1"),
            (false, true) => ("affected", "declared", "D6"),
            (false, false) => ("affected", "declared", "D2"),
        };
    }
    // V's branch has no introduced-in of its own. D4 it is older than every introduced branch.
    if v.branch < oldest_introduced {
        return ("not-affected", "declared", "D4");
    }
    undeclared(v, entries, known)
}

/// The rules for a branch that has no introduced-in of its own, and is not the oldest.
fn undeclared(v: &Read, entries: &Entries, known: &Known<'_>) -> Answer {
    // U8 V is a pre-release of its `.0`; before D6 and I6.
    if v.patch == 0 && !v.pre.is_empty() {
        return unknown("U8");
    }
    // D6 the branch has it from its first release on, and gets no fix.
    if entries.wont_fix.contains(&v.branch) {
        return ("affected", "declared", "D6");
    }
    // I1 it has a resolved-in and V comes before it.
    if of(&entries.resolved, v.branch).is_some_and(|r| before(v, r)) {
        return ("affected", "inferred", "I1");
    }
    let named = entries.named();
    let Some(newer) = named.iter().copied().filter(|branch| *branch > v.branch).min() else {
        return beyond(v, entries, known);
    };
    // I2 does not cross a branch that is not affected.
    let older = named.iter().copied().filter(|branch| *branch < v.branch).max();
    let crosses = older.is_some_and(|older| entries.not_affected.contains(&older));
    // I2 the next newer named branch was born with the problem. U9 any other.
    if entries.born_with_it(newer) && !crosses {
        ("affected", "inferred", "I2")
    } else {
        unknown("U9")
    }
}

/// The rules for a branch that is newer than every named branch.
fn beyond(v: &Read, entries: &Entries, known: &Known<'_>) -> Answer {
    let newest = entries.named().into_iter().max().unwrap();
    if entries.not_affected.contains(&newest) {
        // I6 the newest named branch is not affected; U10 where branches are fixed independently.
        return if known.main_first { ("not-affected", "inferred", "I6") } else { unknown("U10") };
    }
    let first = (known.published)(&release(v.branch, 0));
    let Some(fix) = of(&entries.resolved, newest) else {
        // I3 the newest one is unresolved; U13 its `.0` was published before the newest introduced-in was.
        let newest_introduced = entries.introduced.iter().max_by(|a, b| precedence(a, b)).unwrap();
        let introduced = (known.published)(newest_introduced);
        let older = first.zip(introduced).is_some_and(|(first, introduced)| first.1 < introduced.0);
        return if older { unknown("U13") } else { ("affected", "inferred", "I3") };
    };
    // I4 and I5 are U10 where branches are fixed independently.
    if !known.main_first {
        return unknown("U10");
    }
    // U14, U15: what would be inferred from a fix that is not believed.
    let fixed = |rule| (known.doubted)(newest).map_or(("fixed", "inferred", rule), unknown);
    match first.zip((known.published)(fix)) {
        Some((first, fix)) if first.0 > fix.1 => fixed("I4"),
        Some((first, fix)) if first.1 <= fix.0 => unknown("U11"),
        // A pre-release of a `.0` is not a `.0`.
        _ if *fix == release(newest, 0) => fixed("I5"),
        _ => unknown("U12"),
    }
}
