//! The job summary: the verdict, then every diagnostic with its snippet, its help and its fix as a diff, then the
//! corrected description, folded.

use std::fmt::Write;

use crate::judge::diagnostic::Finding;
use crate::judge::judgement::Judgement;
use crate::links;
use crate::policy::level::Severity;
use crate::policy::{Policy, Scope};
use crate::render::answer::{Answer, MOST_DIAGNOSTICS, Understood};
use crate::render::{markdown, snippet};
use crate::text::position::Lines;

/// GitHub drops a summary of more than 1 MiB. This leaves room for the text after the diagnostics within 900 KiB.
const MOST_BYTES: usize = 900 * 1024;

/// The most values of one fact that are listed.
const MOST_VALUES: usize = 20;

/// The summary of the judgement of one issue.
pub(crate) fn summary(judgement: &Judgement<'_>) -> String {
    let mut text = verdict(judgement);
    text.push_str(&understood(&Answer::of(judgement).issue, judgement.policy));
    let fixed = judgement.fixed.as_deref();
    let fixed = fixed.map(|fixed| corrected(fixed, false)).unwrap_or_default();
    let lines = judgement.lines();
    for (index, finding) in judgement.findings.iter().enumerate() {
        let shown = diagnostic(judgement, finding, &lines);
        if index == MOST_DIAGNOSTICS || text.len() + shown.len() + fixed.len() + 256 > MOST_BYTES {
            let left = judgement.findings.len() - index;
            let _ = writeln!(text, "\n… and {left} more diagnostics.");
            break;
        }
        text.push_str(&shown);
    }
    text + &fixed
}

fn verdict(judgement: &Judgement<'_>) -> String {
    let issue = judgement.issue;
    if judgement.subject.is_none() {
        let why = out_of_scope(judgement);
        return format!(
            "## ⚪ Issue #{} is not validated\n\nNothing to do: {why}.\n",
            issue.number
        );
    }
    let (errors, warnings) = (judgement.count(Severity::Error), judgement.count(Severity::Warning));
    let state = match (errors, warnings) {
        (0, 0) => "✅ complete",
        (0, _) => "⚠️ valid, with warnings",
        _ => "❌ not complete yet",
    };
    let mut text = format!("## Issue #{}: {state}\n", issue.number);
    if judgement.subject.as_ref().is_some_and(|subject| subject.facts.is_unread) {
        text.push_str(
            "\nGitHub did not return the issue as it is now, so nothing of the event's copy is shown here.\n",
        );
    } else if judgement.is_withheld() {
        text.push_str(
            "\nThe details of this security issue are withheld, so none are shown here.\n",
        );
    } else if !issue.title.trim().is_empty() {
        let _ = writeln!(text, "\n{}", crate::text::quote::code(issue.title.trim()));
    }
    if errors + warnings > 0 {
        let _ = writeln!(text, "\n{}.", counted(errors, warnings));
    }
    text
}

/// Why the issue is not judged.
pub(crate) fn out_of_scope(judgement: &Judgement<'_>) -> String {
    let Scope::Labels { labels } = &judgement.policy.scope else {
        return "it is a pull request".to_owned();
    };
    if judgement.issue.pull_request {
        return "it is a pull request".to_owned();
    }
    let policy = judgement.policy;
    let mut why = if policy.name.is_none() {
        String::from("it has no release block, no release entry and no label ")
    } else {
        let version = crate::text::quote::code(&policy.tags.spelling().write("X.Y.Z"));
        format!("it has no release entry with a version such as {version}, and no label ")
    };
    for (index, label) in labels.iter().enumerate() {
        why.push_str(if index > 0 { " or " } else { "" });
        why.push_str(&crate::text::quote::code(label));
    }
    why
}

/// What was read from the issue, as a list. Absent members are left out.
fn understood(issue: &Understood, policy: &Policy) -> String {
    let mut requests = Vec::new();
    for request in &issue.pull_requests {
        requests.push(request.to_string());
    }
    let facts = [
        (policy.priority_noun(), issue.priority.as_slice()),
        (policy.sigs_noun(), &issue.sigs),
        ("introduced in", &issue.introduced_in),
        ("resolved in", &issue.resolved_in),
        ("not affected", &issue.not_affected),
        ("not to be fixed", &issue.wont_fix),
        (policy.components.many(), &issue.binaries),
        ("pull requests", &requests),
    ];
    let mut text = String::new();
    for (name, values) in facts {
        if !values.is_empty() {
            let _ = write!(text, "\n- **{name}:** {}", listed(values));
        }
    }
    if text.is_empty() { text } else { text + "\n" }
}

/// The first values, up to the limit.
fn listed(values: &[String]) -> String {
    let mut text = String::new();
    for value in values.iter().take(MOST_VALUES) {
        text.push_str(if text.is_empty() { "" } else { ", " });
        text.push_str(&crate::text::quote::code(value));
    }
    if values.len() > MOST_VALUES {
        text.push_str(", …");
    }
    text
}

/// `2 errors and 1 warning`.
pub(crate) fn counted(errors: usize, warnings: usize) -> String {
    let mut text = String::new();
    for (count, word) in [(errors, "error"), (warnings, "warning")] {
        if count > 0 {
            let and = if text.is_empty() { "" } else { " and " };
            let plural = if count > 1 { "s" } else { "" };
            let _ = write!(text, "{and}{count} {word}{plural}");
        }
    }
    text
}

fn diagnostic(judgement: &Judgement<'_>, finding: &Finding, lines: &Lines<'_>) -> String {
    let violation = &finding.violation;
    let mut text = format!(
        "\n---\n\n**{}** [`{}`]({}): {}\n",
        finding.severity.name(),
        finding.rule,
        links::rule_page(finding.rule),
        markdown::message(&violation.message),
    );
    text.push_str(&place(judgement, finding, lines));
    let _ = writeln!(text, "\n**help:** {}", markdown::message(&violation.help).trim_end());
    let diff = snippet::diff(lines, &violation.edits);
    if !diff.is_empty() {
        let _ = write!(text, "\n{}", crate::text::markdown::fence("diff", &diff));
    }
    text
}

/// The marked lines; for a withheld description, only their position.
fn place(judgement: &Judgement<'_>, finding: &Finding, lines: &Lines<'_>) -> String {
    let Some(span) = finding.violation.span else { return String::new() };
    if judgement.is_withheld() {
        let place = lines.locate(span).start;
        return format!("\nat line {}, column {}\n", place.line, place.column);
    }
    if judgement.description().trim().is_empty() {
        return String::new();
    }
    format!("\n{}", crate::text::markdown::fence("text", &snippet::snippet(finding, lines)))
}

/// The corrected description, folded. `is_offered` means that a command writes it.
pub(crate) fn corrected(description: &str, is_offered: bool) -> String {
    let fence = crate::text::markdown::fence(
        "markdown",
        &description.replace("\r\n", "\n").replace('\r', "\n"),
    );
    let offer = if is_offered {
        "Copy the corrected description, or comment `/patch-release fix`.\n\n"
    } else {
        ""
    };
    format!(
        "\n---\n\n{offer}<details>\n<summary>The corrected description, to copy</summary>\n\n{fence}\n</details>\n"
    )
}
