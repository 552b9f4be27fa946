//! The files that `setup` writes. They are the project's own examples, with what the repository's labels tell.

use crate::format::tags::{self, TagPatterns};

/// The workflow, as the README shows it.
const WORKFLOW: &str = include_str!("../../docs/examples/step.yml");

/// The templates for authors.
const TEMPLATE: &str = include_str!("../../.github/ISSUE_TEMPLATE/patch-release.md");
const FORM: &str = include_str!("../../.github/ISSUE_TEMPLATE/patch-release.yml");

/// The policy file with every default.
const POLICY: &str = include_str!("../../docs/patch-release-issues.yml");

/// The step of the workflow, to which the policy is added.
const STEP: &str = "      - uses: patch-release-issues/action@v1\n";

pub(super) const POLICY_PATH: &str = ".github/patch-release-issues.yml";

/// Prefixes of labels that say how urgent an issue is, and those that say who is responsible.
const PRIORITY_PREFIXES: &[&str] =
    &["priority/", "priority: ", "priority:", "priority-", "severity/", "severity: ", "severity:"];
const GROUP_PREFIXES: &[&str] =
    &["sig/", "sig: ", "area/", "area: ", "area:", "team/", "team: ", "component/", "component: "];

/// Names of priorities that are worth a patch release, most urgent first.
const URGENT: &[&str] =
    &["critical-urgent", "critical", "urgent", "important-soon", "high", "p0", "p1"];

/// What the labels of a repository tell.
#[derive(Debug, Default)]
pub(super) struct Repository {
    /// The prefix of the priorities, and those that are worth a patch release.
    priorities: Option<(&'static str, Vec<String>)>,
    /// The prefix of the labels that say who is responsible.
    groups: Option<&'static str>,
    /// Whether no label says who is responsible.
    lacks_groups: bool,
    /// How tags are written, if none is `v` and a version: a pattern that ends in `{version}`.
    pub(super) tags: Option<String>,
}

impl Repository {
    /// `labels` and `tags` are null if they are not known.
    pub(super) fn of(labels: Option<&[String]>, tags: Option<&[String]>) -> Self {
        let tags = tags.and_then(pattern);
        let Some(labels) = labels else { return Self { tags, ..Self::default() } };
        let priorities = PRIORITY_PREFIXES.iter().find_map(|prefix| {
            let names = behind(labels, prefix);
            let mut accepted = Vec::new();
            for urgent in URGENT {
                accepted
                    .extend(names.iter().find(|name| name.eq_ignore_ascii_case(urgent)).cloned());
            }
            accepted.retain(|name| is_plain(name));
            (!accepted.is_empty()).then_some((*prefix, accepted))
        });
        let groups = GROUP_PREFIXES.iter().find(|prefix| !behind(labels, prefix).is_empty());
        Self { priorities, groups: groups.copied(), lacks_groups: groups.is_none(), tags }
    }
}

/// How most tags are written, if none is `v` and a version.
fn pattern(tags: &[String]) -> Option<String> {
    let is_default = |tag: &String| TagPatterns::default().version(tag).is_some();
    let names = tags.iter().map(String::as_str);
    (!tags.iter().any(is_default)).then(|| tags::pattern_of_most(names)).flatten()
}

fn behind(labels: &[String], prefix: &str) -> Vec<String> {
    labels.iter().filter_map(|label| label.strip_prefix(prefix)).map(str::to_owned).collect()
}

/// Whether YAML reads a name as that text, in a list within brackets.
fn is_plain(name: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    name.bytes().all(is_word) && name.starts_with(|first: char| first.is_ascii_alphabetic())
}

/// The path and text of every file.
pub(super) fn all(repository: &Repository) -> Vec<(&'static str, String)> {
    let with_policy = format!("{STEP}        with:\n          policy: {POLICY_PATH}\n");
    let mut workflow = WORKFLOW.replace(STEP, &with_policy);
    let (mut template, mut form) = (TEMPLATE.to_owned(), FORM.to_owned());
    if let Some(before) = repository.tags.as_ref().and_then(|tags| tags.strip_suffix("{version}")) {
        workflow = workflow.replace("tags: [\"v*\"]", &format!("tags: [\"{before}[0-9]*\"]"));
        for text in [&mut template, &mut form] {
            *text = text.replace("vX.Y", &format!("{before}X.Y"));
        }
    }
    vec![
        (".github/workflows/patch-release-issues.yml", workflow),
        (".github/ISSUE_TEMPLATE/patch-release.md", template),
        (".github/ISSUE_TEMPLATE/patch-release.yml", form),
        (POLICY_PATH, policy(repository)),
    ]
}

/// The policy file.
pub(super) fn policy(repository: &Repository) -> String {
    let mut text = POLICY.to_owned();
    if let Some(tags) = &repository.tags {
        text = text.replace("\ntags: v{version}\n", &format!("\ntags: \"{tags}\"\n"));
    }
    if let Some((prefix, accepted)) = &repository.priorities {
        text = text.replace("prefix: priority/", &format!("prefix: \"{prefix}\""));
        let list = format!("accepted: [{}]", accepted.join(", "));
        text = text.replace("accepted: [critical-urgent, important-soon]", &list);
    }
    if let Some(prefix) = repository.groups {
        text = text.replace("prefix: sig/", &format!("prefix: \"{prefix}\""));
    }
    if repository.lacks_groups {
        let why = "rules: {missing-sig: off} # no label of this repository says who is responsible";
        text = text.replace("rules: {}", why);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{POLICY_PATH, Repository, all, policy};

    #[test]
    fn every_policy_can_be_read() {
        let labels =
            |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let cases = [
            None,
            Some(labels(&[])),
            Some(labels(&["priority/important-soon", "priority/critical-urgent", "sig/cli"])),
            Some(labels(&["severity: high", "severity: low", "area: x", "severity: \"]"])),
        ];
        for case in cases {
            let repository = Repository::of(case.as_deref(), None);
            let text = policy(&repository);
            assert!(crate::read_policy(&text).is_ok(), "{text}");
        }
        let repository = Repository::of(Some(&labels(&["severity: high", "area/net"])), None);
        let read = crate::read_policy(&policy(&repository)).unwrap_or_default();
        let priorities = read.priorities.unwrap_or_default();
        let sigs = read.sigs.unwrap_or_default();
        assert_eq!((priorities.prefix.as_str(), sigs.prefix.as_str()), ("severity: ", "area/"));
        assert_eq!(priorities.accepted, ["high"]);
    }

    #[test]
    fn versions_are_written_as_most_tags_are() {
        for (tags, before) in [
            (["1.6.2", "1.6.3", "ui-v1.0.0"], ""),
            (["engine-v1.6.2", "nightly", "latest"], "engine-v"),
            (["v1.6.2", "1.6.3", "1.6.4"], "v"),
            (["nightly", "latest", "x"], "v"),
        ] {
            let repository = Repository::of(None, Some(&tags.map(str::to_owned)));
            let read = crate::read_policy(&policy(&repository)).unwrap_or_default();
            assert_eq!(read.tags.spelling().write("1.6.2"), format!("{before}1.6.2"));
            let files = all(&repository);
            let template = files.iter().find(|(path, _)| path.ends_with("patch-release.md"));
            let wanted = format!("\nintroduced-in={before}X.Y.Z\n");
            assert!(template.is_some_and(|(_, text)| text.contains(&wanted)), "{before}");
        }
    }

    #[test]
    fn the_workflow_names_the_policy() {
        let files = all(&Repository::default());
        assert!(files.iter().any(|(_, text)| text.contains(&format!("policy: {POLICY_PATH}\n"))));
    }
}
