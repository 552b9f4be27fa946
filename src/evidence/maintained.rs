//! Which branches still get patch releases.

use crate::evidence::history::History;
use crate::evidence::moment;
use crate::format::version::Branch;
use crate::text::sort;

/// How the maintained branches are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Maintained {
    /// The newest ones that have a full release.
    Newest {
        /// How many.
        newest: usize,
        /// How many calendar months after the newest branch's `.0` the one before them is maintained, too.
        overlap_months: u32,
    },
    /// These.
    Listed(Vec<Branch>),
}

impl Default for Maintained {
    fn default() -> Self {
        Self::Newest { newest: 3, overlap_months: 3 }
    }
}

/// The maintained branches, newest first. `now` is needed for an overlap.
#[must_use]
pub fn maintained(history: &History, rule: &Maintained, now: Option<&str>) -> Vec<Branch> {
    let (newest, overlap_months) = match rule {
        Maintained::Listed(branches) => return newest_first(branches.clone()),
        Maintained::Newest { newest, overlap_months } => (*newest, *overlap_months),
    };
    let released = newest_first(history.released_branches().to_vec());
    let overlaps = released.first().is_some_and(|branch| {
        let first = history.tag(&branch.first_release());
        let date = first.and_then(|tag| tag.date.as_deref());
        let end = date.and_then(|date| moment::months_after(date, overlap_months));
        now.zip(end.as_deref()).is_some_and(|(now, end)| now < end)
    });
    released.into_iter().take(newest.saturating_add(usize::from(overlaps))).collect()
}

fn newest_first(mut branches: Vec<Branch>) -> Vec<Branch> {
    sort::sort_by(&mut branches, |one, other| other.cmp(one));
    branches.dedup();
    branches
}

#[cfg(feature = "schema")]
impl serde::Serialize for Maintained {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Listed(branches) => branches.serialize(serializer),
            Self::Newest { newest, overlap_months: 0 } => newest.serialize(serializer),
            Self::Newest { newest, overlap_months } => {
                serde_json::json!({ "newest": newest, "overlap-months": overlap_months })
                    .serialize(serializer)
            }
        }
    }
}

/// A branch, written as the tags of some project are.
#[cfg(feature = "schema")]
const BRANCH: &str = r"^([A-Za-z0-9._/@+-]*[A-Za-z_/@+-])?(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)([_/@+-][A-Za-z0-9._/@+-]*)?$";

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Maintained {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Maintained".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [
                {
                    "description": "How many of the newest branches, without an overlap",
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 100
                },
                {
                    "description": "How many of the newest branches, and for how many calendar months after the first release of the newest one the branch before them is maintained, too",
                    "type": "object",
                    "properties": {
                        "newest": { "type": "integer", "minimum": 1, "maximum": 100, "default": 3 },
                        "overlap-months": { "type": "integer", "minimum": 0, "maximum": 120, "default": 3 }
                    },
                    "minProperties": 1,
                    "additionalProperties": false
                },
                {
                    "description": "These branches",
                    "type": "array",
                    "items": { "type": "string", "pattern": BRANCH },
                    "minItems": 1,
                    "maxItems": 100
                }
            ]
        })
    }
}
