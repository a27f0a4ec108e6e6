//! What was paid of an issued invoice: facts of the bank or the till, beside the paper and never
//! on it. What is paid and what is still owed follow from them and from the total.

use super::{Event, Facts, RecordPayment, Refusal, RemovePayment, State};
use crate::journal::is_blank;
use crate::money::Exact;
use crate::schedule::Instant;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An invoice keeps so many payments at most: its state is read with each command.
pub const MAX_PAYMENTS: usize = 1_000;

/// The digits of a payment before the point: sums of so many of them lose none.
const DIGITS: u32 = 12;

/// One payment of an invoice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Payment {
    /// The id of the payment, by which it is removed.
    pub id: Uuid,
    /// The day on which it was paid, as the bank or the till tells it.
    pub paid_on: NaiveDate,
    /// The amount that was paid, in the invoice's currency; above zero.
    pub amount: Exact,
    /// The bank's or the ERP's reference, by which the payment is found there and counted once;
    /// nothing where none was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The moment at which it was recorded.
    pub recorded_at: Instant,
    /// The id of the person who recorded it.
    pub recorded_by: Uuid,
}

impl State {
    /// Says anew what is paid and owed.
    pub(super) fn reckoned(mut self) -> State {
        let mut amounts = self.payments.iter().map(|payment| payment.amount);
        let paid = amounts.try_fold(Exact::ZERO, Exact::plus).filter(|_| self.issue.is_some());
        self.paid = paid.map(|paid| paid.round(self.content.currency.places()));
        self.outstanding = self.paid.and_then(|paid| self.content.total.minus(paid));
        self
    }
}

/// A payment that was made.
pub(super) fn record(state: &State, said: &RecordPayment, facts: &Facts) -> Result<Event, Refusal> {
    let RecordPayment { paid_on, amount, reference } = said;
    let (paid_on, amount, places) = (*paid_on, *amount, state.content.currency.places());
    if !amount.is_positive() || !amount.fits(DIGITS, places) {
        return Err(Refusal::NoAmount { amount, places });
    }
    if paid_on > facts.today {
        return Err(Refusal::PaidAhead { paid_on });
    }
    if let Some(reference) = reference {
        if is_blank(reference) {
            return Err(Refusal::ReferenceBlank {});
        }
        let same = |known: &&Payment| known.reference.as_ref() == Some(reference);
        if let Some(known) = state.payments.iter().find(same) {
            let (reference, payment) = (reference.clone(), known.id.to_string());
            return Err(Refusal::ReferenceUsed { reference, payment });
        }
    }
    if state.payments.len() >= MAX_PAYMENTS {
        return Err(Refusal::TooManyPayments { most: MAX_PAYMENTS as u64 });
    }
    let (reference, id) = (reference.clone(), facts.given.fresh.id(0));
    let (recorded_at, recorded_by) = (facts.given.now, facts.given.actor);
    let payment = Payment { id, paid_on, amount, reference, recorded_at, recorded_by };
    Ok(Event::PaymentRecorded { payment })
}

/// One that was recorded and is none of this invoice.
pub(super) fn remove(state: &State, said: &RemovePayment) -> Result<Event, Refusal> {
    let RemovePayment { payment, reason } = said;
    let Some(known) = state.payments.iter().find(|known| known.id == *payment) else {
        return Err(Refusal::NoPayment { payment: payment.to_string() });
    };
    if is_blank(reason) {
        return Err(Refusal::ReasonMissing {});
    }
    let Payment { id: payment, amount, paid_on, .. } = *known;
    Ok(Event::PaymentRemoved { payment, amount, paid_on, reason: reason.as_str().into() })
}

#[cfg(test)]
mod tests {
    use super::super::{Command, apply, decide};
    use super::*;
    use crate::company::Retention;
    use crate::error::Error;
    use crate::invoice::{Content, Issued, Status};
    use crate::journal::Evidence;
    use crate::noun::Given;
    use crate::port::ids::Fresh;
    use crate::port::renderer::Format;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn exact(text: &str) -> Exact {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// An issued invoice over so much.
    fn issued(total: &str) -> State {
        let content = Content { total: exact(total), ..Content::default() };
        let issue = Issued {
            number: crate::series::number("invoice", 2026, 1),
            issued_on: day("2026-10-16"),
            due_on: day("2026-10-30"),
            retention: Retention { from: day("2026-10-31"), years: 10 },
            evidence: Evidence::default(),
            format: Format::Pdf,
        };
        State { status: Status::Issued, content, issue: Some(issue), ..State::default() }.reckoned()
    }

    fn told(state: &State, nth: u128, command: impl Into<Command>) -> Result<State, &'static str> {
        let given = Given { fresh: Fresh::new(Uuid::from_u128(nth)), ..Given::default() };
        let facts = Facts { given, today: day("2026-10-20"), ..Facts::default() };
        let events = decide(state, &command.into(), &facts);
        let events = events.map_err(|refusal| Error::from(refusal).code())?;
        Ok(events.iter().fold(state.clone(), apply))
    }

    fn paying(amount: Exact) -> RecordPayment {
        RecordPayment { paid_on: day("2026-10-20"), amount, reference: None }
    }

    #[test]
    fn an_invoice_keeps_so_many_payments() {
        let mut state = issued("605.00");
        for nth in 0..MAX_PAYMENTS as u128 {
            state = told(&state, nth, paying(exact("999999999999.99"))).unwrap();
        }
        assert_eq!(state.paid, Some(exact("999999999999990.00")));
        let one_more = told(&state, u128::MAX, paying(exact("1")));
        assert_eq!(one_more.unwrap_err(), "INVOICE-PAYMENT-05");
        let (payment, reason) = (state.payments[0].id, "Omyl".to_owned());
        let state = told(&state, 0, RemovePayment { payment, reason }).unwrap();
        assert!(told(&state, u128::MAX, paying(exact("1"))).is_ok());
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 100, failure_persistence: None, ..ProptestConfig::default()
        })]

        /// In whatever order payments are recorded and removed, what is paid is the sum of those
        /// that are left, and with what is owed it makes the total.
        #[test]
        fn what_is_paid_and_what_is_owed_make_the_total(
            total in 0_i64..1_000_000,
            acts in vec(proptest::option::weighted(0.75, 1_i64..1_000_000), 0..20),
        ) {
            let hundredths = |amount: i64| Exact::new(rust_decimal::Decimal::new(amount, 2));
            let mut state = issued(&hundredths(total).to_string());
            let content = state.content.clone();
            let mut left: Vec<i64> = Vec::new();
            for (nth, act) in acts.into_iter().enumerate() {
                if let Some(amount) = act {
                    state = told(&state, nth as u128, paying(hundredths(amount))).unwrap();
                    left.push(amount);
                } else if !left.is_empty() {
                    let at = nth % left.len();
                    let (payment, reason) = (state.payments[at].id, "Omyl".to_owned());
                    state = told(&state, nth as u128, RemovePayment { payment, reason }).unwrap();
                    left.remove(at);
                }
            }
            let paid: i64 = left.iter().sum();
            prop_assert_eq!(state.paid, Some(hundredths(paid)));
            prop_assert_eq!(state.outstanding, Some(hundredths(total - paid)));
            prop_assert_eq!(state.content, content);
        }
    }
}
