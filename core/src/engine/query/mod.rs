//! Questions, and what answers them.

pub(super) mod answer;
pub(super) mod availability;
pub(super) mod board;
pub(super) mod bytes;
pub(super) mod calendar;
pub(super) mod changes;
pub(super) mod clashes;
pub(super) mod cursor;
pub(super) mod forecast;
pub(super) mod kept;
pub(super) mod names;
pub(super) mod persons;
pub(super) mod question;
pub(super) mod slots;
pub(super) mod telling;
pub(super) mod timeline;
pub(super) mod tree;
