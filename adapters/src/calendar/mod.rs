//! Calendars on servers of others.

#[cfg(feature = "caldav")]
pub mod caldav;
pub mod folder;
