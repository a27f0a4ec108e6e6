//! Calendars on a CalDAV server (RFC 4791), followed by what has changed (RFC 6578).
//!
//! One blocking request after the other, nothing repeated by itself that writes. A write is sent
//! over a connection of its own, so that an old one that has been closed meanwhile is never taken
//! for an answer that got lost.

mod discover;
mod file;
mod follow;
mod href;
mod http;
mod multistatus;
mod refused;
mod token;
mod xml;

use callout_core::error::Error;
use callout_core::port::calendar::{
    CalDavSettings, CalendarServer, Changes, Put, Removed, ServerCalendar, ServerEntry,
};
use http::Http;

/// The most bytes of one answer that are read.
pub const MAX_BYTES: u64 = 16 << 20;

/// A CalDAV server.
#[derive(Clone, Debug)]
pub struct CalDav {
    http: Http,
}

impl CalDav {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// `CALENDAR-SERVER-01` for what is no address, and for a secret over a plain connection.
    ///
    /// ```
    /// use callout_adapters::calendar::caldav::CalDav;
    /// use callout_core::port::calendar::{CalDavSettings, CalendarCredentials, CalendarServer};
    /// use callout_core::port::mailer::Credentials;
    /// let known = Credentials { user: "servis".into(), password: "a secret".into() };
    /// let server = CalDav::new(CalDavSettings {
    ///     url: "https://dav.modry-klic.example".into(),
    ///     credentials: Some(CalendarCredentials::Basic(known)),
    ///     timeout_ms: 30_000,
    /// })?;
    /// assert_eq!(server.id(), "caldav");
    /// # Ok::<(), callout_core::error::Error>(())
    /// ```
    pub fn new(settings: CalDavSettings) -> Result<Self, Error> {
        Ok(CalDav { http: Http::new(settings)? })
    }
}

impl CalendarServer for CalDav {
    fn id(&self) -> &str {
        "caldav"
    }

    fn calendars(&self) -> Result<Vec<ServerCalendar>, Error> {
        discover::calendars(&self.http)
    }

    fn put(
        &self,
        calendar: &str,
        name: &str,
        file: &[u8],
        known: Option<&str>,
    ) -> Result<Put, Error> {
        file::put(&self.http, calendar, name, file, known)
    }

    fn remove(&self, calendar: &str, name: &str, known: Option<&str>) -> Result<Removed, Error> {
        file::remove(&self.http, calendar, name, known)
    }

    fn read(&self, calendar: &str, name: &str) -> Result<Option<ServerEntry>, Error> {
        file::read(&self.http, calendar, name)
    }

    fn changes(&self, calendar: &str, since: Option<&str>) -> Result<Changes, Error> {
        follow::changes(&self.http, calendar, since)
    }
}
