//! `cargo xtask site`: builds the project's pages: the documentation as HTML, the compose page, and a report of real
//! history. The result is one folder without a server's help, which is never committed.

#[cfg(feature = "generate")]
mod build;
#[cfg(feature = "generate")]
mod links;
#[cfg(feature = "generate")]
mod pages;

#[cfg(feature = "generate")]
pub(crate) use build::write;

/// Builds the pages in `folder`, or in `site` where cargo builds.
#[cfg(not(feature = "generate"))]
pub(crate) fn write(folder: Option<&str>) -> crate::Outcome {
    let output = folder.map(|folder| ["--output", folder]);
    let output: Vec<&str> = output.into_iter().flatten().collect();
    crate::rebuild::run(&[&["site"], output.as_slice()].concat())
}
