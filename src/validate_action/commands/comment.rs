//! A comment that may hold commands, as GitHub shows it now, and what its author may command.

use serde_json::Value;

use crate::json::{id, list, member, nodes, text};
use crate::policy::Policy;
use crate::render::marker;
use crate::text::date;
use crate::validate_action::commands::grammar;
use crate::validate_action::commands::grammar::{Command, Commands};

/// Who may edit descriptions by a command, by their relation to the repository.
const EDITORS: [&str; 3] = ["OWNER", "MEMBER", "COLLABORATOR"];

/// What GitHub shows of an issue that matters to commands.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeenCommands {
    /// The comments that hold commands, oldest first.
    pub(crate) comments: Vec<CommandComment>,
    /// The id of the account that opened the issue.
    pub(super) author: Option<String>,
    /// Whether somebody else than the token's identity edited the description last.
    pub(super) is_edited_by_others: bool,
}

impl SeenCommands {
    /// Adds an answer about an issue. `viewer` is the identity of the token.
    pub(crate) fn add(&mut self, issue: &Value, viewer: &Value) {
        self.author = author(issue);
        self.is_edited_by_others = !is_own(member(issue, "editor"), viewer);
        for comment in nodes(member(issue, "comments")) {
            self.comments.extend(CommandComment::read(comment));
        }
    }

    /// The comment with this id, if it still holds commands.
    pub(crate) fn find(&self, id: &str) -> Option<&CommandComment> {
        self.comments.iter().find(|comment| comment.id == id)
    }

    /// Whether a comment after the one with this id was answered.
    pub(crate) fn is_answered_after(&self, id: &str) -> bool {
        let mut later = self.comments.iter().skip_while(|comment| comment.id != id).skip(1);
        later.any(|comment| comment.is_answered)
    }
}

/// A comment with commands.
#[derive(Clone, Debug)]
pub(crate) struct CommandComment {
    pub(crate) id: String,
    pub(super) commands: Commands,
    /// When it was written, as [`date::normal`] writes it.
    pub(super) created_at: String,
    /// Whether one of our reactions is on it.
    pub(super) is_answered: bool,
    is_editor: bool,
    /// The id of its author's account.
    author: String,
}

impl CommandComment {
    /// Reads a comment. `None` if nothing in it is a command: it holds none, it was edited, its author is no person with
    /// an account, or it is a copy of ours.
    pub(crate) fn read(comment: &Value) -> Option<Self> {
        let body = text(comment, "body").unwrap_or_default();
        if marker::is_marked(body) || !member(comment, "lastEditedAt").is_null() {
            return None;
        }
        let author = author(comment)?;
        let commands = grammar::read(body)?;
        let association = text(comment, "authorAssociation").unwrap_or_default();
        let is_ours = |group: &&Value| {
            let content = text(group, "content");
            matches!(content, Some("THUMBS_UP" | "CONFUSED"))
                && member(group, "viewerHasReacted") == &Value::Bool(true)
        };
        Some(Self {
            id: id(member(comment, "fullDatabaseId"))?,
            commands,
            created_at: text(comment, "createdAt").and_then(date::normal)?,
            is_answered: list(member(comment, "reactionGroups"))
                .iter()
                .any(|group| is_ours(&group)),
            is_editor: EDITORS.contains(&association),
            author,
        })
    }

    /// The line that shows what it commands.
    pub(crate) fn line(&self, policy: &Policy) -> String {
        self.commands.line(policy).to_owned()
    }

    /// Whether its author may command all of this. `issue_author` is the id of the account that opened the issue.
    pub(super) fn may(&self, commands: &[Command], issue_author: Option<&str>) -> bool {
        let is_author = issue_author == Some(self.author.as_str());
        self.is_editor || is_author || !commands.iter().any(Command::edits)
    }
}

/// The id of the person's account that wrote something. Bots, organizations and deleted accounts have none.
fn author(written: &Value) -> Option<String> {
    let author = member(written, "author");
    let id = text(author, "id").filter(|id| !id.is_empty())?;
    (text(author, "__typename") == Some("User")).then(|| id.to_owned())
}

/// Whether an editor is the identity of the token. GraphQL leaves out the end of a bot's login in one of the two.
fn is_own(editor: &Value, viewer: &Value) -> bool {
    let (Some(editor_login), Some(own)) = (text(editor, "login"), text(viewer, "login")) else {
        return false;
    };
    let is_bot = text(editor, "__typename") == Some("Bot");
    match own.strip_suffix("[bot]") {
        Some(own) => is_bot && editor_login.trim_end_matches("[bot]") == own,
        None => !is_bot && editor_login == own,
    }
}
