//! The template: the sections that a project asks for, with the names and prompts that the rules use.

use std::fmt::Write;

use crate::format::spelling::Spelling;
use crate::format::tags::TagPatterns;
use crate::text::{normalize, sort};

/// A section of a project, by its place in the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionName(usize);

impl SectionName {
    /// Its place in the template, from 0.
    #[must_use]
    pub const fn place(self) -> usize {
        self.0
    }
}

/// What the text of a section names beside its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum HeldThings {
    /// The list of binaries.
    Binaries,
    /// The pull requests.
    PullRequests,
}

/// What a project calls its binaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, serde::Serialize))]
pub enum Components {
    /// Binaries.
    #[default]
    Binaries,
    /// Components.
    Components,
    /// Packages.
    Packages,
    /// Modules.
    Modules,
}

/// What is said about a section of a preset, in the words of its rules.
#[derive(Debug, PartialEq, Eq)]
pub struct SectionWords {
    /// What to do: `write what users experience`.
    pub help: &'static str,
    /// What it answers: `what users experience`.
    pub question: &'static str,
    /// Folded texts, beside the prompt, that are no answer.
    pub examples: &'static [&'static str],
    /// Whether short names are found among the words of a heading.
    pub is_loose: bool,
}

/// A section that every description must have, unless it is optional.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(serde::Serialize))]
pub struct WantedSection {
    /// The heading's text.
    pub name: String,
    /// Other texts of the heading that are equally right.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "Vec::is_empty"))]
    pub also: Vec<String>,
    /// The template's text, which authors replace.
    pub prompt: String,
    /// What it names.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "Option::is_none"))]
    pub holds: Option<HeldThings>,
    /// Whether it may be missing.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "std::ops::Not::not"))]
    pub optional: bool,
    /// Whether `TBD` and similar answers are accepted until the issue is done.
    #[cfg_attr(feature = "schema", serde(skip_serializing_if = "std::ops::Not::not"))]
    pub deferred: bool,
    /// The words of a preset.
    #[cfg_attr(feature = "schema", serde(skip))]
    pub words: Option<&'static SectionWords>,
}

/// The sections of a project, in the order of the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sections(Vec<ReadySection>);

/// A section, with what reading asks of it again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ReadySection {
    section: WantedSection,
    /// Every folded text of a heading that names it.
    names: Vec<String>,
    /// Folded texts that do not count as an answer, longest first: the parts of the prompt and examples. Text that
    /// consists only of these is not an answer.
    prompts: Vec<String>,
}

impl WantedSection {
    /// Every text of a heading that names it, folded.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names = vec![normalize::name(&self.name)];
        names.extend(self.also.iter().map(|name| normalize::name(name)));
        names
    }

    /// Its member in the JSON of answers: the name in camel case.
    #[must_use]
    pub fn key(&self) -> String {
        let mut key = String::new();
        let folded = normalize::name(&self.name);
        for word in folded.split(|character: char| !character.is_alphanumeric()) {
            let mut letters = word.chars();
            let first = letters.next();
            if key.is_empty() {
                key.extend(first);
            } else {
                key.extend(first.into_iter().flat_map(char::to_uppercase));
            }
            key.extend(letters);
        }
        key
    }

    fn ready(self) -> ReadySection {
        let mut prompts: Vec<String> = Vec::new();
        let examples = self.words.map_or([].as_slice(), |words| words.examples);
        prompts.extend(examples.iter().map(|example| (*example).to_owned()));
        for line in self.prompt.lines() {
            let line = line.trim();
            let bare = line.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' '));
            prompts.push(normalize::text(&without_marks(bare.unwrap_or(line))));
        }
        prompts.retain(|prompt| !prompt.is_empty());
        sort::sort(&mut prompts, |prompt| usize::MAX - prompt.len());
        prompts.dedup();
        ReadySection { names: self.names(), prompts, section: self }
    }
}

/// What a reader sees of a line with emphasis and code.
fn without_marks(line: &str) -> String {
    line.replace(['*', '`'], "")
}

#[cfg(feature = "schema")]
impl serde::Serialize for Sections {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.list())
    }
}

impl Sections {
    /// The sections, in the order of the template.
    #[must_use]
    pub fn new(sections: Vec<WantedSection>) -> Self {
        Self(sections.into_iter().map(WantedSection::ready).collect())
    }

    /// All of them, in the order of the template.
    #[must_use = "it only lists them"]
    pub fn all(&self) -> impl DoubleEndedIterator<Item = SectionName> + ExactSizeIterator + use<> {
        (0..self.0.len()).map(SectionName)
    }

