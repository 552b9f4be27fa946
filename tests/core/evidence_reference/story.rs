//! A made-up history of a repository: what is merged, picked, taken back and tagged, in which order.

use super::dates::written;
use super::graph::{Commit, Graph, Line, Tagged, oid};
use super::spellings;
use super::world::PullRequest;
use crate::affected::random::Random;

pub(crate) const REPOSITORY: &str = "example/engine";
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// What a pull request does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It brings the problem.
    Culprit,
    /// It mends it.
    Fix,
    /// It takes another one back, or does something else.
    Other,
}

pub(crate) struct Pulled {
    pub(crate) facts: PullRequest,
    pub(crate) role: Role,
    /// The release branch that it is for, by its place; none of the main branch.
    line: Option<usize>,
    pub(crate) commit: Option<Commit>,
}

/// A history that is being made up.
pub(crate) struct Story<'r> {
    pub(crate) random: &'r mut Random,
    pub(crate) graph: Graph,
    pub(crate) clock: i64,
    main: Commit,
    minor: u64,
    pre_releases: usize,
    pub(crate) lines: Vec<Line>,
    pub(crate) tags: Vec<Tagged>,
    pub(crate) pulls: Vec<Pulled>,
    /// The commits that brought the problem, and those that mended it.
    pub(crate) culprits: Vec<Commit>,
    pub(crate) fixes: Vec<Commit>,
}

impl<'r> Story<'r> {
    /// Tells a history.
    pub(crate) fn tell(random: &'r mut Random) -> Self {
        let mut graph = Graph::default();
        let main = graph.commit(&[]);
        let mut story = Self {
            random,
            graph,
            clock: 1_500_000_000,
            main,
            minor: 8,
            pre_releases: 0,
            lines: Vec::new(),
            tags: Vec::new(),
            pulls: Vec::new(),
            culprits: Vec::new(),
            fixes: Vec::new(),
        };
        story.cut();
        story.release(0);
        if story.random.below(3) > 0 {
            story.open(None);
        }
        for _ in 0..12 + story.random.below(24) {
            if story.graph.has_room() {
                story.go_on();
            }
        }
        story
    }

    fn wait(&mut self) {
        let steps = [5 * MINUTE, 55 * MINUTE, 65 * MINUTE, 5 * HOUR, DAY, 5 * DAY, 20 * DAY];
        self.clock += self.random.one_of(&steps);
    }

    fn go_on(&mut self) {
        self.wait();
        let line = self.random.below(self.lines.len());
        match self.random.below(20) {
            0 => self.main = self.graph.commit(&[self.main]),
            1 => self.tag_main(),
            2 if self.lines.len() < 4 => self.cut(),
            3 => self.pre_release(line),
            4..=7 => self.release(line),
            8..=9 => self.open(None),
            10..=11 => self.open(Some(line)),
            12..=13 => self.pick(line),
            14..=16 => self.merge(),
            17 => self.close(),
            18 => self.revert(),
            _ if !self.culprits.is_empty() => self.mend_by_hand(line),
            _ => self.open(None),
        }
    }

    /// Cuts the next release branch.
    fn cut(&mut self) {
        let branch = (1, self.minor);
        self.minor += 1;
        self.pre_releases = 0;
        let minor = branch.1;
        let spelled =
            [format!("release-1.{minor}"), format!("release/v1.{minor}"), format!("1.{minor}.x")];
        let base = spelled[self.random.below(3)].clone();
        let head = self.graph.commit(&[self.main]);
        self.lines.push(Line { branch, head, base, next: 0 });
    }

    fn add_tag(&mut self, name: String, minor: u64, commit: Commit) {
        // A release is published some time after what it is made of.
        let date = self.clock + self.random.one_of(&[0, 0, 10 * MINUTE, 3 * HOUR]);
        self.tags.push(Tagged { name, branch: (1, minor), commit, date });
    }

    /// Tags a pre-release of the next minor on the main branch.
    fn tag_main(&mut self) {
        let name = format!("v1.{}.0-alpha.{}", self.minor, self.pre_releases);
        self.pre_releases += 1;
        self.add_tag(name, self.minor, self.main);
    }

    fn pre_release(&mut self, line: usize) {
        let Line { branch, head, next, .. } = self.lines[line];
        let name = format!("v1.{}.{next}-rc.1", branch.1);
        if self.tags.iter().all(|tag| tag.name != name) {
            self.add_tag(name, branch.1, head);
        }
    }

