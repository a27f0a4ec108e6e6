//! What the law of a supply asks for and is not built is refused before a number is taken.

use super::{Buyer, Facts, Refusal};
use crate::customer::Address;
use uuid::Uuid;

/// Whose law, whose tax, and who is named.
pub(super) fn lawful(customer: Uuid, payer: bool, facts: &Facts) -> Result<(), Refusal> {
    let Some(buyer) = facts.buyer.reveal() else {
        return Err(Refusal::BuyerForgotten { customer: customer.to_string() });
    };
    let home = facts.seller.address.country.as_str();
    if payer && home != "CZ" {
        return Err(Refusal::ForeignSeller { country: home.to_owned() });
    }
    abroad(customer, buyer, home, payer)?;
    if payer {
        if let Some((activity, country)) = &facts.abroad {
            let (activity, country) = (activity.to_string(), country.clone());
            return Err(Refusal::WorkAbroad { activity, country });
        }
        construction(customer, buyer, facts)?;
        seated(customer, buyer, facts)?;
    }
    Ok(())
}

/// A business elsewhere is taxed elsewhere (act 235/2004, § 9 (1)); a private person is not.
fn abroad(customer: Uuid, buyer: &Buyer, home: &str, payer: bool) -> Result<(), Refusal> {
    let registered = buyer.vat_id.as_deref().and_then(|id| id.get(..2)).map(state);
    let seat = Some(buyer.address.country.as_str()).filter(|country| !country.is_empty());
    let business = buyer.company_id.is_some() || buyer.vat_id.is_some();
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
fn construction(customer: Uuid, buyer: &Buyer, facts: &Facts) -> Result<(), Refusal> {
    for (activity, construction) in &facts.construction {
        let activity = activity.to_string();
        match (facts.buyer_pays_vat, construction) {
            (Some(true), None) => return Err(Refusal::ConstructionUnsaid { activity }),
            (Some(true), Some(true)) => return Err(Refusal::ReverseCharge { activity }),
            // A payer has a VAT id, but not everybody who has one is a payer.
            (None, None | Some(true)) if buyer.vat_id.is_some() => {
                return Err(Refusal::BuyerUnsaid { customer: customer.to_string() });
            }
            _ => {}
        }
    }
    Ok(())
}

/// A tax document names the seats of both (§ 29 (1) a, c and (4)).
fn seated(customer: Uuid, buyer: &Buyer, facts: &Facts) -> Result<(), Refusal> {
    let said = |text: &str| !text.trim().is_empty();
    let seat = |address: &Address| said(&address.city) && said(&address.country);
    if !seat(&facts.seller.address) {
        return Err(Refusal::SellerSeatMissing {});
    }
    if !seat(&buyer.address) {
        return Err(Refusal::BuyerSeatMissing { customer: customer.to_string() });
    }
    Ok(())
}
