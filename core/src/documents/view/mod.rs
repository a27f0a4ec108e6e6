//! What our own papers say: what is printed, as a [`Document`](crate::document::Document).

mod countries;
mod invoice;
mod job_sheet;
mod labels;

pub use invoice::invoice;
pub use job_sheet::job_sheet;
pub(crate) use labels::amount as in_unit;
