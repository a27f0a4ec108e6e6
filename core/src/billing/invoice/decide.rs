//! What an invoice answers.

use super::guard::{doubtful, lawful};
use super::{
    Basis, Buyer, Command, Computed, Content, Draft, Event, Issue, Issued, LIFECYCLE, Line,
    Refusal, State, Supply, VatStatus, compute::compute, payment,
};
use crate::company::{Profile, Retention, Settings};
use crate::journal::{Evidence, Personal};
use crate::language::Language;
use crate::ledger::Portion;
use crate::money::Rounding;
use crate::noun::Number;
use crate::noun::{Given, Step, verbs};
use crate::port::renderer::Format;
use chrono::{Days, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// An invoice bills so many activities at most: each has a ledger that is written with it.
pub const MAX_ACTIVITIES: usize = 500;

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
    /// The number of each activity, in the order in which they were named.
    pub numbers: Vec<(Uuid, String)>,
    /// Whether the work on each activity that is billed is construction or assembly work; nothing
    /// where nobody said.
    pub construction: Vec<(Uuid, Option<bool>)>,
    /// The activities whose work was done in another country than the seller's, and where.
    pub abroad: Vec<(Uuid, String)>,
    /// What is left to bill; at issue what the draft bills, as it would be today.
    pub basis: Vec<Basis>,
    /// The day on which each activity was done: the last of all its released lines, also of those
    /// that were billed before or are left out now.
    pub done_on: BTreeMap<Uuid, NaiveDate>,
    /// To whom the invoice is made out, as it stands today.
    pub buyer: Personal<Buyer>,
    /// Whether the customer pays VAT; nothing where nobody said.
    pub buyer_pays_vat: Option<bool>,
    /// The customer's addresses for invoices.
    pub addresses: Vec<Personal<String>>,
    /// The company that supplies, as it is on documents today.
    pub seller: Profile,
    /// What the seller has decided: currency, terms, since when it pays VAT.
    pub settings: Settings,
    /// The customer's, or the company's.
    pub language: Language,
    /// Today, local to the company.
    pub today: NaiveDate,
    /// The next number of this year.
    pub number: Number,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    if !matches!(command, Command::Draft(_)) {
        allowed(state, command.into())?;
    }
    Ok(vec![match command {
        Command::Draft(Draft { activities, .. }) if activities.len() > MAX_ACTIVITIES => {
            let (activities, most) = (activities.len() as u64, MAX_ACTIVITIES as u64);
            return Err(Refusal::TooMany { activities, most });
        }
        Command::Draft(Draft { language, .. }) => draft(*language, facts)?,
        Command::DeleteDraft(_) => Event::DraftDeleted { activities: state.activities.clone() },
        Command::Issue(Issue { format, send }) => issue(state, *format, *send, facts)?,
        Command::RecordPayment(said) => payment::record(state, said, facts)?,
        Command::RemovePayment(said) => payment::remove(state, said)?,
    }])
}

fn allowed(state: &State, verb: &'static str) -> Result<(), Refusal> {
    if Step::next(LIFECYCLE, state.status, verb).is_some() {
        return Ok(());
    }
    let allowed = verbs(LIFECYCLE, state.status);
    Err(Refusal::WrongStatus { status: state.status, verb, allowed })
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
    let computed = compute(&facts.basis, &facts.done_on, &facts.settings.vat_since)?;
    lawful(customer, &computed, facts)?;
    if computed.total.is_zero() {
        return Err(Refusal::NothingToPay {});
    }
    let warnings = doubtful(customer, &computed, facts);
    let left_out = computed.left_out.clone();
    let content = content(computed, language.unwrap_or(facts.language), facts);
    let mut portions: BTreeMap<Uuid, Vec<Portion>> = BTreeMap::new();
    for line in &content.lines {
        let (payer, quantity, net) = (line.payer, line.quantity, Some(line.net));
        let portion = Portion { line: line.report_line, payer, quantity, net };
        portions.entry(line.activity).or_default().push(portion);
    }
    Ok(Event::Drafted { customer, content, portions, left_out, warnings })
}

