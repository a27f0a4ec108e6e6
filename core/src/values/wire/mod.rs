//! How values cross a border as JSON.

pub mod base64;
mod said;

pub(crate) use said::is_default;
#[cfg(feature = "schema")]
pub(crate) use said::shown;
