//! The queries about one issue.
//!
//! One query asks for everything: the issue as it is now, our comment, the labels of the repository that the policy
//! names, the tags and the pull requests that the description names. Where the answer names more, it is asked again; and
//! last, which tag contains which pull request.
//! The variables of a query say what it asked.

use std::fmt::Write;

use crate::github::fields::TAG;
use crate::github::policy_file;
use crate::github::query::{Draft, Query};
use crate::text::shared_file::SharedFile;
use crate::validate_action::variables::reference;
use crate::validate_action::wanted_facts::{TagAndCommit, WantedFacts};

/// How many of the newest tags are read: enough to include those of the maintained branches.
const NEWEST_TAGS: u64 = 100;

/// How many references to a pull request are read: its backports are among the first.
const MOST_REFERENCES: u64 = 50;

/// How much of an issue is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum IssueDetail {
    /// What it takes to judge it.
    #[default]
    Judged,
    /// Also what it takes to carry out commands in its comments.
    Commanded,
}

/// What one query requests.
#[derive(Debug, Default)]
pub(super) struct Question<'a> {
    /// The repository, `owner/name`.
    pub(super) repository: &'a str,
    /// The issue, if it is to be read.
    pub(super) issue: Option<u64>,
    /// Whether the issue's comments are to be read.
    pub(super) comments: bool,
    pub(super) detail: IssueDetail,
    /// The cursor of the comment to continue after.
    pub(super) after: Option<String>,
    /// Issues of a sweep, which reads several at once.
    pub(super) issues: Vec<SweptIssue>,
    /// The path of a policy file to read from the default branch.
    pub(super) policy: Option<&'a str>,
    /// A policy file of another repository to read.
    pub(super) file: Option<SharedFile>,
    /// Whether the issue's history is to be read.
    pub(super) history: bool,
    /// Whether the newest tags are to be read.
    pub(super) tags: bool,
    pub(super) wanted: WantedFacts,
    pub(super) delay: u32,
}

impl Question<'_> {
    /// The query.
    pub(super) fn query(self) -> Query {
        let (own, others) = (String::new(), String::new());
        let mut fields = Fields { draft: Draft::about(self.repository), own, others };
        if let Some(number) = self.issue {
            let is_commanded = self.detail == IssueDetail::Commanded;
            let mut body =
                if self.history { format!("{ISSUE}{HISTORY}") } else { ISSUE.to_owned() };
            if is_commanded {
                let _ = write!(body, " {AUTHOR} lastEditedAt editor{{__typename login}}");
                fields.others.push_str("viewer{login}");
            }
            if self.comments {
                let page = CommentPage { size: 100, variable: "after", after: self.after };
                body.push_str(&comments(&mut fields.draft, page, is_commanded));
            }
            fields.add_issue("issue", "number", number, &body);
        }
        for (index, issue) in self.issues.into_iter().enumerate() {
            fields.add_swept(index, issue, self.comments, self.history);
        }
        if let Some(path) = self.policy {
            fields.draft.declare("policy", "String!", policy_file::expression(path));
            fields.own.push_str(policy_file::FIELD);
        }
        if let Some(file) = &self.file {
            for (name, value) in policy_file::shared_variables(file) {
                fields.draft.declare(name, "String!", value);
            }
            fields.others.push_str(policy_file::SHARED_FIELD);
        }
        if self.tags {
            fields.draft.declare("tags", "Int!", NEWEST_TAGS.into());
            let _ = write!(
                fields.own,
                "tags:refs(refPrefix:\"refs/tags/\",first:$tags,orderBy:{{field:TAG_COMMIT_DATE,direction:DESC}}){{\
                 nodes{{{TAG}}}pageInfo{{hasNextPage}}}}main:defaultBranchRef{{name}}"
            );
        }
        fields.want(self.wanted);
        let Fields { draft, mut own, others } = fields;
        // A selection must not be empty.
        own.push_str(if own.is_empty() { "__typename" } else { "" });
        draft.finish(&format!("repository(owner:$owner,name:$name){{{own}}}{others}"), self.delay)
    }
}

/// One of several issues that a query asks for.
#[derive(Clone, Debug)]
pub(super) struct SweptIssue {
    pub(super) number: u64,
    /// Whether everything but the comments is known.
    pub(super) is_listed: bool,
    /// The cursor of the comment to continue after.
    pub(super) after: Option<String>,
}

/// An issue.
pub(super) const ISSUE: &str =
    "number title body state stateReason url labels(first:100){nodes{name}}";

/// When the issue was last edited and reopened.
pub(super) const HISTORY: &str = "lastEditedAt timelineItems(itemTypes:[REOPENED_EVENT],last:1){nodes{...on ReopenedEvent{createdAt}}}";

/// Who wrote something, if it is a person with an account.
const AUTHOR: &str = "author{__typename ...on User{id}}";

/// How many comments of each issue a sweep reads first: ours is almost always among them.
const FIRST_COMMENTS: u64 = 10;