    fn release(&mut self, line: usize) {
        let head = self.graph.commit(&[self.lines[line].head]);
        let Line { branch, next, .. } = self.lines[line];
        self.lines[line].head = head;
        self.lines[line].next += 1;
        if next > 0 && self.random.below(12) == 0 {
            return; // A number that was passed over.
        }
        self.add_tag(format!("v1.{}.{next}", branch.1), branch.1, head);
    }

    fn add(&mut self, line: Option<usize>, role: Role, title: String, body: String) {
        let base = line.map_or_else(|| "master".to_owned(), |line| self.lines[line].base.clone());
        let number = 10 + self.pulls.len() as u64;
        let facts = PullRequest {
            number,
            base,
            state: "open".to_owned(),
            merged_at: None,
            merge_commit_sha: None,
            title,
            body: Some(body),
        };
        self.pulls.push(Pulled { facts, role, line, commit: None });
        if self.random.below(3) > 0 {
            self.wait();
            self.merge_at(self.pulls.len() - 1);
        }
    }

    /// Opens the pull request that brings the problem, or, once it is there, one that mends it.
    fn open(&mut self, line: Option<usize>) {
        let is_there = !self.culprits.is_empty() && self.random.below(6) > 0;
        let role = if is_there { Role::Fix } else { Role::Culprit };
        let title = self.random.one_of(&["Fix the leak", "Raise the limit", "Close the file"]);
        self.add(line, role, title.to_owned(), String::new());
    }

    /// Opens a backport of a pull request, or something that looks like one.
    fn pick(&mut self, line: usize) {
        let fixes: Vec<usize> =
            (0..self.pulls.len()).filter(|at| self.pulls[*at].role == Role::Fix).collect();
        let Some(at) = (!fixes.is_empty()).then(|| self.random.one_of(&fixes)) else { return };
        let (title, body) =
            spellings::backport(self.random, &self.pulls[at].facts, &self.lines[line].base);
        self.add(Some(line), Role::Fix, title, body);
    }

    fn pick_one(&mut self, wanted: impl Fn(&Pulled) -> bool) -> Option<usize> {
        let found: Vec<usize> =
            (0..self.pulls.len()).filter(|at| wanted(&self.pulls[*at])).collect();
        (!found.is_empty()).then(|| self.random.one_of(&found))
    }

    fn merge(&mut self) {
        if let Some(at) = self.pick_one(|pull| pull.facts.state == "open") {
            self.merge_at(at);
        }
    }

    /// Merges as GitHub does: with a merge commit, squashed, or rebased.
    fn merge_at(&mut self, at: usize) {
        let line = self.pulls[at].line;
        let head = line.map_or(self.main, |line| self.lines[line].head);
        let merged = match self.random.below(3) {
            0 => {
                let side = self.graph.commit(&[head]);
                self.graph.commit(&[head, side])
            }
            1 => self.graph.commit(&[head]),
            _ => {
                let first = self.graph.commit(&[head]);
                self.graph.commit(&[first])
            }
        };
        match line {
            Some(line) => self.lines[line].head = merged,
            None => self.main = merged,
        }
        let pull = &mut self.pulls[at];
        pull.commit = Some(merged);
        pull.facts.state = String::from("closed");
        pull.facts.merged_at = Some(written(self.clock));
        pull.facts.merge_commit_sha = Some(oid(merged));
        match pull.role {
            Role::Culprit => self.culprits.push(merged),
            Role::Fix => self.fixes.push(merged),
            Role::Other => {}
        }
    }

    fn close(&mut self) {
        if let Some(at) = self.pick_one(|pull| pull.facts.state == "open") {
            self.pulls[at].facts.state = String::from("closed");
        }
    }

    fn revert(&mut self) {
        let Some(at) = self.pick_one(|pull| pull.commit.is_some()) else { return };
        let (line, number) = (self.pulls[at].line, self.pulls[at].facts.number);
        let title = format!("Revert \"{}\"", self.pulls[at].facts.title);
        match self.random.below(3) {
            0 => self.add(line, Role::Other, title, format!("Reverts {REPOSITORY}#{number}")),
            1 => self.add(line, Role::Other, title, String::new()),
            _ => {
                let body = format!("Reverts #{number}\n");
                self.add(line, Role::Other, "Back to the old way".to_owned(), body);
            }
        }
    }

    /// Picks the fix without a pull request.
    fn mend_by_hand(&mut self, line: usize) {
        let head = self.graph.commit(&[self.lines[line].head]);
        self.lines[line].head = head;
        self.fixes.push(head);
    }
}
