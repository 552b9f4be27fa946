//! The pieces of inputs. `\n` in a piece is a line end.

/// The pieces of a list.
pub(crate) fn read(list: &str) -> Vec<String> {
    let lines = list.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| line.replace("\\n", "\n").replace("\\t", "\t").replace("\\u200b", "\u{200b}"))
        .collect()
}
