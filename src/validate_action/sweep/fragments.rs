//! The answers to a sweep's questions, cut into pieces. From them, each run about an issue gets the answers that it would
//! get if it ran alone.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::format::tags::{self, TagPatterns};
use crate::json::{list, member, nodes, text};
use crate::render::marker::Marker;
use crate::validate_action::event::QueryAnswer;
use crate::validate_action::question::Question;
use crate::validate_action::sweep::piece::{AnswerField, Piece, pieces};

/// What is known.
#[derive(Debug, Default)]
pub(super) struct Fragments {
    known: BTreeMap<Piece, Fragment>,
    /// Issues that were listed, without their comments.
    listed: BTreeMap<u64, Value>,
    /// The name of the policy, in a repository with several.
    pub(super) policy: Option<String>,
}

/// A field of an answer.
#[derive(Clone, Debug, Default)]
struct Fragment {
    value: Value,
    /// Its errors. The path of each starts within the field.
    errors: Vec<Value>,
}

/// The answer to a question, or the pieces that it lacks.
pub(super) enum Reply {
    /// An answer, and whether the issue is missing from it or incomplete.
    Answer {
        answer: QueryAnswer,
        is_faulty: bool,
    },
    Missing(Vec<Piece>),
}

impl Fragments {
    /// Adds an issue that was listed. `is_whole` means that no comments are wanted.
    pub(super) fn add_listed(&mut self, number: u64, issue: Value, is_whole: bool) {
        if is_whole {
            let fragment = Fragment { value: issue, errors: Vec::new() };
            self.known.insert(Piece::Issue(number), fragment);
        } else {
            self.listed.insert(number, issue);
        }
    }

    /// Whether everything but the comments of an issue is known.
    pub(super) fn is_listed(&self, number: u64) -> bool {
        self.listed.contains_key(&number)
    }

    /// An issue as it was read.
    pub(super) fn issue(&self, number: u64) -> Option<&Value> {
        let known = self.known.get(&Piece::Issue(number)).map(|known| &known.value);
        self.listed.get(&number).or(known).filter(|issue| issue.is_object())
    }

    /// What was told about a piece; `None` if that is not known, or incomplete.
    pub(super) fn whole(&self, piece: &Piece) -> Option<&Value> {
        let known = self.known.get(piece)?;
        known.errors.is_empty().then_some(&known.value)
    }

    /// Whether a piece was asked for and not told, for a reason that may pass.
    pub(super) fn is_incomplete(&self, piece: &Piece) -> bool {
        let errors = self.known.get(piece).map(|known| known.errors.as_slice());
        errors.unwrap_or_default().iter().any(|error| text(error, "type") != Some("FORBIDDEN"))
    }

    /// What to say if no tag is a version of a project with these, but some end in one.
    pub(super) fn no_tags(&self, own: &TagPatterns) -> Option<String> {
        let seen = nodes(self.whole(&Piece::Tags)?);
        let names = || seen.iter().filter_map(|tag| text(tag, "name"));
        let is_lost = !names().any(|name| own.version(name).is_some());
        let pattern = is_lost.then(|| tags::pattern_of_most(names())).flatten()?;
        Some(own.none_matches(&pattern))
    }

    pub(super) fn forget(&mut self, piece: &Piece) {
        self.known.remove(piece);
    }

    /// Forgets what may change.
    pub(super) fn end_round(&mut self) {
        self.listed.clear();
        self.known.retain(|piece, _| matches!(piece, Piece::Comparison { .. }));
    }

    /// Cuts an answer into the pieces that were asked for.
    pub(super) fn add(&mut self, asked: Vec<(AnswerField, Piece)>, body: &mut Value) {
        let errors = member(body, "errors").clone();
        for (place, piece) in asked {
            let errors = errors_within(&errors, &place);
            let data = body.get_mut("data");
            let parent =
                if place.is_own { data.and_then(|data| data.get_mut("repository")) } else { data };
            let field = parent.and_then(|parent| parent.get_mut(&place.alias));
            let value = field.map(Value::take).unwrap_or_default();
            let mut fragment = Fragment { value, errors };
            if let Piece::Issue(number) = piece {
                self.complete(number, &mut fragment);
            }
            self.known.insert(piece, fragment);
        }
    }

