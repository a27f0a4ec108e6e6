//! Values of the fields that a type of equipment asks for (S9).

use super::Refusal;
use crate::equipment_type::{Field, FieldKind};
use crate::journal::FreeText;
use crate::money::Exact;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The value of a field, of the kind that the field had when it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A text, as somebody wrote it.
    Text(FreeText),
    /// A decimal number, in the field's unit where it has one.
    Number(Exact),
    /// A day, as `2026-10-16`.
    Date(NaiveDate),
    /// One of the choices that the field had when it was written.
    Choice(String),
    /// Yes or no, as `true` or `false`.
    Flag(bool),
}

/// A value with what its field was when it was written: it is shown as it was, whatever became
/// of the field (E17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldValue {
    /// The key by which programs name the field, as its type says it.
    pub key: String,
    /// The name by which people knew the field when the value was written.
    pub label: String,
    /// The unit of a number; nothing where it has none.
    pub unit: Option<String>,
    /// The value, of the kind that the field had.
    pub value: Value,
}

/// Old values with new ones put in; `None` takes one away. What is left must fill in every
/// field that the type requires.
pub(super) fn merged(
    old: &[FieldValue],
    given: &BTreeMap<String, Option<String>>,
    fields: &[Field],
) -> Result<Vec<FieldValue>, Refusal> {
    let mut values = old.to_vec();
    for (key, given) in given {
        let place = values.iter().position(|value| value.key == *key);
        match (given, place) {
            (Some(text), _) => {
                let value = written(key, text, fields)?;
                match place {
                    Some(place) => values[place] = value,
                    None => values.push(value),
                }
            }
            (None, Some(place)) => {
                values.remove(place);
            }
            (None, None) => {}
        }
    }
    let absent =
        |field: &&Field| field.required && !values.iter().any(|value| value.key == field.key);
    let missing: Vec<String> =
        fields.iter().filter(absent).map(|field| field.label.clone()).collect();
    if missing.is_empty() { Ok(values) } else { Err(Refusal::FieldsMissing { missing }) }
}

fn written(key: &str, text: &str, fields: &[Field]) -> Result<FieldValue, Refusal> {
    let Some(field) = fields.iter().find(|field| field.key == key) else {
        return Err(Refusal::NoField { key: key.to_owned() });
    };
    let value = read(text, field).ok_or_else(|| Refusal::ValueForm {
        label: field.label.clone(),
        value: text.to_owned(),
        kind: field.kind.into(),
    })?;
    let (label, unit) = (field.label.clone(), field.unit.clone());
    Ok(FieldValue { key: key.to_owned(), label, unit, value })
}

fn read(text: &str, field: &Field) -> Option<Value> {
    let text = text.trim();
    match field.kind {
        FieldKind::Text => (!text.is_empty()).then(|| Value::Text(text.into())),
        FieldKind::Number => text.parse().ok().map(Value::Number),
        FieldKind::Date => text.parse().ok().map(Value::Date),
        FieldKind::Choice => {
            let known = field.choices.iter().find(|choice| choice.trim() == text);
            known.map(|choice| Value::Choice(choice.clone()))
        }
        FieldKind::Flag => text.parse().ok().map(Value::Flag),
    }
}
