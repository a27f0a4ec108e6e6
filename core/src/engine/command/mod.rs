//! Commands: from the request to the receipt.

pub(super) mod batch;
pub(super) mod bounds;
pub(super) mod desk;
pub(super) mod erasing;
pub(super) mod execute;
pub(super) mod facts;
pub(super) mod outside;
pub(super) mod receipt;
pub(super) mod request;
pub(super) mod texts;
