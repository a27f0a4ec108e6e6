//! What a mail answers.

use super::{Command, Context, Event, Filing, Message, Refusal, State, id, sender_id};
use crate::correspondence::Mailbox;
use crate::journal::{Hash, Personal};
use crate::noun::Given;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Now, who, which.
    pub given: Given,
    /// In whose books.
    pub company: Uuid,
    /// Whether the mail was received before.
    pub known: bool,
    /// Those of the named blobs that were put.
    pub blobs: BTreeSet<Hash>,
    /// Whose the named case is and about which machine, if there is one.
    pub case: Option<(Uuid, Option<Uuid>)>,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Receive(message) => {
            let wanted = id(facts.company, &message.content);
            if facts.given.id != wanted {
                return Err(Refusal::OtherId { mail: wanted.to_string() });
            }
            if facts.known {
                return Ok(Vec::new());
            }
            receive(message, facts)?
        }
        Command::File { under } => {
            let Some((customer, equipment)) = facts.case else { return Err(no_case(*under)) };
            let filing = Filing { under: *under, customer, equipment };
            if state.filed_under.is_some_and(|filed| filed.under == *under) {
                return Ok(Vec::new());
            }
            Event::Filed { filing }
        }
        Command::Unfile {} if state.filed_under.is_none() => return Ok(Vec::new()),
        Command::Unfile {} => Event::Unfiled {},
    };
    Ok(vec![event])
}

fn no_case(under: Context) -> Refusal {
    match under {
        Context::Customer(customer) => Refusal::NoCustomer { customer: customer.to_string() },
        Context::Equipment(equipment) => Refusal::NoEquipment { equipment: equipment.to_string() },
        Context::Activity(activity) => Refusal::NoActivity { activity: activity.to_string() },
    }
}

fn receive(message: &Message, facts: &Facts) -> Result<Event, Refusal> {
    let files = message.attachments.iter().map(|file| &file.content);
    let missing = std::iter::once(&message.content).chain(files);
    if let Some(content) = missing.into_iter().find(|content| !facts.blobs.contains(content)) {
        return Err(Refusal::BlobMissing { content: content.to_string() });
    }
    let received_at = message.received_at.unwrap_or(facts.given.now);
    if received_at > facts.given.now {
        return Err(Refusal::ReceivedLater { received_at });
    }
    let held = |mailboxes: &[Mailbox]| {
        let of = |mailbox: &Mailbox| sender_id(facts.company, &mailbox.address);
        mailboxes.iter().map(|mailbox| Personal::of(of(mailbox), mailbox.clone())).collect()
    };
    // The words are whose the address is; of a mail without a sender they are nobody else's.
    let sender = message.from.first().or(message.reply_to.first());
    let sender = sender.map_or(facts.given.id, |from| sender_id(facts.company, &from.address));
    Ok(Event::Received {
        content: message.content,
        message_id: message.message_id.clone(),
        in_reply_to: message.in_reply_to.clone(),
        references: message.references.clone(),
        from: held(&message.from),
        reply_to: held(&message.reply_to),
        subject: Personal::of(sender, message.subject.clone()),
        text: Personal::of(sender, message.text.clone()),
        date: message.date,
        received_at,
        attachments: message.attachments.clone(),
    })
}
