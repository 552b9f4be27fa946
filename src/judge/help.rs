//! Help about labels and sections that several rules share.

use crate::format::template::SectionName;
use crate::judge::diagnostic::Message;
use crate::judge::subject::Subject;

/// Who sets a priority label and how.
pub(crate) fn priority(subject: &Subject<'_>) -> Message {
    let priorities = &subject.policy.priorities;
    let (mut labels, mut commands) = (Vec::new(), Vec::new());
    for name in &priorities.accepted {
        labels.push(format!("{}{name}", priorities.prefix));
        commands.push(format!("/priority {name}"));
    }
    Message::text("people with triage permission set ")
        .and_choice(&labels)
        .and("; where Prow runs, anyone can comment ")
        .and_choice(&commands)
}

/// Who sets a SIG label and how.
pub(crate) fn sig(subject: &Subject<'_>) -> Message {
    Message::text(
        "people with triage permission set a label for every SIG that is involved, such as ",
    )
    .and_code(format!("{}node", subject.policy.sigs.prefix))
    .and("; where Prow runs, anyone can comment ")
    .and_code("/sig node")
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
