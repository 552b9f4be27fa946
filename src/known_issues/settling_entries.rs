//! An unknown answer → the entries, either of which would settle it.

use crate::format::version::Version;

/// The entries that would settle what `rule` leaves unknown about `version`: the first if it has the problem, the
/// second if it does not. Empty if the existing entries must be corrected first.
pub(crate) fn entries(rule: &str, version: &Version) -> Vec<String> {
    let first = version.branch().first_release();
    match rule {
        "U8" => vec![format!("introduced-in={version}"), format!("introduced-in={first}")],
        "U9" | "U10" | "U11" | "U12" | "U13" => {
            vec![format!("introduced-in={first}"), format!("resolved-in={first}")]
        }
        _ => Vec::new(),
    }
}

/// Whether `rule` leaves every release of every branch unknown, because the entries are wrong.
pub(crate) fn is_general(rule: &str) -> bool {
    matches!(rule, "U2" | "U3" | "U4" | "U6" | "U7")
}

/// What to correct if no single entry settles it.
pub(crate) fn correction(rule: &str) -> &'static str {
    match rule {
        "U2" => "write every entry as one full version",
        "U3" => "keep only one entry of each key on a branch",
        "U6" => "add an introduced-in with the first release that has it",
        "U4" => "correct the entries: on each branch, the fix must come after the problem",
        "U7" => "add an introduced-in for the oldest branch that has it",
        _ => "ask about a full version",
    }
}
