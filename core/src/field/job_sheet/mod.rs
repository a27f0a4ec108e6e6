//! The job sheet (S40 to S45): generated from the activity, frozen by its content hash, signed
//! by the customer, then confirmed. What was signed is never changed; what is generated after a
//! correction is another version that needs another signature (S61, R6).

mod command;
mod content;
mod decide;
mod event;
mod lifecycle;
mod query;
mod refusal;
mod told;

pub use command::{
    Command, Confirm, Generate, RecordAbsence, RecordRefusal, Regenerate, Sign, Verb,
};
pub use content::{Content, EquipmentDetails, FaultShown, LineShown, ReadingShown, VisitShown};
pub use decide::{Facts, decide};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use query::{Filter, Order, Row, TABLE, TECHNICIANS};
pub use refusal::Refusal;

use crate::journal::{Evidence, Hash, Personal};
use crate::noun::Number;
use crate::noun::{Links, Named, Noun, Offered, doors, verbs};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use uuid::Uuid;

/// The job sheet as a noun.
pub struct JobSheet;

/// What the customer did with a version. Confirmation stands apart from it (S43).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Signature {
    /// Nobody has signed, refused or been found absent yet.
    #[default]
    Pending,
    /// The customer signed without a reservation (S42).
    Signed(Signed),
    /// The customer signed and said what he does not agree with (E59).
    SignedWithReservation(Signed),
    /// The customer would not sign (E59).
    Refused {
        /// Why not, in words; it is kept as a value about the customer.
        reason: Personal<String>,
        /// The moment at which that was recorded.
        at: Instant,
    },
    /// Nobody was there to sign (E59).
    Absent {
        /// Why nobody signed and who should have, in words; it is kept as a value about the
        /// customer.
        reason: Personal<String>,
        /// The moment at which that was recorded.
        at: Instant,
    },
}

impl Signature {
    /// Whether somebody put a name under it.
    pub const fn signed(&self) -> Option<&Signed> {
        match self {
            Signature::Signed(signed) | Signature::SignedWithReservation(signed) => Some(signed),
            _ => None,
        }
    }

    /// When the customer signed, would not, or was not there; nothing as long as nobody tried.
    pub const fn settled_at(&self) -> Option<Instant> {
        match self {
            Signature::Pending => None,
            Signature::Signed(signed) | Signature::SignedWithReservation(signed) => Some(signed.at),
            Signature::Refused { at, .. } | Signature::Absent { at, .. } => Some(*at),
        }
    }

    fn picture(&self) -> Option<&Personal<Hash>> {
        self.signed().map(|signed| &signed.picture)
    }
}

/// A customer's signature under a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signed {
    /// The signer's name, as printed below the signature.
    pub name: Personal<String>,
    /// Hash of the picture of the signature, under which its bytes are kept; the signer's too.
    pub picture: Personal<Hash>,
    /// The moment at which it was signed.
    pub at: Instant,
    /// What the signer does not agree with, in the signer's words (E59); nothing for a signature
    /// without reservation.
    pub reservation: Option<Personal<String>>,
}

/// Who confirmed a version, and when (S43).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Confirmed {
    /// The id of the person who confirmed it.
    pub by: Uuid,
    /// The moment at which it was confirmed.
    pub at: Instant,
}

/// A version that was replaced: still told apart from the newest by its hash (S61).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Superseded {
    /// The number of the version, from 1.
    pub version: u32,
    /// SHA-256 of the bytes that say what that version says.
    pub content_hash: Hash,
    /// The same hash, as long as the bytes are kept; erased with a person who is named in them.
    pub evidence: Personal<Hash>,
    /// What the customer did with that version.
    pub signature: Signature,
}

