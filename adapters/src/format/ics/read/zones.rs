//! What the zones of a file mean.
//!
//! A name of the IANA database means that zone, whatever the file says about it: people move by
//! today's rules. A name that the database does not have is looked for in other spellings, then
//! among those of Windows, and then described by the file itself.

use super::notes::Notes;
use super::own_zone::OwnZone;
use super::windows;
use callout_core::calendar::{Clock, NoteKind, ReadTime};
use callout_core::schedule::{Instant, Zone};
use chrono::NaiveDateTime;
use chrono_tz::{TZ_VARIANTS, Tz};
use std::collections::BTreeMap;

pub(super) struct Zones {
    own: BTreeMap<String, OwnZone>,
    /// What each name means, and how many of its times were compared with the description.
    known: BTreeMap<String, (Option<Tz>, u32)>,
}

/// The most names of zones that are remembered.
const MAX_NAMES: usize = 1_000;
/// How many times of a zone are looked at for whether the file describes it otherwise.
const COMPARED: u32 = 100;

impl Zones {
    /// What the file describes.
    pub(super) fn described(bytes: &[u8]) -> Self {
        Zones { own: OwnZone::all(bytes), known: BTreeMap::new() }
    }

    /// A time by the clock of a zone.
    pub(super) fn time(
        &mut self,
        local: NaiveDateTime,
        name: &str,
        line: u32,
        notes: &mut Notes,
    ) -> ReadTime {
        let own = self.own.get(name);
        if !self.known.contains_key(name) && self.known.len() < MAX_NAMES {
            let found = find(name).or_else(|| find(own?.location.as_deref()?));
            self.known.insert(name.to_owned(), (found, 0));
        }
        if let Some((Some(tz), compared)) = self.known.get_mut(name) {
            let zone = Zone::new(*tz);
            let instant = zone.instant(local);
            *compared = compared.saturating_add(1);
            let own = own.filter(|_| *compared <= COMPARED);
            let described = own.and_then(|own| own.instant(local));
            if described.is_some_and(|described| described != instant) {
                notes.once(NoteKind::ZoneDiffers, line, name);
            }
            return ReadTime {
                local,
                clock: Clock::Zone,
                zone: Some(zone),
                instant: Some(instant),
            };
        }
        let Some(own) = own else {
            notes.once(NoteKind::ZoneUnknown, line, name);
            return ReadTime { local, clock: Clock::Unknown, zone: None, instant: None };
        };
        notes.once(NoteKind::ZoneOfItsOwn, line, name);
        for rule in &own.odd {
            notes.once(NoteKind::ZoneRule, line, rule);
        }
        match own.instant(local).or_else(|| own.before(local)) {
            Some(instant) => {
                ReadTime { local, clock: Clock::Own, zone: None, instant: Some(instant) }
            }
            None => ReadTime { local, clock: Clock::Unknown, zone: None, instant: None },
        }
    }

    /// The moment of a time by a zone that the file describes.
    pub(super) fn own(&self, local: NaiveDateTime, name: &str) -> Option<Instant> {
        let own = self.own.get(name)?;
        own.instant(local).or_else(|| own.before(local))
    }
}

/// A zone of the database by one of its spellings.
fn find(name: &str) -> Option<Tz> {
    let name = name.trim();
    let exact = |name: &str| -> Option<Tz> {
        let any = || TZ_VARIANTS.iter().find(|tz| tz.name().eq_ignore_ascii_case(name)).copied();
        name.parse().ok().or_else(any)
    };
    // `/freeassociation.sourceforge.net/Europe/Prague`, `/tzurl.org/2025a/America/Indiana/Knox`.
    let ends = || {
        let slashes = name.match_indices('/').map(|(at, _)| at);
        let tails =
            slashes.filter_map(|at| exact(&name[at + 1..]).filter(|tz| tz.name().contains('/')));
        tails.into_iter().next().filter(|_| name.starts_with('/'))
    };
    exact(name).or_else(ends).or_else(|| windows::iana(name)?.parse().ok())
}
