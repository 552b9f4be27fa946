//! What the repository promises of itself: the code's shape, and the truth of what its pages say.

mod architecture;
#[path = "../core/fact_reader.rs"]
mod fact_reader;
mod rule_pages;
