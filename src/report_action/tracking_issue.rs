//! The tracking issue: its description → the description with the report in it. What people wrote stays.

use crate::report_action::answer;
use crate::report_action::world::{Stop, World};

/// The line that starts the report.
pub(super) const START: &str = "<!-- patch-release-issues/action kind=known-issues schema=1 -->";

/// The line that ends the report.
pub(super) const END: &str = "<!-- /patch-release-issues/action -->";

/// The most characters that a description may have.
const LONGEST: usize = 65_536;

/// Why a description is left unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Someone else wrote it, and it has no place for the report.
    Foreign,
    /// It would be too long with the report.
    TooLong,
}

impl Refusal {
    /// What to do about it.
    pub(super) fn message(self, number: u64) -> String {
        match self {
            Self::Foreign => format!(
                "the description of issue #{number} has no place for the report and was left unchanged: put the two lines `{START}` and `{END}` \
                 where the report belongs, or name an issue without a description"
            ),
            Self::TooLong => format!(
                "with the report, the description of issue #{number} is longer than GitHub allows: shorten the text \
                 before and after the report"
            ),
        }
    }
}

/// Whether a description has a place for a report.
pub(super) fn has_marker(description: &str) -> bool {
    lines(description).any(|(_, _, line)| line == START)
}

/// The description with the report in it. `None` if it already contains the same report. Line breaks are not
/// compared, because GitHub's editor changes them.
///
/// The report replaces an empty description, and one that starts with the start marker and has no end marker. In any
/// other description, it is put between the markers.
pub(super) fn describe(description: &str, report: &str) -> Result<Option<String>, Refusal> {
    let (before, after) = place(description).ok_or(Refusal::Foreign)?;
    let described = format!("{before}{START}\n{}\n{END}\n{after}", report.trim_end());
    if described.chars().count() > LONGEST {
        return Err(Refusal::TooLong);
    }
    let same = plain(&described) == plain(description);
    Ok((!same).then_some(described))
}

/// The text before and after the place of the report.
fn place(description: &str) -> Option<(&str, &str)> {
    if description.trim().is_empty() {
        return Some(("", ""));
    }
    let (start, _, _) = lines(description).find(|(_, _, line)| *line == START)?;
    let before = description.get(..start)?;
    // Text from issues cannot end the report: titles are inside tables and lists.
    match lines(description).filter(|(at, _, line)| *at > start && *line == END).last() {
        Some((_, end, _)) => Some((before, description.get(end..)?)),
        None if start == 0 => Some(("", "")),
        None => None,
    }
}

/// Each line: its start, the start of the next line, and its text without trailing blanks.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, at, line.trim_end())
    })
}

fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim_end().to_owned()
}

pub(super) fn take_description(
    number: u64,
    body: &str,
    world: &mut World<'_>,
) -> Result<bool, Stop> {
    #[derive(serde::Deserialize)]
    struct Holder {
        issue: Described,
    }
    #[derive(serde::Deserialize)]
    struct Described {
        body: String,
    }
    let own = &world.settings.own;
    let found: Holder = answer::repository(body)
        .map_err(|fault| fault.stop(own, &format!("issue #{number}"), "issues"))?;
    describe(&found.issue.body, "").map_err(|refusal| Stop::Failure(refusal.message(number)))?;
    *world.description = found.issue.body;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(description: &str) -> Result<Option<String>, Refusal> {
        describe(description, "# Report\n")
    }

    #[test]
    fn the_report_takes_an_empty_description_or_its_own_place() {
        let own = format!("{START}\n# Report\n{END}\n");
        assert_eq!(described(" \n"), Ok(Some(own.clone())));
        assert_eq!(described(&format!("{START}\nold")), Ok(Some(own.clone())));
        assert_eq!(
            described(&format!("Hello\n{START}\nold\n{END}\nBye\n")),
            Ok(Some(format!("Hello\n{own}Bye\n")))
        );
        assert_eq!(described(&format!("Hello\n{START}\n{END}")), Ok(Some(format!("Hello\n{own}"))));
        assert_eq!(described(&own), Ok(None));
        assert_eq!(described(own.replace('\n', "\r\n").trim_end()), Ok(None));
    }

    #[test]
    fn a_description_of_somebody_elses_stays() {
        for description in
            ["Hello", &format!("Hello\n{START}\nold"), &format!("> {START}\n{END}"), END]
        {
            assert_eq!(described(description), Err(Refusal::Foreign), "{description}");
        }
        let long = format!("{}\n{START}\n{END}", "x".repeat(LONGEST));
        assert_eq!(described(&long), Err(Refusal::TooLong));
    }
}
