//! Whether a policy fits its own template: authors start with it, so it must have no mistake of its own.

use crate::format::description::{Description, Fill};
use crate::judge::facts::Facts;
use crate::judge::issue::Issue;
use crate::judge::rule::Group;
use crate::judge::rules::{self, RULES};
use crate::judge::subject::Subject;
use crate::policy::{All, Policy, Scope};
use crate::text::quote::code;

/// Why the template of a policy would not do: a finding that is not about labels or text to replace, or a prompt that
/// would pass for an answer.
pub(super) fn flaw(policy: &Policy) -> Option<String> {
    if !policy.has_own_template() {
        return None;
    }
    let policy = Policy { rules: Vec::new(), scope: Scope::All(All::All), ..policy.clone() };
    let template = policy.template();
    let facts = Facts::default();
    let issue = Issue::default();
    let subject = Subject::read(&issue, &template, &policy, &facts)?;
    for finding in rules::judge(&subject) {
        let group = RULES.get(finding.rank).map(|rule| rule.group);
        if group != Some(Group::Labels) && !finding.rule.starts_with("unfilled-") {
            let rule = code(finding.rule);
            return Some(format!(
                "the template of this policy breaks the rule {rule}: write names and prompts as plain text"
            ));
        }
    }
    let description = Description::read(&template, policy.form()).repaired();
    let is_prompt = |name| description.fill(name) == Some(Fill::Prompts);
    let answered = policy.sections.all().find(|name| !is_prompt(*name))?;
    let title = code(policy.sections.title(answered));
    Some(format!(
        "the prompt of {title} would pass for an answer: write it as plain text, without links, images and code"
    ))
}
