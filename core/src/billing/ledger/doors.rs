//! What may be asked of a ledger, and what it answers.

use super::{Account, Refusal, State, Taken};
use crate::coverage::Payer;
use crate::journal::is_blank;
use crate::money::Exact;
use crate::noun::Given;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// So much of a line, for one payer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Portion {
    /// The id of the reported line.
    pub line: Uuid,
    /// The payer of whose account it is: the customer, or the warranty.
    pub payer: Payer,
    /// The quantity, in the unit of the line: above zero, at most 12 digits before and after the
    /// point (`LEDGER-RESERVE-03`, `-05`).
    pub quantity: Exact,
    /// Net amount (BT-131), in the currency of the invoice. An invoice's draft says it, so what is
    /// reserved, consumed or freed bears it; it is missing at a release and at a hand-over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net: Option<Exact>,
}

/// So much of a line as a host takes over.
///
/// ```
/// use callout_core::ledger::Wanted;
/// # let line = uuid::Uuid::from_u128(1);
/// let part = Wanted { line, payer: None, quantity: "1.5".parse()? };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// The id of the reported line.
    pub line: Uuid,
    /// The payer of whose account it is; where it is missing, the line's only payer
    /// (`LEDGER-HAND-03` where several pay).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<Payer>,
    /// The quantity, in the unit of the line: above zero, and at most what is left
    /// (`LEDGER-RESERVE-02`).
    pub quantity: Exact,
}

crate::noun::commands! {
    /// What may be asked of a ledger; the target is the activity's id.
    Command

    /// Open the accounts of released lines: so much of each may be billed to its payer.
    joins(inside) OpenAccounts {
        /// What was released; no line twice for one payer (`LEDGER-RESERVE-04`).
        portions: Vec<Portion>,
    }

    /// Close the accounts of a line whose release is taken back: nothing of it is reserved, billed
    /// or handed over (`LEDGER-RESERVE-08`).
    adds(inside) CloseAccounts {
        /// The id of the reported line; `LEDGER-RESERVE-01` where it is not released.
        line: Uuid,
    }

    /// Reserve for a draft of an invoice what it bills.
    adds(inside) Reserve {
        /// The id of the draft; it reserves a line once (`LEDGER-RESERVE-07`).
        invoice: Uuid,
        /// What the draft bills, quantity and amount: released (`LEDGER-RESERVE-01`) and still free
        /// (`-02`).
        portions: Vec<Portion>,
    }

    /// Consume for an issued invoice what its draft reserved, quantity and amount.
    adds(inside) Consume {
        /// The id of the invoice; `LEDGER-RESERVE-06` where it has reserved nothing.
        invoice: Uuid,
    }

    /// Free what a deleted draft reserved.
    adds(inside) Free {
        /// The id of the draft; `LEDGER-RESERVE-06` where it has reserved nothing.
        invoice: Uuid,
    }

    /// The host bills it in its own system (S51): never both.
    ///
    /// ```
    /// # use callout_core::{engine::Session, ledger};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// // All of the activity that is still free.
    /// let hand = ledger::HandOver { portions: None, reference: "SAP 4711".into() };
    /// office.add(job, hand)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.released().0).unwrap();
    /// ```
    adds HandOver {
        /// What the host takes over; all that is free where it is missing. `LEDGER-HAND-01` where
        /// nothing is free, `LEDGER-HAND-05` for an empty list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        portions: Option<Vec<Wanted>>,
        /// The host's own reference, to a document or a batch: not empty (`LEDGER-HAND-02`), and
        /// another one for each hand-over of the ledger (`LEDGER-HAND-04`).
        reference: String,
    }
}

