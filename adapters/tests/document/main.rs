//! Documents painted: pages, PDF and Word.
//!
//! `DOCUMENT_OUT=folder cargo test` leaves the painted samples there, to be looked at;
//! `DOCUMENT_GOLDEN=write cargo test` writes the golden files anew.
#![cfg(all(feature = "pdf", feature = "docx"))]
// Helpers of tests may stop the test as tests do.
#![allow(clippy::unwrap_used)]

mod bad_input;
mod golden;
mod letters;
mod limits;
mod pages;
mod papers;
mod pictures;
mod samples;
#[path = "../../../tests/support/skip.rs"]
mod skip;
mod word;
