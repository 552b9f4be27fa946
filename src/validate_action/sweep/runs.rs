//! The runs about single issues that a sweep consists of. Each plans as if it ran alone. What they ask is collected, and
//! GitHub is asked once for all of them.

use serde_json::Value;

use crate::github::failure::FailedRequest;
use crate::json::member;
use crate::policy::Policy;
use crate::text::sort;
use crate::validate_action::event::{CompletedWrite, Event};
use crate::validate_action::question::Question;
use crate::validate_action::result_row::ResultRow;
use crate::validate_action::settings::ValidateSettings;
use crate::validate_action::step::Step;
use crate::validate_action::sweep::fragments::{Fragments, Reply};
use crate::validate_action::sweep::patience::Patience;
use crate::validate_action::sweep::piece::{AnswerField, Piece, pieces};
use crate::validate_action::write::Write;
use crate::validate_action::{run, seen_issue};

/// Runs that ask together.
pub(super) struct Runs {
    pub(super) members: Vec<Member>,
    pub(super) fragments: Fragments,
    /// Whether the runs only find out what there is to write. Then they ask for one kind of thing at a time, and keep
    /// nothing in mind.
    pub(super) is_survey: bool,
    /// Sorted, each once.
    missing: Vec<Piece>,
    /// Whether the runs may go on although something is missing, so that all ask for what follows at once.
    is_due: bool,
    /// What the last question asked.
    asked: Vec<(AnswerField, Piece)>,
    /// The wait before the next question, in milliseconds.
    delay: u32,
}

/// A run about one issue.
pub(super) struct Member {
    pub(super) number: u64,
    pub(super) event: Event,
    pub(super) stage: Stage,
    /// What it wrote.
    pub(super) wrote: Vec<Write>,
}

/// What a run does.
#[derive(PartialEq, Eq)]
pub(super) enum Stage {
    Reading,
    /// It has these writes to carry out.
    Writing(Vec<Write>),
    /// It has written, and will read again.
    Wrote,
    Over,
}

/// What the runs found out, by the issues' numbers.
#[derive(Default)]
pub(super) struct ResultRows(pub(super) Vec<ResultRow>);

impl ResultRows {
    fn put(&mut self, row: ResultRow) {
        match self.0.binary_search_by_key(&row.number, |known| known.number) {
            Ok(at) => self.0.splice(at..=at, [row]).for_each(drop),
            Err(at) => self.0.insert(at, row),
        }
    }

    pub(super) fn get_mut(&mut self, number: u64) -> Option<&mut ResultRow> {
        let at = self.0.binary_search_by_key(&number, |known| known.number).ok()?;
        self.0.get_mut(at)
    }
}

/// What all runs have in common.
#[derive(Clone, Copy)]
pub(super) struct Means<'a> {
    pub(super) settings: ValidateSettings,
    pub(super) policy: &'a Policy,
}

impl Runs {
    /// No runs yet. What is asked next only finds out what there is to write.
    pub(super) fn surveying() -> Self {
        Self {
            members: Vec::new(),
            fragments: Fragments::default(),
            is_survey: true,
            missing: Vec::new(),
            is_due: false,
            asked: Vec::new(),
            delay: 0,
        }
    }

