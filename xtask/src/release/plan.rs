//! Decides which commands publish a release.

use std::path::{Path, PathBuf};

use crate::release::tag::Tag;

/// The repository on GitHub.
const HOME: &str = "patch-release-issues/action";

/// The name of the npm package.
const PACKAGE: &str = "patch-release-issues";

/// The words of a command line.
pub(crate) type Words = Vec<String>;

/// What is published.
pub(crate) struct Plan {
    pub(crate) tag: Tag,
    /// The commit of the tag.
    pub(crate) commit: String,
    /// The other tags of releases.
    pub(crate) others: Vec<Tag>,
    /// Whether the tag of the major version, such as `v1`, exists already.
    pub(crate) has_major: bool,
    /// The folder with the release's files.
    pub(crate) folder: PathBuf,
}

/// What GitHub has of a release.
#[derive(Clone, Copy)]
pub(crate) enum Existing {
    /// Nothing.
    Absent,
    /// A draft, which an earlier run may have left half complete.
    Draft,
    /// The published release, which nobody can change.
    Published,
}

impl Plan {
    /// The path of the npm package's tarball.
    pub(crate) fn tarball(&self) -> PathBuf {
        self.folder.join(format!("{PACKAGE}-{}.tgz", self.tag.version()))
    }

    /// The path of the bill of materials.
    pub(crate) fn bill(&self) -> PathBuf {
        self.folder.join(format!("{PACKAGE}-{}.cdx.json", self.tag.version()))
    }

    /// The path of the notes.
    pub(crate) fn notes(&self) -> PathBuf {
        self.folder.join("notes.md")
    }

    /// The command that tells the digest of the published package. It fails if this version is not published.
    pub(crate) fn npm_view(&self) -> Words {
        words(&["npm", "view", &format!("{PACKAGE}@{}", self.tag.version()), "dist.integrity"])
    }

    /// The commands that publish the npm package, unless the same bytes are already published. `published` is the
    /// digest of the published package, and `ours` that of the tarball.
    pub(crate) fn npm(&self, published: Option<&str>, ours: &str) -> Result<Vec<Words>, String> {
        match published {
            None => {
                let npm_tag = format!("--tag={}", self.tag.npm_tag(&self.others));
                let options = ["--provenance", "--access=public", "--ignore-scripts", &npm_tag];
                let tarball = path(&self.tarball());
                Ok(vec![words(&[&["npm", "publish", &tarball], &options[..]].concat())])
            }
            Some(published) if published == ours => Ok(Vec::new()),
            Some(published) => Err(format!(
                "npm has other bytes for {}: {published} instead of {ours}. A published version never changes: release a new one",
                self.tag.version()
            )),
        }
    }

    /// The command that tells what GitHub has of the release: `true` for a draft. It fails if there is none.
    pub(crate) fn github_view(&self) -> Words {
        words(&["gh", "release", "view", &self.tag.to_string(), "--json=isDraft", "--jq=.isDraft"])
    }

    /// The commands that make the release on GitHub. A release becomes immutable when it is published, so its files are
    /// attached to a draft before.
    pub(crate) fn github(&self, existing: Existing, files: &[PathBuf]) -> Vec<Words> {
        let tag = self.tag.to_string();
        let mut commands = Vec::new();
        if matches!(existing, Existing::Draft) {
            commands.push(words(&["gh", "release", "delete", &tag, "--yes"]));
        }
        if !matches!(existing, Existing::Published) {
            let is_latest = format!("--latest={}", self.tag.is_latest(&self.others));
            commands.push(self.create(files));
            commands.push(words(&["gh", "release", "edit", &tag, "--draft=false", &is_latest]));
        }
        commands.push(words(&["gh", "release", "verify", &tag]));
        commands.extend(self.move_major());
        commands
    }

    fn create(&self, files: &[PathBuf]) -> Words {
        let tag = self.tag.to_string();
        let mut command = words(&["gh", "release", "create", &tag, "--draft", "--verify-tag"]);
        command.push(format!("--title={tag}"));
        command.push(format!("--notes-file={}", path(&self.notes())));
        command.extend(self.tag.is_prerelease().then(|| "--prerelease".to_owned()));
        command.extend(files.iter().map(|file| path(file)));
        command
    }

