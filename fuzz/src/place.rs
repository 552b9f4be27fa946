//! Places in a text: lines and columns, both from 1, columns in UTF-16 code units.

use patch_release_issues::diagnostic::{Location, Position};

use crate::{Checked, fail_unless};

/// A text's lines. Each line end is LF.
pub(crate) struct Places<'a>(Vec<&'a str>);

impl<'a> Places<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self(text.split('\n').collect())
    }

    /// Fails unless both ends are between two characters, in order.
    pub(crate) fn check(&self, location: &Location) -> Checked {
        self.check_position(location.start)?;
        self.check_position(location.end)?;
        let (start, end) = (order(location.start), order(location.end));
        fail_unless(start <= end, || format!("{location:?} ends before it starts"))
    }

    /// Fails unless the place is between two characters.
    pub(crate) fn check_position(&self, position: Position) -> Checked {
        let line = position.line.checked_sub(1).and_then(|line| self.0.get(line));
        let line = line.ok_or_else(|| format!("{position:?} is on no line"))?;
        let units = position.column.checked_sub(1);
        let mut left = units.ok_or_else(|| format!("{position:?} has no column"))?;
        for character in line.chars() {
            if left == 0 {
                return Ok(());
            }
            left = left
                .checked_sub(character.len_utf16())
                .ok_or_else(|| format!("{position:?} splits a character of {line:?}"))?;
        }
        fail_unless(left == 0, || format!("{position:?} is beyond the end of {line:?}"))
    }

    /// The text in a range of one line; `None` if it is on several.
    pub(crate) fn on_one_line(&self, location: &Location) -> Option<String> {
        let line = self.0.get(location.start.line.checked_sub(1)?)?;
        let units: Vec<u16> = line.encode_utf16().collect();
        let range = location.start.column.checked_sub(1)?..location.end.column.checked_sub(1)?;
        let is_one = location.start.line == location.end.line;
        units.get(range).filter(|_| is_one).map(String::from_utf16_lossy)
    }
}

/// What places are compared by.
pub(crate) fn order(position: Position) -> (usize, usize) {
    (position.line, position.column)
}
