//! What an invoice answers.

use super::{
    Basis, Buyer, Command, Content, Event, Issue, LIFECYCLE, Refusal, State, VatStatus,
    compute::compute,
};
use crate::billing::Portion;
use crate::company::{Profile, Retention, TaxPeriod};
use crate::document::Language;
use crate::journal::{Evidence, Personal};
use crate::money::{Currency, Rounding};
use crate::noun::{Given, Step, verbs};
use crate::port::renderer::Format;
use crate::series::Number;
use chrono::{Days, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// The first of the named activities that is not there.
    pub missing: Option<Uuid>,
    /// The customers of the activities.
    pub customers: Vec<Uuid>,
    /// Numbers of the activities.
    pub references: Vec<String>,
    /// What is left to bill.
    pub basis: Vec<Basis>,
    /// To whom.
    pub buyer: Personal<Buyer>,
    /// Whether the customer pays VAT; nothing where nobody said.
    pub buyer_pays_vat: Option<bool>,
    /// The customer's addresses for invoices.
    pub addresses: Vec<Personal<String>>,
    /// Who supplies.
    pub seller: Profile,
    /// Of the price lists.
    pub currency: Currency,
    /// The customer's, or the company's.
    pub language: Language,
    /// Today, local to the company.
    pub today: NaiveDate,
    /// Days from issue to due date.
    pub payment_days: u16,
    /// How long the seller's tax periods are.
    pub tax_period: TaxPeriod,
    /// The next number of this year.
    pub number: Number,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    if !matches!(command, Command::Draft { .. }) {
        allowed(state, command.into())?;
    }
    Ok(vec![match command {
        Command::Draft { language, .. } => draft(*language, facts)?,
        Command::DeleteDraft {} => Event::DraftDeleted { activities: state.activities.clone() },
        Command::Issue { format, send } => issue(state, *format, *send, facts)?,
    }])
}

fn allowed(state: &State, verb: &'static str) -> Result<(), Refusal> {
    if Step::next(LIFECYCLE, state.lifecycle, verb).is_some() {
        return Ok(());
    }
    let allowed = verbs(LIFECYCLE, state.lifecycle);
    Err(Refusal::WrongState { state: state.lifecycle, verb, allowed })
}

fn draft(language: Option<Language>, facts: &Facts) -> Result<Event, Refusal> {
    if let Some(activity) = facts.missing {
        return Err(Refusal::NoActivity { activity: activity.to_string() });
    }
    let customer = match facts.customers.as_slice() {
        [] => return Err(Refusal::NothingToBill {}),
        [customer] => *customer,
        _ => return Err(Refusal::SeveralCustomers {}),
    };
    if facts.basis.is_empty() {
        return Err(Refusal::NothingToBill {});
    }
    known(customer, facts)?;
    let seller_pays_vat = facts.seller.vat_id.is_some();
    let computed = compute(&facts.basis, seller_pays_vat)?;
    let vat = |payer| VatStatus { payer, as_of: computed.tax_point };
    let (seller_vat, buyer_vat) = (vat(Some(seller_pays_vat)), vat(facts.buyer_pays_vat));
    if computed.total.is_zero() {
        return Err(Refusal::NothingToPay {});
    }
    let mut portions: BTreeMap<Uuid, Vec<Portion>> = BTreeMap::new();
    for line in &computed.lines {
        let (payer, quantity, net) = (line.payer, line.quantity, Some(line.net));
        let portion = Portion { line: line.report_line, payer, quantity, net };
        portions.entry(line.activity).or_default().push(portion);
    }
    let content = Content {
        seller: facts.seller.clone(),
        seller_vat,
        buyer: facts.buyer.clone(),
        buyer_vat,
        currency: facts.currency,
        language: language.unwrap_or(facts.language),
        references: facts.references.clone(),
        lines: computed.lines,
        rates: computed.rates,
        net: computed.net,
        tax: computed.tax,
        total: computed.total,
        tax_point: computed.tax_point,
        rounding: Rounding::default(),
    };
    Ok(Event::Drafted { customer, content, portions })
}

fn known(customer: Uuid, facts: &Facts) -> Result<(), Refusal> {
    match facts.buyer.reveal() {
        Some(_) => Ok(()),
        None => Err(Refusal::BuyerForgotten { customer: customer.to_string() }),
    }
}

/// What the customer reads.
#[derive(Serialize)]
struct Read<'a> {
    #[serde(flatten)]
    content: &'a Content,
    number: &'a Number,
    issued_on: NaiveDate,
    due_on: NaiveDate,
}

fn issue(state: &State, format: Format, send: bool, facts: &Facts) -> Result<Event, Refusal> {
    known(state.customer, facts)?;
    // What is issued holds today: the buyer's name and address, and whether each pays VAT.
    if state.content.buyer != facts.buyer
        || state.content.seller != facts.seller
        || state.content.buyer_vat.payer != facts.buyer_pays_vat
    {
        return Err(Refusal::Outdated { customer: state.customer.to_string() });
    }
    // What was supplied must be said (act 235/2004, § 29).
    if state.content.lines.iter().any(|line| line.name.is_blank()) {
        return Err(Refusal::NamesForgotten {});
    }
    let send_to = if send { facts.addresses.clone() } else { Vec::new() };
    if send && send_to.is_empty() {
        return Err(Refusal::NoAddress { customer: state.customer.to_string() });
    }
    let issued_on = facts.today;
    let days = Days::new(u64::from(facts.payment_days));
    let due_on = issued_on.checked_add_days(days).unwrap_or(issued_on);
    let number = facts.number.clone();
    // What is hashed is what the customer reads: content, number and dates.
    let read = Read { content: &state.content, number: &number, issued_on, due_on };
    let evidence = Evidence::new(facts.given.id, &facts.given.salt, &read);
    let retention = Retention::of(&facts.seller, facts.tax_period, state.content.tax_point);
    let issue = Issue { number, issued_on, due_on, retention, evidence, format };
    let (activities, language) = (state.activities.clone(), state.content.language);
    Ok(Event::Issued { issue, activities, language, send_to })
}
