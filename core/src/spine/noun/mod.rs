//! The shape that all rooms share, so that knowing one is knowing all of them.

mod asks;
mod lifecycle;
mod list;
mod number;
mod shape;
mod shown;
pub(crate) mod text;
mod told;

pub(crate) use crate::wire::is_default;
#[cfg(feature = "schema")]
pub(crate) use crate::wire::shown;
pub use asks::{Asks, ToAdd, ToChange, ToCreate};
pub(crate) use asks::{commands, session_takes};
pub use lifecycle::{Step, step, verbs};
pub use list::{Answer, Asked, Counted, List, Page, Query, View};
pub(crate) use list::{page_limit, row};
pub use number::Number;
pub(crate) use shape::doors;
pub use shape::{Given, Holder, Links, Manner, Noun, Record, Seen, lift_current};
pub use shown::{Named, Offered, PartName};
pub use text::{MAX_LINE, MAX_TEXT};
pub use told::{Told, told};
