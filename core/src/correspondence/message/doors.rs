//! What may be asked of a message, and what it answers.

use super::conclude::{conclude, may_come_back};
use super::text::letter;
use super::{Enclosed, Event, LIFECYCLE, Outcome, Purpose, State, Status};
use crate::journal::Personal;
use crate::journal::is_blank;
use crate::language::Language;
use crate::letter::Mailbox;
use crate::noun::{Given, Step};
use crate::port::mailer::Delivery;
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of a message.
    Command

    /// Queue one. The same target is the same intent and is queued once.
    ///
    /// ```
    /// # use callout_core::{engine::Session, journal::Personal, message::{self, Purpose}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, letter: Uuid, contact: Uuid, job: Uuid) -> Done {
    /// let queue = message::Queue {
    ///     purpose: Purpose::Letter,
    ///     to: vec![Personal::of(contact, "hruskova@kovo.example".to_owned())],
    ///     subject: "Your compressor".into(),
    ///     text: "The part has come. When may we call?".into(),
    ///     activities: vec![job],
    ///     ..Default::default()
    /// };
    /// // Under an id of the host's it is the same letter when it is asked again.
    /// office.add(letter, queue.clone())?;
    /// // Under a new id it is another one.
    /// office.create(queue)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), callout_world::id(), w.contact, w.opened().0).unwrap();
    /// ```
    joins Queue {
        /// Why it goes out: with the job sheet or the invoice that is enclosed (`MESSAGE-QUEUE-07`
        /// without it, `-08` with the other), or as a letter.
        purpose: Purpose,
        /// The addresses to which it goes, one at least (`MESSAGE-QUEUE-01`, `-02`), each with the
        /// id of the person who has it.
        to: Vec<Personal<String>>,
        /// The subject, on one line (`REQUEST-TEXT-02`); made from purpose and the enclosed
        /// document's number where it is empty. A letter needs one (`MESSAGE-QUEUE-03`).
        #[serde(default, skip_serializing_if = "String::is_empty")]
        subject: String,
        /// What it says, as plain text; made as the subject is where it is empty. A letter
        /// needs one (`MESSAGE-QUEUE-03`).
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
        /// The language of what is made of subject and text; Czech where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        language: Language,
        /// The document that goes along: its newest version, confirmed or issued
        /// (`MESSAGE-QUEUE-05`). None where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        enclosed: Option<Enclosed>,
        /// The ids of the activities under which it is filed (`MESSAGE-QUEUE-04` where there is
        /// none such), all of one customer, that of the enclosed document (`-06`). Those of the
        /// enclosed document where the list is empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        activities: Vec<Uuid>,
    }

    /// Mark a queued message as about to be handed to the mailer: until it is concluded it is
    /// `unknown`.
    adds(inside) Begin {}

    /// Record what became of an attempt.
    adds(inside) Conclude {
        /// What the mailer said: sent, failed, unreached or unknown.
        delivery: Delivery,
        /// The number of the attempt that it is about, from 1; the newest where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attempt: Option<u32>,
    }

    /// Record that it came back (E64), also after it was withdrawn or queued again, as long as
    /// some attempt may have been taken. It is kept with the newest attempt that was taken, or
    /// else with the newest of which nobody knows.
    ///
    /// ```
    /// # use callout_core::{engine::Session, message};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, message: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let reason = "550 5.1.1 there is no such mailbox".into();
    /// office.add(message, message::RecordBounce { reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.sent()).unwrap();
    /// ```
    adds RecordBounce {
        /// What the other side said, in its own words.
        reason: String,
    }

    /// Send it again, on purpose: only a person decides that (R8). It keeps its Message-ID, so that
    /// who has it already can tell.
    ///
    /// ```
    /// # use callout_core::{engine::Session, journal::Personal, message};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, message: Uuid, contact: Uuid, version: u64) -> Done {
    /// let to = vec![Personal::of(contact, "faktury@kovo.example".to_owned())];
    /// let reason = "The address was mistyped".into();
    /// office.change(message, version, message::Retry { reason, to, ..Default::default() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (message, v) = w.bounced();
    /// # ask(w.office(), message, w.contact, v).unwrap();
    /// ```
    changes Retry {
        /// Why it is sent again, in words; not empty (`MESSAGE-RETRY-01`).
        reason: String,
        /// The addresses to which it goes from now on, each with the id of the person who has it;
        /// those to which it went before where it is empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        to: Vec<Personal<String>>,
        /// Whether it goes out although a newer version of its document has replaced what it
        /// encloses (R6); `false` where it is missing.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        replaced: bool,
    }

    /// Say that it does not go out, while it is queued or was not taken. It stays where it is
    /// filed, and `retry` sends it all the same.
    ///
    /// ```
    /// # use callout_core::{engine::Session, message};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, message: Uuid, version: u64) -> Done {
    /// let reason = "She was told by telephone".into();
    /// office.change(message, version, message::Withdraw { reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (message, v) = w.letter();
    /// # ask(w.office(), message, v).unwrap();
    /// ```
    changes Withdraw {
        /// Why it does not go out, in words; not empty (`MESSAGE-RETRY-01`).
        reason: String,
    }
}

