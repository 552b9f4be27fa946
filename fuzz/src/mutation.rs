//! Changes inputs so that they stay inputs: text in pieces and lines, JSON in its members.

use crate::Target;
use crate::random::Random;
use crate::{json_mutation, text_mutation, words};

/// What inputs of a target are changed with.
#[derive(Debug)]
pub struct Mutator {
    words: Vec<String>,
    is_json: bool,
}

impl Mutator {
    /// The mutator of a target.
    #[must_use]
    pub fn of(target: &Target) -> Self {
        Self { words: words::read(target.words), is_json: target.is_json }
    }

    /// Another input of at most `most` bytes; `None` where it would be longer, or the input is not JSON.
    #[must_use]
    pub fn change(&self, input: &str, seed: u32, most: usize) -> Option<String> {
        let mut random = Random::new(u64::from(seed));
        let mut changed = input.to_owned();
        for _ in 0..=random.below(3) {
            changed = if self.is_json {
                json_mutation::change(&changed, &self.words, &mut random)?
            } else {
                text_mutation::change(&changed, &self.words, &mut random)
            };
        }
        Some(changed).filter(|changed| changed.len() <= most && !changed.is_empty())
    }
}
