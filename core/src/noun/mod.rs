//! The shape that all rooms share, so that knowing one is knowing all of them.

mod lifecycle;
mod list;
mod shape;

pub use lifecycle::{Step, step, verbs};
pub(crate) use list::row;
pub use list::{Answer, Asked, List, Page, Query, View};
pub(crate) use shape::doors;
pub use shape::{Given, Links, Manner, Noun, Record, Seen, lift_current};
