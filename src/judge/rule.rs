//! What a rule is.

use crate::judge::diagnostic::{Finding, Message, Violation};
use crate::judge::subject::Subject;
use crate::policy::Policy;
use crate::policy::level::Level;

/// A rule.
pub struct Rule {
    /// Its name in policies, links and filters.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// Its level, unless the policy changes it.
    pub level: Level,
    /// Whether some of its violations have a fix.
    pub has_fix: bool,
    /// Whether it applies to a withheld security issue.
    pub when_withheld: bool,
    /// The rule in one line. For a withheld issue, this is the only message.
    pub summary: &'static str,
    /// Adds the violations that it finds.
    pub(crate) check: fn(&Subject<'_>, &mut Vec<Violation>),
}

/// What rules are about, in the order of the table of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The labels.
    Labels,
    /// The description as a whole.
    Description,
    /// The release blocks and their entries.
    Entries,
    /// The sections and their contents.
    Sections,
    /// Security issues, whose details must not be published yet.
    Security,
    /// What GitHub knows about tags and pull requests.
    Facts,
}

impl Rule {
    pub(crate) fn judge(&self, rank: usize, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
        let Some(severity) = subject.policy.severity(self.name, self.level) else { return };
        if subject.is_withheld && !self.when_withheld {
            return;
        }
        let mut violations = Vec::new();
        (self.check)(subject, &mut violations);
        for violation in violations {
            let violation =
                if subject.is_silent { self.silent(violation, subject.policy) } else { violation };
            findings.push(Finding { rule: self.name, rank, severity, violation });
        }
    }

    /// A violation that quotes nothing of a withheld issue. The help about labels and the messages of the security
    /// rules are kept, because they are the same for every issue.
    fn silent(&self, violation: Violation, policy: &Policy) -> Violation {
        let page = || {
            Message::text(
                "see the rule's page for what to do; nothing of a withheld issue is shown here",
            )
        };
        let entry = || {
            let help = Message::text("write one ")
                .and_code("key=value")
                .and(" a line, in a code fence of ");
            let help = help.and_code("release").and(", each with a full version such as ");
            let help = help
                .and_code(policy.tags.spelling().write("1.6.2"))
                .and(", or, behind ")
                .and_code("not-affected");
            help.and(" and ")
                .and_code("wont-fix")
                .and(", a branch such as ")
                .and_code(policy.tags.spelling().write("1.8"))
        };
        let (message, help) = match self.group {
            Group::Security => (violation.message, violation.help),
            Group::Labels => (Message::text(policy.in_its_words(self.summary)), violation.help),
            Group::Entries => (Message::text(self.summary), entry()),
            _ => (Message::text(self.summary), page()),
        };
        Violation::new(violation.span, message, help)
    }
}
