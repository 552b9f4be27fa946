//! An unknown answer → the entries, one of which would settle it.

use crate::format::version::Version;

/// The entries that would settle what `rule` leaves unknown of `version`: the first if it has the problem, the second
/// if it does not. None where the entries that there are must be corrected first.
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

/// Whether `rule` leaves every release unknown, whatever its branch: something is wrong with the entries.
pub(crate) fn is_general(rule: &str) -> bool {
    matches!(rule, "U2" | "U3" | "U4" | "U6" | "U7")
}

/// What must be corrected where no entry alone settles it.
pub(crate) fn correction(rule: &str) -> &'static str {
    match rule {
        "U2" => "write every entry as one full version",
        "U3" => "leave one entry of each key on a branch",
        "U6" => "add an introduced-in: the first release that has it",
        "U4" => "correct the entries: on a branch the fix comes after the problem",
        "U7" => "add an introduced-in of the oldest branch that has it",
        _ => "ask about a full version",
    }
}
