//! The words that lines about affected and fixed versions consist of.

/// What a key word says about the versions beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// They have the problem.
    Affected,
    /// It came with them.
    Introduced,
    /// It came with them or was there before.
    Since,
    /// They have the fix.
    Fixed,
    /// The fix was picked into them.
    Picked,
    /// Users should upgrade to them.
    Upgrade,
}

impl Topic {
    /// Whether it is about the problem, and not about the fix.
    pub(super) fn is_problem(self) -> bool {
        matches!(self, Self::Affected | Self::Introduced | Self::Since)
    }
}

/// How sure its author is about a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hint {
    Negation,
    /// It is not done yet.
    Announcement,
    Doubt,
    /// It is about another problem.
    OtherMatter,
}

/// What a word is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordClass {
    Key(Topic),
    Hint(Hint),
    /// Stands between a key word and its version.
    Filler,
    /// The problem or the fix itself: `this`, `issue`.
    Subject,
    /// Who has the problem: `users`, `running`.
    Population,
    Later,
    Earlier,
    Unknown,
}

const AFFECTED: &str = "affected affects affect affecting vulnerable impacted";
const INTRODUCED: &str = "introduced introduced-in regressed";
const SINCE: &str = "since regression regressions broken broke buggy";
const FIXED: &str = "fixed fix fixes fixed-in fix-version fix-versions fixversion patched resolved resolves addressed \
                     remediated corrected solved";
const PICKED: &str = "picked cherry-picked cherrypicked backported back-ported";
const UPGRADE: &str = "upgrade upgrade-to upgrading update updating";
const NEGATION: &str = "not no never none neither nor without cannot unaffected unfixed unpatched isn't aren't wasn't \
                        weren't hasn't haven't doesn't don't didn't won't can't nothing";
const ANNOUNCED: &str = "will planned expected scheduled upcoming soon pending going should next need needs eta targeted target wip todo";
const DOUBT: &str = "may might could seems seem appears apparently probably possibly perhaps maybe likely think believe \
                     suspect guess unsure if whether supposedly unclear assume unless";
const OTHER_MATTER: &str = "similar another other different unrelated related previous previously feature features documentation docs changes changelog commits diff notes";
const FILLER: &str = "in to the a an all of on at by via with as is are was were be been being has have had following \
    version versions release releases maintenance patch stable and or also both from starting included include includes \
    available applied landed shipped released published merged tagged only every any these those our branch branches line series pr prs \
    pull request requests first component components configuration configurations product products package crate \
    module library tag tags above below listed range ranges number numbers known respectively official upstream main \
    master trunk head each new minor now already latest security contain contains one your yet fully even does do did \
    through thru until till up prior equal than including less lower least between";
const SUBJECT: &str = "this it bug issue problem vulnerability regression flaw defect error public cve that which \
    corruption security change they";
const POPULATION: &str = "users user clusters cluster nodes node running using deployments customers installations \
    anyone everyone you who people run runs";
const LATER: &str = "later newer up upwards above onwards onward higher greater beyond + after";
const EARLIER: &str = "earlier older below prior lower before less previous under";

/// Every list with its class. A word in several lists has the first one's class.
const LISTS: [(&str, WordClass); 15] = [
    (AFFECTED, WordClass::Key(Topic::Affected)),
    (INTRODUCED, WordClass::Key(Topic::Introduced)),
    (SINCE, WordClass::Key(Topic::Since)),
    (FIXED, WordClass::Key(Topic::Fixed)),
    (PICKED, WordClass::Key(Topic::Picked)),
    (UPGRADE, WordClass::Key(Topic::Upgrade)),
    (NEGATION, WordClass::Hint(Hint::Negation)),
    (ANNOUNCED, WordClass::Hint(Hint::Announcement)),
    (DOUBT, WordClass::Hint(Hint::Doubt)),
    (LATER, WordClass::Later),
    (EARLIER, WordClass::Earlier),
    (FILLER, WordClass::Filler),
    (SUBJECT, WordClass::Subject),
    (POPULATION, WordClass::Population),
    (OTHER_MATTER, WordClass::Hint(Hint::OtherMatter)),
];

/// The words by their first letter, to find each quickly.
pub(super) struct Vocabulary(Vec<Vec<(&'static str, WordClass)>>);

/// How many groups of words there are.
const GROUPS: u8 = 32;

impl Vocabulary {
    pub(super) fn new() -> Self {
        let mut groups = vec![Vec::new(); usize::from(GROUPS)];
        for (words, class) in LISTS {
            for word in words.split_ascii_whitespace() {
                if let Some(group) = groups.get_mut(group(word)) {
                    group.push((word, class));
                }
            }
        }
        Self(groups)
    }

    /// The class of a word in lower case.
    pub(super) fn class(&self, word: &str) -> WordClass {
        let known =
            self.0.get(group(word)).and_then(|group| group.iter().find(|(one, _)| *one == word));
        known.map_or(WordClass::Unknown, |(_, class)| *class)
    }
}

fn group(word: &str) -> usize {
    usize::from(word.bytes().next().unwrap_or(0) % GROUPS)
}

/// Words for what is wrong with a release.
const DAMAGE: &str = "bug bugs regression regressions corruption vulnerability defect flaw";

/// Whether a word names a problem.
pub(super) fn is_damage(word: &str) -> bool {
    DAMAGE.split(' ').any(|one| one == word)
}
