//! An unknown answer → the entries, either of which would settle it.

use crate::format::version::Version;

/// The entries that would settle what `rule` leaves unknown of `version`: the first if it has the problem, the second
/// if it does not. `first` is the first release of its branch. None where the entries that there are must be corrected first.
pub(crate) fn entries(rule: &str, version: &Version, first: &Version) -> Vec<String> {
    match rule {
        "U8" => vec![format!("introduced-in={version}"), format!("introduced-in={first}")],
        "U9" | "U10" | "U11" | "U12" | "U13" => {
            vec![format!("introduced-in={first}"), format!("not-affected={}", version.branch())]
        }
        _ => Vec::new(),
    }
}

/// Whether `rule` leaves every release of every branch unknown, because the entries are wrong.
pub(crate) fn is_general(rule: &str) -> bool {
    matches!(rule, "U2" | "U3" | "U4" | "U5" | "U6" | "U7" | "U16")
}

/// What settles any answer that `rule` leaves unknown.
pub(crate) fn remedy(rule: &str) -> &'static str {
    match rule {
        "U8" => "add an introduced-in of the branch: that release, or the first of the branch",
        "U9" | "U10" | "U11" | "U12" | "U13" => {
            "add an introduced-in of the branch, or a not-affected if it never had the problem"
        }
        _ => correction(rule),
    }
}

/// What to correct if no single entry settles it.
pub(crate) fn correction(rule: &str) -> &'static str {
    match rule {
        "U2" => "write every entry as one full version",
        "U3" => "leave one entry of each key on a branch",
        "U5" => "leave one of the entries that contradict each other on a branch",
        "U14" => "name the release that has the fix: the one that is named does not have it",
        "U15" => {
            "look at the entries again: the issue was reopened after the release that is named"
        }
        "U16" => "correct introduced-in: there is no such release",
        "U6" => "add an introduced-in: the first release that has it",
        "U4" => "correct the entries: on a branch the fix comes after the problem",
        "U7" => "add an introduced-in of the oldest branch that has it",
        _ => "ask about a full version",
    }
}
