//! A command as it comes in, and its receipt.

use crate::access::Actor;
use crate::engine::{Command, Forgotten, MAX_BYTES, texts};
use crate::error::{Door, Error};
use crate::journal::{Device, canonical_of};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One command, ready to execute: who asks, for which company, on which record, seen in which
/// version.
///
/// ```
/// use callout_core::{access::Actor, activity, engine::Request, engine::write};
/// # let [company, novak, job] = [uuid::Uuid::from_u128(1); 3];
/// let request = Request {
///     // The host's own: kept until there is a receipt, and sent again with it.
///     id: "01890a5d-ac96-774b-bcce-b302099a8057".parse()?,
///     company,
///     actor: Actor::manager(novak),
///     target: Some(job),
///     expected: Some(1),
///     external_ids: Default::default(),
///     device: None,
///     cause: None,
///     command: activity::Command::from(activity::Open {}).into(),
/// };
/// assert!(write(&request)?.ends_with(br#""command":{"activity":{"open":{}}}}"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The command's own id: sent again with the same content, it gives the first receipt again.
    pub id: Uuid,
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// The id of the record that it is for (`REQUEST-TARGET-01` where it is missing). A command
    /// that begins one may leave it to Callout.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Uuid>,
    /// The version that the caller saw. Commands that change need it (`REQUEST-VERSION-01`), and
    /// those that begin a record have none (`-02`); those that judge a line check it where it is
    /// given; those that add are never refused for it. A report of done work that
    /// does not fit what has changed since is kept as a conflict (R3): give the version that was
    /// read before the work, not a later receipt's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u64>,
    /// Outside ids to link in the same transaction: the name of a system to the id there. None
    /// where it is missing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub external_ids: BTreeMap<String, String>,
    /// The device on which it was given; left out where that was the host itself. Kept with the
    /// events that follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// What it follows from: the id of a message, an order or a call in the host. Kept with the
    /// events that follow, and never read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Uuid>,
    /// What is asked: `{"activity": {"assign": {...}}}`.
    pub command: Command,
}

impl Request {
    /// What must be the same when the id is the same: canonical JSON in which nothing stands that
    /// was left at its default, so that Rust, C and Python hosts say the same, and a field that a
    /// later version adds changes nothing. In which role it is asked does not count: who became a
    /// manager while his command waited would else do it twice.
    ///
    /// # Errors
    /// `REQUEST-TEXT-01` to `-03` for a text that does not fit, `REQUEST-SIZE-01` for more bytes
    /// than JSON may have at the door.
    pub(in crate::engine) fn said(&self) -> Result<Vec<u8>, Error> {
        let actor = Actor { role: String::new(), ..self.actor.clone() };
        let unreadable = |reason: serde_json::Error| -> Error {
            Door::Unreadable { path: "$".to_owned(), reason: reason.to_string() }.into()
        };
        let said = serde_json::to_value(Request { actor, ..self.clone() }).map_err(unreadable)?;
        texts::check(&said)?;
        let said = canonical_of(&said).map_err(unreadable)?;
        let (bytes, most) = (said.len() as u64, MAX_BYTES);
        if bytes > most {
            return Err(Door::TooLarge { bytes, most }.into());
        }
        Ok(said)
    }
}

/// What a command did.
///
/// ```
/// # use callout_core::{customer::AddSite, engine::Session, error::Error};
/// # fn ask(office: Session<'_>, customer: uuid::Uuid) -> Result<(), Error> {
/// # let address = callout_world::address();
/// let name = "Hala 2".into();
/// let receipt = office.add(customer, AddSite { name, address, ..AddSite::default() })?;
/// println!("{} is in version {}", receipt.target, receipt.version);
/// println!("the site has the id {:?}", receipt.part);
/// for event in &receipt.events {
///     println!("{} {}.{}", event.sequence, event.noun, event.event);
/// }
/// # Ok(()) }
/// # let w = callout_world::world();
/// # ask(w.office(), w.customer).unwrap();
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Receipt {
    /// The id of the command.
    pub command: Uuid,
    /// The id of the record that it was for.
    pub target: Uuid,
    /// The version of the record afterwards: what the next command gives in `expected`.
    pub version: u64,
    /// The id of the part of the record that the command was about: the line, reading, site,
    /// contact, fault, note or absence that it made or changed; missing where it was about the
    /// whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Uuid>,
    /// All events of the transaction, also those of reactions, in commit order.
    pub events: Vec<Recorded>,
    /// What was forgotten and what stays, where persons were to be forgotten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forgotten: Option<Forgotten>,
}

/// One event that a command recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recorded {
    /// Where it stands in the company's journal, from 1.
    pub sequence: u64,
    /// The noun of the record: `activity`.
    pub noun: String,
    /// The id of the record.
    pub id: Uuid,
    /// The version of the record after it.
    pub version: u64,
    /// The name of the event: `assigned`.
    pub event: String,
    /// The id of the part of the record that it is about: a line, reading, site, contact, fault,
    /// note or absence; missing where it is about the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Uuid>,
}