/// What happened to a ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The account of a released line and its payer was opened: so much may be billed to the payer.
    AccountOpened {
        /// The line, its payer and the quantity that was released.
        portion: Portion,
    },
    /// The account of a line was closed: the line is not released any more.
    AccountClosed {
        /// The line, its payer and the quantity that had been released.
        portion: Portion,
    },
    /// The draft of an invoice reserved what it bills.
    Reserved {
        /// The id of the draft that reserved it.
        invoice: Uuid,
        /// What the draft bills: of each line the payer, the quantity and the amount.
        portions: Vec<Portion>,
    },
    /// An issued invoice consumed what its draft had reserved, quantity and amount.
    Consumed {
        /// The id of the invoice that was issued.
        invoice: Uuid,
        /// What was consumed: of each line the payer, the quantity and the amount.
        portions: Vec<Portion>,
    },
    /// What a deleted draft had reserved was freed.
    Freed {
        /// The id of the draft that was deleted.
        invoice: Uuid,
        /// What was freed: of each line the payer, the quantity and the amount.
        portions: Vec<Portion>,
    },
    /// The host took over a part, to bill it in its own system (S51).
    HandedOver {
        /// What the host took over: of each line the payer and the quantity, without an amount.
        portions: Vec<Portion>,
        /// The host's own reference, to a document or a batch; each hand-over of the ledger has
        /// another.
        reference: String,
    },
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, _: &Facts) -> Result<Vec<Event>, Refusal> {
    Ok(vec![match command {
        Command::OpenAccounts(OpenAccounts { portions }) => return open_accounts(state, portions),
        Command::CloseAccounts(CloseAccounts { line }) => return close_accounts(state, *line),
        Command::Reserve(Reserve { invoice, portions }) => {
            for portion in available(state, portions)? {
                let account = state.account(portion.line, portion.payer);
                if account.is_some_and(|account| account.reserved.contains_key(invoice)) {
                    let (line, invoice) = (portion.line.to_string(), invoice.to_string());
                    return Err(Refusal::ReservedBefore { line, invoice });
                }
            }
            Event::Reserved { invoice: *invoice, portions: portions.clone() }
        }
        Command::Consume(Consume { invoice }) => {
            Event::Consumed { invoice: *invoice, portions: reserved(state, *invoice)? }
        }
        Command::Free(Free { invoice }) => {
            Event::Freed { invoice: *invoice, portions: reserved(state, *invoice)? }
        }
        Command::HandOver(HandOver { portions, reference }) => {
            let used = |account: &Account| account.handed_over.contains_key(reference);
            if is_blank(reference) {
                return Err(Refusal::ReferenceMissing {});
            }
            if state.each().any(|(.., account)| used(account)) {
                return Err(Refusal::ReferenceUsed { reference: reference.clone() });
            }
            let portions = match portions.as_deref() {
                None => all_free(state),
                Some([]) => return Err(Refusal::NothingNamed {}),
                Some(some) => {
                    some.iter().map(|part| wanted(state, part)).collect::<Result<_, _>>()?
                }
            };
            if portions.is_empty() {
                return Err(Refusal::NothingFree {});
            }
            available(state, &portions)?;
            Event::HandedOver { portions, reference: reference.clone() }
        }
    }])
}

/// What an invoice's draft has reserved, quantity and amount.
fn reserved(state: &State, invoice: Uuid) -> Result<Vec<Portion>, Refusal> {
    let portions = state.each().filter_map(|(line, payer, account)| {
        let Taken { quantity, net } = *account.reserved.get(&invoice)?;
        Some(Portion { line, payer, quantity, net })
    });
    let portions: Vec<Portion> = portions.collect();
    if portions.is_empty() {
        return Err(Refusal::NothingReserved { invoice: invoice.to_string() });
    }
    Ok(portions)
}

fn all_free(state: &State) -> Vec<Portion> {
    let free = state.each().filter_map(|(line, payer, account)| {
        let quantity = account.free().filter(|free| free.is_positive())?;
        Some(Portion { line, payer, quantity, net: None })
    });
    free.collect()
}

