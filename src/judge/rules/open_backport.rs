//! ## What it does
//!
//! Finds open pull requests that bring the fix to a maintained branch that is affected, of an issue that is closed as completed: those of *PRs*, and their backports.
//!
//! ## Why
//!
//! GitHub closes an issue by itself when the pull request of the main branch is merged. The branch still has the problem, and nobody looks at a closed issue.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! ```
//!
//! ## PRs
//!
//! - #48123
//! ````
//!
//! … in an issue that is closed as completed, while its backport `#48126` is open
//!
//! ## Instead
//!
//! Merge the pull request, or reopen the issue. If the branch gets no fix, say so:
//!
//! `````markdown
//! ```release
//! introduced-in=v1.6.2
//! wont-fix=v1.7
//! ```
//! ````

use crate::evidence::{Base, RequestRecord};
use crate::format::description::Description;
use crate::format::template::HeldThings;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Span;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "open-backport",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "the issue is closed as completed, and a backport to a maintained, affected branch is open",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    for request in subject.evidence.open_backports(&subject.maintained) {
        let Some(Base::Release(branch)) = request.base else { continue };
        let message = Message::text("the issue is closed as completed, but ")
            .and_code(format!("#{}", request.number))
            .and(", which brings the fix to ")
            .and_code(branch.to_string())
            .and(", is open");
        let help = Message::text("merge it, or reopen the issue; if the branch gets no fix, add ")
            .and_code(format!("wont-fix={branch}"));
        found.push(Violation::new(place(subject, description, request), message, help));
    }
}

/// Where it is listed, or should be.
fn place(
    subject: &Subject<'_>,
    description: &Description<'_>,
    request: &RequestRecord,
) -> Option<Span> {
    let listed = subject
        .pull_requests()
        .into_iter()
        .find(|listed| listed.repository.is_none() && listed.reference.number == request.number);
    let heading = || description.section_holding(HeldThings::PullRequests);
    let place = listed.map(|listed| listed.reference.span);
    let place = place.or_else(|| heading().map(|section| section.heading.clone()));
    place.map(|place| description.original(&place))
}
