//! The truth table of what a project's history shows.
#![expect(clippy::unwrap_used, reason = "a test may end where it stumbles")]

mod case;
mod verdict;

#[test]
fn the_table_holds() {
    let cases = case::all();
    assert!(cases.len() > 130);
    let mut wrong = Vec::new();
    for case in cases {
        let found = verdict::of(&case, &case.expect);
        for (section, expected) in case.expect.as_object().unwrap() {
            if found[section] != *expected {
                wrong.push(format!(
                    "{} ({}): {section} {} ≠ {expected}",
                    case.id, case.why, found[section]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
