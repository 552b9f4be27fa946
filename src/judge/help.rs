//! Help about labels and sections that several rules share, in the words of the policy.

use crate::format::template::SectionName;
use crate::judge::diagnostic::Message;
use crate::judge::subject::Subject;
use crate::policy::{Policy, presets};
use crate::text::words::is_harmless;

/// What a help about labels speaks of.
struct LabelHelp<'a> {
    prefix: &'a str,
    /// What may follow the prefix, one of which is meant.
    values: Vec<String>,
    /// What stands for `{label}` in running text.
    label: Message,
}

/// Who sets a priority label and how.
pub(crate) fn priority(subject: &Subject<'_>) -> Message {
    let Some(asked) = &subject.policy.priorities else { return Message::default() };
    let names: Vec<String> =
        asked.accepted.iter().map(|name| format!("{}{name}", asked.prefix)).collect();
    let label = Message::default().and_choice(&names);
    labels(
        subject.policy,
        &LabelHelp { prefix: &asked.prefix, values: asked.accepted.clone(), label },
    )
}

/// Who sets a SIG label and how.
pub(crate) fn sig(subject: &Subject<'_>) -> Message {
    let Some(asked) = &subject.policy.sigs else { return Message::default() };
    let known = asked.known.as_ref().and_then(|known| known.first().cloned());
    let value = known.unwrap_or_else(|| presets::example(&asked.prefix).to_owned());
    let label =
        Message::text(format!("a label for every {} that is involved, such as ", asked.noun.one))
            .and_code(format!("{}{value}", asked.prefix));
    labels(subject.policy, &LabelHelp { prefix: &asked.prefix, values: vec![value], label })
}

/// Who sets one label of a SIG and how.
pub(crate) fn one_sig(subject: &Subject<'_>, value: &str) -> Message {
    let Some(asked) = &subject.policy.sigs else { return Message::default() };
    let label = Message::code(format!("{}{value}", asked.prefix));
    let labelled = LabelHelp { prefix: &asked.prefix, values: vec![value.to_owned()], label };
    labels(subject.policy, &labelled)
}

/// The policy's help about labels, filled in.
fn labels(policy: &Policy, labels: &LabelHelp<'_>) -> Message {
    let mut help = Message::default();
    for (index, part) in presets::label_help(policy, labels.prefix).split('`').enumerate() {
        if index % 2 == 0 {
            help = running_text(help, part, labels);
            continue;
        }
        let command = labels.prefix.trim_end_matches(|last: char| !last.is_alphanumeric());
        let filled = |value: &String| {
            let label = format!("{}{value}", labels.prefix);
            part.replace("{label}", &label).replace("{command}", command).replace("{value}", value)
        };
        let is_same = !part.contains("{label}") && !part.contains("{value}");
        let most = if is_same { 1 } else { labels.values.len() };
        let codes: Vec<String> = labels.values.iter().take(most).map(filled).collect();
        help = help.and_choice(&codes);
    }
    help
}

/// Adds text between code spans.
fn running_text(help: Message, text: &str, labels: &LabelHelp<'_>) -> Message {
    let mut help = help;
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let (before, placeholder) = rest.split_at_checked(start).unwrap_or_default();
        let end = placeholder.find('}').map_or(placeholder.len(), |end| end + 1);
        let (name, behind) = placeholder.split_at_checked(end).unwrap_or_default();
        help = add_words(help, before);
        help = match name {
            "{label}" => help.and_message(labels.label.clone()),
            "{command}" => {
                let command = labels.prefix.trim_end_matches(|last: char| !last.is_alphanumeric());
                help.and_code(command)
            }
            _ => help.and_choice(&labels.values),
        };
        rest = behind;
    }
    add_words(help, rest)
}

/// Adds a project's own words. Those that GitHub could take for a link, a mention or a reference become code.
fn add_words(help: Message, text: &str) -> Message {
    let (mut help, mut plain) = (help, String::new());
    for word in text.split_inclusive(' ') {
        if is_harmless(word) {
            plain.push_str(word);
            continue;
        }
        if !plain.is_empty() {
            help = help.and(std::mem::take(&mut plain));
        }
        help = help.and_code(word.trim_end());
        plain.push_str(if word.ends_with(' ') { " " } else { "" });
    }
    if plain.is_empty() { help } else { help.and(plain) }
}

/// What a section should contain.
pub(crate) fn section(subject: &Subject<'_>, name: SectionName) -> Message {
    let sections = &subject.policy.sections;
    match sections.get(name).and_then(|section| section.words) {
        Some(words) => Message::text(words.help),
        None => Message::text("write what its prompt asks for: ").and_code(sections.prompt(name)),
    }
}

/// What the security team is called, as far as the policy says.
pub(crate) fn security_statement(policy: &Policy) -> Message {
    let default = &Policy::default().security.phrases;
    match policy.security.phrases.first() {
        Some(phrase) if Some(phrase) != default.first() => Message::text("write ").and_code(phrase),
        _ => Message::text("say that you are working with the product security team"),
    }
}
