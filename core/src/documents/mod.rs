//! Documents: what our papers say, and the files they became.

pub mod rendering;
pub mod view;
