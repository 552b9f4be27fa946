//! The key `maintained`: which branches still get patch releases.

use crate::evidence::Maintained;
use crate::format::tags::TagPatterns;
use crate::format::version::Branch;
use crate::policy::mapping::{Reader, mapping};
use crate::policy::yaml::{Node, ScalarKind, YamlValue};
use crate::text::quote::code;

/// How many branches can be maintained: an issue has at most as many labels.
const MOST_BRANCHES: usize = 100;

impl Reader {
    pub(super) fn maintained(
        &mut self,
        node: &Node<'_>,
        tags: &TagPatterns,
        maintained: &mut Maintained,
    ) {
        let want = "how many branches, from `1` to `100`, a mapping such as `{newest: 3, overlap-months: 3}`, or a \
                    list such as `[v1.34, v1.35]`";
        match &node.value {
            YamlValue::Scalar(text, ScalarKind::Number) => match text.parse() {
                Ok(newest @ 1..=MOST_BRANCHES) => {
                    *maintained = Maintained::Newest { newest, overlap_months: 0 };
                }
                _ => self.wrong("`maintained`", node, want),
            },
            YamlValue::Map(members) if !members.is_empty() => self.newest(node, want, maintained),
            _ => self.listed(node, want, tags, maintained),
        }
    }

    fn newest(&mut self, node: &Node<'_>, want: &str, maintained: &mut Maintained) {
        let (mut newest, mut overlap_months) = (3, 3);
        let known = ["newest", "overlap-months"];
        for (key, value) in self.members(&mapping("`maintained`", &known, want), node) {
            let number = match &value.value {
                YamlValue::Scalar(text, ScalarKind::Number) => text.parse::<u32>().ok(),
                _ => None,
            };
            match (key, number) {
                ("newest", Some(count @ 1..=100)) => newest = count as usize,
                ("newest", _) => self.wrong("`newest`", value, "a number from `1` to `100`"),
                (_, Some(months @ 0..=120)) => overlap_months = months,
                _ => self.wrong("`overlap-months`", value, "a number from `0` to `120`"),
            }
        }
        *maintained = Maintained::Newest { newest, overlap_months };
    }

    fn listed(
        &mut self,
        node: &Node<'_>,
        want: &str,
        tags: &TagPatterns,
        maintained: &mut Maintained,
    ) {
        let mut branches = Vec::new();
        let items = self.items("`maintained`", node, want);
        if items.len() > MOST_BRANCHES {
            self.errors.add(node.at, "`maintained` lists more than 100 branches".to_owned());
        }
        for item in items {
            branches.extend(self.branch(item, tags));
        }
        *maintained = Maintained::Listed(branches);
    }

    fn branch(&mut self, item: &Node<'_>, tags: &TagPatterns) -> Option<Branch> {
        let text = match &item.value {
            YamlValue::Scalar(text, ScalarKind::Text | ScalarKind::Number) => text.as_ref(),
            _ => "",
        };
        let branch = tags.branch(text);
        if branch.is_none() {
            let bare = text.trim_start_matches(['v', 'V']);
            let meant = tags.meant_branch(text).or_else(|| tags.meant_branch(bare));
            let example = || format!("a branch such as {}", code(&tags.spelling().write("1.34")));
            // Without a `v`, YAML may take a branch for a number.
            let want = meant.map_or_else(example, |meant| code(&meant.to_string()));
            self.wrong("an item of `maintained`", item, &want);
        }
        branch
    }
}
