//! Everything that happened around a customer, a piece of equipment or an activity, in order.

use super::answer::{Asking, MOST_ROWS};
use super::changes::{Change, readable};
use super::own;
use crate::access::Reach;
use crate::error::{Door, Error};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which timeline, and from where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskTimeline {
    /// A customer, a piece of equipment or an activity. A technician may ask for his activities.
    pub context: Uuid,
    /// `next` of the page before; 0 from the beginning.
    #[serde(default)]
    pub after: u64,
    /// Events of a page: 1 to 1,000.
    #[serde(default = "hundred")]
    pub limit: u32,
}

const fn hundred() -> u32 {
    100
}

/// A page of a timeline. Events of nouns that the role may not read are left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Timeline {
    /// In commit order.
    pub events: Vec<Change>,
    /// Where the next page begins; missing on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

impl Asking<'_> {
    pub(super) fn timeline(&mut self, ask: &AskTimeline) -> Result<Timeline, Error> {
        if ask.limit == 0 || ask.limit > MOST_ROWS {
            return Err(Door::PageTooLong { limit: ask.limit, most: MOST_ROWS }.into());
        }
        if self.reach("timeline.read")? == Reach::Own {
            self.own_activity(ask.context, "timeline.read")?;
        }
        let found =
            self.tx.timeline(self.question.company, ask.context, ask.after, ask.limit + 1)?;
        let more = found.len() > ask.limit as usize;
        let page = &found[..found.len().min(ask.limit as usize)];
        let next = page.last().filter(|_| more).map(|last| last.sequence);
        let seen = page.iter().filter(|event| self.reach(&format!("{}.read", event.noun)).is_ok());
        let seen: Vec<_> = seen.collect();
        let prices = self.sees_prices();
        let events = seen
            .into_iter()
            .map(|event| readable(self.tx, event, prices))
            .collect::<Result<_, _>>()?;
        Ok(Timeline { events, next })
    }

    pub(super) fn own_activity(&mut self, id: Uuid, verb: &str) -> Result<(), Error> {
        let actor = &self.question.actor;
        if own::is_on(self.tx, self.question.company, id, actor.id)? {
            return Ok(());
        }
        Err(Door::NotOwn { role: actor.role.clone(), verb: verb.to_owned() }.into())
    }
}
