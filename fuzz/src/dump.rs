//! A dump of repositories, or a list of issues, as JSON → a report with all its files.

use std::collections::{BTreeMap, BTreeSet};

use patch_release_issues::known_issues::dump::DumpIssue;
use patch_release_issues::known_issues::{Collection, Dump, KnownIssues, Options};

use crate::{Checked, Extent, fail_unless};

/// An issue: its repository in lower case, and its number.
type Name = (String, u64);

/// The labels that withhold an issue.
const SECURITY: &[&str] =
    &["area/security", "committee/security-response", "committee/product-security"];

pub(crate) fn check(input: &str, extent: Extent) -> Checked {
    let Ok(mut dump) = read(input) else { return Ok(()) };
    let marks = mark(&mut dump);
    let mut collection = Collection::new(Options::default());
    if collection.add(dump.clone()).is_err() {
        return Ok(());
    }
    let report = collection.finish();
    let files = written(&report);
    check_withheld(&report, &files, &marks)?;
    let chosen = extent.chosen(input, 4);
    let is_chosen = |promise| chosen.is_none_or(|chosen| chosen == promise);
    if is_chosen(0) {
        let other = reversed(&dump)?;
        fail_unless(written(&other) == files, || "the order of the dump matters".to_owned())?;
    }
    if is_chosen(1) {
        let mut collection = Collection::new(Options::default());
        for _ in 0..2 {
            collection.merge(KnownIssues::from_json(&report.to_json())?);
        }
        same(&files, &written(&collection.finish()), "merging a report with itself")?;
    }
    if is_chosen(2) {
        let mut collection = Collection::new(Options::default());
        let is_continued = collection.previous(KnownIssues::from_json(&report.to_json())?);
        fail_unless(is_continued, || "the report cannot be continued".to_owned())?;
        collection.add(dump.clone())?;
        same(&files, &written(&collection.finish()), "continuing a report without news")?;
    }
    Ok(())
}

fn read(input: &str) -> Result<Dump, serde_json::Error> {
    if !input.trim_start().starts_with('[') {
        return serde_json::from_str(input);
    }
    let mut issues: Vec<DumpIssue> = serde_json::from_str(input)?;
    let mut dump = Dump::default();
    for issue in issues.drain(..) {
        let name = "o/r".to_owned();
        dump.repositories.push(patch_release_issues::known_issues::dump::RepositoryDump {
            name,
            issues: vec![issue],
            ..Default::default()
        });
    }
    Ok(dump)
}

/// What each issue with a security label says, as far as it must not be shown.
#[derive(Default)]
struct Marks {
    /// The marks of each issue.
    marks: BTreeMap<Name, Vec<String>>,
    /// The issues that have another reading, which may be shown.
    shown: BTreeSet<Name>,
}

/// Puts a mark of its own into every text of every issue with a security label.
fn mark(dump: &mut Dump) -> Marks {
    let mut marks = Marks::default();
    let mut count = 0;
    for repository in &mut dump.repositories {
        let name = repository.name.to_ascii_lowercase();
        for issue in &mut repository.issues {
            let is_security =
                |label: &String| SECURITY.contains(&label.to_ascii_lowercase().as_str());
            let name = (name.clone(), issue.number);
            if !issue.labels.iter().any(is_security) {
                marks.shown.insert(name);
                continue;
            }
            count += 1;
            let mark = format!("qz{count}zq");
            let says_release = issue.body.as_deref().unwrap_or_default().contains(char::is_numeric);
            let is_open =
                issue.state.as_deref().is_none_or(|state| state.eq_ignore_ascii_case("open"));
            if says_release || !is_open {
                marks.shown.insert(name.clone());
            }
            issue.title = format!("{mark} {}", issue.title);
            issue.body = Some(format!("{}\n\n{mark}\n", issue.body.as_deref().unwrap_or_default()));
            issue.author = Some(mark.clone());
            issue.assignees = vec![mark.clone()];
            issue.milestone = Some(mark.clone());
            marks.marks.entry(name).or_default().push(mark);
        }
    }
    marks
}

/// Nothing of an issue that is withheld, or must be, is in a file.
fn check_withheld(report: &KnownIssues, files: &[(String, String)], marks: &Marks) -> Checked {
    let mut hidden: BTreeSet<Name> =
        marks.marks.keys().filter(|name| !marks.shown.contains(name)).cloned().collect();
    for repository in &report.repositories {
        for withheld in &repository.withheld {
            hidden.insert((repository.name.to_ascii_lowercase(), withheld.number));
        }
    }
    for name in hidden {
        for mark in marks.marks.get(&name).into_iter().flatten() {
            let leak = files.iter().find(|(_, text)| text.contains(mark.as_str()));
            fail_unless(leak.is_none(), || format!("{name:?} is withheld, but shown: {leak:?}"))?;
        }
    }
    Ok(())
}

fn written(report: &KnownIssues) -> Vec<(String, String)> {
    let mut files = vec![("body".to_owned(), report.issue_body())];
    files.push(("summary".to_owned(), report.summary()));
    report.write(|path, text| files.push((path, text)));
    files
}

/// The report of the dump, added in small parts in another order.
fn reversed(dump: &Dump) -> Result<KnownIssues, String> {
    let mut collection = Collection::new(Options::default());
    for repository in dump.repositories.iter().rev() {
        let mut last = repository.clone();
        for mut issue in std::mem::take(&mut last.issues).into_iter().rev() {
            issue.labels.reverse();
            let part = patch_release_issues::known_issues::dump::RepositoryDump {
                name: repository.name.clone(),
                issues: vec![issue],
                ..Default::default()
            };
            collection.add(Dump { repositories: vec![part], ..Dump::default() })?;
        }
        last.tags.reverse();
        last.pull_requests.reverse();
        last.comparisons.reverse();
        collection.add(Dump { repositories: vec![last], ..Dump::default() })?;
    }
    collection.add(Dump { now: dump.now.clone(), ..Dump::default() })?;
    Ok(collection.finish())
}

fn same(files: &[(String, String)], others: &[(String, String)], what: &str) -> Checked {
    let differs = files.iter().zip(others).find(|(file, other)| file != other);
    let is_same = differs.is_none() && files.len() == others.len();
    fail_unless(is_same, || format!("{what} makes a difference: {differs:?}"))
}
