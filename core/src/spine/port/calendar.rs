//! Calendars on servers of others: written to, read, and followed.

use super::mailer::Credentials;
use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A server that keeps calendars: CalDAV, or what a host's plugin makes of Exchange or Google.
///
/// An entry is a file of a calendar with a name of its own; its `tag` is another one whenever the
/// file is. A calendar is named as [`calendars`](Self::calendars) names it.
///
/// What a write answers is known, or it is `CALENDAR-SERVER-10`: then nobody knows whether it was
/// written, and who wants to write again reads first. Any other error says that nothing was
/// written.
///
/// ```
/// use callout_core::error::Error;
/// use callout_core::port::calendar::{CalendarServer, Put};
///
/// /// Writes until it is known what stands there; what somebody else wrote meanwhile stays.
/// fn write(server: &dyn CalendarServer, name: &str, file: &[u8]) -> Result<Put, Error> {
///     match server.put("/calendars/kolar/visits/", name, file, None) {
///         Err(fault) if fault.code() == "CALENDAR-SERVER-10" => {
///             match server.read("/calendars/kolar/visits/", name)? {
///                 Some(there) if there.file == file => Ok(Put::Written { tag: there.tag }),
///                 Some(_) => Ok(Put::Changed),
///                 None => server.put("/calendars/kolar/visits/", name, file, None),
///             }
///         }
///         known => known,
///     }
/// }
/// ```
pub trait CalendarServer: Send + Sync {
    /// Short stable name of the server, such as `caldav`.
    fn id(&self) -> &str;

    /// The calendars that it has for who asks.
    ///
    /// # Errors
    /// `CALENDAR-SERVER-*`.
    fn calendars(&self) -> Result<Vec<ServerCalendar>, Error>;

    /// Writes an entry: a new one where no tag is known, else in the place of just that version.
    ///
    /// # Errors
    /// `CALENDAR-SERVER-*`; `-10` where it is not known whether it was written.
    fn put(
        &self,
        calendar: &str,
        name: &str,
        file: &[u8],
        known: Option<&str>,
    ) -> Result<Put, Error>;

    /// Takes an entry away: just that version where a tag is known, else any.
    ///
    /// # Errors
    /// `CALENDAR-SERVER-*`; `-10` where it is not known whether it was taken away.
    fn remove(&self, calendar: &str, name: &str, known: Option<&str>) -> Result<Removed, Error>;

    /// An entry as it is now; nothing where there is none of that name.
    ///
    /// # Errors
    /// `CALENDAR-SERVER-*`.
    fn read(&self, calendar: &str, name: &str) -> Result<Option<ServerEntry>, Error>;

    /// What has changed since an earlier answer, by its token; all there is without one, and
    /// where the token is too old for the server ([`Changes::whole`]).
    ///
    /// # Errors
    /// `CALENDAR-SERVER-*`; the token of before stays good.
    fn changes(&self, calendar: &str, since: Option<&str>) -> Result<Changes, Error>;
}

/// A calendar of a server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ServerCalendar {
    /// By what the server knows it; with CalDAV a path such as `/calendars/kolar/visits/`.
    pub calendar: String,
    /// What people call it; empty where it has no name.
    pub name: String,
    /// What it takes: `VEVENT`, `VTODO`; empty where the server does not say, and then anything.
    pub takes: Vec<String>,
    /// Whether who asks may write to it; nothing where the server does not say.
    pub writable: Option<bool>,
}

/// An entry of a calendar as it stands on its server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ServerEntry {
    /// The name of its file in the calendar: `visit.ics`.
    pub name: String,
    /// The tag of this version; nothing where the server gave none, so that it cannot be replaced
    /// before it was read again.
    pub tag: Option<String>,
    /// The bytes of the file.
    #[serde(with = "crate::wire::base64")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub file: Vec<u8>,
}

/// What became of a write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "outcome", deny_unknown_fields)]
pub enum Put {
    /// It was written.
    Written {
        /// The tag of what was written; nothing where the server may have changed it in writing:
        /// who wants to know reads it.
        tag: Option<String>,
    },
    /// It was not written: what stands there is another version than the known one, there is
    /// something though nothing was known, or nothing though something was. Read before you write.
    Changed,
}

/// What became of taking an entry away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Removed {
    /// It is gone now.
    Gone,
    /// It was not there any more.
    WasGone,
    /// It is still there: it is another version than the known one. Read before you remove.
    Changed,
}

/// What has changed in a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// What to ask with next time. It may be long: keep it as it is.
    pub token: String,
    /// Entries that are new or other than they were. The same version may be told again: compare
    /// its tag.
    pub changed: Vec<ServerEntry>,
    /// Names of entries that are gone. One that was never told may be among them.
    pub gone: Vec<String>,
    /// Names of entries whose files are larger than what is read; they are not in `changed`.
    pub too_large: Vec<String>,
    /// Whether all is told from the beginning: what is known and does not come, up to the answer
    /// in which there is no `more`, is gone.
    pub whole: bool,
    /// Whether there is more to be told at once: ask again with the token.
    pub more: bool,
}

/// A server that Callout brings a client for.
///
/// ```
/// use callout_core::port::calendar::CalendarServerSettings;
/// let settings: CalendarServerSettings = serde_json::from_str(r#"{"caldav": {
///     "url": "https://dav.modry-klic.example",
///     "credentials": {"basic": {"user": "servis", "password": "a secret"}}
/// }}"#)?;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CalendarServerSettings {
    /// A CalDAV server (RFC 4791).
    Caldav(CalDavSettings),
    /// A folder with a folder for each calendar, an entry a file (vdir).
    Folder {
        /// The folder in which the calendars are.
        path: std::path::PathBuf,
    },
}

/// Which CalDAV server keeps the calendars, and how to come in.
///
/// ```
/// use callout_core::port::calendar::{CalDavSettings, CalendarCredentials};
/// use callout_core::port::mailer::Credentials;
/// let known = Credentials { user: "servis".into(), password: "a secret".into() };
/// let settings = CalDavSettings {
///     url: "https://dav.modry-klic.example".into(),
///     credentials: Some(CalendarCredentials::Basic(known)),
///     timeout_ms: 30_000,
/// };
/// assert!(!format!("{settings:?}").contains("secret"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalDavSettings {
    /// The address of the server, `https://dav.example.com`, or of a folder below which it begins.
    /// Without TLS (`http`) no password is sent, but to the same machine.
    pub url: String,
    /// How to come in; nothing where the server asks for nothing. It is sent to no other host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credentials: Option<CalendarCredentials>,
    /// How long one request may take, from looking up the name to the end of the answer, in
    /// milliseconds; 30,000 where it is missing.
    #[serde(default = "patience")]
    pub timeout_ms: u32,
}

fn patience() -> u32 {
    30_000
}

/// How to come in at a server of calendars. No debug output shows a secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CalendarCredentials {
    /// By user and password (RFC 7617); of some services the password is one for this purpose.
    Basic(Credentials),
    /// By a token that the host was given (RFC 6750) and renews.
    Bearer {
        /// The token; no debug output shows it.
        token: String,
    },
}

impl fmt::Debug for CalendarCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CalendarCredentials::Basic(known) => fmt::Debug::fmt(known, f),
            CalendarCredentials::Bearer { .. } => f.write_str("Credentials(token)"),
        }
    }
}
