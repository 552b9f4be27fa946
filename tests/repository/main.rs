//! Checks the repository itself: the structure of the code, and the claims of its pages.

mod architecture;
#[path = "../core/fact_reader.rs"]
mod fact_reader;
mod rule_pages;
