//! What is no command and no question, asked in JSON: following, proving, painting, sending.

use crate::access::Actor;
use crate::engine::wire::{read, write};
use crate::engine::{Caller, DeliverRequest, Deliveries, Engine, RenderRequest, RenewRequest};
use crate::error::Error;
use crate::journal::Head;
use crate::port::mailer::Mailer;
use crate::port::store::Progress;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What happened after a sequence number?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangesRequest {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// The sequence number of the event that was seen last; 0, also where it is missing, is the
    /// beginning.
    #[serde(default)]
    pub after: u64,
    /// How many events come at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100 where it is
    /// missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
}

/// Is what is stored what happened?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VerifyRequest {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// A head that was kept elsewhere: then a cut tail shows too. It is not looked for where it is
    /// missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// A head that was kept from an earlier proof: only the events since, and the streams that they
    /// belong to, are proven. All of the journal where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Head>,
}

impl Engine {
    /// [`changes`](Self::changes) with [`ChangesRequest`] and the page as JSON.
    ///
    /// # Errors
    /// As [`read`] and [`changes`](Self::changes).
    pub fn changes_json(&self, ask: &[u8]) -> Result<Vec<u8>, Error> {
        let ask: ChangesRequest = read(ask)?;
        write(&self.changes(ask.company, &ask.actor, ask.after, ask.limit)?)
    }

    /// [`verify_from`](Self::verify_from) with [`VerifyRequest`] and the
    /// [`Verification`](crate::engine::Verification) as JSON.
    ///
    /// # Errors
    /// As [`read`] and [`verify`](Self::verify).
    pub fn verify_json(
        &self,
        ask: &[u8],
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Vec<u8>, Error> {
        let ask: VerifyRequest = read(ask)?;
        write(&self.verify_from(&ask, progress)?)
    }

    /// [`renew`](Self::renew) with [`RenewRequest`] and [`Renewed`](crate::engine::Renewed) as
    /// JSON.
    ///
    /// # Errors
    /// As [`read`] and [`renew`](Self::renew).
    pub fn renew_json(&self, ask: &[u8]) -> Result<Vec<u8>, Error> {
        let ask: RenewRequest = read(ask)?;
        write(&self.renew(ask.company, &ask.actor, ask.limit)?)
    }

    /// [`head`](Self::head) with a [`Caller`] and the head as JSON.
    ///
    /// # Errors
    /// As [`read`] and [`head`](Self::head).
    pub fn head_json(&self, caller: &[u8]) -> Result<Vec<u8>, Error> {
        let caller: Caller = read(caller)?;
        write(&self.head(caller.company, &caller.actor)?)
    }

    /// [`render`](Self::render) with [`RenderRequest`] and the [`File`](crate::engine::File) as
    /// JSON.
    ///
    /// # Errors
    /// As [`read`] and [`render`](Self::render).
    pub fn render_json(&self, ask: &[u8]) -> Result<Vec<u8>, Error> {
        let ask: RenderRequest = read(ask)?;
        write(&self.render(ask.company, &ask.actor, &ask.page)?)
    }

    /// [`deliver`](Self::deliver) with [`DeliverRequest`] and [`Deliveries`] as JSON.
    ///
    /// # Errors
    /// As [`read`] and [`deliver`](Self::deliver).
    pub fn deliver_json(&self, ask: &[u8], mailer: &dyn Mailer) -> Result<Vec<u8>, Error> {
        let ask: DeliverRequest = read(ask)?;
        let delivered = self.deliver(ask.company, &ask.actor, mailer, ask.limit)?;
        write(&Deliveries { delivered })
    }
}
