//! What the page says to users of a release: whether it has known issues, and what to run instead. Both follow from
//! the report.

use crate::known_issues::report::{AdviceKind, BranchReport, ReleaseAdvice, ReleaseReport};

use crate::known_issues::page::wording;

/// The most issues that a sentence names.
const MOST_NAMED: usize = 5;

/// A sentence about a release to upgrade to.
pub(super) struct UpgradeAdvice<'a> {
    pub(super) before: &'static str,
    pub(super) version: &'a str,
    pub(super) after: String,
}

/// How many known issues a release has.
pub(super) fn headline(version: &str, affected: usize, critical: usize, unknown: usize) -> String {
    let open = match unknown {
        0 => String::new(),
        _ => format!(" Unknown for {}.", wording::counted(unknown, "issue")),
    };
    let critical = match critical {
        0 => String::new(),
        _ if critical == affected && affected == 1 => ", which is critical".to_owned(),
        _ if critical == affected => ", all critical".to_owned(),
        _ => format!(", {critical} of them critical"),
    };
    match affected {
        0 => format!("No known issue affects {version}.{open}"),
        _ => format!(
            "{version} is affected by {}{critical}.{open}",
            wording::counted(affected, "known issue")
        ),
    }
}

/// What to run instead of a release that an issue affects. `is_critical` tells about an issue.
pub(super) fn advice<'a>(
    branch: &BranchReport,
    release: &'a ReleaseReport,
    is_critical: impl Fn(u64) -> bool,
) -> Vec<UpgradeAdvice<'a>> {
    let mut shown: Vec<UpgradeAdvice<'a>> = Vec::new();
    let waits = release.advice.iter().find(|one| one.kind == AdviceKind::Wait);
    let has_worse = release.advice.iter().any(|one| one.kind == AdviceKind::Worse);
    let is_advised = release.advice.iter().any(is_upgrade);
    for advice in &release.advice {
        let version = advice.version.as_str();
        let before = match (is_upgrade(advice), shown.is_empty()) {
            (true, true) => "Upgrade to ",
            (true, false) => "Or upgrade to ",
            _ => "",
        };
        let does = does(advice, release, &is_critical);
        let (before, after) = match advice.kind {
            AdviceKind::Good => (before, good(branch, advice, &does)),
            AdviceKind::Better => (before, format!(": it {does}.")),
            AdviceKind::Worse => {
                let instead = if is_advised { String::new() } else { stay(release, waits) };
                (before, format!(" {does}{instead}."))
            }
            // The sentence about the worse release says so already.
            AdviceKind::Wait if has_worse && !is_advised => continue,
            AdviceKind::Wait => {
                let name = &branch.branch;
                let last = branch.releases.first();
                let is_unknown = last.is_some_and(|last| last.affected.is_empty());
                let after = if is_unknown {
                    format!(
                        ", is not released yet. What the last release of {name} has is unknown."
                    )
                } else {
                    format!(", is not released yet. The last release of {name} has known issues.")
                };
                ("The next patch, ", after)
            }
        };
        shown.push(UpgradeAdvice { before, version, after });
    }
    shown
}

fn is_upgrade(advice: &ReleaseAdvice) -> bool {
    matches!(advice.kind, AdviceKind::Good | AdviceKind::Better)
}

/// `or later: no known issue affects these releases of v1.9.`
fn good(branch: &BranchReport, advice: &ReleaseAdvice, does: &str) -> String {
    let (name, _) = advice.version.rsplit_once('.').unwrap_or_default();
    let further = match advice.minors {
        0 => String::new(),
        1 => format!(", one minor version newer than {}", branch.branch),
        minors => {
            format!(
                ", {minors} minor versions newer than {} (upgrade through each of them)",
                branch.branch
            )
        }
    };
    let open = match advice.may_bring.len() + advice.may_keep.len() {
        0 => String::new(),
        _ => format!(" It {does}."),
    };
    format!(" or later{further}: no known issue affects these releases of {name}.{open}")
}

/// What to do where no release is better.
fn stay(release: &ReleaseReport, waits: Option<&ReleaseAdvice>) -> String {
    let wait = waits.map(|next| format!(", or wait for {}", next.version)).unwrap_or_default();
    format!(": stay on {}{wait}", release.version)
}

/// `fixes 1 of 3 known issues and brings a critical one (#2)`.
fn does(
    advice: &ReleaseAdvice,
    release: &ReleaseReport,
    is_critical: &impl Fn(u64) -> bool,
) -> String {
    let known = wording::counted(release.affected.len(), "known issue");
    let mut parts = vec![format!("fixes {} of {known}", advice.fixes)];
    let lists = [
        ("brings", &advice.brings),
        ("may bring", &advice.may_bring),
        ("may still have", &advice.may_keep),
    ];
    for (word, issues) in lists {
        if !issues.is_empty() {
            parts.push(format!("{word} {}", some(issues, is_critical)));
        }
    }
    wording::listed(&parts)
}

/// How many issues these are; critical ones by number.
fn some(issues: &[u64], is_critical: &impl Fn(u64) -> bool) -> String {
    let critical: Vec<u64> = issues.iter().copied().filter(|issue| is_critical(*issue)).collect();
    let named = |numbers: &[u64]| {
        let mut named: Vec<String> =
            numbers.iter().take(MOST_NAMED).map(|number| format!("#{number}")).collect();
        if numbers.len() > MOST_NAMED {
            named.push(format!("{} more", numbers.len() - MOST_NAMED));
        }
        wording::listed(&named)
    };
    match (critical.len(), issues.len()) {
        (0, count) => format!("{count} ({})", named(issues)),
        (1, 1) => format!("a critical one ({})", named(&critical)),
        (1, count) => format!("{count}, a critical one among them ({})", named(&critical)),
        (urgent, count) => format!("{count}, {urgent} of them critical ({})", named(&critical)),
    }
}
