//! What needs an adapter and comes as JSON or bytes: the same doors for C and for Python, so that
//! neither of them decides anything. What this build lacks is `BUILD-FEATURE-01`.

mod calendar;
mod mail;

use callout_core::calendar::BusyFile;
use callout_core::document::Language;
use callout_core::engine::{Engine, read};
use callout_core::error::{Door, Error};
use callout_core::port::registry::{CompanyRegistry, RegistrySettings};
use callout_core::reason::Reason;
use callout_core::visit::calendar_entry::{CalendarFeed, CalendarFile};
use serde::Deserialize;
use std::sync::Arc;

pub use calendar::calendar_server;
pub use mail::{find_facts, mailer, read_email, receive};

/// An engine with the renderers that this build holds.
///
/// ```
/// use callout_adapters::store::memory::MemoryStore;
/// use callout_adapters::system::{SystemClock, SystemIds};
/// use callout_adapters::wire::equipped;
/// use callout_core::engine::Engine;
/// use std::sync::Arc;
/// let store = Arc::new(MemoryStore::new());
/// let engine = equipped(Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds)));
/// ```
#[must_use]
pub fn equipped(engine: Engine) -> Engine {
    #[cfg(feature = "pdf")]
    engine.register_renderer(Arc::new(crate::format::pdf::PdfRenderer::new()));
    #[cfg(feature = "docx")]
    engine.register_renderer(Arc::new(crate::format::docx::DocxRenderer::new()));
    #[cfg(feature = "ics")]
    engine.register_calendar_files(Arc::new(crate::format::ics::Ics));
    engine
}

/// An entry for a calendar as a file (RFC 5545), asked with [`CalendarFile`] as JSON.
///
/// # Errors
/// As [`read`], and `CALENDAR-ENTRY-*` where the entry cannot be written or the method does not fit
/// it.
///
/// ```
/// # fn ask(entry: &callout_core::visit::calendar_entry::CalendarEntry)
/// #     -> Result<(), Box<dyn std::error::Error>> {
/// let asked = serde_json::json!({"entry": entry, "method": "publish"});
/// let file = callout_adapters::wire::calendar_file(asked.to_string().as_bytes())?;
/// std::fs::write("visit.ics", file)?;
/// # Ok(()) }
/// ```
pub fn calendar_file(asked: &[u8]) -> Result<Vec<u8>, Error> {
    let CalendarFile { entry, method } = read(asked)?;
    #[cfg(feature = "ics")]
    return crate::format::ics::write(&entry, method);
    #[cfg(not(feature = "ics"))]
    {
        let _ = (entry, method);
        Err(lacking("iCalendar writer"))
    }
}

/// A feed of a technician's visits as a file (RFC 5545, RFC 7986), asked with [`CalendarFeed`] as
/// JSON.
///
/// # Errors
/// As [`read`], `CALENDAR-ENTRY-*`, `CALENDAR-FEED-*`.
pub fn calendar_feed(asked: &[u8]) -> Result<Vec<u8>, Error> {
    let CalendarFeed { feed, entries } = read(asked)?;
    #[cfg(feature = "ics")]
    return crate::format::ics::write_feed(&feed, &entries);
    #[cfg(not(feature = "ics"))]
    {
        let _ = (feed, entries);
        Err(lacking("iCalendar writer"))
    }
}

/// Busy times as a file (RFC 5545, VFREEBUSY), asked with [`BusyFile`] as JSON.
///
/// # Errors
/// As [`read`], `CALENDAR-BUSY-*`.
pub fn busy_file(asked: &[u8]) -> Result<Vec<u8>, Error> {
    let busy: BusyFile = read(asked)?;
    #[cfg(feature = "ics")]
    return crate::format::ics::write_busy(&busy);
    #[cfg(not(feature = "ics"))]
    {
        let _ = busy;
        Err(lacking("iCalendar writer"))
    }
}

/// What a calendar file says, as JSON.
///
/// # Errors
/// `CALENDAR-READ-*` for what is no calendar, or too large.
///
/// ```
/// # if cfg!(feature = "ics") {
/// let file = b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n";
/// let read = callout_adapters::wire::read_calendar(file)?;
/// assert!(String::from_utf8(read).unwrap().contains("\"reply\""));
/// # }
/// # Ok::<(), callout_core::error::Error>(())
/// ```
pub fn read_calendar(file: &[u8]) -> Result<Vec<u8>, Error> {
    #[cfg(feature = "ics")]
    return callout_core::engine::write(&crate::format::ics::read(file)?);
    #[cfg(not(feature = "ics"))]
    {
        let _ = file;
        Err(lacking("iCalendar reader"))
    }
}

/// Which reason, and in which language?
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonRequest {
    reason: Reason,
    language: Language,
}

/// A reason in a language, asked as `{"reason": {"code": …}, "language": "en"}`.
///
/// # Errors
/// As [`read`]: also for a code that this build does not know.
///
/// ```
/// let asked = br#"{
///     "reason": {"code": "PRICE-ROUND-01", "amount": "840.875", "rounded": "840.88"},
///     "language": "en"
/// }"#;
/// assert!(callout_adapters::wire::say(asked)?.starts_with("840.875 is rounded"));
/// # Ok::<(), callout_core::error::Error>(())
/// ```
pub fn say(asked: &[u8]) -> Result<String, Error> {
    let ReasonRequest { reason, language } = read(asked)?;
    Ok(reason.text(language))
}

/// One of the registers that Callout brings, named by [`RegistrySettings`] as JSON.
///
/// # Errors
/// As [`read`]; `REGISTRY-READ-01` for a recording that is none.
///
/// ```
/// # if cfg!(feature = "ares") {
/// let settings = br#"{"ares": {"timeout_ms": 5000}}"#;
/// let ares = callout_adapters::wire::registry(settings)?;
/// assert_eq!(ares.id(), "ares");
/// # }
/// # Ok::<(), callout_core::error::Error>(())
/// ```
pub fn registry(settings: &[u8]) -> Result<Arc<dyn CompanyRegistry>, Error> {
    match read(settings)? {
        RegistrySettings::Recorded { exchanges } => {
            Ok(Arc::new(crate::registry::ares::RecordedRegistry::new(exchanges)?))
        }
        #[cfg(feature = "ares")]
        RegistrySettings::Ares { base_url, timeout_ms } => {
            use crate::registry::ares::{Ares, AresSettings};
            let usual = AresSettings::default();
            let timeout = timeout_ms.map(|ms| std::time::Duration::from_millis(ms.into()));
            Ok(Arc::new(Ares::new(AresSettings {
                base_url: base_url.unwrap_or(usual.base_url),
                timeout: timeout.unwrap_or(usual.timeout),
            })))
        }
        #[cfg(not(feature = "ares"))]
        RegistrySettings::Ares { .. } => Err(lacking("register ARES over HTTP")),
    }
}

#[allow(dead_code, reason = "nothing is lacking in a full build")]
fn lacking(what: &str) -> Error {
    Door::NotBuilt { what: what.to_owned() }.into()
}
