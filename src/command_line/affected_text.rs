//! What a report says about a version, as text.

use std::fmt::Write;

use crate::command_line::printed::counted;
use crate::command_line::version_report::{VersionIssue, VersionReport};
use crate::format::affected::{Basis, Status};
use crate::text::quote::shown;
use crate::text::terminal::{Paint, Style};

/// The whole answer.
pub(super) fn text(report: &VersionReport, paint: Paint) -> String {
    let mut text = headline(report, paint);
    for issue in &report.affected {
        text.push_str(&line(issue, false, paint));
    }
    if !report.unknown.is_empty() {
        text.push_str("\nWhether these affect it is unknown:\n");
    }
    for issue in &report.unknown {
        text.push_str(&line(issue, true, paint));
    }
    text.push('\n');
    if report.status == Status::Affected {
        text.push_str(&advice(report, paint));
    }
    text.push_str(&age(report));
    if report.withheld > 0 {
        let count = counted(report.withheld, "security issue");
        let are = if report.withheld == 1 { "is" } else { "are" };
        let _ = writeln!(text, "{count} {are} withheld, and may affect it.");
    }
    text
}

fn headline(report: &VersionReport, paint: Paint) -> String {
    let version = format!("{} {}", shown(&report.repository), report.version);
    let (style, words) = match report.status {
        Status::Affected => (Style::Red, "is affected by"),
        Status::Unknown => (Style::Yellow, "may be affected by"),
        Status::Fixed | Status::NotAffected => {
            return format!(
                "{version} {}.\n",
                paint.of(Style::Green, "is affected by no known issue")
            );
        }
    };
    let list = if report.status == Status::Affected { &report.affected } else { &report.unknown };
    format!("{version} {} {}.\n", paint.of(style, words), counted(list.len(), "known issue"))
}

fn line(issue: &VersionIssue, is_unknown: bool, paint: Paint) -> String {
    let priority = issue.priority.as_deref().map(|priority| format!(" [{}]", shown(priority)));
    let number = paint.of(Style::Bold, &format!("#{}", issue.number));
    let mut text =
        format!("\n  {number} {}{}\n", shown(&issue.title), priority.unwrap_or_default());
    if is_unknown && !issue.settle.is_empty() {
        let _ =
            writeln!(text, "    to settle it, the issue must say {}", issue.settle.join(" or "));
    }
    if !is_unknown {
        let inferred = if issue.basis == Basis::Inferred { " (inferred)" } else { "" };
        let fixed = match (&issue.fixed_in, issue.resolved_in.as_slice()) {
            (Some(version), _) => format!("fixed in {}", shown(version)),
            (None, []) => "no fix yet".to_owned(),
            (None, others) => {
                format!("no fix on this branch; fixed in {}", shown(&others.join(", ")))
            }
        };
        let _ = writeln!(text, "    affected{inferred}; {fixed}");
    }
    let _ = writeln!(text, "    {}", shown(&issue.url));
    text
}

fn advice(report: &VersionReport, paint: Paint) -> String {
    let Some(better) = &report.upgrade_to else {
        return "No later release is without known issues.\n".to_owned();
    };
    let unknown = match report.upgrade_unknown {
        0 => String::new(),
        count => format!(" Unknown for {}.", counted(count, "issue")),
    };
    let better = paint.of(Style::Green, better);
    format!("Upgrade to {better} or later: no known issue affects it.{unknown}\n")
}

fn age(report: &VersionReport) -> String {
    match (&report.as_of, report.age_in_days) {
        (Some(date), Some(0)) => format!("The report is of today ({}).\n", shown(date)),
        (Some(date), Some(days)) => {
            format!(
                "The report is {} old ({}).\n",
                counted(usize::try_from(days).unwrap_or(usize::MAX), "day"),
                shown(date)
            )
        }
        _ => "The report does not say how old it is.\n".to_owned(),
    }
}
