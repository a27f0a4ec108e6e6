//! What a job sheet answers.

use super::{
    Command, Confirmed, Content, Event, Generate, LIFECYCLE, RecordAbsence, RecordRefusal, Refusal,
    Sign, Signature, Signed, State, Status, Verb,
};
use crate::journal::{Evidence, Hash, Personal, is_blank};
use crate::noun::{Given, Number, Step};
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// Whose activity it is, and on what; `None` where there is none.
    pub activity: Option<(Uuid, Option<Uuid>)>,
    /// What the sheet would say now.
    pub content: Content,
    /// Another sheet of the activity says the very same.
    pub said_already: bool,
    /// The next number of this year.
    pub number: Number,
    /// The picture of the signature is stored.
    pub picture_known: bool,
    /// It is one that can be printed.
    pub picture_sound: bool,
    /// It is one that shows nothing.
    pub picture_blank: bool,
    /// Under whose id the signer is known, where he is.
    pub signer: Option<Uuid>,
    /// Where a confirmed sheet is mailed to by itself; empty where the setting says no.
    pub send_to: Vec<Personal<String>>,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let now = facts.given.now;
    let verb: &str = Verb::from(command).into();
    Ok(vec![match command {
        Command::Generate(Generate { activity }) => generate(*activity, facts)?,
        Command::Regenerate(_) => {
            // Who refused or was not there may sign the same words later: as another version.
            let unsigned =
                matches!(state.signature, Signature::Refused { .. } | Signature::Absent { .. });
            if facts.said_already || (facts.content == state.content && !unsigned) {
                return Err(Refusal::NothingNew {});
            }
            let content = reported(facts)?;
            let evidence = sworn(&content, facts);
            let (version, of) = (state.version + 1, (state.customer, state.equipment));
            let (customer, equipment) = facts.activity.unwrap_or(of);
            Event::Regenerated { version, customer, equipment, content, evidence, at: now }
        }
        Command::Sign(said) => {
            allowed(state, verb)?;
            current(state, said.content_hash, facts)?;
            sign(state, said, facts)?
        }
        Command::RecordRefusal(RecordRefusal { reason }) => {
            allowed(state, verb)?;
            of_him(state, facts)?;
            let reason = Personal::of(state.customer, reasoned(reason)?);
            Event::SignatureRefused { reason, at: now }
        }
        Command::RecordAbsence(RecordAbsence { reason }) => {
            allowed(state, verb)?;
            of_him(state, facts)?;
            let reason = Personal::of(state.customer, reasoned(reason)?);
            Event::SignerAbsent { reason, at: now }
        }
        Command::Confirm(_) => confirm(state, facts)?,
    }])
}

fn sworn(content: &Content, facts: &Facts) -> Evidence {
    Evidence::new(facts.given.id, &facts.given.salt, content)
}

fn generate(activity: Uuid, facts: &Facts) -> Result<Event, Refusal> {
    let Some((customer, equipment)) = facts.activity else {
        return Err(Refusal::NoActivity { activity: activity.to_string() });
    };
    let content = reported(facts)?;
    // Two sheets of one content would be signed, confirmed and sent twice.
    if facts.said_already {
        return Err(Refusal::NothingNew {});
    }
    let evidence = sworn(&content, facts);
    let (number, at) = (facts.number.clone(), facts.given.now);
    Ok(Event::Generated { number, activity, customer, equipment, content, evidence, at })
}

/// A sheet without a line would have nothing to sign for.
fn reported(facts: &Facts) -> Result<Content, Refusal> {
    if facts.content.lines.is_empty() {
        return Err(Refusal::NothingReported {});
    }
    Ok(facts.content.clone())
}

fn allowed(state: &State, verb: &'static str) -> Result<(), Refusal> {
    let status = state.status();
    match (Step::next(LIFECYCLE, status, verb), verb) {
        (Some(_), _) => Ok(()),
        (None, "confirm") if status == Status::Confirmed => Err(Refusal::ConfirmedAlready {}),
        (None, "confirm") => Err(Refusal::Unsigned {}),
        (None, _) => Err(Refusal::NotPending { status }),
    }
}

/// Refuses what names another customer than the activity does by now.
fn of_him(state: &State, facts: &Facts) -> Result<(), Refusal> {
    match facts.activity {
        Some((customer, _)) if customer != state.customer => Err(Refusal::OtherCustomer {}),
        _ => Ok(()),
    }
}

fn current(state: &State, seen: Hash, facts: &Facts) -> Result<(), Refusal> {
    if seen != state.content_hash {
        let newest = state.content_hash.to_string();
        return Err(Refusal::OtherContent { seen: seen.to_string(), newest });
    }
    if facts.content != state.content { Err(Refusal::Changed {}) } else { Ok(()) }
}

fn reasoned(reason: &str) -> Result<String, Refusal> {
    if is_blank(reason) { Err(Refusal::ReasonMissing {}) } else { Ok(reason.to_owned()) }
}

fn sign(state: &State, sign: &Sign, facts: &Facts) -> Result<Event, Refusal> {
    let Sign { name, picture, reservation, at, .. } = sign;
    let at = at.unwrap_or(facts.given.now);
    if is_blank(name) {
        return Err(Refusal::NameMissing {});
    }
    if !facts.picture_known {
        return Err(Refusal::NoPicture { picture: picture.to_string() });
    }
    if facts.picture_blank {
        return Err(Refusal::BlankPicture { picture: picture.to_string() });
    }
    // What was signed is kept for ever, so it must be possible to paint it.
    if !facts.picture_sound {
        return Err(Refusal::BadPicture { picture: picture.to_string() });
    }
    if at > facts.given.now || at < state.generated_at {
        return Err(Refusal::NotThen {});
    }
    // Who is no known person is one of his own: he is forgotten without the customer.
    let signer = facts.signer.unwrap_or_else(|| facts.given.fresh.id(0));
    let reservation = reservation.as_deref().map(reasoned).transpose()?;
    let with_reservation = reservation.is_some();
    let signed = Signed {
        name: Personal::of(signer, name.trim().to_owned()),
        picture: Personal::of(signer, *picture),
        at,
        reservation: reservation.map(|words| Personal::of(signer, words)),
    };
    let signature = if with_reservation {
        Signature::SignedWithReservation(signed)
    } else {
        Signature::Signed(signed)
    };
    Ok(Event::Signed { signature })
}

fn confirm(state: &State, facts: &Facts) -> Result<Event, Refusal> {
    allowed(state, "confirm")?;
    of_him(state, facts)?;
    Ok(Event::Confirmed {
        confirmed: Confirmed { by: facts.given.actor, at: facts.given.now },
        activity: state.activity,
        version: state.version,
        number: state.number.text(),
        language: state.content.language,
        send_to: facts.send_to.clone(),
    })
}
