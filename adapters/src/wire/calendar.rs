//! Servers that keep calendars.

use callout_core::engine::read;
use callout_core::error::Error;
use callout_core::port::calendar::{CalendarServer, CalendarServerSettings};

/// One of the servers of calendars that Callout brings a client for, named by
/// [`CalendarServerSettings`] as JSON.
///
/// # Errors
/// As [`read`]; `CALENDAR-SERVER-01` for settings that cannot be used.
///
/// ```
/// # if cfg!(feature = "caldav") {
/// let settings = br#"{"caldav": {"url": "https://dav.modry-klic.example"}}"#;
/// let server = callout_adapters::wire::calendar_server(settings)?;
/// # }
/// # Ok::<(), callout_core::error::Error>(())
/// ```
pub fn calendar_server(settings: &[u8]) -> Result<Box<dyn CalendarServer>, Error> {
    match read(settings)? {
        CalendarServerSettings::Folder { path } => {
            Ok(Box::new(crate::calendar::folder::FolderCalendars::new(path)))
        }
        #[cfg(feature = "caldav")]
        CalendarServerSettings::Caldav(server) => {
            Ok(Box::new(crate::calendar::caldav::CalDav::new(server)?))
        }
        #[cfg(not(feature = "caldav"))]
        CalendarServerSettings::Caldav(_) => Err(super::lacking("CalDAV client")),
    }
}
