//! An input after it was judged.

use serde::Serialize;

use crate::PolicyError;
use crate::answer::Answer;
use crate::command_line::picture;
use crate::command_line::request::{Input, InputKind, IssueOptions};
use crate::judge::judgement::Judgement;
use crate::policy::Policy;
use crate::text::terminal::Paint;

/// An input and what was found in it.
pub(super) struct CheckedInput<'a> {
    pub(super) input: &'a Input,
    pub(super) found: Checked,
    /// What was found, as a compiler shows it; made only for the format `text`.
    pub(super) picture: String,
}

/// What was found in an input.
pub(super) enum Checked {
    Issue(Box<Answer>),
    Policy(PolicyAnswer),
    /// It could not be read.
    Failed(String),
}

/// The answer about a policy file.
#[derive(Serialize)]
pub(super) struct PolicyAnswer {
    schema: u8,
    valid: bool,
    errors: usize,
    pub(super) mistakes: Vec<PolicyMistake>,
}

/// A mistake in a policy file.
#[derive(Serialize)]
pub(super) struct PolicyMistake {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
}

impl<'a> CheckedInput<'a> {
    pub(super) fn of(
        input: &'a Input,
        options: &IssueOptions,
        policy: &Policy,
        paint: Option<Paint>,
    ) -> Self {
        let failed =
            |why: String| Self { input, found: Checked::Failed(why), picture: String::new() };
        let Some(text) = &input.text else {
            return failed(input.error.clone().unwrap_or_else(|| "it cannot be read".to_owned()));
        };
        if input.kind == InputKind::Policy {
            return Self::of_policy(input, text, paint);
        }
        let issue = match options.issue(input, text) {
            Ok(issue) => issue,
            Err(why) => return failed(why),
        };
        let policy = options.policy_for(policy, input);
        let facts = crate::Facts::default();
        let judgement = Judgement::of(&issue, &policy, &facts);
        let picture = paint.map(|paint| picture::of(&judgement, &input.name, paint));
        let found = Checked::Issue(Box::new(Answer::of(&judgement)));
        Self { input, found, picture: picture.unwrap_or_default() }
    }

    fn of_policy(input: &'a Input, text: &str, paint: Option<Paint>) -> Self {
        let errors = crate::read_policy(text).err().unwrap_or_default();
        let picture = paint.map(|paint| picture::of_policy(text, &errors, &input.name, paint));
        let found = Checked::Policy(PolicyAnswer::of(errors));
        Self { input, found, picture: picture.unwrap_or_default() }
    }

    /// How many errors and warnings there are.
    pub(super) fn counts(&self) -> (usize, usize) {
        match &self.found {
            Checked::Issue(answer) => (answer.errors, answer.warnings),
            Checked::Policy(answer) => (answer.errors, 0),
            Checked::Failed(_) => (0, 0),
        }
    }

    /// Whether a place in it is a place in its file. The description of an issue in JSON is only a part of its file.
    pub(super) fn has_places(&self) -> bool {
        self.input.kind != InputKind::Issue
    }
}

impl PolicyAnswer {
    fn of(errors: Vec<PolicyError>) -> Self {
        let count = errors.len();
        let mut mistakes = Vec::with_capacity(count);
        for PolicyError { line, column, message, .. } in errors {
            mistakes.push(PolicyMistake { line, column, message });
        }
        Self { schema: 1, valid: count == 0, errors: count, mistakes }
    }
}
