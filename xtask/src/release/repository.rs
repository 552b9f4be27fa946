//! Reads from the checkout what decides about a release.

use std::fs;

use crate::Outcome;
use crate::command::{command, output, root, target_dir};
use crate::release::changelog;
use crate::release::checks::State;
use crate::release::manifests::{self, MANIFESTS, Manifest};
use crate::release::plan::Plan;
use crate::release::tag::Tag;

/// The tag of the version in the manifest.
pub(crate) fn tag() -> Outcome<Tag> {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))?;
    let version = manifests::of_cargo(&manifest).ok_or("Cargo.toml has no version")?;
    Ok(Tag::parse(&format!("v{version}"))?)
}

/// What decides whether the release can be made.
pub(crate) fn state(tag: &Tag, is_real: bool) -> Outcome<State> {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap_or_default();
    let version = |(path, version): &Manifest| (*path, version(&read(path)).map(str::to_owned));
    Ok(State {
        tag: tag.clone(),
        versions: MANIFESTS.iter().map(version).collect(),
        notes: changelog::notes(&read("CHANGELOG.md"), tag),
        changed: changed()?,
        head: git(&["rev-parse", "HEAD"])?,
        // Git fails if there is no such tag.
        tagged: git(&["rev-parse", "--verify", "--quiet", &format!("refs/tags/{tag}^{{commit}}")])
            .ok(),
        branches: lines(&git(&[
            "branch",
            "--remotes",
            "--contains=HEAD",
            "--format=%(refname:short)",
        ])?),
        is_real,
    })
}

/// What is published.
pub(crate) fn plan(tag: &Tag) -> Outcome<Plan> {
    let tags = lines(&git(&["tag", "--list", "v*"])?);
    Ok(Plan {
        tag: tag.clone(),
        commit: git(&["rev-parse", "HEAD"])?,
        others: tags.iter().filter_map(|tag| Tag::parse(tag).ok()).collect(),
        has_major: tags.contains(&tag.major()),
        folder: target_dir().join("release-files"),
    })
}

/// The paths of files that differ from the commit, or that git does not know.
fn changed() -> Outcome<Vec<String>> {
    let mut changed = lines(&git(&["diff", "--name-only", "HEAD"])?);
    changed.extend(lines(&git(&["ls-files", "--others", "--exclude-standard"])?));
    Ok(changed)
}

fn git(arguments: &[&str]) -> Outcome<String> {
    output(&mut command("git", arguments))
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
