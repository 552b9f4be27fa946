//! Kubernetes' problems as they happened: where each came in, which pull requests mended it and when, which releases
//! had it. What the history does not tell is assumed; `tests/history/README.md` says what.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::dates::seconds;
use super::versions::{Branch, Read, precedence, read, release, spelled};

pub(crate) const DAY: i64 = 86_400;
/// The first number that no pull request of the history has.
const MADE_UP: u64 = 1_000_000;

/// A problem that releases had.
pub(crate) struct Problem {
    pub(crate) id: String,
    pub(crate) is_critical: bool,
    pub(crate) introduced: Vec<Read>,
    /// The releases that brought the fix, one a branch.
    pub(crate) resolved: Vec<Read>,
    /// The releases that had it.
    pub(crate) affected: Vec<Read>,
    /// When somebody wrote an issue about it.
    pub(crate) created: i64,
    /// The pull request of the main branch, and then its backports.
    pub(crate) fixes: Vec<Fix>,
    /// The newest branch of which is known whether it had it; none when that is known of all.
    pub(crate) newest: Option<Branch>,
}

/// A pull request that mended it.
pub(crate) struct Fix {
    pub(crate) number: u64,
    /// The release branch that it is for; none for the main branch.
    pub(crate) branch: Option<Branch>,
    pub(crate) title: String,
    pub(crate) opened: i64,
    pub(crate) merged: i64,
}

/// Every release with the noon of its day, oldest first.
pub(crate) struct Releases(Vec<(Read, Option<i64>)>);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Regression {
    id: String,
    title: String,
    introduced_in: Vec<String>,
    resolved_in: Vec<String>,
    pull_requests: Vec<u64>,
    priority: String,
    affected: Vec<String>,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Merged {
    number: u64,
    title: String,
    base: String,
    #[serde(rename = "mergedAt")]
    day: String,
    labels: Vec<String>,
}

impl Releases {
    pub(crate) fn read() -> Self {
        let days: BTreeMap<String, Option<String>> =
            serde_json::from_str(include_str!("../history/releases.json")).unwrap();
        let noon = |day: Option<String>| day.map(|day| seconds(&day) + DAY / 2);
        let mut releases: Vec<(Read, Option<i64>)> =
            days.into_iter().map(|(name, day)| (read(&name).unwrap(), noon(day))).collect();
        releases.sort_by(|a, b| precedence(&a.0, &b.0));
        Self(releases)
    }

    pub(crate) fn all(&self) -> &[(Read, Option<i64>)] {
        &self.0
    }

    /// The moment of a release, where the history tells it.
    pub(crate) fn date(&self, version: &Read) -> Option<i64> {
        self.0.iter().find(|(known, _)| known == version)?.1
    }

    /// When a release was there: one without a day came with the branch's one before it at the latest, or, where
    /// another branch was released after that, together with it.
    pub(crate) fn appeared(&self, version: &Read) -> i64 {
        if let Some(date) = self.date(version) {
            return date;
        }
        let (major, minor) = version.branch;
        let before = version.patch.checked_sub(1).map(|patch| release(version.branch, patch));
        let Some(before) = before.and_then(|before| self.date(&before)) else {
            return i64::MIN / 2;
        };
        let sibling = |(known, date): &(Read, Option<i64>)| {
            date.filter(|date| known.branch == (major, minor + 1) && *date > before)
        };
        self.0.iter().find_map(sibling).unwrap_or(before)
    }

