//! What is remembered of a technician's calendar on a server: no truth of its own, and all of it
//! can be learned there again.

use crate::calendar::ReadEvent;
use crate::error::Error;
use crate::journal::Hash;
use crate::port::store::{Cursor, Tx};
use crate::schedule::Period;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What was written of a visit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Sent {
    /// The hash of all that its entry says.
    pub(super) hash: String,
    /// When it takes place by that.
    pub(super) period: Period,
}

/// The entry of a visit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The version that stands there, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) tag: Option<String>,
    /// What was last written for certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sent: Option<Sent>,
    /// What may have been written since: nobody knows until it is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sending: Option<Sent>,
}

/// What an entry of somebody else says about when the technician is busy; nothing of what it is
/// about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Foreign {
    pub(super) tag: Option<String>,
    pub(super) events: Vec<ReadEvent>,
}

/// All that is remembered.
#[derive(Debug, Default)]
pub(super) struct Known {
    company: Uuid,
    connector: String,
    pub(super) token: Option<String>,
    pub(super) entries: BTreeMap<Uuid, Entry>,
    /// By a hash of the file's name: a name may say what it is about.
    pub(super) foreign: BTreeMap<String, Foreign>,
    changed: BTreeSet<String>,
}

const CALENDAR: &str = "calendar";
const TOKEN: &str = "token";
const ENTRY: &str = "entry ";
const FOREIGN: &str = "foreign ";

/// Under what an entry of somebody else is remembered.
pub(super) fn named(name: &str) -> String {
    Hash::of(name.as_bytes()).to_string()
}

impl Known {
    /// What is remembered of a technician's calendar. Of another calendar than before nothing is.
    pub(super) fn load(
        tx: &mut dyn Tx,
        company: Uuid,
        (server, technician): (&str, Uuid),
        calendar: &str,
    ) -> Result<Known, Error> {
        let connector = format!("{server} {technician}");
        let mut all: BTreeMap<String, Vec<u8>> =
            tx.remembered(company, &connector)?.into_iter().collect();
        let mut known = Known { company, connector, ..Known::default() };
        if all.get(CALENDAR).is_some_and(|before| before != calendar.as_bytes()) {
            for key in std::mem::take(&mut all).into_keys() {
                tx.remember(&known.cursor(&key), None)?;
            }
        }
        tx.remember(&known.cursor(CALENDAR), Some(calendar.as_bytes()))?;
        for (key, value) in all {
            // What cannot be read is learned anew.
            if key == TOKEN {
                known.token = String::from_utf8(value).ok();
            } else if let Some(visit) = key.strip_prefix(ENTRY).and_then(|it| it.parse().ok()) {
                known.entries.extend(read(&value).map(|entry| (visit, entry)));
            } else if let Some(name) = key.strip_prefix(FOREIGN) {
                known.foreign.extend(read(&value).map(|it| (name.to_owned(), it)));
            }
        }
        Ok(known)
    }

    /// What a colleague remembers of a visit's entry, where he has the same calendar; nothing of
    /// the entry where he remembers none.
    pub(super) fn of_colleague(
        &self,
        tx: &mut dyn Tx,
        (server, colleague): (&str, Uuid),
        (calendar, visit): (&str, Uuid),
    ) -> Result<Option<Option<Entry>>, Error> {
        let all = tx.remembered(self.company, &format!("{server} {colleague}"))?;
        let value = |wanted: &str| all.iter().find(|(key, _)| key == wanted).map(|(_, it)| it);
        if value(CALENDAR).is_none_or(|theirs| theirs != calendar.as_bytes()) {
            return Ok(None);
        }
        Ok(Some(value(&format!("{ENTRY}{visit}")).and_then(|it| read(it))))
    }

    /// Has a colleague remember a visit's entry from now on.
    pub(super) fn hand_over(
        &mut self,
        tx: &mut dyn Tx,
        (server, colleague): (&str, Uuid),
        visit: Uuid,
    ) -> Result<(), Error> {
        if let Some(entry) = self.entries.get(&visit) {
            let (connector, key) = (format!("{server} {colleague}"), format!("{ENTRY}{visit}"));
            let theirs = Cursor { company: self.company, connector: &connector, key: &key };
            tx.remember(&theirs, Some(&written(entry)))?;
        }
        self.forget(visit);
        Ok(())
    }

    fn cursor<'c>(&'c self, key: &'c str) -> Cursor<'c> {
        Cursor { company: self.company, connector: &self.connector, key }
    }

    /// What is known of a visit's entry, to be changed.
    pub(super) fn entry(&mut self, visit: Uuid) -> &mut Entry {
        self.changed.insert(format!("{ENTRY}{visit}"));
        self.entries.entry(visit).or_default()
    }

    pub(super) fn forget(&mut self, visit: Uuid) {
        self.changed.insert(format!("{ENTRY}{visit}"));
        self.entries.remove(&visit);
    }

    /// Remembers somebody else's entry, or that it is gone; whether that is news.
    pub(super) fn foreign(&mut self, name: &str, foreign: Option<Foreign>) -> bool {
        let before = match foreign {
            Some(foreign) => self.foreign.insert(name.to_owned(), foreign),
            None => self.foreign.remove(name),
        };
        self.changed.insert(format!("{FOREIGN}{name}"));
        before.as_ref() != self.foreign.get(name)
    }

    /// Goes on from here next time.
    pub(super) fn go_on(&mut self, token: String) {
        self.token = Some(token);
        self.changed.insert(TOKEN.to_owned());
    }

    /// Keeps what has changed.
    pub(super) fn keep(&mut self, tx: &mut dyn Tx) -> Result<(), Error> {
        for key in std::mem::take(&mut self.changed) {
            let value = if key == TOKEN {
                self.token.clone().map(String::into_bytes)
            } else if let Some(name) = key.strip_prefix(FOREIGN) {
                self.foreign.get(name).map(written)
            } else {
                let visit = key.strip_prefix(ENTRY).and_then(|it| it.parse::<Uuid>().ok());
                visit.and_then(|visit| self.entries.get(&visit)).map(written)
            };
            tx.remember(&self.cursor(&key), value.as_deref())?;
        }
        Ok(())
    }
}

fn read<T: DeserializeOwned>(value: &[u8]) -> Option<T> {
    serde_json::from_slice(value).ok()
}

fn written<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
