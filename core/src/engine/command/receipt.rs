//! The first receipt of a command, given again to whoever sends the command again (R12).
//!
//! What is kept is small: a salted fingerprint of the request, and for which aggregate it was. The
//! receipt itself is read from the command's events, the first of which binds what is kept here.
//! Where that is gone (it ended after its time, or somebody deleted it), the events still tell that
//! the command was executed, so that it never runs twice.

use crate::company::Settings;
use crate::engine::nouns;
use crate::engine::{Receipt, Recorded, Request};
use crate::error::{Door, Error};
use crate::journal::{Event, Hash};
use crate::port::store::{Answered, Print, Tx};
use crate::schedule::Instant;
use uuid::Uuid;

/// The form of request that is hashed today.
const FORM: u8 = 1;

/// So many old receipts at most are ended by one command: its time stays bounded.
const MAX_ENDED: u32 = 4;

/// What a command's receipt will be kept by.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Keeping {
    print: Print,
    target: Uuid,
}

impl Keeping {
    /// Draws the salt from the command's own in one direction only: from what is kept here nobody
    /// finds the salts of the values about persons.
    pub(in crate::engine) fn new(said: &[u8], salt: &[u8; 16], target: Uuid) -> Keeping {
        let salt = Hash::of_parts(&[b"receipt", salt]).half();
        Keeping { print: Print { form: FORM, salt, hash: hash(&salt, said) }, target }
    }

    /// What the command's first event carries.
    pub(in crate::engine) fn bond(&self) -> Hash {
        bond(&self.print, self.target)
    }

    pub(in crate::engine) fn keep(
        &self,
        tx: &mut dyn Tx,
        company: Uuid,
        receipt: &Receipt,
    ) -> Result<(), Error> {
        let (target, version) = (receipt.target, receipt.version);
        let events = receipt.events.len() as u32;
        let answered = Answered { print: Some(self.print), target, version, events };
        tx.put_answered(company, receipt.command, &answered)
    }
}

fn hash(salt: &[u8; 16], said: &[u8]) -> Hash {
    Hash::of_parts(&[salt, said])
}

/// What binds a kept fingerprint to the event that the command caused first. The salt is in it, so
/// that it tells nothing about the request once the salt is gone.
pub(in crate::engine) fn bond(print: &Print, target: Uuid) -> Hash {
    Hash::of_parts(&[&[print.form], &print.salt, &print.hash.0, target.as_bytes()])
}

/// The receipt of a command that was executed before; nothing where it is new.
pub(in crate::engine) fn first(
    tx: &mut dyn Tx,
    request: &Request,
    said: &[u8],
) -> Result<Option<Receipt>, Error> {
    let kept = tx.answered(request.company, request.id)?;
    let other = |print: Print| print.form == FORM && print.hash != hash(&print.salt, said);
    let other = kept.as_ref().and_then(|kept| kept.print).is_some_and(other);
    let receipt = match kept {
        // Without its fingerprint nothing says that it is this one; nothing changed, so it is asked
        // anew.
        Some(Answered { print: None, events: 0, .. }) => None,
        Some(Answered { target, version, events: 0, .. }) => {
            let (command, events) = (request.id, Vec::new());
            Some(Receipt { command, target, version, part: None, events, forgotten: None })
        }
        _ => {
            let caused = tx.caused(request.company, request.id)?;
            if caused.first().is_some_and(|first| differs(first, request)) {
                return Err(Door::OtherBody { command: request.id.to_string() }.into());
            }
            told(request.id, &caused)
        }
    };
    let elsewhere = |receipt: &Receipt| request.target.is_some_and(|id| id != receipt.target);
    if other || receipt.as_ref().is_some_and(elsewhere) {
        return Err(Door::OtherBody { command: request.id.to_string() }.into());
    }
    Ok(receipt)
}

/// Whether somebody else asks, or for something else: that shows also where the fingerprint went
/// with a person, or ended after its time.
fn differs(first: &Event, request: &Request) -> bool {
    (first.noun.as_str(), first.actor) != (request.command.noun(), request.actor.id)
}

/// The receipt as a command's events tell it: its own come before those of its reactions.
pub(in crate::engine) fn told(command: Uuid, caused: &[Event]) -> Option<Receipt> {
    let first = caused.first()?;
    let target = first.stream;
    let own = caused.iter().filter(|event| event.noun == first.noun && event.stream == target);
    let version = own.map(|event| event.version).max()?;
    let events: Vec<Recorded> = caused.iter().map(recorded).collect();
    let part = part(target, &events);
    Some(Receipt { command, target, version, part, events, forgotten: None })
}

/// The part of the record that a command was about, as its events tell it.
pub(in crate::engine) fn part(target: Uuid, events: &[Recorded]) -> Option<Uuid> {
    events.iter().filter(|event| event.id == target).find_map(|event| event.part)
}

/// The part of its record that an event is about.
fn part_of(event: &Event) -> Option<Uuid> {
    let place = nouns::part(&event.noun, &event.kind)?;
    let body: serde_json::Value = serde_json::from_slice(&event.body).ok()?;
    body.pointer(&format!("/{}{place}", event.kind))?.as_str()?.parse().ok()
}

pub(in crate::engine) fn recorded(event: &Event) -> Recorded {
    Recorded {
        sequence: event.sequence,
        noun: event.noun.clone(),
        id: event.stream,
        version: event.version,
        event: event.kind.clone(),
        part: part_of(event),
    }
}

/// Ends receipts that are past their time, the oldest first, a few with each command.
pub(in crate::engine) fn end_old(
    tx: &mut dyn Tx,
    company: Uuid,
    settings: &Settings,
    now: Instant,
) -> Result<(), Error> {
    let days = i64::from(settings.receipt_days);
    let Some(limit) = now.utc().checked_sub_signed(chrono::TimeDelta::days(days)) else {
        return Ok(());
    };
    let ended = tx.ended(company)?;
    let old = tx.feed(company, ended, MAX_ENDED)?;
    let old: Vec<&Event> = old.iter().take_while(|event| event.at.utc() < limit).collect();
    for event in &old {
        tx.drop_answered(company, event.command)?;
    }
    match old.last() {
        Some(last) => tx.put_ended(company, last.sequence),
        None => Ok(()),
    }
}
