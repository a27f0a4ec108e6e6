//! What a mail answers.

use super::{
    AttachedFile, Command, Context, Event, File, Filing, KeptFile, KeptInner, Message, Refusal,
    State, Unfile,
};
use crate::journal::{Hash, Personal};
use crate::letter::Mailbox;
use crate::noun::Given;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// The persons whose addresses are known, by address in lower case: contacts of customers, who
    /// has written before, or was written to. The company's own address is nobody's, and kept under
    /// the mail's id.
    pub persons: BTreeMap<String, Uuid>,
    /// Whether the mail was received before.
    pub known: bool,
    /// Whose the named case is and about which equipment, if there is one.
    pub case: Option<(Uuid, Option<Uuid>)>,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Receive(message) => {
            if facts.known {
                return Ok(Vec::new());
            }
            receive(message, facts)?
        }
        Command::File(File { under }) => {
            let Some((customer, equipment)) = facts.case else { return Err(no_case(*under)) };
            let filing = Filing { under: *under, customer, equipment };
            if state.filed_under == Some(filing) {
                return Ok(Vec::new());
            }
            Event::Filed { filing }
        }
        Command::Unfile(Unfile {}) if state.filed_under.is_none() => return Ok(Vec::new()),
        Command::Unfile(_) => Event::Unfiled {},
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
    bounded(message)?;
    let mut persons = facts.persons.clone();
    let mut held = |mailboxes: &[Mailbox]| -> Vec<Personal<Mailbox>> {
        let of = |mailbox: &Mailbox| {
            let new = facts.given.fresh.id(persons.len() as u32);
            let person = persons.entry(known_by(mailbox)).or_insert(new);
            Personal::of(*person, mailbox.clone())
        };
        mailboxes.iter().map(of).collect()
    };
    let (from, reply_to) = (held(&message.from), held(&message.reply_to));
    let (to, cc) = (held(&message.to), held(&message.cc));
    let named = held(&message.others);
    let inner: Vec<_> = message.nested.iter().map(|it| held(&it.from)).collect();
    // The words are whose the address is. Those of a mail that names none but the company, or
    // nobody, have an id of their own: the mail's is that of the bytes, which go with anybody.
    let others = |it: &&Personal<Mailbox>| it.person() != facts.given.id;
    let sender = from.iter().chain(&reply_to).find(others);
    let sender = sender.map_or(facts.given.fresh.id(u32::MAX), Personal::person);
    let words = |text: &String| Personal::of(sender, text.clone());
    // What a message inside says are its author's words, where it names one.
    let nested = message.nested.iter().zip(inner).map(|(it, from)| {
        let author = from.iter().find(others).map_or(sender, Personal::person);
        let words = |text: &String| Personal::of(author, text.clone());
        KeptInner {
            subject: words(&it.subject),
            date: it.date,
            lost: it.lost.iter().map(words).collect(),
            warnings: it.warnings.iter().map(words).collect(),
            from,
        }
    });
    let nested = nested.collect();
    // In the bytes of a message others stand too, and have a right to have them go.
    let bytes = |content: Hash| Personal::of(facts.given.id, content);
    let file = |file: &AttachedFile| KeptFile {
        name: words(&file.name),
        media_type: words(&file.media_type),
        content: match holds_message(file) {
            true => bytes(file.content),
            false => Personal::of(sender, file.content),
        },
        size: file.size,
    };
    Ok(Event::Received {
        content: bytes(message.content),
        message_id: message.message_id.as_ref().map(words),
        in_reply_to: message.in_reply_to.as_ref().map(words),
        references: message.references.iter().map(words).collect(),
        subject: words(&message.subject),
        text: words(&message.text),
        from,
        reply_to,
        to,
        cc,
        others: named,
        date: message.date,
        received_at: facts.given.now,
        attachments: message.attachments.iter().map(file).collect(),
        nested,
        automatic: message.automatic,
        important: message.important,
        lost: message.lost.iter().map(words).collect(),
        warnings: message.warnings.iter().map(words).collect(),
    })
}

/// So many stand in the headers of a mail at most, those of messages inside it among them: each is
/// a person of its own, who is looked for.
const MAX_NAMED: usize = 2_000;

/// Refuses a message that names too many.
pub(crate) fn bounded(message: &Message) -> Result<(), Refusal> {
    let named = message.named().count();
    let (named, most) = (named as u64, MAX_NAMED as u64);
    if named > most { Err(Refusal::TooManyNamed { named, most }) } else { Ok(()) }
}

/// Whether a file is a message, or a part of one, by its type or its name.
fn holds_message(file: &AttachedFile) -> bool {
    let (kind, name) = (file.media_type.to_lowercase(), file.name.to_lowercase());
    kind.starts_with("message/") || kind == "text/rfc822-headers" || name.ends_with(".eml")
}

/// By what it is known whether two mailboxes of a mail are one human's.
fn known_by(mailbox: &Mailbox) -> String {
    match (address(mailbox), &mailbox.name) {
        (none, Some(name)) if none.is_empty() => name.to_lowercase(),
        (address, _) => address,
    }
}

/// An address as it is compared.
pub(crate) fn address(mailbox: &Mailbox) -> String {
    mailbox.address.trim().to_lowercase()
}
