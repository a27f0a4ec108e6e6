//! Everything that happened around a customer, a piece of equipment or an activity, in order.

use crate::access::Reach;
use crate::engine::answer::{Asking, within_page};
use crate::engine::changes::{Change, readable};
use crate::engine::nouns::NAMES;
use crate::engine::{own, telling};
use crate::error::{Door, Error};
use crate::language::Language;
use crate::port::store::TimelinePage;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Which timeline is asked for, and from where?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimelineQuery {
    /// The id of a customer, a piece of equipment or an activity. Invoices and messages belong to
    /// customer and activity; a mail to what it is filed under. A technician may ask for his
    /// activities.
    pub context: Uuid,
    /// Where the page begins: the `next` of the page before; 0, also where it is missing, is the
    /// beginning.
    #[serde(default)]
    pub after: u64,
    /// Whether the newest events come first; `false` where it is missing.
    #[serde(default)]
    pub descending: bool,
    /// Events of records of these nouns alone, `["visit", "job_sheet"]`; of all where the list is
    /// empty. A name that is no noun's is refused (`REQUEST-READ-01`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nouns: Vec<String>,
    /// How many events a page has at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100 where it
    /// is missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
    /// The language in which each event is told as a sentence, in `text`; none is where it is
    /// missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// The whole timeline of a record, from its beginning, a hundred events a page.
impl TimelineQuery {
    /// That of a customer, a piece of equipment or an activity.
    ///
    /// ```
    /// # use callout_core::engine::TimelineQuery;
    /// # use uuid::Uuid;
    /// # fn ask(equipment: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let whole = TimelineQuery::of(equipment);
    /// let newest = TimelineQuery { descending: true, limit: 20, ..whole };
    /// # Ok(()) }
    /// ```
    pub fn of(context: Uuid) -> TimelineQuery {
        let (after, descending, nouns, limit) = (0, false, Vec::new(), crate::noun::page_limit());
        TimelineQuery { context, after, descending, nouns, limit, language: None }
    }
}

/// A page of a timeline. Events of what the role may not read are left out: of whole nouns, and
/// of what is somebody else's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Timeline {
    /// The events, in the order of commits, or from the newest where that was asked for.
    pub events: Vec<Change>,
    /// What the question for the next page gives in `after`; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

impl Asking<'_> {
    pub(in crate::engine) fn timeline(&mut self, ask: &TimelineQuery) -> Result<Timeline, Error> {
        within_page(ask.limit)?;
        if self.reach("timeline.read")? == Reach::Own {
            self.own_activity(ask.context, "timeline.read")?;
        }
        if let Some(other) = ask.nouns.iter().find(|noun| !NAMES.contains(&noun.as_str())) {
            let reason = format!("there is no noun {other}; known: {}", NAMES.join(", "));
            return Err(Door::Unreadable { path: "query.timeline.nouns".into(), reason }.into());
        }
        // Each once, however often it is said: a store asks for as many as there are.
        let nouns: BTreeSet<&String> = ask.nouns.iter().collect();
        let nouns: Vec<String> = nouns.into_iter().cloned().collect();
        let found = self.tx.timeline(&TimelinePage {
            company: self.question.company,
            context: ask.context,
            after: ask.after,
            descending: ask.descending,
            nouns: &nouns,
            limit: ask.limit + 1,
        })?;
        let more = found.len() > ask.limit as usize;
        let page = &found[..found.len().min(ask.limit as usize)];
        let next = page.last().filter(|_| more).map(|last| last.sequence);
        let (company, actor) = (self.question.company, &self.question.actor);
        let (mut known, mut events) = (BTreeMap::new(), Vec::new());
        for event in page {
            let of = (event.noun.as_str(), event.stream);
            let sees = match known.get(&of) {
                Some(sees) => *sees,
                None => own::sees(self.tx, (company, &self.company), actor, of.0, of.1)?,
            };
            known.insert(of, sees);
            if sees {
                let prices = self.sees_prices(&event.noun);
                events.push(readable(self.tx, event, prices)?);
            }
        }
        if let Some(language) = ask.language {
            telling::tell(&mut self.reader(), language, &mut events)?;
        }
        Ok(Timeline { events, next })
    }

    pub(in crate::engine) fn own_activity(&mut self, id: Uuid, verb: &str) -> Result<(), Error> {
        let actor = &self.question.actor;
        if own::is_on(self.tx, self.question.company, id, actor.id)? {
            return Ok(());
        }
        Err(Door::NotOwn { role: actor.role.clone(), verb: verb.to_owned() }.into())
    }
}
