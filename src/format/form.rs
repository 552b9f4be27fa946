//! What a project's descriptions look like: how versions are written, which sections there are, and what its binaries
//! are called.

use crate::format::tags::TagPatterns;
use crate::format::template::{Components, Sections};

/// What a project's descriptions look like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form<'a> {
    pub(crate) tags: &'a TagPatterns,
    pub(crate) sections: &'a Sections,
    pub(crate) components: Components,
}
