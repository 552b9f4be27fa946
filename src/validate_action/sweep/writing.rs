//! The last phase of a sweep: some issues at a time are read, written and read again.

use std::collections::VecDeque;

use crate::github::failure::{FailedRequest, FailureKind};
use crate::judge::issue::Issue;
use crate::validate_action::event::{CompletedWrite, Event};
use crate::validate_action::failures;
use crate::validate_action::sweep::limits::Limits;
use crate::validate_action::sweep::runs::{Member, ResultRows, Runs, Stage};
use crate::validate_action::write::Write;

/// How many issues are read and written at a time: some seconds pass between reading and writing.
const AT_A_TIME: usize = 5;

/// The issues that are left to write, and what holds for all of them.
pub(super) struct Writing {
    queue: VecDeque<(u64, Option<Issue>)>,
    limits: Limits,
    /// The issue whose writes are being carried out.
    current: u64,
    /// The labels that this sweep created: GitHub may not list them yet.
    created: Vec<CompletedWrite>,
    /// Refusals that hold for every issue.
    refusals: Vec<FailedRequest>,
}

/// What to do next.
pub(super) enum WritingTurn {
    /// Writes to an issue.
    Writes(u64, Vec<Write>),
    /// Lets the runs read.
    Reads,
    Ends,
}

impl Writing {
    /// Nothing was written yet. The sweep started at `now`, in milliseconds since 1970.
    pub(super) fn from(now: f64) -> Self {
        Self {
            queue: VecDeque::new(),
            limits: Limits::from(now),
            current: 0,
            created: Vec::new(),
            refusals: Vec::new(),
        }
    }

    /// Queues an issue that was read as `issue`.
    pub(super) fn queue(&mut self, number: u64, issue: Option<Issue>) {
        self.queue.push_back((number, issue));
    }

    /// What to do when no run has anything to ask.
    pub(super) fn next(
        &mut self,
        runs: &mut Runs,
        rows: &mut ResultRows,
        base: &Event,
        now: f64,
    ) -> WritingTurn {
        for member in &mut runs.members {
            let Stage::Writing(writes) = &member.stage else { continue };
            let writes = writes.clone();
            if self.tell(member, &writes) {
                member.stage = Stage::Reading;
                return WritingTurn::Reads;
            }
            if self.limits.allow(writes.len(), now) {
                self.current = member.number;
                return WritingTurn::Writes(member.number, writes);
            }
            leave(member, rows);
        }
        if runs.members.iter().any(|member| member.stage == Stage::Wrote) {
            runs.end_round();
            return WritingTurn::Reads;
        }
        if self.queue.is_empty() || self.limits.is_over() {
            return WritingTurn::Ends;
        }
        runs.fragments.end_round();
        runs.members.clear();
        for (number, issue) in self.queue.drain(..AT_A_TIME.min(self.queue.len())) {
            let mut event = base.clone();
            event.payload.issue = issue;
            event.troubles.clone_from(&self.refusals);
            runs.members.push(Member::new(number, event));
        }
        WritingTurn::Reads
    }

    /// Tells a run what others found out about its writes: labels that are there, and what is refused. Returns whether
    /// that changes anything.
    fn tell(&self, member: &mut Member, writes: &[Write]) -> bool {
        let (done, troubles) = (&mut member.event.done, &mut member.event.troubles);
        let before = done.len();
        for created in &self.created {
            let is_planned = writes.iter().any(|write| write.meets(&created.write));
            if is_planned && !done.iter().any(|done| done.write.meets(&created.write)) {
                let planned = writes.iter().find(|write| write.meets(&created.write));
                done.extend(planned.map(|write| CompletedWrite { write: write.clone(), id: None }));
            }
        }
        let new = self.refusals.iter().filter(|refused| !troubles.contains(refused));
        let new: Vec<FailedRequest> = new.cloned().collect();
        let is_told = done.len() > before || !new.is_empty();
        troubles.extend(new);
        is_told
    }

    /// Notes what became of the writes to the current issue.
    pub(super) fn wrote(
        &mut self,
        runs: &mut Runs,
        done: Vec<CompletedWrite>,
        trouble: Option<FailedRequest>,
        sent: u32,
    ) {
        self.limits.note_sent(sent);
        for done in done.iter().filter(|done| !done.write.is_about_issue()) {
            self.created.push(done.clone());
        }
        if let Some(trouble) = &trouble {
            let is_general = trouble.kind == FailureKind::Forbidden && !trouble.nobody_may();
            if is_general && failures::may_retry(&self.refusals, &trouble.doing) {
                self.refusals.push(trouble.clone());
            }
        }
        let current = self.current;
        if let Some(member) = runs.members.iter_mut().find(|member| member.number == current) {
            member.note(done, trouble);
        }
    }

    /// Leaves what was not written to the next sweep.
    pub(super) fn leave(&mut self, runs: &mut Runs, rows: &mut ResultRows) {
        for member in &mut runs.members {
            if member.stage != Stage::Over {
                leave(member, rows);
            }
        }
        for (number, _) in self.queue.drain(..) {
            if let Some(row) = rows.get_mut(number) {
                row.is_left = true;
            }
        }
    }
}

/// Ends a run. Its writes are left to the next sweep, unless they were carried out and only not read again.
fn leave(member: &mut Member, rows: &mut ResultRows) {
    if let Some(row) = rows.get_mut(member.number) {
        let has_failed = member.event.troubles.last().is_some();
        row.is_left |= member.stage != Stage::Wrote || has_failed;
        row.done.clone_from(&member.wrote);
    }
    member.stage = Stage::Over;
}
