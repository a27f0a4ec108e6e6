//! Series of numbers for people: one of each name and local year, without gaps.
//!
//! The number is read as a fact by the decision that uses it and taken by a reaction in the same
//! transaction, so that a refused or rolled back command takes none (E85).

mod query;
mod told;

pub use crate::noun::Number;
pub use query::{Filter, Order, Row, TABLE};

use crate::noun::{Given, Links, Noun, doors};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// The series as a noun.
pub struct Series;

/// A series of one name and year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The name of the series: `activity`, `customer`, `equipment`, `job_sheet` or `invoice`.
    pub name: String,
    /// The year of the series, local to the company.
    pub year: i32,
    /// The last number that was taken; the next one is greater by 1.
    pub last: u64,
}

crate::noun::commands! {
    /// What Callout itself asks of a series.
    Command

    /// Take the number that a decision of this transaction has used. It is the next one, or refused
    /// (`SERIES-TAKE-01`).
    joins(inside) Take {
        /// The number, with its series and year.
        number: Number,
        /// The id of the record that has the number.
        holder: Uuid,
    }
}

/// What happened to a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The next number of the series was taken.
    Taken {
        /// The number that was taken, with its series and year.
        number: Number,
        /// The id of the record that has the number.
        holder: Uuid,
    },
}

/// The number of a series that has a value, in the form in which it is read today.
pub fn number(series: &str, year: i32, value: u64) -> Number {
    let letters = match series {
        "activity" => "SA",
        "customer" => "ZK",
        "equipment" => "T",
        "job_sheet" => "ZL",
        "invoice" => "FV",
        other => other,
    };
    let text = format!("{letters}-{year}-{value:05}");
    Number { series: series.to_owned(), year, value, text }
}

/// The id of a series.
pub fn id(company: Uuid, name: &str, year: i32) -> Uuid {
    number(name, year, 0).series_id(company)
}

crate::codes! {
    /// Why a series says no.
    pub enum Refusal {
        /// Somebody took the number in between.
        NotNext { number: String, next: u64 } => Conflict "SERIES-TAKE-01"
            en "{number} is not the next number of its series, {next} is. Try again."
            cs "{number} není další číslo řady, tím je {next}. Zkuste to znovu.",
    }
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, _: &Facts) -> Result<Vec<Event>, Refusal> {
    let Command::Take(Take { number, holder }) = command;
    if number.value != state.last + 1 {
        return Err(Refusal::NotNext { number: number.text(), next: state.last + 1 });
    }
    Ok(vec![Event::Taken { number: number.clone(), holder: *holder }])
}

/// Folds an event.
pub fn apply(_: State, event: &Event) -> State {
    let Event::Taken { number, .. } = event;
    State { name: number.series.clone(), year: number.year, last: number.value }
}

impl Noun for Series {
    doors!("series", fold 1, tables [TABLE]);

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    /// The reaction always asks for the next number: only somebody faster makes another of it.
    #[test]
    fn only_the_next_number_is_taken() {
        let state = State { name: "invoice".into(), year: 2026, last: 7 };
        let take = |value| {
            let number = number("invoice", 2026, value);
            decide(&state, &Command::Take(Take { number, holder: Uuid::nil() }), &Facts::default())
        };
        assert_eq!(apply(state.clone(), &take(8).unwrap()[0]).last, 8);
        for taken in [0, 7, 9] {
            assert_eq!(Error::from(take(taken).unwrap_err()).code(), "SERIES-TAKE-01");
        }
    }
}
