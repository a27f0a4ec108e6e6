//! Many entries in one file, to which a calendar subscribes.

use super::lines::{Lines, escaped, text};
use super::{event, is_utc, zone};
use callout_core::calendar::{Feed, ShownFault};
use callout_core::error::Error;
use callout_core::visit::calendar_entry::{CalendarEntry, CalendarMethod};
use std::collections::{BTreeMap, BTreeSet};

/// Writes a calendar file with all these entries, in their order; it may have none.
///
/// It shows them and invites nobody. Like a file of one entry it has a method (`PUBLISH`) where
/// each entry says who organizes it. Each zone is described once, for the years of all its entries.
///
/// # Errors
/// `CALENDAR-ENTRY-*` for an entry that cannot be written, `CALENDAR-FEED-01` for an id that stands
/// twice, `CALENDAR-FEED-02` where it is to be fetched without a pause.
///
/// ```
/// # fn ask(visits: &[callout_core::visit::calendar_entry::CalendarEntry])
/// #     -> Result<(), Box<dyn std::error::Error>> {
/// use callout_adapters::format::ics;
/// use callout_core::calendar::Feed;
/// let feed = Feed { name: "Kolář: visits".into(), refresh_minutes: Some(15) };
/// std::fs::write("kolar.ics", ics::write_feed(&feed, visits)?)?;
/// # Ok(()) }
/// ```
pub fn write_feed(feed: &Feed, entries: &[CalendarEntry]) -> Result<Vec<u8>, Error> {
    if feed.refresh_minutes == Some(0) {
        return Err(ShownFault::NoPause { name: feed.name.clone() }.into());
    }
    let mut ids = BTreeSet::new();
    let mut zones = BTreeMap::new();
    for entry in entries {
        entry.check(CalendarMethod::Publish)?;
        if !ids.insert(entry.uid.trim()) {
            return Err(ShownFault::TwiceInFeed { uid: entry.uid.clone() }.into());
        }
        let tz = entry.times()?.0.zone.tz();
        let years = zones.entry(tz.name()).or_insert((tz, entry.start, entry.end));
        *years = (tz, years.1.min(entry.start), years.2.max(entry.end));
    }
    let mut out = Lines::begun();
    if entries.iter().all(|entry| entry.organizer.is_some()) {
        out.line("METHOD:PUBLISH");
    }
    // The name as RFC 7986 has it, and as most calendars still look for it; so the pause.
    let name = escaped(text(&feed.name).replace('\n', " ").trim());
    if !name.is_empty() {
        out.line(&format!("NAME:{name}"));
        out.line(&format!("X-WR-CALNAME:{name}"));
    }
    if let Some(minutes) = feed.refresh_minutes {
        out.line(&format!("REFRESH-INTERVAL;VALUE=DURATION:PT{minutes}M"));
        out.line(&format!("X-PUBLISHED-TTL:PT{minutes}M"));
    }
    for (tz, start, end) in zones.into_values().filter(|(tz, ..)| !is_utc(*tz)) {
        out.0.push_str(&zone::write(tz, start, end));
    }
    for entry in entries {
        event(entry, CalendarMethod::Publish, entry.times()?, &mut out);
    }
    out.line("END:VCALENDAR");
    Ok(out.0.into_bytes())
}
