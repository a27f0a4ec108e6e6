//! Who may do what: one table of roles and verbs, closed by default.

mod table;

pub use table::{GRANTS, Grant, is_whole, reach};
pub(crate) use table::{OPENED, TECHNICIAN, WORKFLOW};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who asks. The host has checked who it is; Callout checks what the role may.
///
/// ```
/// use callout_core::access::Actor;
/// # let (novak, mala) = (uuid::Uuid::from_u128(1), uuid::Uuid::from_u128(2));
/// let manager = Actor::manager(novak);
/// assert_eq!(manager.role, "manager");
/// // In a role that the company defined.
/// let planner = Actor { id: mala, role: "planner".to_owned() };
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The person. For a technician this is the technician's id.
    pub id: Uuid,
    /// `manager`, `technician`, `back_office`, `reader`, or a role that the company defined.
    pub role: String,
}

impl Actor {
    /// The service manager.
    pub fn manager(id: Uuid) -> Actor {
        Actor { id, role: "manager".to_owned() }
    }

    /// A technician.
    pub fn technician(id: Uuid) -> Actor {
        Actor { id, role: "technician".to_owned() }
    }

    /// Somebody of the back office: billing, contacts.
    pub fn back_office(id: Uuid) -> Actor {
        Actor { id, role: "back_office".to_owned() }
    }

    /// Somebody who looks only.
    pub fn reader(id: Uuid) -> Actor {
        Actor { id, role: "reader".to_owned() }
    }
}

/// How far a right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// The right does not reach at all: the verb is refused with `ACCESS-ROLE-01`.
    No,
    /// To what is assigned to the actor or belongs to him; anything else is refused with
    /// `ACCESS-OWN-01`, and lists leave it out.
    Own,
    /// To everything of the company.
    All,
}
