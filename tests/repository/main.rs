//! Checks the repository itself: the structure of the code, and the claims of its pages.

mod architecture;
mod rule_pages;
