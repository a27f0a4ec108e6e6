//! Delivering queued messages: the host calls, Callout starts no thread (decision 12).

use super::answer::within_page;
use super::execute::Origin;
use super::ports::Tried;
use super::{Engine, blobs, changes, papers, replay};
use crate::access::Actor;
use crate::correspondence::{Mailbox, OutgoingAttachment, OutgoingMail};
use crate::error::{self, Error};
use crate::message::{self, Command, Message, Status};
use crate::noun::Noun;
use crate::port::index::{Cell, Cond, Order, Select, is};
use crate::port::mailer::{Delivery, Mailer};
use crate::port::store::Stream;
use crate::rendering::Page;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What became of one message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Delivered {
    /// The id of the message.
    pub message: Uuid,
    /// The subject of the mail.
    pub subject: String,
    /// What the mailer said: sent, failed or unknown. What could not be handed over at all has
    /// failed.
    pub delivery: Delivery,
    /// From when on it is tried again by itself, with the first call after that; nothing where it
    /// is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_try: Option<Instant>,
}

/// What became of all of them; an object, so that it can grow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deliveries {
    /// In the order in which they were handed over.
    pub delivered: Vec<Delivered>,
}

/// What is to be sent?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AskDeliver {
    /// The id of the company in whose books it is asked.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// How many messages are handed over at most, those first that are due for longest, 1 to 1,000
    /// (`REQUEST-PAGE-02` otherwise); 100 where it is missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
}

/// A message that is marked, as it will go.
struct Begun {
    mail: OutgoingMail,
    attempt: u32,
    enclosed: Option<message::Enclosed>,
    /// It goes out although a newer version has replaced what it encloses.
    replaced: bool,
}

impl Engine {
    /// Hands queued messages to the mailer, those first that are due for longest, at most `limit`,
    /// 1 to 1,000.
    /// Each is marked `unknown` before it is handed over, so that a crash in between never sends it
    /// twice by itself (R8); what becomes of it is recorded after.
    ///
    /// A host calls this again and again, every minute for example, and that is all: what was
    /// certainly not taken and may be taken later stays queued and is due again after the minutes
    /// of [`retry_after`](crate::company::Settings::retry_after). What is unknown is left to a
    /// person, and ends the round: a mailer that failed without saying how may do so with all.
    ///
    /// # Errors
    /// `ACCESS-ROLE-01`, `REQUEST-PAGE-02` for another limit, or the store's. What a mailer says is
    /// an outcome, not an error.
    pub fn deliver(
        &self,
        company: Uuid,
        actor: &Actor,
        mailer: &dyn Mailer,
        limit: u32,
    ) -> Result<Vec<Delivered>, Error> {
        within_page(limit)?;
        let queued = {
            let mut tx = self.store.read()?;
            changes::permitted(tx.as_mut(), company, actor, "message.deliver")?;
            let status: &str = Status::Queued.into();
            tx.select(&Select {
                table: &message::TABLE,
                company,
                conds: vec![
                    is("status", Cell::text(status)),
                    Cond::Below("due_at", Cell::Int(self.clock.now().micros() + 1)),
                ],
                order: Order { column: "due_at", descending: false },
                after: None,
                limit,
            })?
        };
        let mut delivered = Vec::new();
        for found in queued {
            let one = self.deliver_one(company, actor, mailer, found.place.owner)?;
            let unknown =
                one.as_ref().is_some_and(|it| matches!(it.delivery, Delivery::Unknown { .. }));
            delivered.extend(one);
            if unknown {
                break;
            }
        }
        Ok(delivered)
    }

    fn deliver_one(
        &self,
        company: Uuid,
        actor: &Actor,
        mailer: &dyn Mailer,
        id: Uuid,
    ) -> Result<Option<Delivered>, Error> {
        let Some(begun) = self.begin(company, actor, id)? else { return Ok(None) };
        let (subject, attempt) = (begun.mail.subject.clone(), begun.attempt);
        let delivery = match self.enclose(company, actor, begun) {
            Ok(mail) => mailer.send(&mail).unwrap_or_else(|error| not_handed_over(&error)),
            Err(error) => not_handed_over(&error),
        };
        let command = Command::Conclude { delivery: delivery.clone(), attempt: Some(attempt) };
        let next_try = self.conclude(company, actor, id, command)?;
        Ok(Some(Delivered { message: id, subject, delivery, next_try }))
    }

