//! What the server says when it does not do what was asked.

use super::http::{Answer, Http};
use super::xml::{self, Space};
use callout_core::calendar::ServerFault;
use callout_core::error::Error;
use chrono::DateTime;

/// How long to wait where the server does not say, and the longest that it may say, in seconds.
const WAIT: u64 = 60;
const MAX_WAIT: u64 = 86_400;

/// What was asked for, to be told.
pub(super) struct About<'a> {
    pub(super) calendar: &'a str,
    /// The entry; empty for the calendar itself.
    pub(super) name: &'a str,
    pub(super) writes: bool,
}

/// The refusal that an answer is.
pub(super) fn refused(http: &Http, about: &About, answer: &Answer) -> Error {
    let server = http.server();
    let (calendar, status) = (about.calendar.to_owned(), answer.status);
    let name = if about.name.is_empty() { about.calendar } else { about.name }.to_owned();
    let reason = condition(answer).unwrap_or_else(|| format!("HTTP {status}"));
    match status {
        401 => ServerFault::NotLetIn { server, status },
        403 | 409 | 412 if about.writes && is_about_the_file(answer) => {
            ServerFault::NotTaken { server, name, status, reason }
        }
        403 => ServerFault::Forbidden { server, calendar, reason },
        404 | 409 | 410 => ServerFault::CalendarMissing { server, calendar },
        423 => ServerFault::Locked { server, name },
        429 | 503 => ServerFault::TryLater { server, status, seconds: wait(answer) },
        507 if about.writes => ServerFault::Full { server, name },
        400..500 if about.writes => ServerFault::NotTaken { server, name, status, reason },
        500.. if about.writes => ServerFault::Unknown { server, name, reason },
        202 | 102 if about.writes => ServerFault::Unknown { server, name, reason },
        500.. => ServerFault::NoAnswer { server, reason },
        _ => ServerFault::Unreadable { server, reason },
    }
    .into()
}

/// The condition that was not met (RFC 4918 16): `no-uid-conflict`.
pub(super) fn condition(answer: &Answer) -> Option<String> {
    let root = xml::read(&answer.body).ok().filter(|root| root.is(Space::Dav, "error"))?;
    root.first().map(|name| name.chars().take(60).collect())
}

/// Whether a condition is about what was to be written (RFC 4791 5.3.2.1), and not about who asks
/// or where.
pub(super) fn is_about_the_file(answer: &Answer) -> bool {
    let beginnings = ["valid-", "supported-", "no-uid-conflict", "max-", "min-"];
    let fits = |condition: String| beginnings.iter().any(|begin| condition.starts_with(begin));
    condition(answer).is_some_and(fits)
}

/// How long to wait: seconds, or until a time by the server's own clock (RFC 9110 10.2.3).
fn wait(answer: &Answer) -> u64 {
    let header = |name: &str| answer.headers.get(name).and_then(|it| it.to_str().ok());
    let Some(said) = header("retry-after").map(str::trim) else { return WAIT };
    let until = || {
        let (until, now) = (DateTime::parse_from_rfc2822(said).ok()?, header("date")?);
        let now = DateTime::parse_from_rfc2822(now).ok()?;
        u64::try_from((until - now).num_seconds()).ok()
    };
    said.parse().ok().or_else(until).unwrap_or(WAIT).clamp(1, MAX_WAIT)
}
