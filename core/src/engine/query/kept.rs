//! What the law keeps of persons who were forgotten (R13). No state holds it: it grows with all
//! papers of all the forgotten, and every command reads the company's state.

use crate::access::Reach;
use crate::company::{self, Company, Event, Kept};
use crate::engine::answer::{Asking, within_page};
use crate::engine::desk::Desk;
use crate::engine::erasing::without_words;
use crate::engine::facts::terms;
use crate::engine::ports::Tried;
use crate::engine::replay;
use crate::error::Error;
use crate::noun::{Given, Noun};
use crate::port::store::{Stream, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What does the law keep of persons who were forgotten, and until when?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeptQuery {
    /// What is kept of the person with this id; of everybody where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Uuid>,
    /// The last one of the page before; the first page where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Kept>,
    /// How many come at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100 where it is missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
}

/// The first page of all, as a question that says nothing asks for it.
impl Default for KeptQuery {
    fn default() -> Self {
        KeptQuery { person: None, after: None, limit: crate::noun::page_limit() }
    }
}

/// A page of what the law keeps of persons who were forgotten. What is past its term stands in it
/// until `company.erase_expired` has deleted it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptPage {
    /// What is kept: the first of it whose term ends comes first.
    pub kept: Vec<Kept>,
    /// Whether there is more: ask again after the last one.
    pub more: bool,
}

impl Asking<'_> {
    pub(in crate::engine) fn kept(&mut self, ask: &KeptQuery) -> Result<KeptPage, Error> {
        self.reach("kept.read")?;
        within_page(ask.limit)?;
        let order = |kept: &Kept| (kept.until, kept.clone());
        let tenant = self.question.company;
        let mut all = kept(self.tx, tenant)?;
        // The terms of today: what is kept longer or shorter than was said then.
        let mut desk = Desk {
            tried: Tried::default(),
            tx: &mut *self.tx,
            tenant,
            company: &self.company,
            given: Given::default(),
            reach: Reach::All,
            role: &self.question.actor.role,
        };
        let terms = terms(&mut desk, &all)?;
        for (kept, term) in all.iter_mut().zip(terms) {
            // What nobody needs any more goes with the next `company.erase_expired`.
            kept.until = term.unwrap_or(kept.until);
        }
        all.retain(|kept| {
            let of = ask.person.is_none_or(|person| kept.person == person);
            of && ask.after.as_ref().is_none_or(|after| order(kept) > order(after))
        });
        all.sort_by_key(order);
        let more = all.len() > ask.limit as usize;
        all.truncate(ask.limit as usize);
        Ok(KeptPage { kept: all, more })
    }
}

/// What is kept, from the events of a company.
pub(in crate::engine) fn kept(tx: &mut dyn Tx, company: Uuid) -> Result<Vec<Kept>, Error> {
    const PAGE: u32 = 100;
    let stream = Stream { company, noun: Company::NAME, id: company };
    let (mut all, mut version) = (Vec::new(), 0);
    loop {
        let events = tx.stream(&stream, version, PAGE)?;
        for event in &events {
            version = event.version;
            // What a company was is not read for that; what forgets is of a form that is known.
            if !["persons_erased", "retention_ended"].contains(&&*event.kind) {
                continue;
            }
            let forgotten: Event =
                without_words(&event.body).map_err(|reason| replay::broken(&stream, &reason))?;
            all = company::kept(all, &forgotten);
        }
        if events.len() < PAGE as usize {
            return Ok(all);
        }
    }
}
