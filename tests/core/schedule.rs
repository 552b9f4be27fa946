//! Schedules, and what their maintainers see: `schedule/<case>.yml`, and next to it what was read or the mistakes.
//! `UPDATE_EXPECT=1 cargo test --features report` rewrites the latter. Read it before you commit it.

use std::fs;
use std::path::Path;

use patch_release_issues::known_issues::read_schedule;

#[test]
fn schedules_are_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/schedule");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "yml") {
            count += 1;
            let shown = match read_schedule(&fs::read_to_string(&path).unwrap()) {
                Ok(schedule) => serde_json::to_string_pretty(&schedule).unwrap() + "\n",
                Err(mistakes) => {
                    mistakes.iter().map(|one| one.in_file("schedule") + "\n").collect()
                }
            };
            let is_good = path.file_stem().is_some_and(|name| name == "good");
            assert_eq!(shown.starts_with('['), is_good, "{}", path.display());
            expect_test::expect_file![path.with_extension("txt")].assert_eq(&shown);
        }
    }
    assert!(count >= 6);
}
