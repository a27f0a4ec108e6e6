//! The list of nouns: a new one is a line here. It stands on the rooms and under the workflow.

pub mod record;

pub use record::{Command as RecordCommand, Event as RecordEvent};

use crate::noun::Noun;
use crate::{
    activity, company, customer, equipment, equipment_type, invoice, job_sheet, ledger, mail,
    message, plan, price_list, rendering, report, series, task, technician, visit,
};
use serde::{Deserialize, Serialize};

/// Hands the list to a macro that writes something for each noun.
macro_rules! nouns {
    ($write:ident) => {
        $write! {
            /// To the company itself.
            Company => company::Company,
            /// To a series of numbers; asked by Callout itself.
            Series => series::Series,
            /// To a received mail.
            Mail => mail::Mail,
            /// To a customer.
            Customer => customer::Customer,
            /// To a type of equipment.
            EquipmentType => equipment_type::EquipmentType,
            /// To a piece of equipment.
            Equipment => equipment::Equipment,
            /// To a technician.
            Technician => technician::Technician,
            /// To a service activity.
            Activity => activity::Activity,
            /// To a maintenance plan.
            Plan => plan::Plan,
            /// To a visit.
            Visit => visit::Visit,
            /// To the report of an activity.
            Report => report::Report,
            /// To a job sheet.
            JobSheet => job_sheet::JobSheet,
            /// To a price list.
            PriceList => price_list::PriceList,
            /// To the billing ledger of an activity.
            Ledger => ledger::Ledger,
            /// To an invoice.
            Invoice => invoice::Invoice,
            /// To somebody's own task.
            Task => task::Task,
            /// To a rendered document; asked by Callout itself.
            Rendering => rendering::Rendering,
            /// To an outgoing message.
            Message => message::Message,
        }
    };
}
pub(crate) use nouns;

macro_rules! commands {
    ($( $(#[$meta:meta])* $variant:ident => $room:ident :: $noun:ident ),* $(,)?) => {
        /// A command to any noun: `{"activity": {"open": {}}}`.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Command {
            $( $(#[$meta])* $variant($room::Command), )*
            /// To what the host hangs on any aggregate.
            Record(RecordCommand),
        }

        $( impl From<$room::Command> for Command {
            fn from(command: $room::Command) -> Self { Command::$variant(command) }
        } )*

        impl From<RecordCommand> for Command {
            fn from(command: RecordCommand) -> Self { Command::Record(command) }
        }

        impl Command {
            /// The noun that it is for.
            pub(crate) fn noun(&self) -> &str {
                match self {
                    $( Command::$variant(_) => <$room::$noun as Noun>::NAME, )*
                    Command::Record(command) => command.noun(),
                }
            }
        }

        /// An event with the room it belongs to, for reactions.
        #[allow(dead_code, reason = "reactions look into the events of some nouns only")]
        pub(crate) enum Happened<'a> {
            $( $variant(&'a $room::Event), )*
        }

        $( impl<'a> From<&'a $room::Event> for Happened<'a> {
            fn from(event: &'a $room::Event) -> Self { Happened::$variant(event) }
        } )*
    };
}

nouns!(commands);
