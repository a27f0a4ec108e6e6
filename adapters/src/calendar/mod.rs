//! Calendars on servers of others.

pub mod caldav;
