//! Adapters

#[cfg(any(feature = "layout", feature = "pdf", feature = "docx"))]
pub mod format;
