//! Copies fixtures into one folder, because libFuzzer reads whole folders.

use std::fs;
use std::path::Path;

use crate::Outcome;

/// Copies the inputs in `from` and its folders, which are the files whose names end with `end`. What is expected of a
/// fixture has two endings, as `x.summary.md`.
pub(crate) fn copy(from: &Path, end: &str, to: &Path) -> Outcome {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if path.is_dir() {
            copy(&path, end, to)?;
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let folder = from.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.strip_suffix(end).is_some_and(|name| !name.contains('.')) {
            fs::copy(&path, to.join(format!("{folder}-{name}")))?;
        }
    }
    Ok(())
}