    /// Whether a release is the first of its branch that was made after a moment.
    fn first_after(&self, branch: Branch, moment: i64) -> Option<Read> {
        let mut after = self.0.iter().filter(|(version, _)| version.branch == branch);
        let found = after.find(|(_, date)| date.is_some_and(|date| date > moment))?;
        Some(found.0.clone())
    }
}

/// All problems whose days are known.
pub(crate) fn problems(releases: &Releases) -> Vec<Problem> {
    let regressions: Vec<Regression> =
        serde_json::from_str(include_str!("../history/regressions.json")).unwrap();
    let merged: Vec<Merged> =
        serde_json::from_str(include_str!("../history/pull-requests.json")).unwrap();
    let mut problems: Vec<Problem> =
        regressions.iter().filter_map(|regression| regression_of(regression, releases)).collect();
    problems.extend(merged.iter().filter_map(|pick| picked(pick, &merged, releases)));
    problems
}

/// A regression: the releases are known; when its pull requests were merged is assumed.
fn regression_of(regression: &Regression, releases: &Releases) -> Option<Problem> {
    let versions = |names: &[String]| names.iter().map(|name| read(name).unwrap()).collect();
    let introduced: Vec<Read> = versions(&regression.introduced_in);
    let resolved: Vec<Read> = versions(&regression.resolved_in);
    let came = introduced.iter().map(|version| releases.date(version)).min()??;
    let created = came + DAY / 2;
    let mut numbers = regression.pull_requests.iter().copied();
    let mut number = |at: usize| numbers.next().unwrap_or(MADE_UP + at as u64);
    let first = resolved.iter().map(|version| releases.appeared(version)).min()?;
    let at = |from: i64, to: i64, percent: i64| from + (to - from) * percent / 100;
    let title = format!("Fix: {}", regression.title);
    let main = Fix {
        number: number(0),
        branch: None,
        title: title.clone(),
        opened: at(created, first, 10),
        merged: at(created, first, 30),
    };
    let mut fixes = vec![main];
    for (index, version) in resolved.iter().enumerate() {
        let before = release(version.branch, version.patch - 1);
        let from = releases.appeared(&before).max(fixes[0].merged);
        let to = releases.appeared(version);
        fixes.push(Fix {
            number: number(index + 1),
            branch: Some(version.branch),
            title: format!("Automated cherry pick of #{}: {title}", fixes[0].number),
            opened: at(from, to, 10),
            merged: at(from, to, 60),
        });
    }
    Some(Problem {
        id: regression.id.clone(),
        is_critical: regression.priority == "priority/critical-urgent",
        introduced,
        resolved,
        affected: versions(&regression.affected),
        created,
        fixes,
        newest: None,
    })
}

/// What a real cherry-pick mended, as if it were urgent, had come with the `.0` of its branch, and was found three
/// weeks before somebody began to mend it: merges are known, openings are not.
fn picked(pick: &Merged, merged: &[Merged], releases: &Releases) -> Option<Problem> {
    let branch = super::backports::release_branch(&pick.base)?;
    let digits = pick.title.split_once('#')?.1.chars().take_while(char::is_ascii_digit);
    let number: u64 = digits.collect::<String>().parse().ok()?;
    if !pick.labels.iter().any(|label| label == "kind/bug") {
        return None;
    }
    let main = merged.iter().find(|other| other.number == number && other.base == "master");
    let moment = seconds(&pick.day);
    let on_main = main.map_or(moment - 5 * DAY, |main| seconds(&main.day));
    let title = main.map_or_else(String::new, |main| main.title.clone());
    let fixes = vec![
        Fix { number, branch: None, title, opened: on_main - 7 * DAY, merged: on_main },
        Fix {
            number: pick.number,
            branch: Some(branch),
            title: pick.title.clone(),
            opened: moment - 7 * DAY,
            merged: moment,
        },
    ];
    let first = release(branch, 0);
    let resolved = releases.first_after(branch, moment)?;
    let is_affected = |version: &Read| version.branch == branch && version.patch < resolved.patch;
    let affected = releases.all().iter().map(|(version, _)| version.clone()).filter(is_affected);
    Some(Problem {
        id: format!("#{}", pick.number),
        is_critical: true,
        affected: affected.collect(),
        created: (fixes[0].opened - 21 * DAY).max(releases.date(&first)? + DAY / 2),
        introduced: vec![first],
        resolved: vec![resolved],
        fixes,
        newest: main.is_none().then_some(branch),
    })
}

impl Problem {
    /// When the last release with the fix was there.
    pub(crate) fn ended(&self, releases: &Releases) -> i64 {
        self.resolved.iter().map(|version| releases.appeared(version)).max().unwrap()
    }

    pub(crate) fn has(&self, version: &Read) -> bool {
        self.affected.contains(version)
    }

    /// Whether a release has what was merged. The release branch is fed from the main branch until shortly before its
    /// `.0`: whether it still took a fix shows in whether the `.0` had the problem.
    pub(crate) fn is_in(&self, fix: &Fix, version: &Read, releases: &Releases) -> bool {
        let first = release(version.branch, 0);
        match fix.branch {
            Some(branch) => branch == version.branch && releases.appeared(version) > fix.merged,
            None => releases.appeared(&first) > fix.merged && !self.has(&first),
        }
    }

    /// Whether the fix was merged into a branch by a moment.
    pub(crate) fn is_merged(&self, branch: Branch, by: i64) -> bool {
        self.fixes.iter().any(|fix| fix.branch == Some(branch) && fix.merged <= by)
    }

    pub(crate) fn names(&self, version: &Read) -> String {
        format!("{} in {}", self.id, spelled(version))
    }
}
