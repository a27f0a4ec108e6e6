//! Events told to people: who did it, to what, and what happened in a sentence.

use crate::activity::Activity;
use crate::engine::changes::Change;
use crate::engine::desk::Fetch;
use crate::engine::names::{self, Reader};
use crate::engine::nouns::{ForNoun, NAMES, by_name};
use crate::error::{Error, choice_words, status_words};
use crate::language::{Language, format};
use crate::ledger::Ledger;
use crate::money::Exact;
use crate::noun::{Noun, Told};
use crate::nouns::record;
use crate::report::Report;
use crate::schedule::{Instant, Zone};
use crate::technician::Technician;
use crate::view;
use chrono::NaiveDateTime;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What a page of events names: records by their nouns, and parts by their records.
#[derive(Default)]
struct Wanted {
    records: BTreeMap<&'static str, BTreeSet<Uuid>>,
    parts: BTreeMap<(&'static str, Uuid), BTreeSet<Uuid>>,
}

/// Who tells, and what people call what is told of.
struct Teller {
    called: BTreeMap<(&'static str, Uuid), String>,
    language: Language,
    zone: Zone,
}

/// Tells each event in the language, as far as the reader may read what it names.
pub(in crate::engine) fn tell(
    reader: &mut Reader<'_>,
    language: Language,
    changes: &mut [Change],
) -> Result<(), Error> {
    let mut wanted = Wanted::default();
    let mut sentences = Vec::with_capacity(changes.len());
    for change in &*changes {
        let noun = NAMES.iter().copied().find(|noun| *noun == change.noun).unwrap_or_default();
        let sentence = by_name(noun, Sentence { kind: &change.event, language })?;
        wanted.records.entry(Technician::NAME).or_default().insert(change.actor);
        let own = if of_activity(noun) { Activity::NAME } else { noun };
        wanted.records.entry(own).or_default().insert(change.id);
        Told::say(sentence, &mut |path, form| {
            let path = path.split_once("..").map_or(path, |(first, _)| first);
            wanted.add((noun, change.id), &at(&change.body, path), form);
            None
        });
        sentences.push((own, sentence));
    }
    let called = wanted.look(reader)?;
    let teller = Teller { called, language, zone: reader.books.settings.zone };
    for (change, (noun, sentence)) in changes.iter_mut().zip(sentences) {
        change.actor_name = teller.name(Technician::NAME, change.actor).unwrap_or_default();
        change.called = teller.name(noun, change.id).unwrap_or_default();
        let text = Told::say(sentence, &mut |path, form| teller.place(&change.body, path, form));
        change.text = Some(text);
    }
    Ok(())
}

/// The sentence of a kind of event; `every_kind_of_event_is_told_in_a_sentence` holds that none is
/// missing.
struct Sentence<'k> {
    kind: &'k str,
    language: Language,
}

impl ForNoun for Sentence<'_> {
    type Out = &'static str;

    fn run<N: Fetch>(self) -> Result<Self::Out, Error> {
        let told = N::TOLD.iter().chain(record::TOLD).find(|told| told.kind == self.kind);
        Ok(told.map_or("", |told| match self.language {
            Language::En => told.en,
            Language::Cs => told.cs,
        }))
    }
}

impl Wanted {
    fn add(&mut self, of: (&'static str, Uuid), values: &[&Value], form: &str) {
        let form = form.trim_end_matches('?');
        let ids = values.iter().filter_map(|value| value.as_str()?.parse::<Uuid>().ok());
        if ["part", "measured", "each"].contains(&form) {
            self.parts.entry(of).or_default().extend(ids);
        } else if let Some(noun) = NAMES.iter().copied().find(|noun| *noun == form) {
            self.records.entry(noun).or_default().extend(ids);
        }
    }

    fn look(
        self,
        reader: &mut Reader<'_>,
    ) -> Result<BTreeMap<(&'static str, Uuid), String>, Error> {
        let mut called = BTreeMap::new();
        for (noun, ids) in self.records {
            let found = names::called(reader, noun, ids.into_iter().collect())?;
            called.extend(found.into_iter().map(|(id, name)| ((noun, id), name)));
        }
        for ((noun, id), parts) in self.parts {
            // The lines of an activity's ledger are those of its report, under one id.
            let of = if of_activity(noun) { Report::NAME } else { noun };
            let found = names::parts(reader, of, id, &parts)?;
            for (part, found) in found {
                called.extend(found.measure.map(|measure| (("measured", part), measure)));
                called.insert(("part", part), found.name);
            }
        }
        Ok(called)
    }
}

/// Whether it has its activity's id, and the activity's number is what it is called.
fn of_activity(noun: &str) -> bool {
    [Report::NAME, Ledger::NAME].contains(&noun)
}

/// What stands at a path of an event's body, behind its name; of a list, of each item.
fn at<'b>(body: &'b Value, path: &str) -> Vec<&'b Value> {
    let mut found: Vec<&Value> = body.as_object().into_iter().flat_map(|it| it.values()).collect();
    for key in path.split('.') {
        found = found.into_iter().filter_map(|it| inner(it).get(key)).flat_map(items).collect();
    }
    found.into_iter().map(inner).collect()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

