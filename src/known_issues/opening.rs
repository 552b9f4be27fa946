//! The opening of a section, by which operators judge an issue.

use crate::format::description::Description;
use crate::format::template::SectionName;

/// The most characters of an opening.
const LONGEST: usize = 300;

/// The first paragraph of a section as text on one line, cut after 300 characters; `None` when the section has no
/// answer.
pub(crate) fn of(description: &Description<'_>, name: SectionName) -> Option<String> {
    let text = description.first_paragraph(name)?;
    let mut words = String::new();
    for word in text.split_whitespace() {
        words.push_str(if words.is_empty() { "" } else { " " });
        words.push_str(word);
    }
    if let Some((at, _)) = words.char_indices().nth(LONGEST) {
        words.truncate(at);
        words.push('…');
    }
    Some(words).filter(|words| !words.is_empty())
}
