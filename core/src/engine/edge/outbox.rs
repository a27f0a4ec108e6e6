//! Delivering queued messages: the host calls, Callout starts no thread.

use crate::access::Actor;
use crate::engine::answer::within_page;
use crate::engine::execute::Origin;
use crate::engine::ports::Tried;
use crate::engine::{Engine, answer, blobs, changes, papers, replay};
use crate::error::{self, Error};
use crate::letter::{Mailbox, OutgoingAttachment, OutgoingMail};
use crate::message::{self, Begin, Command, Conclude, Message, Status};
use crate::noun::Noun;
use crate::port::index::{Cell, Cond, Order, Select, is};
use crate::port::mailer::{Delivery, Mailer};
use crate::port::store::{Stream, Tx};
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
    /// What the mailer said: sent, failed, unreached or unknown. What could not be handed over at
    /// all has failed.
    pub delivery: Delivery,
    /// From when on it is tried again by itself, with the first call after that; nothing where it
    /// is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_try: Option<Instant>,
    /// Why what the mailer said could not be recorded, in words with their code; missing where it
    /// was. The message then stays `unknown`, and the round ends: who decides about it must be told
    /// what the mailer said from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unrecorded: Option<String>,
}

impl Delivered {
    /// Whether the other messages wait for the next round: it may be with all as with this one.
    fn ends_the_round(&self) -> bool {
        let all = matches!(self.delivery, Delivery::Unknown { .. } | Delivery::Unreached { .. });
        all || self.unrecorded.is_some()
    }
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
pub struct DeliverRequest {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
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
    /// Each is marked `unknown` before it is handed over, so that a crash in between never has it
    /// sent again by itself (R8); what becomes of it is recorded after.
    ///
    /// A host calls this again and again, every minute for example, and that is all: what was
    /// certainly not taken and may be taken later stays queued and is due again after the minutes
    /// of [`retry_after`](crate::company::Settings::retry_after). What is unknown is left to a
    /// person, and ends the round: a mailer that failed without saying how may do so with all.
    /// So do a server that was not reached, and what the store could not record, see
    /// [`Delivered::unrecorded`].
    ///
    /// # Errors
    /// `ACCESS-ROLE-01`, `REQUEST-PAGE-02` for another limit, or the store's before anything
    /// was handed over; after that the round ends with what was done. What a mailer says is an
    /// outcome, not an error.
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::Engine, port::mailer::Mailer};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, company: Uuid, actor: &Actor, mailer: &dyn Mailer) -> Done {
    /// let delivered = engine.deliver(company, actor, mailer, 100)?;
    /// let waiting = delivered.iter().filter(|one| one.next_try.is_some()).count();
    /// println!("{waiting} of {} are tried again", delivered.len());
    /// # Ok(()) }
    /// # let w = callout_world::world(); w.letter();
    /// # ask(&w.engine, w.company, w.office().actor(), &callout_world::Taking).unwrap();
    /// ```
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
            due(tx.as_mut(), company, self.clock.now()?, limit)?
        };
        let mut delivered = Vec::new();
        for id in queued {
            let one = match self.deliver_one(company, actor, mailer, id) {
                Ok(one) => one,
                // What was done is told; the next call meets the fault first.
                Err(_) if !delivered.is_empty() => break,
                Err(error) => return Err(error),
            };
            let ends = one.as_ref().is_some_and(Delivered::ends_the_round);
            delivered.extend(one);
            if ends {
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
        let command =
            Command::Conclude(Conclude { delivery: delivery.clone(), attempt: Some(attempt) });
        // What the mailer said is said once: a fault of the moment must not lose it.
        let concluded = self
            .conclude(company, actor, id, command.clone())
            .or_else(|_| self.conclude(company, actor, id, command));
        let (next_try, unrecorded) = match concluded {
            Ok(next_try) => (next_try, None),
            Err(error) => (None, Some(error.to_string())),
        };
        Ok(Some(Delivered { message: id, subject, delivery, next_try, unrecorded }))
    }

    /// Marks the message. `None` where another was faster, or it is not due yet.
    fn begin(&self, company: Uuid, actor: &Actor, id: Uuid) -> Result<Option<Begun>, Error> {
        let mut tx = self.store.write()?;
        let stream = Stream { company, noun: Message::NAME, id };
        let found = replay::load::<Message>(tx.as_mut(), &stream)?;
        let Some(state) = found.map(|found| found.record.state) else { return Ok(None) };
        if state.status != Status::Queued {
            return Ok(None);
        }
        let request = self.own_request(company, actor, id, Command::Begin(Begin {}).into());
        let done = self.perform(tx.as_mut(), &request, Origin::Workflow, Tried::default())?;
        if done.head.is_none() {
            return Ok(None);
        }
        let sender = answer::company_of(tx.as_mut(), company)?.profile;
        // Before it is marked for good: without a time it is not sent.
        let now = self.clock.now()?;
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
            date: now.utc(),
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

/// The queued messages that are due, those first that are due for longest. A first try is due at
/// once, whatever the clock says now.
fn due(tx: &mut dyn Tx, company: Uuid, now: Instant, limit: u32) -> Result<Vec<Uuid>, Error> {
    let status: &str = Status::Queued.into();
    let later = [
        Cond::AtLeast("due_at", Cell::Int(message::AT_ONCE + 1)),
        Cond::Below("due_at", Cell::Int(now.micros() + 1)),
    ];
    let first = [is("due_at", Cell::Int(message::AT_ONCE))];
    let mut found = Vec::new();
    for (column, conds) in [("queued_at", first.to_vec()), ("due_at", later.to_vec())] {
        let conds = std::iter::once(is("status", Cell::text(status))).chain(conds).collect();
        let order = Order { column, descending: false };
        let table = &message::TABLE;
        let rows = tx.select(&Select { table, company, conds, order, after: None, limit })?;
        found.extend(rows.into_iter().map(|row| (at(&row.place.cell), row.place.owner)));
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, owner)| owner).take(limit as usize).collect())
}

fn at(cell: &Cell) -> i64 {
    if let Cell::Int(micros) = cell { *micros } else { message::AT_ONCE }
}

/// Nothing was handed over: that much is known. What is asked wrongly today is so tomorrow; a
/// renderer that is missing, a fault of ours and a server that is busy are not the message's.
fn not_handed_over(error: &Error) -> Delivery {
    use error::Status::{Invalid, NotFound, Refused};
    let permanent = matches!(error.status(), Invalid | Refused | NotFound);
    Delivery::Failed { permanent, reason: error.to_string() }
}
