//! What may be asked of a ledger, and what it answers.

use super::{Account, State};
use crate::money::Exact;
use crate::noun::Given;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// So much of a line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Portion {
    /// Which line.
    pub line: Uuid,
    /// How much of it.
    pub quantity: Exact,
}

/// What may be asked of a ledger; the target is the activity's id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// A line was released: so much of it may be billed.
    OpenAccount {
        /// Which, and how much.
        portion: Portion,
    },
    /// A draft reserves.
    Claim {
        /// Which draft.
        invoice: Uuid,
        /// What.
        portions: Vec<Portion>,
    },
    /// An issued invoice consumes what its draft reserved.
    Consume {
        /// Which invoice.
        invoice: Uuid,
    },
    /// A deleted draft frees what it reserved.
    Free {
        /// Which draft.
        invoice: Uuid,
    },
    /// The host bills it in its own system (S51): never both.
    HandOver {
        /// What; all that is free where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        portions: Vec<Portion>,
        /// The host's own reference: a document, a batch.
        reference: String,
    },
}

/// What happened to a ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    AccountOpened { portion: Portion },
    Claimed { invoice: Uuid, portions: Vec<Portion> },
    Consumed { invoice: Uuid },
    Freed { invoice: Uuid },
    HandedOver { portions: Vec<Portion>, reference: String },
}

crate::codes! {
    /// Why a ledger says no.
    pub enum Refusal {
        /// A line that was never released.
        NotReleased { line: String } => Refused "LEDGER-CLAIM-01"
            en "The line {line} is not released to invoicing. Approve and release it first."
            cs "Řádek {line} není předán k fakturaci. Nejprve jej schvalte a předejte.",
        /// More than there is (R5).
        Overdrawn { line: String, wanted: Exact, free: Exact } => Refused "LEDGER-CLAIM-02"
            en "Of the line {line} {free} is left to bill, {wanted} was asked for. Bill the rest only."
            cs "Z řádku {line} zbývá fakturovat {free}, požadováno {wanted}. Fakturujte jen zbytek.",
        /// Nothing or less.
        NotPositive { line: String } => Invalid "LEDGER-CLAIM-03"
            en "The quantity of the line {line} must be above zero."
            cs "Množství řádku {line} musí být větší než nula.",
        /// More digits than a quantity has: what is left could not be told exactly.
        OutOfRange { line: String, quantity: Exact } => Invalid "LEDGER-CLAIM-05"
            en "The quantity {quantity} of the line {line} has more than 12 digits before or after the point."
            cs "Množství {quantity} řádku {line} má více než 12 číslic před nebo za desetinnou čárkou.",
        /// Nothing left.
        NothingFree {} => Refused "LEDGER-HAND-01"
            en "Nothing is left to hand over."
            cs "K předání nic nezbývá.",
        /// No reference, or one that was used.
        BadReference { reference: String } => Invalid "LEDGER-HAND-02"
            en "The reference {reference} is empty or was used before. Give each hand-over its own."
            cs "Reference {reference} je prázdná nebo již použitá. Každému předání dejte vlastní.",
        /// A line twice in one claim, or released twice.
        Twice { line: String } => Invalid "LEDGER-CLAIM-04"
            en "The line {line} is there twice. Put its portions together."
            cs "Řádek {line} je uveden dvakrát. Sečtěte jeho části.",
    }
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Now, who, which.
    pub given: Given,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, _: &Facts) -> Result<Vec<Event>, Refusal> {
    Ok(vec![match command {
        Command::OpenAccount { portion } => {
            let line = portion.line.to_string();
            if state.accounts.contains_key(&portion.line) {
                return Err(Refusal::Twice { line });
            }
            if !portion.quantity.is_positive() {
                return Err(Refusal::NotPositive { line });
            }
            if !portion.quantity.fits(12, 12) {
                return Err(Refusal::OutOfRange { line, quantity: portion.quantity });
            }
            Event::AccountOpened { portion: *portion }
        }
        Command::Claim { invoice, portions } => {
            available(state, portions)?;
            Event::Claimed { invoice: *invoice, portions: portions.clone() }
        }
        Command::Consume { invoice } => Event::Consumed { invoice: *invoice },
        Command::Free { invoice } => Event::Freed { invoice: *invoice },
        Command::HandOver { portions, reference } => {
            let used = |account: &Account| account.handed_over.contains_key(reference);
            if reference.trim().is_empty() || state.accounts.values().any(used) {
                return Err(Refusal::BadReference { reference: reference.clone() });
            }
            let portions = if portions.is_empty() { all_free(state) } else { portions.clone() };
            if portions.is_empty() {
                return Err(Refusal::NothingFree {});
            }
            available(state, &portions)?;
            Event::HandedOver { portions, reference: reference.clone() }
        }
    }])
}

fn all_free(state: &State) -> Vec<Portion> {
    let free = state.accounts.iter().filter_map(|(line, account)| {
        let quantity = account.free().filter(|free| free.is_positive())?;
        Some(Portion { line: *line, quantity })
    });
    free.collect()
}

/// R5, before anything is written.
fn available(state: &State, portions: &[Portion]) -> Result<(), Refusal> {
    for (n, Portion { line, quantity }) in portions.iter().enumerate() {
        let name = line.to_string();
        if portions[..n].iter().any(|before| before.line == *line) {
            return Err(Refusal::Twice { line: name });
        }
        if !quantity.is_positive() {
            return Err(Refusal::NotPositive { line: name });
        }
        if !quantity.fits(12, 12) {
            return Err(Refusal::OutOfRange { line: name, quantity: *quantity });
        }
        let Some(account) = state.accounts.get(line) else {
            return Err(Refusal::NotReleased { line: name });
        };
        let free = account.free().unwrap_or(Exact::ZERO);
        if *quantity > free {
            return Err(Refusal::Overdrawn { line: name, wanted: *quantity, free });
        }
    }
    Ok(())
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::AccountOpened { portion } => {
            let account = Account { approved: portion.quantity, ..Account::default() };
            state.accounts.insert(portion.line, account);
        }
        Event::Claimed { invoice, portions } => {
            for Portion { line, quantity } in portions {
                state.accounts.entry(line).or_default().claimed.insert(invoice, quantity);
            }
        }
        Event::Consumed { invoice } => {
            for account in state.accounts.values_mut() {
                if let Some(quantity) = account.claimed.remove(&invoice) {
                    account.billed.insert(invoice, quantity);
                }
            }
        }
        Event::Freed { invoice } => {
            for account in state.accounts.values_mut() {
                account.claimed.remove(&invoice);
            }
        }
        Event::HandedOver { portions, reference } => {
            for Portion { line, quantity } in portions {
                let account = state.accounts.entry(line).or_default();
                account.handed_over.insert(reference.clone(), quantity);
            }
        }
    }
    state
}
