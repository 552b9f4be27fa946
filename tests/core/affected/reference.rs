//! A second implementation of *Is version V affected?*: slow and obvious, rule by rule in the wording of the rules. It
//! shares no code with the core, not even the parsing of versions, so that the two can be compared.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::cmp::Ordering;

/// `vMAJOR.MINOR`.
pub(crate) type Branch = (u64, u64);

/// A readable version, without build metadata, which has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Read {
    /// The line of patch releases that it belongs to.
    pub(crate) branch: Branch,
    patch: u64,
    pre: Vec<String>,
}

/// The question, and the data of the issue and its repository.
pub(crate) struct Question<'a> {
    /// The version in question, with or without a leading `v`.
    pub(crate) version: &'a str,
    /// The `introduced-in` entries, as written.
    pub(crate) introduced: &'a [String],
    /// The `resolved-in` entries, as written.
    pub(crate) resolved: &'a [String],
    /// Release dates, by version without build metadata.
    pub(crate) dates: &'a dyn Fn(&str) -> Option<String>,
    /// Whether fixes land on the main branch first.
    pub(crate) main_first: bool,
}

/// Status, basis, rule.
pub(crate) type Answer = (&'static str, &'static str, &'static str);

/// Digits without leading zeros.
fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) { None } else { text.parse().ok() }
}

fn identifiers(text: &str, zeros: bool) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    for part in text.split('.') {
        let letters = part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let digits = part.chars().all(|c| c.is_ascii_digit());
        let padded = digits && part.len() > 1 && part.starts_with('0');
        if part.is_empty() || !letters || (padded && !zeros) {
            return None;
        }
        parts.push(part.to_owned());
    }
    Some(parts)
}

/// Reads `v1.6.2-rc.1+build`.
pub(crate) fn read(text: &str) -> Option<Read> {
    let text = text.strip_prefix('v')?;
    let (text, build) = match text.split_once('+') {
        Some((before, build)) => (before, Some(build)),
        None => (text, None),
    };
    if let Some(build) = build {
        identifiers(build, true)?;
    }
    let (core, pre) = match text.split_once('-') {
        Some((core, pre)) => (core, identifiers(pre, false)?),
        None => (text, Vec::new()),
    };
    let bare = pre.join(".").trim_start_matches('v').to_owned();
    if bare.split('.').count() == 3 && bare.split('.').all(|part| number(part).is_some()) {
        return None; // A range.
    }
    let numbers: Vec<u64> = core.split('.').map(number).collect::<Option<_>>()?;
    let [major, minor, patch] = numbers[..] else { return None };
    Some(Read { branch: (major, minor), patch, pre })
}