    /// What the workflow would do, for a person who tries a release.
    pub(crate) fn preview(&self, notes: &str, files: &[PathBuf]) -> Result<String, String> {
        let (tag, major) = (&self.tag, self.tag.major());
        let mut commands = self.npm(None, "")?;
        commands.extend(self.github(Existing::Absent, files));
        let commands = indented(commands.iter().map(|words| words.join(" ")));
        let files = indented(files.iter().map(|file| path(file)));
        let end = match (self.tag.moves_major(&self.others), self.tag.is_prerelease()) {
            (true, _) => format!("{major} would move to {tag}"),
            (false, true) => format!("{major} would stay where it is: {tag} is a pre-release"),
            (false, false) => format!("{major} would stay where it is: {tag} is not the newest"),
        };
        Ok(format!(
            "{tag} can be released. Its notes:\n\n{notes}\nGitHub would attest how action.yml, report/action.yml, dist/, pkg/ and the package were built. The files of the release:\n{files}\nThese commands would publish it:\n{commands}\n{end}"
        ))
    }

    /// What a maintainer can do when GitHub does not let the workflow move the tag.
    pub(crate) fn move_by_hand(&self) -> String {
        let (tag, major) = (&self.tag, self.tag.major());
        format!(
            "{tag} is released, but {major} is not moved. GitHub refuses that to a workflow if the workflows of main have changed since. Move it by hand: git push --force origin '{tag}^{{}}:refs/tags/{major}'"
        )
    }

    /// The command that moves the tag that users name, or creates it.
    pub(crate) fn move_major(&self) -> Option<Words> {
        let (major, commit) = (self.tag.major(), format!("sha={}", self.commit));
        let moved = format!("repos/{HOME}/git/refs/tags/{major}");
        let (refs, name) = (format!("repos/{HOME}/git/refs"), format!("ref=refs/tags/{major}"));
        let command = if self.has_major {
            words(&["gh", "api", "--method=PATCH", &moved, "-f", &commit, "-F", "force=true"])
        } else {
            words(&["gh", "api", "--method=POST", &refs, "-f", &name, "-f", &commit])
        };
        self.tag.moves_major(&self.others).then_some(command)
    }
}

/// Fails if npm is too old to publish without a token.
pub(crate) fn check_npm(version: &str) -> Result<(), String> {
    const OLDEST: [u32; 3] = [11, 5, 1];
    let numbers: Option<Vec<u32>> = version.split('.').map(|part| part.parse().ok()).collect();
    if numbers.is_some_and(|numbers| *numbers >= OLDEST[..]) {
        return Ok(());
    }
    Err(format!("npm {version} cannot publish without a token: npm 11.5.1 or later is needed"))
}

