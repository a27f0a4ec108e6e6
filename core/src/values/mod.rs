//! Values: what is said of a thing without knowing any noun: codes, amounts, times, words, pages.

pub mod address;
pub mod calendar;
pub mod document;
pub mod error;
pub mod file;
pub mod language;
pub mod letter;
pub mod money;
pub(crate) mod patch;
pub mod schedule;
pub mod wire;
