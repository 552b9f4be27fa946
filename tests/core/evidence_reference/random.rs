//! Made-up worlds: a history, the issue that somebody wrote about it, and what is known of both.

use super::dates::written;
use super::graph::{Commit, Tagged, oid};
use super::story::{REPOSITORY, Role, Story};
use super::versions::{Branch, Read, before, read};
use super::world::{Comparison, Issue, Maintained, Policy, Tag, World};
use crate::affected::random::Random;

/// A world, which differs from one call to the next.
pub(crate) fn world(random: &mut Random) -> World {
    let mut story = Story::tell(random);
    story.clock += story.random.one_of(&[60, 86_400, 30 * 86_400]);
    let undated = story.random.one_of(&[0, 0, 10, 60]);
    let issue = issue(&mut story);
    World {
        now: written(story.clock),
        policy: policy(story.random),
        repository: REPOSITORY.to_owned(),
        all_tags_known: story.random.below(8) > 0,
        comparisons: comparisons(&mut story),
        tags: tags(&mut story, undated),
        issue,
        pull_requests: story.pulls.into_iter().map(|pull| pull.facts).collect(),
    }
}

fn policy(random: &mut Random) -> Policy {
    let listed =
        |names: &[&str]| Maintained::Listed(names.iter().map(ToString::to_string).collect());
    let maintained = match random.below(8) {
        0 => Maintained::Newest(1 + random.below(3)),
        1 => listed(&["v1.9"]),
        2 => listed(&["v1.8", "v1.10"]),
        3 => Maintained::Overlapping { newest: 1, overlap_months: 2 },
        _ => Maintained::Overlapping { newest: 3, overlap_months: 3 },
    };
    let cherry_picks = if random.below(6) == 0 { "independent" } else { "main-first" };
    Policy { maintained, cherry_picks: cherry_picks.to_owned() }
}

fn tags(story: &mut Story<'_>, undated: usize) -> Vec<Tag> {
    let mut tags = Vec::new();
    for Tagged { name, commit, date, .. } in &story.tags {
        let is_dated = story.random.below(100) >= undated;
        let date = is_dated.then(|| written(*date));
        tags.push(Tag { name: name.clone(), date, commit: Some(oid(*commit)) });
    }
    tags
}

/// What GitHub answered: right, or that it cannot tell.
fn comparisons(story: &mut Story<'_>) -> Vec<Comparison> {
    let asked = story.random.one_of(&[0, 30, 90, 100, 100]);
    let mut comparisons = Vec::new();
    for tag in &story.tags {
        for commit in story.pulls.iter().filter_map(|pull| pull.commit) {
            if story.random.below(100) < asked {
                let known = story.random.below(16) > 0;
                let contains = known.then(|| story.graph.contains(tag.commit, commit));
                comparisons.push(Comparison {
                    tag: tag.name.clone(),
                    commit: oid(commit),
                    contains,
                });
            }
        }
    }
    comparisons
}

fn issue(story: &mut Story<'_>) -> Issue {
    let mut branches: Vec<Branch> = story.tags.iter().map(|tag| tag.branch).collect();
    branches.sort_unstable();
    branches.dedup();
    let mut introduced_in = introduced(story, &branches);
    let resolved_in = resolved(story, &branches);
    if story.random.below(2) == 0 {
        introduced_in.truncate(1); // Where it was first seen.
    }
    let is_free = |branch: &Branch| {
        let prefix = format!("v{}.{}.", branch.0, branch.1);
        !introduced_in.iter().chain(&resolved_in).any(|entry| entry.starts_with(&prefix))
    };
    if story.random.below(8) > 0 {
        branches.retain(is_free);
    }
    let not_affected = named_branches(story.random, &branches);
    branches.retain(|(major, minor)| not_affected != [format!("v{major}.{minor}")]);
    let wont_fix = named_branches(story.random, &branches);
    let (state, reason) = state(story.random);
    let last_edited_at = moment(story);
    let reopened_at = if story.random.below(5) == 0 { moment(story) } else { None };
    Issue {
        number: 1,
        state: state.to_owned(),
        state_reason: reason.map(str::to_owned),
        created_at: written(1_500_000_000),
        last_edited_at,
        reopened_at,
        labels: labels(story.random),
        introduced_in,
        resolved_in,
        not_affected,
        wont_fix,
        pull_requests: listed(story),
    }
}

/// A moment around one of the tags.
fn moment(story: &mut Story<'_>) -> Option<String> {
    let at = story.random.below(story.tags.len());
    let shift = story.random.one_of(&[-90_000, -60, 60, 90_000]);
    (story.random.below(3) > 0).then(|| written((story.tags[at].date + shift).min(story.clock)))
}