/// A job sheet, with its newest version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The number by which people know it, `ZL-2026-00017`; the same for all versions.
    pub number: Number,
    /// The id of the activity of which it was made.
    pub activity: Uuid,
    /// The id of the customer for whom the work was done.
    pub customer: Uuid,
    /// The id of the equipment that was worked on; nothing where the activity named none.
    pub equipment: Option<Uuid>,
    /// The number of the newest version, from 1.
    pub version: u32,
    /// The moment at which the newest version was generated.
    pub generated_at: Instant,
    /// What the newest version says, frozen when it was generated.
    pub content: Content,
    /// SHA-256 of the bytes that say what it says: what the customer signs. They are kept as a
    /// blob of this name as long as [`evidence`](Self::evidence) names it.
    pub content_hash: Hash,
    /// The same hash, as long as the bytes are kept: canonical JSON of the content, led by a salt
    /// without which nobody can guess who is in it. They go when somebody who is named in them is
    /// forgotten, unless the law keeps the sheet.
    pub evidence: Personal<Hash>,
    /// What the customer did with the newest version.
    pub signature: Signature,
    /// Who confirmed the newest version, and when (S43); nothing as long as nobody has.
    pub confirmed: Option<Confirmed>,
    /// The versions before it, oldest first.
    pub superseded: Vec<Superseded>,
}

impl State {
    /// Where the newest version stands.
    pub const fn status(&self) -> Status {
        match (&self.signature, self.confirmed) {
            (_, Some(_)) => Status::Confirmed,
            (Signature::Pending, None) => Status::Pending,
            (Signature::Signed(_) | Signature::SignedWithReservation(_), None) => Status::Signed,
            (Signature::Refused { .. }, None) => Status::Refused,
            (Signature::Absent { .. }, None) => Status::Absent,
        }
    }

    /// The version that these bytes are the evidence of, or show; none for a signature,
    /// which alone is no page.
    pub(crate) fn version_of(&self, bytes: &Hash) -> Option<u32> {
        let is = |held: &Personal<Hash>| held.reveal() == Some(bytes);
        let before = || self.superseded.iter();
        let mut signatures = before().map(|it| &it.signature).chain([&self.signature]);
        if signatures.any(|signature| signature.picture().is_some_and(is)) {
            return None;
        }
        Some(before().find(|it| is(&it.evidence)).map_or(self.version, |it| it.version))
    }
}

impl Noun for JobSheet {
    doors!("job_sheet", fold 1, tables [TABLE, TECHNICIANS]);

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = verbs(LIFECYCLE, row.status);
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let customer = Named::name("customer", row.customer, &mut row.customer_name);
        vec![Named::number("activity", row.activity, &mut row.activity_number), customer]
    }

    fn links(_: Uuid, state: &State) -> Links {
        Links::to([Some(state.activity), Some(state.customer), state.equipment])
    }

    fn blobs(state: &State) -> Vec<Hash> {
        let before = state.superseded.iter().map(|it| (&it.evidence, &it.signature));
        let versions = before.chain([(&state.evidence, &state.signature)]);
        versions
            .flat_map(|(evidence, signature)| [Some(evidence), signature.picture()])
            .filter_map(|hash| hash?.reveal().copied())
            .collect()
    }

    fn evidence(event: &Event) -> Option<&Evidence> {
        match event {
            Event::Generated { evidence, .. } | Event::Regenerated { evidence, .. } => {
                Some(evidence)
            }
            _ => None,
        }
    }

    fn number(state: &State) -> Option<&Number> {
        Some(&state.number)
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        verbs(LIFECYCLE, state.status())
    }

    fn was_own(state: &State, technician: Uuid) -> bool {
        state.content.technicians.iter().any(|name| name.person() == technician)
    }

    fn belongs_to(state: &State) -> Option<Uuid> {
        Some(state.activity)
    }

    fn own(technician: Uuid) -> Vec<crate::port::index::Cond> {
        use crate::port::index::{Cell, Cond, Link, is};
        let mine = is("technician", Cell::Id(technician));
        vec![Cond::Has(&TECHNICIANS, Link::SameOwner, vec![mine])]
    }

    fn hide_prices(state: &mut State) {
        without_prices(&mut state.content);
    }

    fn hide_event_prices(event: &mut Event) {
        match event {
            Event::Generated { content, .. } | Event::Regenerated { content, .. } => {
                without_prices(content);
            }
            _ => {}
        }
    }
}

impl Content {
    /// Whether prices stand on it (A10).
    pub(crate) fn is_priced(&self) -> bool {
        self.lines.iter().any(|line| line.net.is_some())
    }
}

fn without_prices(content: &mut Content) {
    for line in &mut content.lines {
        line.net = None;
    }
}
