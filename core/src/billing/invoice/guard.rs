//! What the law of a supply asks for and is not built is refused before a number is taken.

use super::{Buyer, Computed, Facts, Refusal};
use crate::customer::Address;
use crate::journal::is_blank;
use crate::reason::Reason;
use uuid::Uuid;

/// Whose law, whose tax, and who is named.
pub(super) fn lawful(customer: Uuid, computed: &Computed, facts: &Facts) -> Result<(), Refusal> {
    let payer = computed.payer;
    let Some(buyer) = facts.buyer.reveal() else {
        return Err(Refusal::BuyerForgotten { customer: customer.to_string() });
    };
    let home = facts.seller.address.country.as_str();
    let registered = facts.seller.vat_id.as_deref().and_then(|id| id.get(..2)).map(state);
    let abroad_too = [Some(home), registered].into_iter().flatten().find(|it| *it != "CZ");
    if let Some(country) = abroad_too.filter(|_| payer) {
        return Err(Refusal::ForeignSeller { country: country.to_owned() });
    }
    abroad(customer, buyer, home, payer)?;
    if payer {
        let billed = |it: &&(Uuid, String)| computed.done_on.contains_key(&it.0);
        if let Some((activity, country)) = facts.abroad.iter().find(billed) {
            let (activity, country) = (activity.to_string(), country.clone());
            return Err(Refusal::WorkAbroad { activity, country });
        }
        construction(customer, buyer, computed, facts)?;
        seated(customer, buyer, facts)?;
    }
    Ok(())
}

/// A business elsewhere is taxed elsewhere (act 235/2004, § 9 (1)); a private person is not.
fn abroad(customer: Uuid, buyer: &Buyer, home: &str, payer: bool) -> Result<(), Refusal> {
    let registered = buyer.vat_id.as_deref().and_then(|id| id.get(..2)).map(state);
    let seat = Some(buyer.address.country.as_str()).filter(|country| !country.is_empty());
    let business = buyer.registration_number.is_some() || buyer.vat_id.is_some();
    let country = match (registered, seat) {
        (Some(country), _) if country != home => country,
        (_, Some(country)) if payer && business && country != home => country,
        _ => return Ok(()),
    };
    let (customer, country) = (customer.to_string(), country.to_owned());
    Err(Refusal::ForeignBuyer { customer, country })
}

/// The state of the first two letters of a VAT id: Greece writes another pair.
fn state(prefix: &str) -> &str {
    if prefix == "EL" { "GR" } else { prefix }
}

/// Construction and assembly work (CZ-CPA 41 to 43) for a payer is taxed by the payer (§ 92e).
fn construction(
    customer: Uuid,
    buyer: &Buyer,
    computed: &Computed,
    facts: &Facts,
) -> Result<(), Refusal> {
    let billed = |it: &&(Uuid, Option<bool>)| computed.done_on.contains_key(&it.0);
    for (activity, construction) in facts.construction.iter().filter(billed) {
        let activity = activity.to_string();
        match (facts.buyer_pays_vat, construction) {
            (Some(true), None) => return Err(Refusal::ConstructionUnsaid { activity }),
            (Some(true), Some(true)) => return Err(Refusal::ReverseCharge { activity }),
            // A payer has a VAT id, but not everybody who has one is a payer; and of a business it
            // may not have been entered.
            (None, None) if buyer.vat_id.is_some() => {
                return Err(Refusal::BuyerUnsaid { customer: customer.to_string() });
            }
            (None, Some(true)) if buyer.vat_id.is_some() || buyer.registration_number.is_some() => {
                return Err(Refusal::BuyerUnsaid { customer: customer.to_string() });
            }
            _ => {}
        }
    }
    Ok(())
}

/// A tax document names the seats of both (§ 29 (1) a, c and (4)).
fn seated(customer: Uuid, buyer: &Buyer, facts: &Facts) -> Result<(), Refusal> {
    let said = |text: &str| !is_blank(text);
    let seat = |address: &Address| said(&address.city) && said(&address.country);
    if !seat(&facts.seller.address) {
        return Err(Refusal::SellerSeatMissing {});
    }
    if !seat(&buyer.address) {
        return Err(Refusal::BuyerSeatMissing { customer: customer.to_string() });
    }
    Ok(())
}

/// What the law leaves to who bills, and somebody may have forgotten to say.
pub(super) fn doubtful(customer: Uuid, computed: &Computed, facts: &Facts) -> Vec<Reason> {
    let mut warnings = Vec::new();
    let home = facts.seller.address.country.as_str();
    if matches!(home, "CZ" | "") && is_blank(&facts.seller.register_entry) {
        warnings.push(Reason::SellerUnregistered {});
    }
    let buyer = facts.buyer.reveal();
    let business = buyer.is_some_and(|buyer| buyer.registration_number.is_some());
    let unsaid =
        |it: &&(Uuid, Option<bool>)| it.1.is_none() && computed.done_on.contains_key(&it.0);
    let open = facts.construction.iter().any(|it| unsaid(&it));
    if computed.payer && business && facts.buyer_pays_vat.is_none() && open {
        warnings.push(Reason::PayerUnsaid { customer: customer.to_string() });
    }
    warnings
}
