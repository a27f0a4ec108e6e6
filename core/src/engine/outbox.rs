//! Delivering queued messages: the host calls, Callout starts no thread (decision 12).

use super::answer::within_page;
use super::execute::Origin;
use super::ports::Tried;
use super::{Engine, blobs, changes, papers, replay};
use crate::access::Actor;
use crate::correspondence::{Mailbox, OutgoingAttachment, OutgoingMail};
use crate::error::Error;
use crate::message::{self, Command, Message, Status};
use crate::noun::Noun;
use crate::port::index::{Cell, Order, Select, is};
use crate::port::mailer::{Delivery, Mailer};
use crate::port::store::Stream;
use crate::rendering::Page;
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
    /// How many messages are handed over at most, the oldest first, 1 to 1,000 (`REQUEST-PAGE-02`
    /// otherwise); 100 where it is missing.
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
    /// Hands queued messages to the mailer, the oldest first, at most `limit`, 1 to 1,000. Each is
    /// marked
    /// `unknown` before it is handed over, so that a crash in between never sends it twice by
    /// itself (R8); what becomes of it is recorded after.
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
                conds: vec![is("status", Cell::text(status))],
                order: Order { column: "queued_at", descending: false },
                after: None,
                limit,
            })?
        };
        let mut delivered = Vec::new();
        for found in queued {
            delivered.extend(self.deliver_one(company, actor, mailer, found.place.owner)?);
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
            Ok(mail) => mailer.send(&mail).unwrap_or_else(|error| Delivery::Failed {
                permanent: false,
                reason: error.to_string(),
            }),
            // Nothing was handed over yet: that much is known.
            Err(error) => Delivery::Failed { permanent: false, reason: error.to_string() },
        };
        let command = Command::Conclude { delivery: delivery.clone(), attempt: Some(attempt) };
        self.ask_message(company, actor, id, command)?;
        Ok(Some(Delivered { message: id, subject, delivery }))
    }

    /// Marks the message. `None` where another was faster.
    fn begin(&self, company: Uuid, actor: &Actor, id: Uuid) -> Result<Option<Begun>, Error> {
        let mut tx = self.store.write()?;
        let stream = Stream { company, noun: Message::NAME, id };
        let found = replay::load::<Message>(tx.as_mut(), &stream)?;
        let Some(state) = found.map(|found| found.record.state) else { return Ok(None) };
        if state.status != Status::Queued {
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

    fn ask_message(
        &self,
        company: Uuid,
        actor: &Actor,
        id: Uuid,
        command: Command,
    ) -> Result<(), Error> {
        let request = self.own_request(company, actor, id, command.into());
        let mut tx = self.store.write()?;
        let done = self.perform(tx.as_mut(), &request, Origin::Workflow, Tried::default())?;
        tx.commit()?;
        self.tell(company, done.head);
        Ok(())
    }
}
