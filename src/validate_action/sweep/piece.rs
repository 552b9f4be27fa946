//! The pieces that a question consists of. Runs about several issues share most of them.

use crate::validate_action::question::{Question, SweptIssue};
use crate::validate_action::wanted_facts::TagAndCommit;

/// What one field of an answer tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Piece {
    /// An issue with its first comments.
    Issue(u64),
    /// An issue with its comments after a cursor.
    Comments(u64, String),
    /// The newest tags.
    Tags,
    /// The default branch.
    Main,
    /// The labels of the repository with a word.
    Label(String),
    /// A tag.
    Tag(String),
    /// A pull request of the repository.
    Request(u64),
    /// A pull request of another repository: its owner, its name, and the number.
    Elsewhere(String, String, u64),
    /// Whether a tag, which points to a commit, contains another commit.
    Comparison { tag: String, tagged: String, commit: String },
}

/// The field of an answer that holds a piece.
#[derive(Clone, Debug)]
pub(super) struct AnswerField {
    pub(super) alias: String,
    /// Whether it is a field of the issues' repository.
    pub(super) is_own: bool,
}

/// The pieces of a question, and where its answer holds them.
pub(super) fn pieces(question: &Question<'_>) -> Vec<(AnswerField, Piece)> {
    let mut pieces = Vec::new();
    let mut push =
        |alias: String, is_own, piece| pieces.push((AnswerField { alias, is_own }, piece));
    if let Some(number) = question.issue {
        push("issue".to_owned(), true, issue(number, question.after.as_deref()));
    }
    for (index, SweptIssue { number, after, .. }) in question.issues.iter().enumerate() {
        push(format!("i{index}"), true, issue(*number, after.as_deref()));
    }
    if question.tags {
        push("tags".to_owned(), true, Piece::Tags);
        push("main".to_owned(), true, Piece::Main);
    }
    for (index, label) in question.wanted.labels.iter().enumerate() {
        push(format!("l{index}"), true, Piece::Label(label.clone()));
    }
    for (index, tag) in question.wanted.tags.iter().enumerate() {
        push(format!("t{index}"), true, Piece::Tag(tag.clone()));
    }
    for (index, (repository, number)) in question.wanted.pull_requests.iter().enumerate() {
        match repository {
            None => push(format!("p{index}"), true, Piece::Request(*number)),
            Some((owner, name)) => push(
                format!("r{index}"),
                false,
                Piece::Elsewhere(owner.clone(), name.clone(), *number),
            ),
        }
    }
    for (index, compared) in question.wanted.comparisons.iter().enumerate() {
        let TagAndCommit { tag, tagged, commit } = compared.clone();
        push(format!("c{index}"), true, Piece::Comparison { tag, tagged, commit });
    }
    pieces
}

fn issue(number: u64, after: Option<&str>) -> Piece {
    match after {
        None => Piece::Issue(number),
        Some(after) => Piece::Comments(number, after.to_owned()),
    }
}

impl Piece {
    /// The kind: questions about all issues ask for one kind at a time.
    pub(super) fn kind(&self) -> u8 {
        match self {
            Self::Issue(_) => 0,
            Self::Comments(..) => 1,
            Self::Tags | Self::Main | Self::Label(_) | Self::Tag(_) => 2,
            Self::Request(_) | Self::Elsewhere(..) => 3,
            Self::Comparison { .. } => 4,
        }
    }

    /// The most pieces of the kind that one question asks for.
    pub(super) fn most(&self) -> usize {
        match self {
            Self::Comments(..) => 10,
            Self::Tags | Self::Main | Self::Label(_) | Self::Tag(_) => 100,
            _ => 50,
        }
    }

    /// Adds the piece to a question. `is_listed` tells which issues are known except for their comments.
    pub(super) fn ask(&self, question: &mut Question<'_>, is_listed: &dyn Fn(u64) -> bool) {
        let wanted = &mut question.wanted;
        match self.clone() {
            Self::Issue(number) => {
                let is_listed = is_listed(number);
                question.issues.push(SweptIssue { number, is_listed, after: None });
            }
            Self::Comments(number, after) => {
                let after = Some(after);
                question.issues.push(SweptIssue { number, is_listed: false, after });
            }
            Self::Tags | Self::Main => question.tags = true,
            Self::Label(label) => wanted.labels.push(label),
            Self::Tag(tag) => wanted.tags.push(tag),
            Self::Request(number) => wanted.pull_requests.push((None, number)),
            Self::Elsewhere(owner, name, number) => {
                wanted.pull_requests.push((Some((owner, name)), number));
            }
            Self::Comparison { tag, tagged, commit } => {
                wanted.comparisons.push(TagAndCommit { tag, tagged, commit });
            }
        }
    }
}
