//! Reads a schedule, or reports every mistake in it. The file is not made for us: members that are not needed may have
//! any value.

use crate::format::version::{Branch, Version};
use crate::known_issues::schedule::{Schedule, ScheduledBranch, ScheduledRelease};
use crate::policy::PolicyError;
use crate::policy::mapping::Reader;
use crate::policy::yaml::{self, Node, ScalarKind, YamlValue};
use crate::text::date;
use crate::text::line_feeds::line_feeds;

/// What a schedule looks like, for messages.
const FORM: &str =
    "a mapping with the list `schedules`, such as Kubernetes' `data/releases/schedule.yaml`";

/// Reads the file. Members that a report does not need are ignored.
///
/// # Errors
/// Every mistake, with its place.
pub fn read_schedule(text: &str) -> Result<Schedule, Vec<PolicyError>> {
    let fed = line_feeds(text);
    let text = &*fed;
    let mut reader = Reader::default();
    let root = yaml::read(text, &mut reader.errors);
    let mut branches: Vec<ScheduledBranch> = Vec::new();
    match root.as_ref() {
        Some(root) => match member(root, "schedules") {
            Some(list) => {
                for item in reader.items("`schedules`", list, "a list of branches") {
                    if let Some(branch) = reader.scheduled(item) {
                        if branches.iter().any(|other| other.branch == branch.branch) {
                            let message =
                                format!("`{}` occurs more than once: keep one", branch.branch);
                            reader.errors.add(item.at, message);
                        }
                        branches.push(branch);
                    }
                }
            }
            None => reader.wrong("the schedule", root, FORM),
        },
        None if reader.errors.is_empty() => {
            reader.errors.add(0, format!("the schedule is empty: write {FORM}"));
        }
        None => {}
    }
    if reader.errors.is_empty() { Ok(Schedule(branches)) } else { Err(reader.errors.located(text)) }
}

impl Reader {
    fn scheduled(&mut self, item: &Node<'_>) -> Option<ScheduledBranch> {
        let Some(name) = member(item, "release") else {
            self.wrong("an item of `schedules`", item, "a mapping with `release`, such as `1.27`");
            return None;
        };
        let branch = named(name).and_then(|name| Branch::parse(&name));
        if branch.is_none() {
            self.wrong("`release`", name, "a branch such as `1.27`");
        }
        let end_of_life = self.day(item, "endOfLifeDate");
        let next = member(item, "next").filter(|next| !is_empty(next));
        let next = next.and_then(|next| self.next(next, branch));
        Some(ScheduledBranch { branch: branch?.to_string(), end_of_life, next })
    }

    fn next(&mut self, node: &Node<'_>, branch: Option<Branch>) -> Option<ScheduledRelease> {
        let Some(name) = member(node, "release") else {
            self.wrong("`next`", node, "a mapping with `release`, such as `1.27.4`");
            return None;
        };
        let version = named(name).and_then(|name| Version::parse(&name));
        if version.is_none() {
            self.wrong("`release`", name, "a version such as `1.27.4`");
        }
        let elsewhere = version.as_ref().zip(branch);
        if elsewhere.is_some_and(|(version, branch)| version.branch() != branch) {
            self.wrong("`release`", name, "a version of the branch");
        }
        let cherry_pick_deadline = self.day(node, "cherryPickDeadline");
        let target_date = self.day(node, "targetDate");
        Some(ScheduledRelease { version: version?.to_string(), cherry_pick_deadline, target_date })
    }

    /// The day of a member; `None` where it is missing or empty.
    fn day(&mut self, node: &Node<'_>, key: &str) -> Option<String> {
        let value = member(node, key).filter(|value| !is_empty(value))?;
        let day = scalar(value).filter(|text| text.len() == "YYYY-MM-DD".len());
        let day = day.and_then(date::normal).and_then(|day| Some(day.get(..10)?.to_owned()));
        if day.is_none() {
            self.wrong(&format!("`{key}`"), value, "a day such as `2023-07-14`");
        }
        day
    }
}

/// The value of a key; `None` where there is no such key or no mapping.
fn member<'n, 'a>(node: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    let YamlValue::Map(entries) = &node.value else { return None };
    let mut values = entries.iter().filter(|(name, _)| scalar(name) == Some(key));
    values.next().map(|(_, value)| value)
}

/// A scalar's text.
fn scalar<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        YamlValue::Scalar(text, _) => Some(text),
        _ => None,
    }
}

/// Whether a member is left empty.
fn is_empty(node: &Node<'_>) -> bool {
    matches!(&node.value, YamlValue::Scalar(text, kind) if text.is_empty() || *kind == ScalarKind::Null)
}

/// A branch or version, with its `v`.
fn named(node: &Node<'_>) -> Option<String> {
    let text = scalar(node)?;
    Some(format!("v{}", text.strip_prefix('v').unwrap_or(text)))
}
