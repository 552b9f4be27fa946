//! Checks that each rule is one file, one page and one folder of fixtures.

use std::collections::BTreeSet;

use patch_release_issues::rules::RULES;

use super::files::names;

#[test]
fn a_rule_has_one_name_everywhere() {
    let rules = |of: &dyn Fn(&str) -> String| -> BTreeSet<String> {
        RULES.iter().map(|rule| of(rule.name)).collect()
    };
    assert_eq!(names("src/judge/rules"), rules(&|name| format!("{}.rs", name.replace('-', "_"))));
    assert_eq!(names("tests/core/fixtures"), rules(&str::to_owned));
    let mut pages = rules(&|name| format!("{name}.md"));
    pages.insert("README.md".to_owned());
    assert_eq!(names("docs/rules"), pages);
    assert_eq!(rules(&str::to_owned).len(), RULES.len(), "two rules have one name");
}

#[test]
fn fixtures_are_cases_and_nothing_else() {
    for rule in RULES {
        let folder = names(&format!("tests/core/fixtures/{}", rule.name));
        for name in &folder {
            let case = name.split('.').next().unwrap();
            let is_part =
                [".md", ".json", ".summary.md"].contains(&name.strip_prefix(case).unwrap());
            let has_description = folder.contains(&format!("{case}.md"));
            assert!(is_part && has_description, "{}/{name} is not part of a case", rule.name);
        }
    }
}
