//! File formats: what goes out and comes in, one feature each.

#[cfg(feature = "docx")]
pub mod docx;
#[cfg(feature = "ics")]
pub mod ics;
#[cfg(feature = "layout")]
pub mod layout;
#[cfg(any(feature = "layout", feature = "docx"))]
mod nobreak;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(any(feature = "layout", feature = "docx"))]
mod widths;
