//! The edge: where the outside is asked, told and written to.

pub(super) mod after_commit;
pub(super) mod backup;
pub(super) mod blobs;
pub(super) mod calendars;
pub(super) mod intake;
pub(super) mod outbox;
pub(super) mod papers;
pub(super) mod ports;
