//! What a piece of equipment answers.

use super::{
    AddPhoto, Card, Command, Create, Dates, Event, LIFECYCLE, Ownership, Photo, Refusal, Restore,
    Scrap, SetFields, SetWarranty, State, Warranty, field,
};
use crate::equipment_type::Field;
use crate::file::{PICTURES, harmless, is_picture, registered};
use crate::journal::{FreeText, Personal};
use crate::noun::{Given, Holder, Number, Step, verbs};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Equipment is a component of so many wholes at most, each of the next: a part of a part.
pub const MAX_WHOLES: usize = 50;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// The next number of this year.
    pub number: Number,
    /// The customer that the command or the state names, if there is one: with its sites.
    pub customer: Option<BTreeSet<Uuid>>,
    /// The fields of the type that the card names, if there is one.
    pub fields: Option<Vec<Field>>,
    /// Whose the named parent is, if there is one.
    pub parent_owner: Option<Uuid>,
    /// The named parent, what that one is a component of, and so on.
    pub wholes: Vec<Uuid>,
    /// There are more of these than [`MAX_WHOLES`].
    pub too_deep: bool,
    /// Other equipment of the same manufacturer and serial.
    pub twin: Option<Holder>,
    /// The plans that go on for it.
    pub plans: Vec<Uuid>,
    /// How the named blob begins; nothing where none was put.
    pub begins: Option<Vec<u8>>,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    if !matches!(command, Command::Create(_)) {
        allowed(state, command.into())?;
    }
    let event = match command {
        Command::Create(Create { customer, card, dates }) => {
            create(*customer, card, *dates, facts)?
        }
        Command::UpdateCard(update) => {
            let card = update.onto(&state.card);
            // A name that was forgotten is no reason to refuse a change.
            if update.name.is_some() {
                named(&card)?;
            }
            Event::CardUpdated { card: checked(state.customer, &card, state.card.parent, facts)? }
        }
        Command::SetFields(SetFields { values }) => {
            let Some(fields) = &facts.fields else { return Err(Refusal::TypeMissing {}) };
            Event::FieldsSet { fields: field::merged(&state.fields, values, fields)? }
        }
        Command::SetDates(set) => {
            let dates = set.onto(state.dates).checked()?;
            let warranty = state.warranty.map(|w| Warranty::new(w.terms, &dates)).transpose()?;
            Event::DatesSet { dates, warranty }
        }
        Command::SetWarranty(SetWarranty { terms }) => {
            let warranty = terms.map(|terms| Warranty::new(terms, &state.dates)).transpose()?;
            Event::WarrantySet { warranty }
        }
        Command::AddPhoto(photo) => return add_photo(state, photo, facts),
        Command::Scrap(Scrap { reason }) => {
            Event::Scrapped { reason: reasoned(reason)?, plans: facts.plans.clone() }
        }
        Command::Restore(Restore { reason }) => {
            if let Some(twin) = facts.twin {
                return Err(twice(&state.card, twin));
            }
            Event::Restored { reason: reasoned(reason)? }
        }
    };
    Ok(vec![event])
}

fn allowed(state: &State, verb: &'static str) -> Result<(), Refusal> {
    if Step::next(LIFECYCLE, state.status, verb).is_some() {
        return Ok(());
    }
    Err(Refusal::WrongStatus {
        status: state.status,
        verb,
        allowed: verbs(LIFECYCLE, state.status),
    })
}

fn create(customer: Uuid, card: &Card, dates: Dates, facts: &Facts) -> Result<Event, Refusal> {
    named(card)?;
    let card = checked(customer, card, None, facts)?;
    let dates = dates.checked()?;
    let owner = Ownership { customer, from: facts.given.now };
    Ok(Event::Created { number: facts.number.clone(), owner, card, dates })
}

fn named(card: &Card) -> Result<(), Refusal> {
    if card.name.is_blank() { Err(Refusal::NameMissing {}) } else { Ok(()) }
}

fn checked(customer: Uuid, card: &Card, old: Option<Uuid>, facts: &Facts) -> Result<Card, Refusal> {
    let Some(sites) = &facts.customer else {
        return Err(Refusal::NoCustomer { customer: customer.to_string() });
    };
    if let Some(site) = card.site.filter(|site| !sites.contains(site)) {
        return Err(Refusal::NoSite { site: site.to_string(), customer: customer.to_string() });
    }
    if let (Some(equipment_type), None) = (card.equipment_type, &facts.fields) {
        return Err(Refusal::NoType { equipment_type: equipment_type.to_string() });
    }
    if let Some(parent) = card.parent {
        within(customer, parent, facts)?;
        // What was put above it since does not keep its card from being mended.
        if facts.too_deep && old != Some(parent) {
            return Err(Refusal::TooDeep { parent: parent.to_string(), most: MAX_WHOLES as u64 });
        }
    }
    if let Some(twin) = facts.twin {
        return Err(twice(card, twin));
    }
    Ok(card.clone())
}

fn twice(card: &Card, twin: Holder) -> Refusal {
    let (manufacturer, serial) =
        (card.manufacturer.words().to_owned(), card.serial.words().to_owned());
    match twin {
        Holder::Known(twin) => {
            Refusal::SerialTwice { manufacturer, serial, equipment: twin.to_string() }
        }
        Holder::Hidden => Refusal::SerialTaken { manufacturer, serial },
    }
}

fn reasoned(reason: &str) -> Result<FreeText, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() { Err(Refusal::ReasonMissing {}) } else { Ok(reason.into()) }
}

fn within(customer: Uuid, parent: Uuid, facts: &Facts) -> Result<(), Refusal> {
    if facts.wholes.contains(&facts.given.id) {
        return Err(Refusal::PartOfItself { parent: parent.to_string() });
    }
    match facts.parent_owner {
        None => Err(Refusal::NoParent { parent: parent.to_string() }),
        Some(owner) if owner != customer => {
            let (parent, customer) = (parent.to_string(), customer.to_string());
            Err(Refusal::ParentElsewhere { parent, customer })
        }
        Some(_) => Ok(()),
    }
}

fn add_photo(state: &State, add: &AddPhoto, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let AddPhoto { content, name, media_type } = add;
    let media_type = &registered(media_type);
    if !PICTURES.contains(&media_type.as_str()) {
        return Err(Refusal::NoPicture {
            media_type: media_type.clone(),
            known: PICTURES.to_vec(),
        });
    }
    let plain = harmless(name).unwrap_or_default();
    if plain != *name {
        let plain = if plain.is_empty() { "foto".to_owned() } else { plain };
        return Err(Refusal::BadName { name: name.clone(), plain });
    }
    let Some(begins) = &facts.begins else {
        return Err(Refusal::BlobMissing { content: content.to_string() });
    };
    if !is_picture(begins, media_type) {
        return Err(Refusal::OtherBytes { media_type: media_type.clone() });
    }
    if state.photos.iter().any(|photo| photo.content.reveal() == Some(content)) {
        return Ok(Vec::new());
    }
    let (by, at) = (facts.given.actor, facts.given.now);
    let (name, media_type) = (name.as_str().into(), media_type.as_str().into());
    let content = Personal::of(facts.given.id, *content);
    let photo = Photo { content, name, media_type, by, at };
    Ok(vec![Event::PhotoAdded { photo }])
}