/// What an invoice says today.
fn content(computed: Computed, language: Language, facts: &Facts) -> Content {
    let vat = |payer| VatStatus { payer, as_of: computed.tax_point };
    let (seller_vat, buyer_vat) = (vat(Some(computed.payer)), vat(facts.buyer_pays_vat));
    let supply = |(activity, number): &(Uuid, String)| {
        let done_on = *computed.done_on.get(activity)?;
        let rates = computed.by_supply.get(activity).cloned().unwrap_or_default();
        Some(Supply { activity: *activity, number: number.clone(), done_on, rates })
    };
    Content {
        seller: facts.seller.clone(),
        seller_vat,
        buyer: facts.buyer.clone(),
        buyer_vat,
        currency: facts.settings.currency,
        language,
        supplies: facts.numbers.iter().filter_map(supply).collect(),
        lines: computed.lines,
        rates: computed.rates,
        net: computed.net,
        tax: computed.tax,
        total: computed.total,
        tax_point: computed.tax_point,
        rounding: Rounding::default(),
    }
}

/// What a draft says otherwise than an invoice of today would, by the names of its fields. What
/// its lines are called is the report's, and their reasons name lists that may be called anew.
fn changed(draft: &Content, today: &Content) -> Vec<String> {
    let mut changed = Vec::new();
    let mut unless = |same: bool, field: String| {
        if !same {
            changed.push(field);
        }
    };
    unless(draft.buyer == today.buyer, "buyer".to_owned());
    unless(draft.buyer_vat.payer == today.buyer_vat.payer, "buyer_vat".to_owned());
    unless(draft.seller == today.seller, "seller".to_owned());
    unless(draft.seller_vat.payer == today.seller_vat.payer, "seller_vat".to_owned());
    unless(draft.currency == today.currency, "currency".to_owned());
    unless(draft.tax_point == today.tax_point, "tax_point".to_owned());
    let days = |content: &Content| -> Vec<_> {
        content.supplies.iter().map(|it| (it.activity, it.number.clone(), it.done_on)).collect()
    };
    unless(days(draft) == days(today), "supplies".to_owned());
    unless(draft.lines.len() == today.lines.len(), "lines".to_owned());
    for (n, was) in draft.lines.iter().enumerate() {
        let of = |line: &&Line| {
            (line.activity, line.report_line, line.payer)
                == (was.activity, was.report_line, was.payer)
        };
        let Some(is) = today.lines.iter().find(of) else { continue };
        unless(was.unit_price == is.unit_price, format!("lines[{n}].unit_price"));
        unless(was.worked_on == is.worked_on, format!("lines[{n}].worked_on"));
        unless((was.vat, was.percent) == (is.vat, is.percent), format!("lines[{n}].vat"));
    }
    changed
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
    if facts.buyer.is_erased() {
        return Err(Refusal::BuyerForgotten { customer: state.customer.to_string() });
    }
    // What is issued holds today: parties, prices, days, and whether each pays VAT.
    let computed = compute(&facts.basis, &facts.done_on, &facts.settings.vat_since)?;
    lawful(state.customer, &computed, facts)?;
    let changed = changed(&state.content, &content(computed, state.content.language, facts));
    if !changed.is_empty() {
        return Err(Refusal::Outdated { customer: state.customer.to_string(), changed });
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
    let days = Days::new(u64::from(facts.settings.payment_days));
    let due_on = issued_on.checked_add_days(days).unwrap_or(issued_on);
    let number = facts.number.clone();
    // What is hashed is what the customer reads: content, number and dates.
    let read = Read { content: &state.content, number: &number, issued_on, due_on };
    let evidence = Evidence::new(facts.given.id, &facts.given.salt, &read);
    let retention = Retention::of(&facts.seller, &facts.settings, state.content.tax_point);
    let issue = Issued { number, issued_on, due_on, retention, evidence, format };
    let (activities, language) = (state.activities.clone(), state.content.language);
    Ok(Event::Issued { issue, activities, language, send_to })
}