/// With the payer, where the line has only one.
fn wanted(state: &State, part: &Wanted) -> Result<Portion, Refusal> {
    let Wanted { line, quantity, .. } = *part;
    let payers = state.accounts.get(&line).into_iter().flat_map(|accounts| accounts.keys());
    let payer = match (part.payer, payers.copied().collect::<Vec<_>>().as_slice()) {
        (Some(payer), _) => payer,
        (None, []) => return Err(Refusal::NotReleased { line: line.to_string() }),
        (None, [payer]) => *payer,
        (None, several) => {
            let (line, payers) = (line.to_string(), several.to_vec());
            return Err(Refusal::WhosePart { line, payers });
        }
    };
    Ok(Portion { line, payer, quantity, net: None })
}

fn sound(portion: &Portion) -> Result<(), Refusal> {
    let line = portion.line.to_string();
    if !portion.quantity.is_positive() {
        return Err(Refusal::NotPositive { line });
    }
    if !portion.quantity.fits(12, 12) {
        return Err(Refusal::OutOfRange { line, quantity: portion.quantity });
    }
    Ok(())
}

/// R5, before anything is written.
fn available<'p>(state: &State, portions: &'p [Portion]) -> Result<&'p [Portion], Refusal> {
    for (n, portion) in portions.iter().enumerate() {
        let Portion { line, payer, quantity, .. } = *portion;
        let name = line.to_string();
        if portions[..n].iter().any(|before| before.line == line && before.payer == payer) {
            return Err(Refusal::Twice { line: name });
        }
        sound(portion)?;
        let Some(account) = state.account(line, payer) else {
            return Err(Refusal::NotReleased { line: name });
        };
        let free = account.free().unwrap_or(Exact::ZERO);
        if quantity > free {
            return Err(Refusal::Overdrawn { line: name, wanted: quantity, free });
        }
    }
    Ok(portions)
}

fn open_accounts(state: &State, portions: &[Portion]) -> Result<Vec<Event>, Refusal> {
    let mut opened = BTreeSet::new();
    let mut events = Vec::new();
    for portion in portions {
        let is_new = opened.insert((portion.line, portion.payer));
        if !is_new || state.account(portion.line, portion.payer).is_some() {
            return Err(Refusal::Twice { line: portion.line.to_string() });
        }
        sound(portion)?;
        events.push(Event::AccountOpened { portion: *portion });
    }
    Ok(events)
}

fn close_accounts(state: &State, line: Uuid) -> Result<Vec<Event>, Refusal> {
    let Some(accounts) = state.accounts.get(&line) else {
        return Err(Refusal::NotReleased { line: line.to_string() });
    };
    if accounts.values().any(|account| account.free() != Some(account.approved)) {
        return Err(Refusal::Taken { line: line.to_string() });
    }
    let closed = accounts.iter().map(|(payer, account)| Event::AccountClosed {
        portion: Portion { line, payer: *payer, quantity: account.approved, net: None },
    });
    Ok(closed.collect())
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    let portions = match event {
        Event::AccountClosed { portion } => {
            state.accounts.remove(&portion.line);
            return state;
        }
        Event::AccountOpened { portion } => std::slice::from_ref(portion),
        Event::Reserved { portions, .. }
        | Event::Consumed { portions, .. }
        | Event::Freed { portions, .. }
        | Event::HandedOver { portions, .. } => portions,
    };
    for portion in portions {
        let Portion { line, payer, quantity, net } = *portion;
        let account = state.accounts.entry(line).or_default().entry(payer).or_default();
        match event {
            Event::AccountOpened { .. } | Event::AccountClosed { .. } => {
                account.approved = quantity;
            }
            Event::Reserved { invoice, .. } => {
                account.reserved.insert(*invoice, Taken { quantity, net });
            }
            Event::Consumed { invoice, .. } => {
                account.reserved.remove(invoice);
                account.billed.insert(*invoice, Taken { quantity, net });
            }
            Event::Freed { invoice, .. } => {
                account.reserved.remove(invoice);
            }
            Event::HandedOver { reference, .. } => {
                account.handed_over.insert(reference.clone(), quantity);
            }
        }
    }
    state
}
