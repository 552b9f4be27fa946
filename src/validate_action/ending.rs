//! The end of a run about one issue.

use crate::judge::judgement::Judgement;
use crate::policy::level::{FailOn, Severity};
use crate::render::answer::Answer;
use crate::render::summary;
use crate::text::workflow_command::command;
use crate::validate_action::event::CompletedWrite;
use crate::validate_action::outputs;
use crate::validate_action::plan::Plan;
use crate::validate_action::result_row::ResultRow;
use crate::validate_action::results;
use crate::validate_action::settings::ValidateSettings;
use crate::validate_action::step::Judged;

/// The last plan of a run that judged one issue. `done` is what it wrote.
pub(super) fn of(
    judgement: &Judgement<'_>,
    settings: &ValidateSettings,
    done: &[CompletedWrite],
    judged: &Judged,
) -> Plan {
    let (errors, warnings) = (judgement.count(Severity::Error), judgement.count(Severity::Warning));
    let fails = settings.fail_on.unwrap_or(FailOn::Error).fails(errors, warnings);
    let mut row = ResultRow::of(judgement, judged);
    row.done = done.iter().map(|done| done.write.clone()).collect();
    let mut plan = Plan {
        exit_code: (fails || row.is_refused()).into(),
        log: outputs::log(judgement),
        outputs: outputs::outputs(&Answer::of(judgement)),
        summary: summary::summary(judgement),
        ..Plan::default()
    };
    plan.log.extend(outputs::done(done, row.is_withheld));
    if settings.dry_run {
        plan.log.extend(row.sentences(true));
        plan.log.push(results::DRY_RUN.to_owned());
        plan.summary = results::dry_run_of_one(&row, plan.summary);
    }
    for (level, sentence) in &judged.troubles {
        plan.log.push(command(level, None, sentence));
    }
    for refusal in &judged.refusals {
        plan.log.push(command("notice", None, &refusal.trim().replace("**", "")));
        plan.summary.push_str(refusal);
    }
    plan.outputs.extend(results::outputs(&[&row], settings.dry_run));
    plan
}
