//! When somebody is busy, as a file (VFREEBUSY, RFC 5545 3.6.4).

use super::lines::{Lines, escaped, person, stamp, text};
use callout_core::calendar::{Busy, BusyFile, BusyKind, BusyMethod};
use callout_core::error::Error;

/// Writes when somebody is busy. Times are in UTC and sorted, those of a kind together; it says
/// nothing about what is done in them.
///
/// # Errors
/// `CALENDAR-BUSY-01` to `-04`, see [`BusyFile::check`].
///
/// ```
/// use callout_adapters::format::ics;
/// use callout_core::calendar::BusyFile;
/// let busy: BusyFile = serde_json::from_str(r#"{
///     "uid": "fb-kolar-2026w43", "organizer": {"address": "kolar@modry-klic.example"},
///     "start": "2026-10-18T22:00:00Z", "end": "2026-10-25T23:00:00Z",
///     "times": [{"start": "2026-10-19T06:00:00Z", "end": "2026-10-19T09:00:00Z", "kind": "busy"}],
///     "created": "2026-10-18T18:00:00Z"
/// }"#)?;
/// let file = String::from_utf8(ics::write_busy(&busy)?)?;
/// assert!(file.contains("FREEBUSY;FBTYPE=BUSY:20261019T060000Z/20261019T090000Z"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_busy(busy: &BusyFile) -> Result<Vec<u8>, Error> {
    busy.check()?;
    let mut out = Lines::begun();
    let reply = busy.method == BusyMethod::Reply;
    out.line(if reply { "METHOD:REPLY" } else { "METHOD:PUBLISH" });
    out.line("BEGIN:VFREEBUSY");
    out.line(&format!("UID:{}", escaped(&text(&busy.uid))));
    out.line(&format!("DTSTAMP:{}", stamp(busy.created)));
    out.line(&format!("DTSTART:{}", stamp(busy.start.utc())));
    out.line(&format!("DTEND:{}", stamp(busy.end.utc())));
    out.line(&person("ORGANIZER", &busy.organizer, ""));
    // Who shows his own times is nobody's guest (RFC 5546 3.3.1).
    if let Some(whose) = busy.whose.as_ref().filter(|_| reply) {
        out.line(&person("ATTENDEE", whose, ""));
    }
    for (kind, word) in [
        (BusyKind::Busy, "BUSY"),
        (BusyKind::Tentative, "BUSY-TENTATIVE"),
        (BusyKind::Unavailable, "BUSY-UNAVAILABLE"),
    ] {
        let mut times: Vec<&Busy> = busy.times.iter().filter(|it| it.kind == kind).collect();
        times.sort_by_key(|it| (it.start, it.end));
        let times = times.iter().map(|it| format!("{}/{}", stamp(it.start.utc()), end(it)));
        let times = times.collect::<Vec<_>>().join(",");
        if !times.is_empty() {
            out.line(&format!("FREEBUSY;FBTYPE={word}:{times}"));
        }
    }
    out.line("END:VFREEBUSY");
    out.line("END:VCALENDAR");
    Ok(out.0.into_bytes())
}

/// Seconds have no parts here: what ends within one is busy to its end.
fn end(busy: &Busy) -> String {
    let end = busy.end.utc();
    let part = chrono::TimeDelta::nanoseconds(i64::from(end.timestamp_subsec_nanos()));
    let whole = end - part;
    stamp(if part.is_zero() { whole } else { whole + chrono::TimeDelta::seconds(1) })
}