    /// What a policy says about them.
    pub fn list(&self) -> impl Iterator<Item = &WantedSection> {
        self.0.iter().map(|ready| &ready.section)
    }

    fn ready(&self, name: SectionName) -> Option<&ReadySection> {
        self.0.get(name.0)
    }

    /// What a policy says about one of them.
    #[must_use]
    pub fn get(&self, name: SectionName) -> Option<&WantedSection> {
        self.ready(name).map(|ready| &ready.section)
    }

    /// The canonical text of its heading.
    #[must_use]
    pub fn title(&self, name: SectionName) -> &str {
        self.get(name).map_or("", |section| &section.name)
    }

    /// The names of all, in the order of the template.
    #[must_use]
    pub fn titles(&self) -> Vec<String> {
        self.list().map(|section| section.name.clone()).collect()
    }

    /// Every folded text of a heading that names it.
    pub(crate) fn names(&self, name: SectionName) -> &[String] {
        self.ready(name).map_or(&[], |ready| &ready.names)
    }

    /// The section called `folded`.
    #[must_use]
    pub fn find(&self, folded: &str) -> Option<SectionName> {
        self.all().find(|name| self.names(*name).iter().any(|known| known == folded))
    }

    /// The section that names these things.
    #[must_use]
    pub fn holding(&self, held: HeldThings) -> Option<SectionName> {
        self.all().find(|name| self.get(*name).is_some_and(|section| section.holds == Some(held)))
    }

    /// Whether `TBD` and similar answers are accepted until the issue is done.
    #[must_use]
    pub fn is_deferrable(&self, name: SectionName) -> bool {
        self.get(name).is_some_and(|section| section.deferred)
    }

    /// Whether it may be missing.
    #[must_use]
    pub fn is_optional(&self, name: SectionName) -> bool {
        self.get(name).is_some_and(|section| section.optional)
    }

    /// The template's text in it.
    #[must_use]
    pub fn prompt(&self, name: SectionName) -> &str {
        self.get(name).map_or("", |section| &section.prompt)
    }

    /// Folded texts that do not count as an answer, longest first.
    pub(crate) fn prompts(&self, name: SectionName) -> &[String] {
        self.ready(name).map_or(&[], |ready| &ready.prompts)
    }

    /// Whether its short names are found among the words of a heading, too.
    pub(crate) fn is_loose(&self, name: SectionName) -> bool {
        self.get(name).and_then(|section| section.words).is_some_and(|words| words.is_loose)
    }

    /// The sections that say why the issue matters, at most two: those that must be answered from the start.
    #[must_use]
    pub fn leading(&self) -> [Option<SectionName>; 2] {
        let mut leading = self.all().filter(|name| {
            let section = self.get(*name);
            section.is_some_and(|section| !section.deferred && section.holds.is_none())
        });
        [leading.next(), leading.next()]
    }
}

impl Components {
    /// Every name.
    pub const ALL: [Self; 4] = [Self::Binaries, Self::Components, Self::Packages, Self::Modules];

    /// What several are called, as a title.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Binaries => "Binaries",
            Self::Components => "Components",
            Self::Packages => "Packages",
            Self::Modules => "Modules",
        }
    }

    /// What several are called.
    #[must_use]
    pub const fn many(self) -> &'static str {
        match self {
            Self::Binaries => "binaries",
            Self::Components => "components",
            Self::Packages => "packages",
            Self::Modules => "modules",
        }
    }

    /// What one is called.
    #[must_use]
    pub const fn one(self) -> &'static str {
        match self {
            Self::Binaries => "binary",
            Self::Components => "component",
            Self::Packages => "package",
            Self::Modules => "module",
        }
    }
}

/// The template's release blocks.
#[must_use]
pub fn release_blocks(spelling: Spelling) -> String {
    let (this, next) = (spelling.write("X.Y.Z"), spelling.write("X.Y+1.Z"));
    format!(
        "```release\nintroduced-in={this}\n```\n\n```release\nresolved-in={this}\nresolved-in={next}\n```\n"
    )
}

/// The whole template. Lines end with LF.
#[must_use]
pub fn template(tags: &TagPatterns, sections: &Sections) -> String {
    let mut text = release_blocks(tags.spelling());
    for section in sections.list() {
        let _ = write!(text, "\n## {}\n\n{}\n", section.name, section.prompt);
    }
    text
}
