//! Whatever a description is: a command changes its entries, and not one byte of anything else.

use std::cell::Cell;

use proptest::prelude::*;

use super::hub::{COMPLETE, Hub};

const PIECES: &[&str] = &[
    "```release\n",
    "```\n",
    "~~~release\n",
    "- ```release\n",
    "  ```\n",
    "  ",
    "introduced-in=v1.6.2\n",
    "introduced-in=1.6.2 # it's old\n",
    "introduced-in=\n",
    "introduced-in=vX.Y.Z\n",
    "- introduced-in=v1.6.2\n",
    "resolved-in=v1.6.5, v1.7.1\n",
    "resolved-in=1.6.5 and `v1.8.0` (#12)\n",
    "resolved-in=TBD # later\n",
    "Fixed_In = v1.7.3 # soon\n",
    "- [ ] **resolved-in**: v1.6.5\n",
    "not-affected=v1.8\n",
    "wont-fix: 1.7.3\n",
    "foo=bar\n",
    "# remark\n",
    "some words\n",
    "> ",
    "<!--\n",
    "-->\n",
    "<p>resolved-in=v1.6.4</p>\n",
    "\n",
    "## Symptoms\n",
    "## PRs\n\n- #48123\n",
    "\u{feff}",
    "é\u{200b}\n",
];

const COMMANDS: &[&str] = &[
    "/introduced-in v1.6.3",
    "/introduced-in - v1.6",
    "/resolved-in v1.6.6",
    "/resolved-in v1.7.2 v1.6.6",
    "/resolved-in - v1.6",
    "/resolved-in - v1.7 v1.6",
    "/not-affected v1.9",
    "/not-affected - v1.8",
    "/wont-fix v1.5",
    "/wont-fix - v1.7",
];

/// What is left of a line without an entry: its words but the key, the separator and the value.
fn kept(text: &str) -> String {
    let mut kept = String::new();
    for word in text.split(['\n', '\r', ' ', '`', ',', '=', ':', '*', '<', '>', '\u{feff}']) {
        let is_value = word.trim_start_matches(['v', 'V', '1']).starts_with(['.', 'X']);
        let word = word.to_lowercase();
        let is_key = ["-in", "fixed_in", "-affected", "-fix", "tbd", "and"];
        let is_mark = ["-", "[", "]", "```release", "```", "~~~release", "release", "p", "/p", ""];
        if !is_value && !is_key.iter().any(|key| word.ends_with(key)) && !is_mark.contains(&&*word)
        {
            kept.push_str(&word);
            kept.push(' ');
        }
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_command_changes_nothing_but_its_entries(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        commands in prop::collection::vec(prop::sample::select(COMMANDS), 1..3),
        end in prop::sample::select(&["\n", "\r\n", "\r"][..]),
    ) {
        let sections = COMPLETE.split_once("```\n\n").map_or("", |(_, rest)| rest);
        let body = format!("{}{sections}", pieces.concat()).replace('\n', end);
        let mut hub = Hub::with(&body, &commands.join("\n"));
        hub.run();
        prop_assert!(hub.reaction(0).is_some());
        if hub.reaction(0) == Some("confused") {
            prop_assert_eq!(&hub.body, &body);
        }
        prop_assert!(hub.edits <= 1);
        prop_assert_eq!(kept(&hub.body), kept(&body), "{:?} -> {:?}", body, hub.body);
        if end != "\n" && body.contains(end) {
            let others = hub.body.replace(end, "");
            prop_assert!(!others.contains(['\n', '\r']), "{:?} -> {:?}", body, hub.body);
        }
        // The same commands again change nothing.
        let once = hub.body.clone();
        hub.say(&commands.join("\n"));
        hub.run();
        if hub.reaction(0) == Some("+1") && commands.len() == 1 {
            prop_assert_eq!(&hub.body, &once);
        }
    }

    #[test]
    fn nothing_of_a_person_is_lost_in_a_race(
        at in 0_usize..10,
        is_late in any::<bool>(),
        commands in prop::collection::vec(prop::sample::select(COMMANDS), 1..3),
    ) {
        let mut hub = Hub::with(COMPLETE, commands[0]);
        if let Some(second) = commands.get(1) {
            hub.say(second);
        }
        let time = if is_late { "2026-01-05T09:00:02Z" } else { "2026-01-05T07:00:00Z" };
        let (lost, happened) = (Cell::new(false), Cell::new(false));
        // Between a read and the write right after it, GitHub offers no protection.
        hub.run_with(|hub, request, is_edit| {
            if request == at {
                hub.body = hub.body.replace("A race.", "Nobody may lose this.");
                (hub.edited_at, hub.is_edited_by_us) = (Some(time.to_owned()), false);
                lost.set(is_edit);
                happened.set(true);
            }
        });
        let once = hub.body.clone();
        prop_assert!(once.contains("A race.") != once.contains("Nobody may lose this."));
        prop_assert!(lost.get() || !happened.get() || once.contains("Nobody may lose this."), "{once}");
        hub.run();
        prop_assert_eq!(&hub.body, &once, "a second run writes nothing");
        prop_assert!((0..commands.len()).all(|index| hub.reaction(index).is_some()));
    }
}