    /// What is asked next; `None` if every run has writes to carry out or is over.
    pub(super) fn question<'a>(
        &mut self,
        base: &'a Event,
        means: Means<'_>,
        patience: Patience,
        rows: &mut ResultRows,
    ) -> Option<Question<'a>> {
        loop {
            if !std::mem::take(&mut self.is_due) && !self.missing.is_empty() {
                return Some(self.chunk(base, means.settings, patience));
            }
            let is_reading = |member: &Member| member.stage == Stage::Reading;
            if self.missing.is_empty() && !self.members.iter().any(is_reading) {
                return None;
            }
            self.advance(means, rows);
        }
    }

    /// Notes that these pieces are wanted.
    pub(super) fn want(&mut self, pieces: Vec<Piece>) {
        self.missing.extend(pieces);
        sort::sort_by(&mut self.missing, Ord::cmp);
    }

    /// Reads an answer. Returns whether it can be used.
    pub(super) fn take(&mut self, body: &mut Value) -> bool {
        if !member(member(body, "data"), "repository").is_object() {
            return false;
        }
        let asked = std::mem::take(&mut self.asked);
        let is_page = |piece: &Piece| matches!(piece, Piece::Comments(..));
        self.is_due = asked.iter().any(|(_, piece)| is_page(piece));
        self.missing.retain(|missing| !asked.iter().any(|(_, piece)| piece == missing));
        self.is_due &= !self.missing.iter().any(is_page);
        self.fragments.add(asked, body);
        true
    }

    /// Lets the runs that have written read again, after all have written.
    pub(super) fn end_round(&mut self) {
        self.fragments.end_round();
        for member in &mut self.members {
            if member.stage == Stage::Wrote {
                member.stage = Stage::Reading;
            }
        }
    }

    /// Asks for what is missing, up to a limit.
    fn chunk<'a>(
        &mut self,
        base: &'a Event,
        settings: ValidateSettings,
        patience: Patience,
    ) -> Question<'a> {
        let mut question = Question {
            repository: &base.repository,
            comments: settings.comment,
            history: settings.facts,
            delay: std::mem::take(&mut self.delay).max(patience.delay()),
            ..Question::default()
        };
        let first = self.missing.first().map(Piece::kind);
        let mut counts = [0; 5];
        for piece in &self.missing {
            let Some(count) = counts.get_mut(usize::from(piece.kind())) else { continue };
            let is_wanted = !self.is_survey || first == Some(piece.kind());
            if is_wanted && *count < patience.size(piece.most()) {
                *count += 1;
                piece.ask(&mut question, &|number| self.fragments.is_listed(number));
            }
        }
        self.asked = pieces(&question);
        question
    }

    /// Lets every run go on as far as it gets with what is known.
    fn advance(&mut self, means: Means<'_>, rows: &mut ResultRows) {
        for member in &mut self.members {
            if member.stage != Stage::Reading {
                continue;
            }
            let is_new = member.event.payload.issue.is_none();
            if is_new {
                let issue = self.fragments.issue(member.number);
                member.event.payload.issue = issue.map(seen_issue::read);
            }
            let mut kept = member.event.answers.len();
            while let Some((reply, delay)) = member.go_on(&mut self.fragments, means, rows) {
                match reply {
                    Reply::Answer { answer, is_faulty } => {
                        member.event.answers.push(answer);
                        kept = if is_faulty { member.event.answers.len() } else { kept };
                    }
                    Reply::Missing(pieces) => {
                        self.delay = self.delay.max(delay);
                        self.missing.extend(pieces);
                        break;
                    }
                }
            }
            if self.is_survey {
                // What was answered is still there as fragments, and may be much.
                member.event.answers.truncate(kept);
                if is_new && !matches!(member.stage, Stage::Writing(_)) {
                    member.event.payload.issue = None;
                }
            }
        }
        sort::sort_by(&mut self.missing, Ord::cmp);
        self.missing.dedup();
    }
}

impl Member {
    pub(super) fn new(number: u64, event: Event) -> Self {
        Self { number, event, stage: Stage::Reading, wrote: Vec::new() }
    }

    /// Notes what became of the writes that were carried out.
    pub(super) fn note(&mut self, done: Vec<CompletedWrite>, trouble: Option<FailedRequest>) {
        self.wrote.extend(done.iter().map(|done| done.write.clone()));
        self.event.done.extend(done);
        self.event.troubles.extend(trouble);
        self.event.round += 1;
        self.stage = Stage::Wrote;
    }

    /// Goes on until it asks: returns what is known about that, and how long to wait before asking GitHub. `None` if it
    /// has something to write, or is over.
    fn go_on(
        &mut self,
        fragments: &mut Fragments,
        Means { settings, policy }: Means<'_>,
        rows: &mut ResultRows,
    ) -> Option<(Reply, u32)> {
        let number = self.number;
        let mut row = ResultRow::failed(number, Vec::new());
        let step =
            run::step(&self.event, settings, number, Some(policy), &mut |judgement, judged| {
                row = ResultRow::of(judgement, &judged);
            });
        self.stage = match step {
            Ok(Step::Ask(question)) => {
                let delay = question.delay;
                return Some((fragments.reply(*question, self.event.round), delay));
            }
            Ok(Step::Write(writes)) => Stage::Writing(writes),
            Ok(Step::End) => Stage::Over,
            Err(messages) => {
                row = ResultRow::failed(number, messages);
                Stage::Over
            }
        };
        row.done.clone_from(&self.wrote);
        rows.put(row);
        None
    }
}
