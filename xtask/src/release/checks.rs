//! Decides whether a release can be made.

use crate::release::tag::Tag;

/// What is known before a release.
pub(crate) struct State {
    pub(crate) tag: Tag,
    /// Manifests, and the versions that they have.
    pub(crate) versions: Vec<(&'static str, Option<String>)>,
    /// The notes of the release, or why there are none.
    pub(crate) notes: Result<String, String>,
    /// The paths of files that are not committed as they are.
    pub(crate) changed: Vec<String>,
    /// The commit that is checked out.
    pub(crate) head: String,
    /// The commit that the tag names. None if there is no such tag.
    pub(crate) tagged: Option<String>,
    /// The branches of GitHub that contain the commit, such as `origin/main`.
    pub(crate) branches: Vec<String>,
    /// Whether this is the real thing, for which the tag must exist, and be on a branch of releases.
    pub(crate) is_real: bool,
}

/// All reasons not to make the release. Empty if it can be made.
pub(crate) fn refusals(state: &State) -> Vec<String> {
    let mut refusals: Vec<String> =
        state.versions.iter().filter_map(|one| version(one, &state.tag)).collect();
    refusals.extend(state.notes.as_ref().err().cloned());
    if !state.changed.is_empty() {
        refusals.push(format!(
            "the work tree has changes that are not committed: {}",
            state.changed.join(", ")
        ));
    }
    refusals.extend(commit(state));
    refusals
}

fn version((path, version): &(&str, Option<String>), tag: &Tag) -> Option<String> {
    let wanted = tag.version();
    match version {
        Some(version) if *version == wanted => None,
        Some(version) => {
            Some(format!("{path} has version {version}, but the tag is {tag}: write {wanted}"))
        }
        None => Some(format!("{path} has no version: write {wanted}")),
    }
}

/// What is wrong with the commit that would be released.
fn commit(state: &State) -> Option<String> {
    let State { tag, head, .. } = state;
    match &state.tagged {
        Some(tagged) if tagged != head => {
            Some(format!("{tag} names another commit, {tagged}: a release tag never moves"))
        }
        None if state.is_real => {
            Some(format!("there is no tag {tag}: create it on {head} and push it"))
        }
        Some(_) if state.is_real && !state.branches.iter().any(|branch| is_of_releases(branch)) => {
            Some(format!(
                "{tag} is on no branch of releases: `main`, or `release-…` for an earlier version"
            ))
        }
        _ => None,
    }
}

fn is_of_releases(branch: &str) -> bool {
    branch == "origin/main" || branch.starts_with("origin/release-")
}

#[cfg(test)]
mod tests {
    use super::{State, refusals};
    use crate::release::tag::Tag;

    fn state(tag: &str, is_real: bool) -> Option<State> {
        let version = |path| (path, Some("1.2.3".to_owned()));
        Some(State {
            tag: Tag::parse(tag).ok()?,
            versions: ["Cargo.toml", "npm/package.json"].map(version).to_vec(),
            notes: Ok("- New.".to_owned()),
            changed: Vec::new(),
            head: "aaaa".to_owned(),
            tagged: Some("aaaa".to_owned()),
            branches: vec!["origin/HEAD".to_owned(), "origin/main".to_owned()],
            is_real,
        })
    }

    /// Fails unless a change of a good state causes exactly these refusals.
    #[track_caller]
    fn refuses(is_real: bool, change: fn(&mut State), wanted: &[&str]) {
        let found = state("v1.2.3", is_real).map(|mut state| {
            change(&mut state);
            refusals(&state)
        });
        let found = found.unwrap_or_default();
        let is_wanted = found.len() == wanted.len()
            && found.iter().zip(wanted).all(|(found, wanted)| found.contains(wanted));
        assert!(is_wanted, "{found:?}");
    }

    #[test]
    fn a_good_state_is_accepted() {
        for is_real in [true, false] {
            refuses(is_real, |_| {}, &[]);
        }
        refuses(true, |state| state.branches = vec!["origin/release-1.2".to_owned()], &[]);
    }

    #[test]
    fn every_manifest_must_have_the_version_of_the_tag() {
        let found = state("v1.2.4-rc.1", true).map(|state| refusals(&state)).unwrap_or_default();
        let line = |path| {
            format!("{path} has version 1.2.3, but the tag is v1.2.4-rc.1: write 1.2.4-rc.1")
        };
        assert_eq!(found, ["Cargo.toml", "npm/package.json"].map(line));
        refuses(
            true,
            |state| state.versions = vec![("package.json", None)],
            &["package.json has no version: write 1.2.3"],
        );
    }

    #[test]
    fn everything_that_is_wrong_is_listed() {
        let change = |state: &mut State| {
            state.versions = vec![("Cargo.toml", Some("1.2.2".to_owned()))];
            state.notes = Err("CHANGELOG.md has no section".to_owned());
            state.changed = vec!["src/lib.rs".to_owned(), "x".to_owned()];
            state.tagged = Some("bbbb".to_owned());
        };
        refuses(
            false,
            change,
            &["Cargo.toml", "no section", "not committed: src/lib.rs, x", "another commit, bbbb"],
        );
    }

    #[test]
    fn a_real_release_needs_its_tag_on_a_branch_of_releases() {
        refuses(true, |state| state.tagged = None, &["no tag v1.2.3: create it on aaaa"]);
        refuses(false, |state| state.tagged = None, &[]);
        for branches in [&[] as &[&str], &["origin/feature", "origin/mainly", "main"]] {
            let found = state("v1.2.3", true).map(|state| {
                let branches = branches.iter().map(|branch| (*branch).to_owned()).collect();
                refusals(&State { branches, ..state })
            });
            assert!(found.is_some_and(|found| found.len() == 1), "{branches:?}");
        }
    }
}
