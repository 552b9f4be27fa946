//! The presets: what a policy begins with. They are data, and this is the only place that knows Kubernetes' words.

use crate::format::template::{Components, HeldThings, SectionWords, Sections, WantedSection};
use crate::policy::nouns::Noun;
use crate::policy::{Help, Policy, Priorities, Scope, Security, Sigs};

/// A section of a preset.
struct PresetSection {
    name: &'static str,
    also: &'static [&'static str],
    prompt: &'static str,
    holds: Option<HeldThings>,
    deferred: bool,
    words: SectionWords,
}

const SYMPTOMS: PresetSection = PresetSection {
    name: "Symptoms",
    also: &[],
    prompt: "What users are experiencing",
    holds: None,
    deferred: false,
    words: SectionWords {
        help: "write what users experience",
        question: "what users experience",
        examples: &[],
        is_loose: true,
    },
};

const ROOT_CAUSE: PresetSection = PresetSection {
    name: "Root cause",
    also: &[],
    prompt: "Binaries:\n- NAME\n\nThe technical cause of the symptoms including the list of components / binaries.",
    holds: Some(HeldThings::Binaries),
    deferred: true,
    words: SectionWords {
        help: "write what causes it, and the binaries that have it",
        question: "what causes it, and in which binaries",
        // The example of Kubernetes' original document.
        examples: &[
            "binaries: kubectl kubectl was incorrectly calculating the patch for apply. when diffing foo...",
            "kubectl was incorrectly calculating the patch for apply. when diffing foo...",
            "e.g.",
        ],
        is_loose: true,
    },
};

const IMPACT: PresetSection = PresetSection {
    name: "Impact",
    also: &[],
    prompt: "Why this is important enough to warrant a patch vs waiting until the next minor release",
    holds: None,
    deferred: false,
    words: SectionWords {
        help: "write why it is worth a patch release instead of the next minor release",
        question: "why it is worth a patch release",
        examples: &[],
        is_loose: true,
    },
};

const RESOLUTION: PresetSection = PresetSection {
    name: "Resolution",
    also: &[],
    prompt: "How the issue will be (was) fixed",
    holds: None,
    deferred: true,
    words: SectionWords {
        help: "write how it was or will be fixed",
        question: "how it was or will be fixed",
        examples: &[],
        is_loose: true,
    },
};

const PULL_REQUESTS: PresetSection = PresetSection {
    name: "PRs",
    also: &["PR", "Pull requests"],
    prompt: "- #NNNNN",
    holds: Some(HeldThings::PullRequests),
    deferred: true,
    words: SectionWords {
        help: "list the pull requests that fix it",
        question: "which pull requests fix it",
        examples: &[],
        is_loose: true,
    },
};

/// Every section of a preset. A policy that writes one of them again keeps its words.
static SECTIONS: [PresetSection; 5] = [SYMPTOMS, ROOT_CAUSE, IMPACT, RESOLUTION, PULL_REQUESTS];

const KUBERNETES: [usize; 5] = [0, 1, 2, 3, 4];
const MINIMAL: [usize; 2] = [0, 3];

/// Nouns whose plural is not the singular with an `s`, or whose article is not what the first letter says.
const NOUNS: [(&str, &str, &str); 2] = [("priority", "priorities", "a"), ("SIG", "SIGs", "a")];

/// What authors are told about labels they cannot set.
const PROW: &str = "people with triage permission set {label}; where Prow runs, anyone can comment `/{command} {value}`";
const TRIAGE: &str = "people with triage permission set {label}";

/// The same for labels that Prow's commands do not know, because they start otherwise.
const ELSEWHERE: &str = "people with triage permission set {label} in the sidebar of the issue; anyone else can ask them in a comment";
const PROW_PREFIXES: [&str; 2] = ["priority/", "sig/"];

/// A label's value for examples, after its prefix.
const EXAMPLES: [(&str, &str); 1] = [("sig/", "node")];

/// A component for examples, by what components are called.
const COMPONENTS: [(Components, &str); 1] = [(Components::Binaries, "kubectl")];

/// The preset called `name`.
pub(crate) fn preset(name: &str) -> Option<Policy> {
    match name {
        "kubernetes" => Some(Policy::default()),
        "minimal" => Some(Policy {
            priorities: None,
            sigs: None,
            help: Help { labels: TRIAGE.to_owned() },
            sections: sections(&MINIMAL),
            ..Policy::default()
        }),
        _ => None,
    }
}

fn sections(which: &[usize]) -> Sections {
    let listed = which.iter().filter_map(|place| SECTIONS.get(*place));
    Sections::new(listed.map(PresetSection::section).collect())
}

impl PresetSection {
    fn section(&'static self) -> WantedSection {
        WantedSection {
            name: self.name.to_owned(),
            also: owned(self.also),
            prompt: self.prompt.to_owned(),
            holds: self.holds,
            optional: false,
            deferred: self.deferred,
            words: Some(&self.words),
        }
    }
}

/// The words for a section of a policy: those of the preset's section that it repeats.
pub(super) fn words(section: &WantedSection) -> Option<&'static SectionWords> {
    let is_same = |preset: &&PresetSection| {
        (preset.name, preset.prompt, preset.holds)
            == (&section.name, &section.prompt, section.holds)
    };
    SECTIONS.iter().find(is_same).map(|preset| &preset.words)
}

/// A noun by its singular. The plural adds `s`; the article is `an` before a vowel letter.
pub(super) fn noun(one: &str) -> Noun {
    let known = NOUNS.iter().find(|(known, ..)| *known == one);
    let vowel = one.starts_with(|first: char| "aeiouAEIOU".contains(first));
    Noun {
        one: one.to_owned(),
        many: known.map_or_else(|| format!("{one}s"), |(_, many, _)| (*many).to_owned()),
        article: known.map_or(if vowel { "an" } else { "a" }, |(.., article)| *article).to_owned(),
    }
}

/// A value for an example of a label, after `prefix`.
pub(crate) fn example(prefix: &str) -> &'static str {
    EXAMPLES.iter().find(|(known, _)| *known == prefix).map_or("NAME", |(_, value)| *value)
}

/// What authors are told about labels that start with `prefix` and that they cannot set.
pub(crate) fn label_help<'a>(policy: &'a Policy, prefix: &str) -> &'a str {
    let is_prow = policy.help.labels == PROW;
    if is_prow && !PROW_PREFIXES.contains(&prefix) { ELSEWHERE } else { &policy.help.labels }
}

/// A component for examples.
pub(crate) fn component(called: Components) -> &'static str {
    COMPONENTS.iter().find(|(known, _)| *known == called).map_or("NAME", |(_, name)| *name)
}

impl Default for Sections {
    fn default() -> Self {
        sections(&KUBERNETES)
    }
}

impl Default for Help {
    fn default() -> Self {
        Self { labels: PROW.to_owned() }
    }
}

impl Default for Priorities {
    fn default() -> Self {
        Self {
            prefix: "priority/".to_owned(),
            accepted: owned(&["critical-urgent", "important-soon"]),
            noun: noun("priority"),
        }
    }
}

impl Default for Sigs {
    fn default() -> Self {
        Self { prefix: "sig/".to_owned(), known: None, noun: noun("SIG") }
    }
}

impl Default for Scope {
    fn default() -> Self {
        Self::Labels { labels: owned(&["patch-release"]) }
    }
}

impl Default for Security {
    fn default() -> Self {
        let phrases =
            ["product security team", "product security committee", "security response committee"];
        let labels = ["area/security", "committee/security-response", "committee/product-security"];
        Self { labels: owned(&labels), phrases: owned(&phrases) }
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