/// Who names no id of his own queues a new one.
impl crate::noun::ToCreate for Queue {}

crate::codes! {
    /// Why a message says no.
    pub enum Refusal {
        /// A message that goes to nobody.
        NoRecipient {} => Invalid "MESSAGE-QUEUE-01"
            en "The message has no recipient. Give at least one address."
            cs "Zpráva nemá příjemce. Uveďte alespoň jednu adresu.",
        /// An address that no mail can go to.
        BadAddress { address: String } => Invalid "MESSAGE-QUEUE-02"
            en "{address} is no e-mail address. Mend it."
            cs "{address} není e-mailová adresa. Opravte ji.",
        /// A letter without words.
        Empty {} => Invalid "MESSAGE-QUEUE-03"
            en "The letter has no subject or no text. Give both."
            cs "Dopis nemá předmět nebo text. Uveďte obojí.",
        /// An activity that is not there.
        NoActivity { activity: String } => NotFound "MESSAGE-QUEUE-04"
            en "There is no activity {activity} to file the message under. Name one that there is, or none."
            cs "Aktivita {activity}, pod kterou má být zpráva zařazena, neexistuje. Uveďte některou existující, nebo žádnou.",
        /// What is not final goes to nobody (E63, R6).
        NotFinal { document: String, version: u32 } => Refused "MESSAGE-QUEUE-05"
            en "Version {version} of {document} is no confirmed job sheet and no issued invoice, or there is a newer one. Confirm or issue it first."
            cs "Verze {version} dokumentu {document} není potvrzený list ani vystavená faktura, nebo existuje novější. Nejprve ji potvrďte nebo vystavte.",
        /// Activities of several customers: it would be filed under one of them.
        SeveralCustomers { activity: String } => Refused "MESSAGE-QUEUE-06"
            en "The activity {activity} is another customer's than the ones before it. Queue a message for each customer."
            cs "Aktivita {activity} patří jinému zákazníkovi než předchozí. Založte zprávu pro každého zákazníka zvlášť.",
        /// A message that promises a document and has none.
        NoDocument { noun: &'static str } => Invalid "MESSAGE-QUEUE-07"
            en "The purpose of the message is {noun}, and nothing is enclosed. Enclose the document, or queue a letter."
            cs "Účel zprávy je {noun}, ale nic k ní není přiloženo. Přiložte dokument, nebo založte dopis.",
        /// A message that promises another document than it has.
        OtherDocument { noun: &'static str, number: String } => Invalid "MESSAGE-QUEUE-08"
            en "The purpose of the message is {noun}, and {number} that is enclosed is another document. Give the purpose of what is enclosed, or queue a letter."
            cs "Účel zprávy je {noun}, ale přiložen je jiný dokument, {number}. Uveďte účel podle přílohy, nebo založte dopis.",
        /// Its status does not allow it.
        WrongStatus { status: Status, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "MESSAGE-STATUS-01"
            en "The message is {status} and cannot be asked to {verb}. It can be asked to: {allowed}."
            cs "Zpráva je ve stavu {status} a nelze na ní provést {verb}. Lze provést: {allowed}.",
        /// Sent again, or withdrawn, without saying why.
        ReasonMissing {} => Invalid "MESSAGE-RETRY-01"
            en "Say why it is sent again, or does not go out."
            cs "Uveďte, proč se odesílá znovu, nebo proč se neodešle.",
    }
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// It is there already.
    pub known: bool,
    /// Name of the company, for the signature below the text.
    pub company: String,
    /// Whose activities they are.
    pub customer: Option<Uuid>,
    /// The first of the named activities that is not there.
    pub missing: Option<Uuid>,
    /// The first of the named activities that is another customer's than those before it.
    pub elsewhere: Option<Uuid>,
    /// What is enclosed, where it is the newest version, and confirmed or issued (R6).
    pub document: Option<Document>,
    /// After how many minutes it is tried again by itself, for each try in turn.
    pub retry_after: Vec<u16>,
}

/// A document that may go out, as the message that encloses it needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// For which purpose it is sent: as a job sheet or as an invoice.
    pub purpose: Purpose,
    /// Its number, as it is printed on it.
    pub number: String,
    /// The id of its customer.
    pub customer: Uuid,
    /// The ids of the activities whose work it is about.
    pub activities: Vec<Uuid>,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let now = facts.given.now;
    Ok(vec![match command {
        Command::Queue(_) if facts.known => return Ok(Vec::new()),
        Command::Queue(letter) => queue(letter, facts)?,
        Command::Begin(_) => {
            allowed(state, "deliver")?;
            if state.next_try.is_some_and(|next| next > now) {
                return Ok(Vec::new());
            }
            Event::Begun { at: now }
        }
        Command::Conclude(Conclude { delivery, attempt }) => {
            conclude(state, delivery, *attempt, facts)?
        }
        Command::RecordBounce(RecordBounce { reason }) => {
            let Some(number) = may_come_back(state) else {
                return Err(wrong(state, "record_bounce"));
            };
            let attempt = (number != state.attempts.len()).then_some(number as u32);
            let outcome = Outcome::of(owner(&state.to, facts.given.id), None, reason);
            Event::Bounced { outcome, attempt }
        }
        Command::Retry(Retry { reason, to, replaced }) => {
            allowed(state, "retry")?;
            said(reason)?;
            deliverable(to)?;
            Event::Retried { reason: reason.as_str().into(), to: to.clone(), replaced: *replaced }
        }
        Command::Withdraw(Withdraw { reason }) => {
            allowed(state, "withdraw")?;
            said(reason)?;
            Event::Withdrawn { reason: reason.as_str().into() }
        }
    }])
}

fn said(reason: &str) -> Result<(), Refusal> {
    match is_blank(reason) {
        true => Err(Refusal::ReasonMissing {}),
        false => Ok(()),
    }
}

fn deliverable(to: &[Personal<String>]) -> Result<(), Refusal> {
    for address in to {
        let mailbox = Mailbox { name: None, address: address.reveal_text().to_owned() };
        if !mailbox.is_deliverable() {
            return Err(Refusal::BadAddress { address: mailbox.address });
        }
    }
    Ok(())
}

fn allowed(state: &State, verb: &'static str) -> Result<(), Refusal> {
    let next = Step::next(LIFECYCLE, state.status, verb);
    next.map(drop).ok_or_else(|| wrong(state, verb))
}

/// Its status does not allow this; what it does allow is said.
pub(super) fn wrong(state: &State, verb: &'static str) -> Refusal {
    let allowed = super::next(state.status, may_come_back(state).is_some());
    Refusal::WrongStatus { status: state.status, verb, allowed }
}

/// Whose the words of a message are: the recipient's where there is one; those to several are the
/// message's, so that who is forgotten takes nothing of the others, and stay with nobody else.
pub(super) fn owner(to: &[Personal<String>], message: Uuid) -> Uuid {
    match to {
        [first, rest @ ..] if rest.iter().all(|it| it.person() == first.person()) => first.person(),
        _ => message,
    }
}

fn queue(wanted: &Queue, facts: &Facts) -> Result<Event, Refusal> {
    let Queue { purpose, to, subject, text, language, enclosed, activities } = wanted;
    if let Some(activity) = facts.missing {
        return Err(Refusal::NoActivity { activity: activity.to_string() });
    }
    if let Some(activity) = facts.elsewhere {
        return Err(Refusal::SeveralCustomers { activity: activity.to_string() });
    }
    if to.is_empty() {
        return Err(Refusal::NoRecipient {});
    }
    let owner = owner(to, facts.given.id);
    deliverable(to)?;
    let document = facts.document.as_ref();
    if let Some(enclosed) = enclosed.filter(|_| document.is_none()) {
        let (document, version) = (enclosed.document.to_string(), enclosed.version);
        return Err(Refusal::NotFinal { document, version });
    }
    let made = match (*purpose, document) {
        (Purpose::Letter, _) => Default::default(),
        (purpose, None) => return Err(Refusal::NoDocument { noun: purpose.into() }),
        (purpose, Some(document)) if document.purpose != purpose => {
            let number = document.number.clone();
            return Err(Refusal::OtherDocument { noun: purpose.into(), number });
        }
        (purpose, Some(Document { number, .. })) => {
            letter(purpose, *language, number, &facts.company)
        }
    };
    let activities = match document.filter(|_| activities.is_empty()) {
        Some(document) => document.activities.clone(),
        None => activities.clone(),
    };
    let or = |given: &str, made: String| if is_blank(given) { made } else { given.to_owned() };
    let (subject, text) = (or(subject, made.0), or(text, made.1));
    if is_blank(&subject) || is_blank(&text) {
        return Err(Refusal::Empty {});
    }
    Ok(Event::Queued {
        purpose: *purpose,
        language: *language,
        to: to.clone(),
        subject: Personal::of(owner, subject),
        text: Personal::of(owner, text),
        enclosed: *enclosed,
        activities,
        customer: facts.customer.or(document.map(|document| document.customer)),
        at: facts.given.now,
    })
}
