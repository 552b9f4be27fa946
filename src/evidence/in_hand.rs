//! What will be in the next release of a branch.

use crate::evidence::carriers::Carriers;
use crate::evidence::history::{History, RequestRecord};
use crate::format::version::Branch;

impl<'a> Carriers<'a> {
    /// The carriers of a branch that are open. While the branch is made on the main branch, what is open there is.
    pub(super) fn open(&self, history: &History, branch: Branch) -> Vec<&'a RequestRecord> {
        let is_made_on_main = history.is_made_on_main(branch);
        let mut open = if is_made_on_main { self.towards(branch) } else { self.on(branch) };
        open.retain(|request| request.is_open());
        open
    }

    /// The carriers that are merged, and will be in the next release of a branch.
    pub(super) fn merged(&self, history: &History, branch: Branch) -> Vec<&'a RequestRecord> {
        let mut merged = self.towards(branch);
        merged.retain(|request| history.is_in_branch(branch, request));
        merged
    }

    /// The merged carriers, when the fix will be in the next release of a branch, whole: one is merged, none is open,
    /// and all that was made for the main branch is there, itself or through a backport. Else none.
    pub(super) fn in_hand(&self, history: &History, branch: Branch) -> Vec<&'a RequestRecord> {
        let merged = self.merged(history, branch);
        let is_there = |main: &&RequestRecord| {
            !(main.is_merged() || main.is_open())
                || merged.contains(main)
                || merged.iter().any(|request| self.descends(request, main))
        };
        let is_whole = !self.has_unknown
            && self.open(history, branch).is_empty()
            && self.main().iter().all(is_there);
        if is_whole { merged } else { Vec::new() }
    }
}
