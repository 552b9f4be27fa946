//! What the repository promises of itself: the code's shape, and the truth of what its pages say.

mod architecture;
mod rule_pages;