fn words(words: &[&str]) -> Words {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Each item on a line of its own.
fn indented(items: impl Iterator<Item = String>) -> String {
    items.map(|item| format!("  {item}\n")).collect::<Vec<_>>().concat()
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Existing, Plan, check_npm};
    use crate::release::tag::Tag;

    fn plan(tag: &str, others: &[&str]) -> Result<Plan, String> {
        let others = others.iter().map(|tag| Tag::parse(tag)).collect::<Result<_, String>>()?;
        let (commit, folder) = ("aaaa".to_owned(), PathBuf::from("f"));
        Ok(Plan { tag: Tag::parse(tag)?, commit, others, has_major: true, folder })
    }

    fn lines(commands: &[Vec<String>]) -> Vec<String> {
        commands.iter().map(|words| words.join(" ")).collect()
    }

    fn github(plan: &Plan, existing: Existing) -> Vec<String> {
        lines(&plan.github(existing, &[plan.tarball(), plan.bill()]))
    }

    #[test]
    fn a_release_is_a_draft_until_its_files_are_attached() -> Result<(), String> {
        let plan = plan("v1.2.3", &["v1.2.2", "v2.0.0-rc.1"])?;
        let files = "f/patch-release-issues-1.2.3.tgz f/patch-release-issues-1.2.3.cdx.json";
        let wanted = [
            format!("gh release create v1.2.3 --draft --verify-tag --title=v1.2.3 --notes-file=f/notes.md {files}"),
            "gh release edit v1.2.3 --draft=false --latest=true".to_owned(),
            "gh release verify v1.2.3".to_owned(),
            "gh api --method=PATCH repos/patch-release-issues/action/git/refs/tags/v1 -f sha=aaaa -F force=true".to_owned(),
        ];
        assert_eq!(github(&plan, Existing::Absent), wanted);
        let (first, rest) = wanted.split_at(2);
        assert_eq!(github(&plan, Existing::Published), rest);
        let again = github(&plan, Existing::Draft);
        assert_eq!(again.first().map(String::as_str), Some("gh release delete v1.2.3 --yes"));
        assert_eq!(again.get(1..), Some([first, rest].concat().as_slice()));
        Ok(())
    }

    #[test]
    fn a_prerelease_moves_nothing() -> Result<(), String> {
        let plan = plan("v1.3.0-rc.1", &["v1.2.3"])?;
        let commands = github(&plan, Existing::Absent).join("\n");
        assert!(commands.contains(" --prerelease ") && commands.contains("--latest=false"));
        assert!(!commands.contains("refs/tags/"), "{commands}");
        let npm = plan.npm(None, "x")?;
        let options = "--provenance --access=public --ignore-scripts --tag=next";
        assert_eq!(
            lines(&npm),
            [format!("npm publish f/patch-release-issues-1.3.0-rc.1.tgz {options}")]
        );
        Ok(())
    }

    #[test]
    fn an_earlier_version_is_not_the_latest() -> Result<(), String> {
        let plan = plan("v1.2.4", &["v1.3.0"])?;
        let commands = github(&plan, Existing::Absent).join("\n");
        assert!(
            commands.contains("--latest=false") && !commands.contains("refs/tags/"),
            "{commands}"
        );
        assert!(lines(&plan.npm(None, "x")?).concat().ends_with("--tag=previous"));
        Ok(())
    }

    #[test]
    fn the_first_release_of_a_major_version_creates_its_tag() -> Result<(), String> {
        let plan = Plan { has_major: false, ..plan("v2.0.0", &["v1.3.0"])? };
        let wanted = "gh api --method=POST repos/patch-release-issues/action/git/refs -f ref=refs/tags/v2 -f sha=aaaa";
        assert_eq!(github(&plan, Existing::Absent).last().map(String::as_str), Some(wanted));
        Ok(())
    }

    #[test]
    fn a_published_package_is_not_published_again_and_never_replaced() -> Result<(), String> {
        let plan = plan("v1.2.3", &[])?;
        assert_eq!(plan.npm(Some("sha512-a"), "sha512-a"), Ok(Vec::new()));
        assert!(
            plan.npm(Some("sha512-b"), "sha512-a")
                .is_err_and(|error| error.contains("other bytes"))
        );
        assert_eq!(plan.npm(None, "sha512-a")?.len(), 1);
        Ok(())
    }

    #[test]
    fn a_trial_shows_the_notes_the_files_and_the_commands() -> Result<(), String> {
        let plan = plan("v1.2.3", &["v1.2.2"])?;
        let shown = plan.preview("- New.\n", &[plan.tarball(), plan.bill()])?;
        let order = [
            "v1.2.3 can be released. Its notes:\n\n- New.\n\n",
            "\n  f/patch-release-issues-1.2.3.tgz\n  f/patch-release-issues-1.2.3.cdx.json\n\n",
            "\n  npm publish f/",
            "\n  gh release create v1.2.3 --draft ",
            "\n  gh api --method=PATCH ",
            "\n\nv1 would move to v1.2.3",
        ];
        let places: Vec<Option<usize>> = order.iter().map(|part| shown.find(part)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{shown}");
        for (tag, others, end) in [
            ("v1.2.4-rc.1", "v1.2.3", "v1 would stay where it is: v1.2.4-rc.1 is a pre-release"),
            ("v1.2.3", "v1.3.0", "v1 would stay where it is: v1.2.3 is not the newest"),
        ] {
            assert!(self::plan(tag, &[others])?.preview("", &[])?.ends_with(end));
        }
        Ok(())
    }

    #[test]
    fn an_old_npm_is_refused() {
        for (version, is_good) in [
            ("11.5.1", true),
            ("11.10.0", true),
            ("12.0.0", true),
            ("11.5.0", false),
            ("10.9.2", false),
            ("", false),
        ] {
            assert_eq!(check_npm(version).is_ok(), is_good, "{version}");
        }
    }
}