    /// Marks the message. `None` where another was faster.
    fn begin(&self, company: Uuid, actor: &Actor, id: Uuid) -> Result<Option<Begun>, Error> {
        let mut tx = self.store.write()?;
        let stream = Stream { company, noun: Message::NAME, id };
        let found = replay::load::<Message>(tx.as_mut(), &stream)?;
        let Some(state) = found.map(|found| found.record.state) else { return Ok(None) };
        let waits = state.next_try.is_some_and(|next| next > self.clock.now());
        if state.status != Status::Queued || waits {
            return Ok(None);
        }
        let request = self.own_request(company, actor, id, Command::Begin {}.into());
        let done = self.perform(tx.as_mut(), &request, Origin::Workflow, Tried::default())?;
        let sender = super::answer::company_of(tx.as_mut(), company)?.profile;
        tx.commit()?;
        self.tell(company, done.head);
        let from = Mailbox { name: Some(sender.name), address: sender.email };
        let attempt = state.attempts.len() as u32 + 1;
        // A Message-ID is ASCII (RFC 5322, 3.6.4); what stands in it need not exist.
        let domain = Some(from.domain()).filter(|domain| domain.is_ascii());
        let domain = domain.unwrap_or_else(|| "callout.invalid".to_owned());
        let mail = OutgoingMail {
            // One intent has one id, however often it is tried: who got it twice can tell.
            message_id: format!("{id}@{domain}"),
            date: self.clock.now().utc(),
            from,
            reply_to: None,
            to: state
                .to
                .iter()
                // Who was forgotten gets nothing, and keeps it from nobody.
                .filter(|address| !address.is_erased())
                .map(|address| Mailbox { name: None, address: address.reveal_text().to_owned() })
                .collect(),
            cc: Vec::new(),
            bcc: Vec::new(),
            subject: state.subject.reveal_text().to_owned(),
            text: state.text.reveal_text().to_owned(),
            html: None,
            in_reply_to: None,
            references: Vec::new(),
            attachments: Vec::new(),
            automatic: state.purpose != message::Purpose::Letter,
        };
        Ok(Some(Begun { mail, attempt, enclosed: state.enclosed, replaced: state.replaced }))
    }

    fn enclose(
        &self,
        company: Uuid,
        actor: &Actor,
        Begun { mut mail, enclosed, replaced, .. }: Begun,
    ) -> Result<OutgoingMail, Error> {
        if let Some(message::Enclosed { document, version, format }) = enclosed {
            let page = Page { document, version, format };
            if !replaced && !papers::is_newest(self.store.read()?.as_mut(), company, &page)? {
                return Err(papers::missing("newest version", &page));
            }
            let file = self.paint(company, actor, &page)?;
            let bytes = blobs::stored(self.store.read()?.as_mut(), company, &file.blob)?;
            let (name, media_type) = (file.name, file.media_type);
            mail.attachments.push(OutgoingAttachment { name, media_type, bytes });
        }
        Ok(mail)
    }

    /// Records what became of it; from when on it is tried again.
    fn conclude(
        &self,
        company: Uuid,
        actor: &Actor,
        id: Uuid,
        command: Command,
    ) -> Result<Option<Instant>, Error> {
        let request = self.own_request(company, actor, id, command.into());
        let mut tx = self.store.write()?;
        let done = self.perform(tx.as_mut(), &request, Origin::Workflow, Tried::default())?;
        let stream = Stream { company, noun: Message::NAME, id };
        let after = replay::load::<Message>(tx.as_mut(), &stream)?;
        tx.commit()?;
        self.tell(company, done.head);
        Ok(after.and_then(|after| after.record.state.next_try))
    }
}

/// Nothing was handed over: that much is known. What is refused today is refused tomorrow; what is
/// only busy or out of reach is not.
fn not_handed_over(error: &Error) -> Delivery {
    let permanent = !matches!(error.status(), error::Status::Busy | error::Status::Unavailable);
    Delivery::Failed { permanent, reason: error.to_string() }
}
