//! Facts for a company's decisions: what is there about a person, and what of it the law keeps.

use super::addresses::addresses;
use super::retention::{is_paper, kept_until, named_on, terms};
use crate::company::{Command, Company, ErasePersons, Erased, Facts, Kept, Quoted, State};
use crate::engine::desk::{Desk, Fetch};
use crate::engine::kept::kept;
use crate::error::Error;
use crate::mail::Mail;
use crate::noun::Noun;
use crate::port::store::Quote;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Fetch for Company {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let today = state.settings.zone.wall(desk.given.now).date();
        let mut facts =
            Facts { given: desk.given(), company: desk.tenant, today, ..Facts::default() };
        match command {
            Command::ErasePersons(ErasePersons { persons, .. }) => {
                let mut all = BTreeSet::new();
                for person in persons {
                    all.extend(addresses(desk, *person)?);
                }
                let all = all.into_iter().map(|person| (person, None)).collect();
                facts.quoted = quoted(desk, all, today)?;
                let kept = kept(desk.tx, desk.tenant)?;
                end(desk, &kept, &mut facts.quoted)?;
            }
            Command::EraseExpired(_) => {
                let mut all: BTreeMap<Uuid, Option<Vec<Kept>>> = BTreeMap::new();
                let kept = kept(desk.tx, desk.tenant)?;
                let terms = terms(desk, &kept)?.into_iter();
                let over = |term: Option<NaiveDate>| term.is_none_or(|until| until < today);
                let ended = kept.into_iter().zip(terms).filter(|it| over(it.1));
                let ended: Vec<Kept> = ended.map(|it| it.0).collect();
                for kept in &ended {
                    all.entry(kept.person).or_default().get_or_insert_default().push(kept.clone());
                }
                facts.quoted = Quoted { ended, ..quoted(desk, all, today)? };
            }
            _ => {}
        }
        Ok(facts)
    }
}

/// What is there about each of the persons: all of it, or only in what was kept so far.
fn quoted(
    desk: &mut Desk<'_>,
    persons: BTreeMap<Uuid, Option<Vec<Kept>>>,
    today: NaiveDate,
) -> Result<Quoted, Error> {
    let (mut found, mut papers) = (Quoted::default(), BTreeMap::new());
    let forgotten: BTreeSet<Uuid> = persons.keys().copied().collect();
    for (person, only) in persons {
        let mut streams: BTreeMap<(String, Uuid), u32> = BTreeMap::new();
        for Quote { noun, stream, .. } in desk.tx.quotes(desk.tenant, person)? {
            // The company's own words are the grounds on which others were forgotten.
            if noun != Company::NAME {
                *streams.entry((noun, stream)).or_default() += 1;
            }
        }
        let mut values = 0;
        let own = streams.keys().find(|(noun, id)| *id == person && is_paper(noun)).cloned();
        let own = match own {
            Some((noun, id)) => {
                kept_until(desk, &noun, id, &forgotten)?.filter(|until| *until >= today)
            }
            None => None,
        };
        for ((noun, id), count) in streams {
            let named =
                |kept: &Kept| kept.is_own() || (kept.noun.as_str(), kept.id) == (noun.as_str(), id);
            if only.as_ref().is_some_and(|only| !only.iter().any(named)) {
                continue;
            }
            let bears = is_paper(&noun) || noun == Mail::NAME;
            let on_paper = bears && (person == id || named_on(desk, &noun, id)?.contains(&person));
            let until = match is_paper(&noun) && !on_paper {
                true => None,
                false => kept_until(desk, &noun, id, &forgotten)?.filter(|until| *until >= today),
            };
            match until.or(own) {
                // A paper's pages stay with it.
                Some(until) if is_paper(&noun) => {
                    found.kept.push(Kept { person, noun, id, until });
                }
                Some(_) => {}
                None => {
                    values += count;
                    if on_paper {
                        papers.entry(id).or_insert(0);
                    }
                }
            }
        }
        found.persons.push(Erased { id: person, values });
    }
    papers.retain(|paper, _| !found.persons.iter().any(|person| person.id == *paper));
    for (paper, values) in &mut papers {
        *values = desk.tx.quotes(desk.tenant, *paper)?.len() as u32;
    }
    found.papers = papers.into_iter().map(|(id, values)| Erased { id, values }).collect();
    Ok(found)
}

/// A paper that goes keeps nothing of those who were forgotten before.
fn end(desk: &mut Desk<'_>, kept: &[Kept], found: &mut Quoted) -> Result<(), Error> {
    let gone = |it: &&Kept| {
        let goes = found.papers.iter().chain(&found.persons).any(|paper| paper.id == it.id);
        let stays = found.kept.iter().any(|kept| kept.id == it.id);
        goes && !stays && !found.persons.iter().any(|person| person.id == it.person)
    };
    let ended: Vec<Kept> = kept.iter().filter(gone).cloned().collect();
    for it in &ended {
        let quotes = desk.tx.quotes(desk.tenant, it.person)?;
        let on_paper = quotes.iter().filter(|quote| quote.stream == it.id).count();
        let paper = found.papers.iter_mut().chain(&mut found.persons).find(|to| to.id == it.id);
        paper.into_iter().for_each(|paper| paper.values += on_paper as u32);
    }
    found.ended = ended;
    Ok(())
}