/// The first version of each branch that has the problem. Some entries are wrong, or missing.
fn introduced(story: &mut Story<'_>, branches: &[Branch]) -> Vec<String> {
    let carelessness = story.random.one_of(&[1, 1, 5, 30]);
    let mut entries = Vec::new();
    for branch in branches {
        let right = first(story, *branch, &story.culprits, None);
        let is_careless = story.random.below(100) < carelessness;
        entries.extend(if is_careless { slip(story, *branch) } else { right });
    }
    entries
}

/// The first version of each branch that has the fix. Some entries are wrong, or missing.
fn resolved(story: &mut Story<'_>, branches: &[Branch]) -> Vec<String> {
    let carelessness = story.random.one_of(&[5, 20, 40]);
    let is_kept = story.random.one_of(&[30, 80, 100]);
    let mut entries = Vec::new();
    for branch in branches {
        let came = first(story, *branch, &story.culprits, None);
        let right = first(story, *branch, &story.fixes, came.as_deref());
        let is_careless = story.random.below(100) < carelessness;
        let entry = if is_careless { slip(story, *branch) } else { right };
        let is_kept = story.random.below(100) < is_kept && (came.is_some() || is_careless);
        entries.extend(entry.filter(|_| is_kept));
    }
    entries
}

/// The first tag of a branch that has one of some commits and comes after a version.
fn first(
    story: &Story<'_>,
    branch: Branch,
    commits: &[Commit],
    after: Option<&str>,
) -> Option<String> {
    let after = after.and_then(read);
    let has =
        |tag: &&Tagged| commits.iter().any(|commit| story.graph.contains(tag.commit, *commit));
    let mut found: Option<(Read, &str)> = None;
    for tag in story.tags.iter().filter(|tag| tag.branch == branch).filter(has) {
        let version = read(&tag.name)?;
        let is_later = after.as_ref().is_none_or(|after| before(after, &version));
        if is_later && found.as_ref().is_none_or(|(first, _)| before(&version, first)) {
            found = Some((version, &tag.name));
        }
    }
    found.map(|(_, name)| name.to_owned())
}

/// What somebody writes who guesses, plans, or mistypes.
fn slip(story: &mut Story<'_>, branch: Branch) -> Option<String> {
    let minor = branch.1;
    let line = story.lines.iter().find(|line| line.branch == branch);
    let next = line.map_or(0, |line| line.next);
    let patch = match story.random.below(8) {
        0 => return None,
        1 => next + 1,
        2 => next + 30,
        3 => 0,
        4 => next.saturating_sub(1),
        _ => next,
    };
    Some(format!("v1.{minor}.{patch}"))
}

fn named_branches(random: &mut Random, branches: &[Branch]) -> Vec<String> {
    if branches.is_empty() || random.below(5) > 0 {
        return Vec::new();
    }
    let (major, minor) = random.one_of(branches);
    let plain = format!("v{major}.{minor}");
    let written = match random.below(30) {
        0 => format!("V{major}.{minor}"),
        1 => format!("{plain}.1"),
        2 => format!("`{plain}`"),
        3 => "main".to_owned(),
        _ => plain,
    };
    vec![written]
}

fn state(random: &mut Random) -> (&'static str, Option<&'static str>) {
    random.one_of(&[
        ("open", None),
        ("open", None),
        ("open", Some("reopened")),
        ("closed", Some("completed")),
        ("closed", Some("completed")),
        ("closed", None),
        ("closed", Some("not_planned")),
        ("closed", Some("duplicate")),
    ])
}

fn labels(random: &mut Random) -> Vec<String> {
    let priorities: [&[&str]; 6] = [
        &["priority/critical-urgent"],
        &["Priority/Critical-Urgent", "priority/important-soon"],
        &["priority/critical-urgent"],
        &["priority/important-soon"],
        &["priority/backlog"],
        &[],
    ];
    let mut labels = vec!["patch-release", "sig/node"];
    labels.extend(random.one_of(&priorities));
    if random.below(15) == 0 {
        labels.push("area/security");
    }
    labels.into_iter().map(str::to_owned).collect()
}

/// The pull requests that the issue lists: most fixes of main, some backports, seldom what brought the problem.
fn listed(story: &mut Story<'_>) -> Vec<u64> {
    let mut listed = Vec::new();
    for pull in &story.pulls {
        let chance = match (pull.role, pull.facts.base == "master") {
            (Role::Fix, true) => 85,
            (Role::Fix, false) => 45,
            (Role::Culprit, _) => 15,
            (Role::Other, _) => 5,
        };
        if story.random.below(100) < chance {
            listed.push(pull.facts.number);
        }
    }
    if story.random.below(20) == 0 {
        listed.push(9000);
    }
    listed
}