/// A value about a person stands beside the person's id.
fn inner(value: &Value) -> &Value {
    match value.get("person") {
        Some(Value::String(_)) => value.get("value").unwrap_or(&Value::Null),
        _ => value,
    }
}

impl Teller {
    fn name(&self, noun: &'static str, id: Uuid) -> Option<String> {
        self.called.get(&(noun, id)).filter(|name| !name.is_empty()).cloned()
    }

    /// What stands at a path, in a form; nothing where there is nothing.
    fn place(&self, body: &Value, path: &str, form: &str) -> Option<String> {
        if let Some((of, value)) = path.split_once("..").filter(|_| form == "measured") {
            return self.measured(at(body, of).first()?, at(body, value).first()?);
        }
        if let Some((parts, values)) = path.split_once("..").filter(|_| form == "each") {
            let both = at(body, parts).into_iter().zip(at(body, values));
            let each = both.filter_map(|(part, value)| {
                Some(format!("{}, {}", self.said(part, "part")?, self.measured(part, value)?))
            });
            return Some(each.collect::<Vec<_>>().join("; "));
        }
        if form == "there" {
            return at(body, path).iter().any(|value| !value.is_null()).then(String::new);
        }
        if let Some((from, to)) = path.split_once("..") {
            let local = |path| at(body, path).first().and_then(|it| self.local(it, form));
            let (from, to) = (local(from)?, local(to)?);
            let same_day = from.date() == to.date();
            let until = if same_day { format::time } else { format::date_time };
            let from = format::date_time(from, self.language);
            return Some(format!("{from} – {}", until(to, self.language)));
        }
        if form == "several" {
            return (at(body, path).len() > 1).then(String::new);
        }
        let each: Vec<String> =
            at(body, path).into_iter().filter_map(|value| self.said(value, form)).collect();
        (!each.is_empty()).then(|| each.join(", "))
    }

    /// A quantity in the unit, or that of the part, which stands in the first place; an amount in
    /// the currency of its record.
    fn measured(&self, of: &Value, value: &Value) -> Option<String> {
        let value = value.as_str()?.parse::<Exact>().ok()?.decimal();
        let part = of.as_str().and_then(|of| of.parse::<Uuid>().ok());
        let measure = match part {
            Some(part) => self.name("measured", part).map(Value::from),
            None => Some(of.clone()),
        };
        let Some(measure) = measure else { return Some(format::number(value, self.language)) };
        Some(match serde_json::from_value(measure.clone()) {
            Ok(unit) => view::in_unit(value, unit, self.language),
            Err(_) => format::money(value, measure.as_str()?, self.language),
        })
    }

    /// A local time, or an instant by the company's clock.
    fn local(&self, value: &Value, form: &str) -> Option<NaiveDateTime> {
        match form {
            "time" | "times" => {
                let at: Instant = serde_json::from_value(value.clone()).ok()?;
                Some(self.zone.wall(at))
            }
            _ => value.get("local")?.as_str()?.parse().ok(),
        }
    }

    fn said(&self, value: &Value, form: &str) -> Option<String> {
        let (language, text) = (self.language, value.as_str().filter(|text| !text.is_empty()));
        match form {
            "if" => (*value == Value::Bool(true)).then(String::new),
            "" => text.map(str::to_owned).or_else(|| value.as_u64().map(|it| it.to_string())),
            "number" => Some(format::number(text?.parse::<Exact>().ok()?.decimal(), language)),
            "day" => Some(format::date(text?.parse().ok()?, language)),
            "time" | "local" => Some(format::date_time(self.local(value, form)?, language)),
            "status" => {
                let (en, cs) = status_words(text?);
                Some(if language == Language::En { en } else { cs }.to_owned())
            }
            "choice" => {
                let (en, cs) = choice_words(text?);
                Some(if language == Language::En { en } else { cs }.to_owned())
            }
            named => {
                let noun = named.trim_end_matches('?');
                let noun = NAMES.iter().copied().chain(["part"]).find(|known| *known == noun)?;
                let name = self.name(noun, text?.parse().ok()?);
                name.or_else(|| (!named.ends_with('?')).then(|| "…".to_owned()))
            }
        }
    }
}
