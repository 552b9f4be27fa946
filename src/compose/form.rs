//! What a policy asks for, from which the page makes its guided fields.

use std::fmt::Write;

use crate::format::template::HeldThings;
use crate::json::{string, strings};
use crate::policy::Policy;

/// The fields of the policy, and the text that an author starts with.
pub(super) fn form(policy: &Policy) -> String {
    let mut json = String::from("{\"sections\":[");
    for section in policy.sections.list() {
        json.push_str(if json.ends_with('[') { "" } else { "," });
        let holds = match section.holds {
            None => "null",
            Some(HeldThings::Binaries) => "\"binaries\"",
            Some(HeldThings::PullRequests) => "\"pull-requests\"",
        };
        let question = section.words.map_or("", |words| words.question);
        let _ = write!(
            json,
            "{{\"name\":{},\"prompt\":{},\"question\":{},\"holds\":{holds},\"optional\":{},\"deferred\":{}}}",
            string(&section.name),
            string(&section.prompt),
            string(question),
            section.optional,
            section.deferred
        );
    }
    json.push(']');
    if let Some(asked) = &policy.priorities {
        add_labels(&mut json, "priorities", &asked.prefix, Some(&asked.accepted), &asked.noun.one);
    }
    if let Some(asked) = &policy.sigs {
        add_labels(&mut json, "sigs", &asked.prefix, asked.known.as_ref(), &asked.noun.many);
    }
    if policy.sections.holding(HeldThings::Binaries).is_some() {
        let known = policy.binaries.as_deref().unwrap_or_default();
        let noun = policy.components.many();
        let _ = write!(
            json,
            ",\"binaries\":{{\"known\":{},\"noun\":\"{noun}\",\"one\":\"{}\"}}",
            strings(known),
            policy.components.one()
        );
    }
    let example = policy.tags.spelling().write("1.6.2");
    let scope = policy.scope_label().map_or_else(|| "null".to_owned(), string);
    let _ = write!(
        json,
        ",\"example\":{},\"scope\":{scope},\"security\":{},\"rules\":{},\"start\":{}}}",
        string(&example),
        strings(&policy.security.labels),
        string(&crate::links::rule_page("{rule}")),
        string(&start(policy))
    );
    json
}

fn add_labels(
    json: &mut String,
    name: &str,
    prefix: &str,
    known: Option<&Vec<String>>,
    noun: &str,
) {
    let known = known.map(Vec::as_slice).unwrap_or_default();
    let _ = write!(
        json,
        ",\"{name}\":{{\"prefix\":{},\"known\":{},\"noun\":{}}}",
        string(prefix),
        strings(known),
        string(noun)
    );
}

/// The template without the releases that have a fix: there is none yet.
fn start(policy: &Policy) -> String {
    let template = policy.template();
    let (first, rest) = template.split_once("\n```\n").unwrap_or_default();
    let sections = rest.find("\n## ").and_then(|at| rest.get(at..)).unwrap_or_default();
    format!("{first}\n```\n{sections}")
}