/// `SemVer` 2.0, section 11.
pub(crate) fn precedence(a: &Read, b: &Read) -> Ordering {
    let numbers = (a.branch, a.patch).cmp(&(b.branch, b.patch));
    if numbers != Ordering::Equal {
        return numbers;
    }
    match (a.pre.is_empty(), b.pre.is_empty()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        (false, false) => {}
    }
    for (x, y) in a.pre.iter().zip(&b.pre) {
        let order = match (number(x), number(y)) {
            (Some(x), Some(y)) => x.cmp(&y),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => x.cmp(y),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    a.pre.len().cmp(&b.pre.len())
}

fn before(a: &Read, b: &Read) -> bool {
    precedence(a, b) == Ordering::Less
}

fn of(entries: &[Read], branch: Branch) -> Option<&Read> {
    entries.iter().find(|entry| entry.branch == branch)
}

/// Whether two entries of one key are on the same branch. Repetitions of the same version do not count.
fn two_on_a_branch(entries: &[Read]) -> bool {
    let clash = |a: &Read, b: &Read| a.branch == b.branch && precedence(a, b) != Ordering::Equal;
    entries.iter().any(|a| entries.iter().any(|b| clash(a, b)))
}

const fn unknown(rule: &'static str) -> Answer {
    ("unknown", "none", rule)
}

/// The answer, first match wins.
pub(crate) fn answer(question: &Question<'_>) -> Answer {
    // U1 V is not a full version. (A missing `v` changes nothing.)
    let asked = question.version;
    let Some(v) = read(asked).or_else(|| read(&format!("v{asked}"))) else {
        return unknown("U1");
    };
    // U2 an entry is not.
    let all =
        |entries: &[String]| entries.iter().map(|text| read(text)).collect::<Option<Vec<_>>>();
    let (Some(i), Some(r)) = (all(question.introduced), all(question.resolved)) else {
        return unknown("U2");
    };
    // U3 two entries of one key on one branch.
    if two_on_a_branch(&i) || two_on_a_branch(&r) {
        return unknown("U3");
    }
    // U4 on a branch, resolved ≤ introduced.
    if i.iter().any(|i| of(&r, i.branch).is_some_and(|r| !before(i, r))) {
        return unknown("U4");
    }
    let fixed_here = of(&r, v.branch).is_some_and(|r| !before(&v, r));
    // No introduced-in at all: V ≥ R on its branch → D3 fixed; else U6 unknown.
    let Some(oldest_introduced) = i.iter().map(|i| i.branch).min() else {
        return if fixed_here { ("fixed", "declared", "D3") } else { unknown("U6") };
    };
    // A resolved branch older than every introduced branch: U7 unknown.
    if r.iter().any(|r| r.branch < oldest_introduced) {
        return unknown("U7");
    }
    // V's branch is named.
    if fixed_here {
        return ("fixed", "declared", "D3");
    }
    if let Some(introduced) = of(&i, v.branch) {
        let earlier = before(&v, introduced);
        return if earlier {
            ("not-affected", "declared", "D1")
        } else {
            ("affected", "declared", "D2")
        };
    }
    // V's branch has no introduced-in of its own. D4 it is older than every introduced branch.
    if v.branch < oldest_introduced {
        return ("not-affected", "declared", "D4");
    }
    undeclared(question, &v, &i, &r)
}

/// The rules for a branch that has no introduced-in of its own, and is not the oldest.
fn undeclared(question: &Question<'_>, v: &Read, i: &[Read], r: &[Read]) -> Answer {
    // U8 V is a pre-release of its `.0`.
    if v.patch == 0 && !v.pre.is_empty() {
        return unknown("U8");
    }
    // I1 it has a resolved-in and V comes before it.
    if of(r, v.branch).is_some_and(|r| before(v, r)) {
        return ("affected", "inferred", "I1");
    }
    let named: Vec<Branch> = i.iter().chain(r).map(|entry| entry.branch).collect();
    if let Some(next) = named.iter().copied().filter(|branch| *branch > v.branch).min() {
        // I2 the next newer named branch has a resolved-in and no introduced-in of its own, or one that is its `.0`.
        // U9 any other.
        let bridged = match of(i, next) {
            None => of(r, next).is_some(),
            Some(introduced) => introduced.patch == 0 && introduced.pre.is_empty(),
        };
        return if bridged { ("affected", "inferred", "I2") } else { unknown("U9") };
    }
    let newest = named.iter().copied().max().unwrap();
    let date = |version: &Read| (question.dates)(&spelled(version));
    let first = date(&Read { branch: v.branch, patch: 0, pre: Vec::new() });
    let Some(fix) = of(r, newest) else {
        // I3 the newest one is unresolved; U13 its `.0` was published before the newest introduced-in was.
        let introduced = date(of(i, newest).unwrap());
        let older = first.zip(introduced).is_some_and(|(first, introduced)| first < introduced);
        return if older { unknown("U13") } else { ("affected", "inferred", "I3") };
    };
    // I4 and I5 are U10 where branches are fixed independently.
    if !question.main_first {
        return unknown("U10");
    }
    match first.zip(date(fix)) {
        Some((first, fix)) if first > fix => ("fixed", "inferred", "I4"),
        Some(_) => unknown("U11"),
        // A pre-release of a `.0` is not a `.0`.
        None if fix.patch == 0 && fix.pre.is_empty() => ("fixed", "inferred", "I5"),
        None => unknown("U12"),
    }
}

/// The version as a tag spells it, without build metadata.
pub(crate) fn spelled(version: &Read) -> String {
    let ((major, minor), patch) = (version.branch, version.patch);
    let pre = version.pre.join(".");
    format!("v{major}.{minor}.{patch}{}{pre}", if pre.is_empty() { "" } else { "-" })
}
