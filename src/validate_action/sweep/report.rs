//! The end of a sweep: the log, the outputs and the job summary.

use std::fmt::Write;

use crate::text::workflow_command::command;
use crate::validate_action::plan::Plan;
use crate::validate_action::result_row::ResultRow;
use crate::validate_action::results;
use crate::validate_action::settings::ValidateSettings;

/// GitHub shows ten annotations of each kind. The tenth says how many more there are.
const MOST_TOLD: usize = 9;

/// The most issues that a message names.
const MOST_NAMED: usize = 5;

/// The last plan of a sweep. `stopped` says why it stopped before everything was written: `warning` or `error`, and a
/// sentence.
pub(super) fn end(
    rows: &[ResultRow],
    settings: &ValidateSettings,
    stopped: Option<&(&'static str, String)>,
) -> Plan {
    let rows: Vec<&ResultRow> = rows.iter().filter(|row| row.is_told()).collect();
    let dry_run = settings.dry_run;
    let (errors, warnings) = rows
        .iter()
        .fold((0, 0), |(errors, warnings), row| (errors + row.errors, warnings + row.warnings));
    let fails = settings.fail_on.is_some_and(|fail_on| fail_on.fails(errors, warnings));
    let is_refused = stopped.is_some_and(|(level, _)| *level == "error");
    let mut log = changes(&rows, dry_run);
    log.extend(troubles(&rows));
    log.extend(stopped.map(|(level, sentence)| command(level, None, sentence)));
    let left = rows.iter().filter(|row| row.is_left).count();
    let left = (left > 0).then(|| left_over(left, stopped.is_some()));
    log.extend(left.as_ref().map(|left| command("notice", None, left)));
    let outputs = results::outputs(&rows, dry_run);
    let counts = counts(&outputs, dry_run);
    let mut summary = format!("## Sweep: {counts}\n");
    for sentence in stopped.map(|(_, sentence)| sentence).into_iter().chain(&left) {
        let _ = write!(summary, "\n{}.\n", crate::text::markdown::escaped(sentence));
    }
    let _ = write!(summary, "\n{}", results::table(&rows, dry_run));
    log.push(format!("Swept: {counts}."));
    if dry_run {
        log.push(results::DRY_RUN.to_owned());
        results::add_comments(&mut summary, &rows);
    }
    Plan { exit_code: (fails || is_refused).into(), log, outputs, summary, ..Plan::default() }
}

/// What was changed, a line for each issue.
fn changes(rows: &[&ResultRow], dry_run: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for row in rows {
        let sentences: Vec<String> = row.sentences(dry_run).collect();
        if !sentences.is_empty() {
            lines.push(format!("#{}: {}", row.number, sentences.join(" ")));
        }
    }
    lines
}

/// What failed: the same for several issues once.
fn troubles(rows: &[&ResultRow]) -> Vec<String> {
    let mut told: Vec<(&(&'static str, String), Vec<u64>)> = Vec::new();
    for row in rows {
        for trouble in &row.troubles {
            match told.iter_mut().find(|(known, _)| *known == trouble) {
                Some((_, numbers)) => numbers.push(row.number),
                None => told.push((trouble, vec![row.number])),
            }
        }
    }
    let mut lines = Vec::new();
    let more = told.len().saturating_sub(MOST_TOLD);
    for ((level, sentence), numbers) in told.into_iter().take(MOST_TOLD) {
        lines.push(command(level, None, &format!("{sentence} ({})", named(&numbers))));
    }
    if more > 0 {
        let message = format!("and {more} more; the job summary lists them all");
        lines.push(command("warning", None, &message));
    }
    lines
}

fn named(numbers: &[u64]) -> String {
    let shown: Vec<String> =
        numbers.iter().take(MOST_NAMED).map(|number| format!("#{number}")).collect();
    let more = numbers.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    shown.join(", ") + &more
}

fn left_over(count: usize, is_stopped: bool) -> String {
    let issues = if count == 1 { "1 issue is".to_owned() } else { format!("{count} issues are") };
    let left = format!("{issues} left to the next sweep");
    if is_stopped {
        return left;
    }
    left + ": one sweep makes at most 400 writes and takes at most 50 minutes"
}

/// `200 patch-release issues, 3 not complete, 12 changed`.
fn counts(outputs: &[(&'static str, String)], dry_run: bool) -> String {
    let count = |wanted: &str| {
        let found = outputs.iter().find(|(name, _)| *name == wanted);
        found.map_or("0", |(_, count)| count.as_str())
    };
    let (swept, invalid, changed) = (count("swept"), count("invalid"), count("changed"));
    let plural = if swept == "1" { "" } else { "s" };
    let done = if dry_run { "to be changed" } else { "changed" };
    format!("{swept} patch-release issue{plural}, {invalid} not complete, {changed} {done}")
}
