//! Routes for technicians and days.

use super::ToolFault;
use crate::error::Error;
use crate::route::{Fault, Plan, Problem, plan};
use serde::{Deserialize, Serialize};

/// So many steps are taken at the most: some minutes.
const MAX_STEPS: u64 = 10_000_000_000;

/// Which routes serve the most visits with the least travel?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanRoutes {
    /// Days of technicians, visits, and the journeys between places (`TOOL-ROUTE-01` to `-04` where
    /// they contradict themselves or are too many).
    pub problem: Problem,
    /// How many positions are tried, 10,000,000,000 at the most (`TOOL-ROUTE-01`): some fifty
    /// million take a second. The same problem and steps give the same routes everywhere, and more
    /// steps never worse ones. With none, each visit is put once where it costs the least.
    pub steps: u64,
}

impl PlanRoutes {
    /// The routes, and why a visit is in none.
    ///
    /// # Errors
    /// `TOOL-ROUTE-01` to `TOOL-ROUTE-04`.
    pub fn plan(&self) -> Result<Plan, Error> {
        if self.steps > MAX_STEPS {
            return Err(ToolFault::RoutesTooMany { fault: "steps" }.into());
        }
        Ok(plan(&self.problem, self.steps).map_err(fault)?)
    }
}

fn fault(fault: Fault) -> ToolFault {
    let name: &'static str = (&fault).into();
    match fault {
        Fault::TooManyDays | Fault::TooManyVisits | Fault::TooManyPlaces | Fault::TooManyPieces => {
            ToolFault::RoutesTooMany { fault: name }
        }
        Fault::NotSquare | Fault::JourneyTooLong | Fault::WeightTooHigh => {
            ToolFault::RoutesOdd { fault: name }
        }
        Fault::DayPlace { day } | Fault::DaySpans { day } | Fault::DayBlock { day, .. } => {
            ToolFault::RouteDay { day: day as u32, fault: name }
        }
        Fault::VisitPlace { visit }
        | Fault::VisitDuration { visit }
        | Fault::VisitWindow { visit }
        | Fault::VisitDay { visit }
        | Fault::VisitPin { visit } => ToolFault::RouteVisit { visit: visit as u32, fault: name },
    }
}