    /// Adds what the list tells about an issue, and ends its comments at ours.
    fn complete(&mut self, number: u64, fragment: &mut Fragment) {
        let listed = self.listed.remove(&number);
        if fragment.is_faulty() {
            return;
        }
        if let Some(Value::Object(mut issue)) = listed {
            let comments = fragment.value.get_mut("comments").map(Value::take);
            issue.insert("comments".to_owned(), comments.unwrap_or_default());
            fragment.value = Value::Object(issue);
        }
        let Some(comments) = fragment.value.get_mut("comments") else { return };
        let is_ours = |comment: &&Value| is_ours(comment, number, self.policy.as_deref());
        if nodes(comments).iter().any(|comment| is_ours(&comment))
            && let Some(page) = comments.get_mut("pageInfo").and_then(Value::as_object_mut)
        {
            page.insert("hasNextPage".to_owned(), Value::Bool(false));
        }
    }

    /// Answers a question from what is known.
    pub(super) fn reply(&mut self, question: Question<'_>, round: usize) -> Reply {
        let pieces = pieces(&question);
        let mut missing = Vec::new();
        for (_, piece) in &pieces {
            self.find_tag(piece);
            if !self.known.contains_key(piece) {
                missing.push(piece.clone());
            }
        }
        if !missing.is_empty() {
            return Reply::Missing(missing);
        }
        let (mut own, mut data) = (Map::new(), Map::new());
        let (mut errors, mut is_faulty) = (Vec::new(), false);
        for (AnswerField { alias, is_own }, piece) in pieces {
            let known = self.known.get(&piece).cloned().unwrap_or_default();
            if matches!(piece, Piece::Issue(_) | Piece::Comments(..)) && known.is_faulty() {
                is_faulty = true;
                self.forget(&piece);
            }
            let mut path: Vec<Value> = if is_own { vec!["repository".into()] } else { Vec::new() };
            path.push(alias.as_str().into());
            errors.extend(known.errors.into_iter().map(|error| behind(&path, error)));
            if is_own { &mut own } else { &mut data }.insert(alias, known.value);
        }
        data.insert("repository".to_owned(), Value::Object(own));
        let mut body = Map::new();
        body.insert("data".to_owned(), Value::Object(data));
        body.insert("errors".to_owned(), Value::Array(errors));
        let (variables, body) = (question.query().variables, Value::Object(body));
        Reply::Answer { answer: QueryAnswer { round, variables, body }, is_faulty }
    }

    /// Finds a tag in the list of the newest ones.
    fn find_tag(&mut self, piece: &Piece) {
        let Piece::Tag(name) = piece else { return };
        let Some(newest) = self.whole(&Piece::Tags) else { return };
        let is_gap = |tag: &Value| member(tag, "target").is_null();
        let tags = member(newest, "nodes");
        if !tags.is_array() || list(tags).iter().any(is_gap) || self.known.contains_key(piece) {
            return;
        }
        let found = list(tags).iter().find(|tag| text(tag, "name") == Some(name));
        let is_all = member(member(newest, "pageInfo"), "hasNextPage") == &Value::Bool(false);
        if found.is_some() || is_all {
            let value = found.cloned().unwrap_or_default();
            self.known.insert(piece.clone(), Fragment { value, errors: Vec::new() });
        }
    }
}

impl Fragment {
    /// Whether an issue or a part of it is missing.
    fn is_faulty(&self) -> bool {
        !self.value.is_object() || !self.errors.is_empty()
    }
}

/// Whether a comment is ours, and not another policy's.
fn is_ours(comment: &Value, number: u64, policy: Option<&str>) -> bool {
    let marker = text(comment, "body").and_then(Marker::read);
    member(comment, "viewerDidAuthor") == &Value::Bool(true)
        && marker.is_some_and(|marker| marker.issue == number && marker.policy.as_deref() == policy)
}

/// The errors of a field. The path of each starts within the field.
fn errors_within(errors: &Value, place: &AnswerField) -> Vec<Value> {
    let mut found = Vec::new();
    for error in list(errors) {
        let path = list(member(error, "path"));
        let path =
            if place.is_own { path.strip_prefix(&["repository".into()]) } else { Some(path) };
        let rest = path.and_then(|path| path.strip_prefix(&[place.alias.as_str().into()]));
        if let (Some(rest), Value::Object(mut error)) = (rest, error.clone()) {
            error.insert("path".to_owned(), Value::Array(rest.to_vec()));
            found.push(Value::Object(error));
        }
    }
    found
}

/// An error of a field at `path`.
fn behind(path: &[Value], mut error: Value) -> Value {
    let mut path = path.to_vec();
    path.extend_from_slice(list(member(&error, "path")));
    if let Some(error) = error.as_object_mut() {
        error.insert("path".to_owned(), Value::Array(path));
    }
    error
}