/// A page of comments.
struct CommentPage<'v> {
    size: u64,
    /// The variable for the cursor.
    variable: &'v str,
    /// The cursor of the comment before the page.
    after: Option<String>,
}

/// The field for a page of comments.
fn comments(draft: &mut Draft, page: CommentPage<'_>, is_commanded: bool) -> String {
    let CommentPage { size, variable, after } = page;
    let mut position = String::new();
    if let Some(after) = after {
        draft.declare(variable, "String!", after.into());
        position = format!(",after:${variable}");
    }
    let mut commands = String::new();
    if is_commanded {
        commands = format!(
            " createdAt lastEditedAt authorAssociation {AUTHOR} reactionGroups{{content viewerHasReacted}}"
        );
    }
    format!(
        " comments(first:{size}{position}){{nodes{{fullDatabaseId viewerDidAuthor body{commands}}}\
         pageInfo{{hasNextPage endCursor}}}}"
    )
}

/// What evidence asks of a pull request.
const REQUEST: &str = "number title body state baseRefName mergedAt mergeCommit{oid}";

/// A pull request of another repository.
const PULL_REQUEST: &str = "{__typename ...on PullRequest{merged labels(first:100){nodes{name}}}}";

/// The fields of a query that is being built.
struct Fields {
    draft: Draft,
    /// The fields of the issue's repository.
    own: String,
    /// The fields of other repositories.
    others: String,
}

impl Fields {
    fn add_issue(&mut self, alias: &str, variable: &str, number: u64, body: &str) {
        self.draft.declare(variable, "Int!", number.into());
        let _ = write!(
            self.own,
            "{alias}:issueOrPullRequest(number:${variable}){{__typename ...on Issue{{{body}}}}}"
        );
    }

    fn add_swept(&mut self, index: usize, issue: SweptIssue, has_comments: bool, history: bool) {
        let SweptIssue { number, is_listed, after } = issue;
        let alias = format!("i{index}");
        let mut body = if is_listed { "number" } else { ISSUE }.to_owned();
        if history && !is_listed {
            body.push_str(HISTORY);
        }
        if has_comments {
            let size = if after.is_some() { 100 } else { FIRST_COMMENTS };
            let variable = format!("{alias}after");
            let page = CommentPage { size, variable: &variable, after };
            body.push_str(&comments(&mut self.draft, page, false));
        }
        self.add_issue(&alias, &alias, number, &body);
    }

    fn want(&mut self, wanted: WantedFacts) {
        for (index, label) in wanted.labels.iter().enumerate() {
            self.draft.declare(&format!("l{index}"), "String!", label.as_str().into());
            let _ = write!(self.own, "l{index}:labels(first:100,query:$l{index}){{nodes{{name}}}}");
        }
        for (index, tag) in wanted.tags.iter().enumerate() {
            self.draft.declare(&format!("t{index}"), "String!", reference(tag).into());
            let _ = write!(self.own, "t{index}:ref(qualifiedName:$t{index}){{{TAG}}}");
        }
        for (index, (repository, number)) in wanted.pull_requests.into_iter().enumerate() {
            match repository {
                None => {
                    self.draft.declare(&format!("p{index}"), "Int!", number.into());
                    let _ = write!(
                        self.own,
                        "p{index}:issueOrPullRequest(number:$p{index}){{__typename ...on PullRequest{{{REQUEST} \
                         labels(first:100){{nodes{{name}}}}\
                         timelineItems(itemTypes:[CROSS_REFERENCED_EVENT],first:{MOST_REFERENCES}){{\
                         nodes{{...on CrossReferencedEvent{{source{{...on PullRequest{{{REQUEST} \
                         repository{{nameWithOwner}}}}}}}}}}}}}}}}"
                    );
                }
                Some((owner, name)) => self.want_elsewhere(index, &owner, &name, number),
            }
        }
        for (index, TagAndCommit { tag, commit, .. }) in wanted.comparisons.iter().enumerate() {
            self.draft.declare(&format!("c{index}"), "String!", reference(tag).into());
            self.draft.declare(&format!("c{index}commit"), "String!", commit.as_str().into());
            let _ = write!(
                self.own,
                "c{index}:ref(qualifiedName:$c{index}){{compare(headRef:$c{index}commit){{status}}}}"
            );
        }
    }

    fn want_elsewhere(&mut self, index: usize, owner: &str, name: &str, number: u64) {
        self.draft.declare(&format!("r{index}owner"), "String!", owner.into());
        self.draft.declare(&format!("r{index}name"), "String!", name.into());
        self.draft.declare(&format!("r{index}number"), "Int!", number.into());
        let _ = write!(
            self.others,
            "r{index}:repository(owner:$r{index}owner,name:$r{index}name){{\
             pullRequest:issueOrPullRequest(number:$r{index}number){PULL_REQUEST}}}"
        );
    }
}
