//! The tree of S13: customer, equipment, activity, as one question.

use crate::activity::{self, Activity};
use crate::customer::{self, Customer};
use crate::engine::answer::{self, Asking};
use crate::engine::desk::Fetch;
use crate::equipment::{self, Equipment};
use crate::error::Error;
use crate::noun::{Answer, List, Query, View};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Whose tree is asked for?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TreeQuery {
    /// The id of the customer; `RECORD-FIND-01` where there is none such.
    pub customer: Uuid,
}

/// A piece of equipment with its activities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Branch {
    /// The equipment, as a list shows it.
    pub equipment: equipment::Row,
    /// The activities on it, in the order of their numbers.
    pub activities: Vec<activity::Row>,
}

/// A customer's tree, as far as the role sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tree {
    /// The customer whose tree it is, with its whole state.
    pub customer: View<customer::State>,
    /// Each piece of equipment of the customer with its activities, in the order of their numbers.
    pub equipment: Vec<Branch>,
    /// The activities that are on no equipment, or on some that is not among these, in the order of
    /// their numbers.
    pub without_equipment: Vec<activity::Row>,
    /// Whether there are more than 1,000 activities or pieces of equipment: the rest is read by
    /// lists.
    pub cut: bool,
}

impl Asking<'_> {
    pub(in crate::engine) fn tree(&mut self, ask: &TreeQuery) -> Result<Tree, Error> {
        let customer = match self.noun::<Customer>(&Query::Get { id: ask.customer })? {
            Answer::One(view) => view,
            Answer::Page(_) => {
                return Err(answer::no_such("customer", ask.customer));
            }
        };
        let filter =
            equipment::Filter { customer: Some(ask.customer), ..equipment::Filter::default() };
        let (machines, more_machines) = self.whole::<Equipment>(filter)?;
        let filter =
            activity::Filter { customer: Some(ask.customer), ..activity::Filter::default() };
        let (activities, more_activities) = self.whole::<Activity>(filter)?;
        let of = |machine: &equipment::Row| {
            let on = activities.iter().filter(|activity| activity.equipment == Some(machine.id));
            on.cloned().collect()
        };
        let branches: Vec<Branch> = machines
            .into_iter()
            .map(|machine| Branch { activities: of(&machine), equipment: machine })
            .collect();
        let known = |id: Uuid| branches.iter().any(|branch| branch.equipment.id == id);
        let loose = activities.iter().filter(|it| !it.equipment.is_some_and(known));
        let without_equipment = loose.cloned().collect();
        let cut = more_machines || more_activities;
        Ok(Tree { customer, equipment: branches, without_equipment, cut })
    }

    fn whole<N: Fetch>(&mut self, filter: N::Filter) -> Result<(Vec<N::Row>, bool), Error>
    where
        N::Order: Default,
    {
        let limit = answer::MAX_ROWS;
        let list = List { filter, limit, ..List::default() };
        match self.noun::<N>(&Query::List(list))? {
            Answer::Page(page) => Ok((page.rows, page.next.is_some())),
            Answer::One(_) => Ok((Vec::new(), false)),
        }
    }
}
