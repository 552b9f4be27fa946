//! Help about labels and sections that several rules share.

use crate::format::template::SectionName;
use crate::judge::diagnostic::Message;
use crate::judge::subject::Subject;

/// Who sets labels: not the author of the issue, unless they may triage.
const WHO: &str = "people with triage permission set ";

/// Prow's words for labels are known for its own prefixes only.
const PROW: &str = "; where Prow runs, anyone can comment ";

/// Who sets a priority label and how.
pub(crate) fn priority(subject: &Subject<'_>) -> Message {
    let priorities = &subject.policy.priorities;
    let (mut labels, mut commands) = (Vec::new(), Vec::new());
    for name in &priorities.accepted {
        labels.push(format!("{}{name}", priorities.prefix));
        commands.push(format!("/priority {name}"));
    }
    let help = Message::text(WHO).and_choice(&labels);
    if priorities.prefix == "priority/" {
        help.and(PROW).and_choice(&commands)
    } else {
        help.and(ELSEWHERE)
    }
}

/// What an author does who may not set labels.
const ELSEWHERE: &str = " in the sidebar of the issue; anyone else can ask them in a comment";

/// Who sets a SIG label and how.
pub(crate) fn sig(subject: &Subject<'_>) -> Message {
    let sigs = &subject.policy.sigs;
    let known = sigs.known.as_ref().and_then(|known| known.first());
    let (name, is_prow) = (known.map_or("node", String::as_str), sigs.prefix == "sig/");
    if is_prow {
        Message::text(WHO)
            .and("a label for every SIG that is involved, such as ")
            .and_code(format!("sig/{name}"))
            .and(PROW)
            .and_code(format!("/sig {name}"))
    } else if known.is_some() {
        Message::text(WHO)
            .and("a label such as ")
            .and_code(format!("{}{name}", sigs.prefix))
            .and(" for everyone who is involved")
            .and(ELSEWHERE)
    } else {
        Message::text(WHO)
            .and("a label that starts with ")
            .and_code(sigs.prefix.clone())
            .and(" for everyone who is involved")
            .and(ELSEWHERE)
    }
}

/// Who sets the label of the SIG `name`, and how.
pub(crate) fn named_sig(subject: &Subject<'_>, name: &str) -> Message {
    let prefix = &subject.policy.sigs.prefix;
    let help = Message::text(WHO).and_code(format!("{prefix}{name}"));
    if prefix == "sig/" {
        help.and(PROW).and_code(format!("/sig {name}"))
    } else {
        help.and(ELSEWHERE)
    }
}

/// What a section should contain.
pub(crate) fn section(name: SectionName) -> Message {
    Message::text(match name {
        SectionName::Symptoms => "write what users experience",
        SectionName::RootCause => "write what causes it, and the binaries that have it",
        SectionName::Impact => {
            "write why it is worth a patch release instead of the next minor release"
        }
        SectionName::Resolution => "write how it was or will be fixed",
        SectionName::PullRequests => "list the pull requests that fix it",
    })
}
