//! Facts for the decisions of a piece of equipment.

use crate::customer::{self, Customer};
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::{
    AddPhoto, Card, Command, Create, Equipment, Facts, MAX_WHOLES, State, TABLE, plate,
};
use crate::equipment_type::{EquipmentType, Field};
use crate::error::Error;
use crate::file::TELLING;
use crate::noun::Holder;
use crate::plan::{self, Plan};
use crate::port::index::{Cell, is};
use std::collections::BTreeSet;
use uuid::Uuid;

/// So many plans of a piece of equipment at most are named when it is scrapped.
const MAX_PLANS: u32 = 100;

impl Fetch for Equipment {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), ..Facts::default() };
        match command {
            Command::Create(Create { customer, card, .. }) => {
                facts.number = desk.next_number("equipment")?;
                facts.customer = sites(desk.named::<Customer>(*customer)?);
                on_card(desk, &mut facts, card, None)?;
            }
            Command::UpdateCard(update) => {
                facts.customer = sites(desk.state::<Customer>(state.customer)?);
                on_card(desk, &mut facts, &update.onto(&state.card), state.card.parent)?;
            }
            Command::SetFields(_) => {
                facts.fields = fields(desk, state.card.equipment_type)?;
            }
            Command::Scrap(_) => facts.plans = plans(desk)?,
            Command::Restore(_) => facts.twin = twin(desk, &state.card)?,
            Command::AddPhoto(AddPhoto { content, .. }) => {
                let blob = desk.tx.blob(desk.tenant, content)?;
                facts.begins = blob.map(|bytes| bytes[..bytes.len().min(TELLING)].to_vec());
            }
            _ => {}
        }
        Ok(facts)
    }
}

fn on_card(
    desk: &mut Desk<'_>,
    facts: &mut Facts,
    card: &Card,
    parent: Option<Uuid>,
) -> Result<(), Error> {
    facts.fields = fields(desk, card.equipment_type)?;
    facts.twin = twin(desk, card)?;
    let mut above = card.parent;
    while let Some(whole) = above.filter(|whole| !facts.wholes.contains(whole)) {
        if facts.wholes.len() >= MAX_WHOLES {
            facts.too_deep = true;
            break;
        }
        let said = Some(whole) == card.parent;
        let found = match said && card.parent != parent {
            true => desk.named::<Equipment>(whole)?,
            false => desk.state::<Equipment>(whole)?,
        };
        if said {
            facts.parent_owner = found.as_ref().map(|found| found.customer);
        }
        facts.wholes.push(whole);
        above = found.and_then(|found| found.card.parent);
    }
    Ok(())
}

/// The sites of a customer, if there is one.
pub(super) fn sites(found: Option<customer::State>) -> Option<BTreeSet<Uuid>> {
    found.map(|found| found.sites.iter().map(|site| site.id).collect())
}

fn fields(desk: &mut Desk<'_>, equipment_type: Option<Uuid>) -> Result<Option<Vec<Field>>, Error> {
    let Some(equipment_type) = equipment_type else { return Ok(None) };
    Ok(desk.state::<EquipmentType>(equipment_type)?.map(|found| found.fields))
}

/// The fields that the type of some equipment defines; none where it has no type.
pub(super) fn fields_of(desk: &mut Desk<'_>, equipment: Uuid) -> Result<Vec<Field>, Error> {
    let card = desk.state::<Equipment>(equipment)?.map(|found| found.card);
    Ok(fields(desk, card.and_then(|card| card.equipment_type))?.unwrap_or_default())
}

/// The plans that go on for it.
fn plans(desk: &mut Desk<'_>) -> Result<Vec<Uuid>, Error> {
    let conds = vec![is("equipment", Cell::Id(desk.given.id))];
    let rows = desk.rows(&plan::TABLE, conds, "title", MAX_PLANS)?;
    let mut plans = Vec::new();
    for row in rows {
        let ended = desk.state::<Plan>(row.place.owner)?.is_none_or(|plan| plan.ended);
        plans.extend((!ended).then_some(row.place.owner));
    }
    Ok(plans)
}

/// Other equipment with the plate of this card (E16). Whose it is, is named only to who may read
/// it.
fn twin(desk: &mut Desk<'_>, card: &Card) -> Result<Option<Holder>, Error> {
    let Some(plate) = plate(card) else { return Ok(None) };
    let rows = desk.rows(&TABLE, vec![is("plate", Cell::Text(plate))], "plate", 2)?;
    let mut owners = rows.iter().map(|row| row.place.owner);
    let Some(twin) = owners.find(|owner| *owner != desk.given.id) else { return Ok(None) };
    desk.holder::<Equipment>(twin).map(Some)
}
