//! What a project calls its priorities and SIGs.

/// A noun. Its words contain letters, hyphens and single spaces, so that they cannot become markup.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Noun {
    /// One.
    pub one: String,
    /// Several.
    pub many: String,
    /// `a` or `an`.
    pub article: String,
}

/// The longest word, in characters.
const LONGEST: usize = 30;

/// Why `word` cannot be a noun, as the end of a sentence that starts with "`x`".
pub(super) fn flaw(word: &str) -> Option<&'static str> {
    let is_letter = |character: char| character.is_alphabetic();
    let is_joint = |character: char| matches!(character, ' ' | '-');
    let mut before = ' ';
    for character in word.chars() {
        if is_joint(character) && is_joint(before) || !(is_letter(character) || is_joint(character))
        {
            return Some("contains something other than letters, single spaces and hyphens");
        }
        before = character;
    }
    match word {
        "" => Some("is empty"),
        _ if word.chars().count() > LONGEST => Some("is longer than 30 characters"),
        _ if word.ends_with(is_joint) => Some("ends with a space or a hyphen"),
        _ => None,
    }
}

impl Noun {
    /// Whether its words are words, as of a policy they are.
    #[cfg(feature = "report")]
    pub(crate) fn is_sound(&self) -> bool {
        let is_word = |word: &String| flaw(word).is_none();
        is_word(&self.one) && is_word(&self.many) && matches!(self.article.as_str(), "a" | "an")
    }

    /// With its article: `a priority`.
    #[must_use]
    pub fn with_article(&self) -> String {
        format!("{} {}", self.article, self.one)
    }

    /// The singular as a title.
    #[must_use]
    pub fn title(&self) -> String {
        capital(&self.one)
    }

    /// The plural as a title.
    #[must_use]
    pub fn titles(&self) -> String {
        capital(&self.many)
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
