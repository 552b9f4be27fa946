//! The judgement of one issue, from which every answer is made.

use crate::judge::diagnostic::Finding;
use crate::judge::facts::Facts;
use crate::judge::fix;
use crate::judge::issue::Issue;
use crate::judge::rules;
use crate::judge::subject::Subject;
use crate::policy::Policy;
use crate::policy::level::Severity;
use crate::text::position::Lines;

/// What the rules found in an issue.
pub(crate) struct Judgement<'a> {
    pub(crate) issue: &'a Issue,
    pub(crate) policy: &'a Policy,
    /// `None` when the issue is out of scope.
    pub(crate) subject: Option<Subject<'a>>,
    pub(crate) findings: Vec<Finding>,
    /// The description with all fixes applied.
    pub(crate) fixed: Option<String>,
}

impl<'a> Judgement<'a> {
    pub(crate) fn of(issue: &'a Issue, policy: &'a Policy, facts: &'a Facts) -> Self {
        let description = issue.description.as_deref().unwrap_or_default();
        let subject = Subject::read(issue, description, policy, facts);
        let mut findings = subject.as_ref().map(rules::judge).unwrap_or_default();
        let fixed = fix::apply(issue, policy, facts, &mut findings, subject.as_ref());
        Self { issue, policy, subject, findings, fixed }
    }

    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    pub(crate) fn is_valid(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// Whether nothing of the issue may be shown.
    pub(crate) fn is_withheld(&self) -> bool {
        self.subject.as_ref().is_some_and(|subject| subject.is_silent)
    }

    /// The lines of the description, to locate the findings.
    pub(crate) fn lines(&self) -> Lines<'a> {
        Lines::new(if self.findings.is_empty() { "" } else { self.description() })
    }

    /// The original description.
    pub(crate) fn description(&self) -> &'a str {
        self.issue.description.as_deref().unwrap_or_default()
    }
}
