//! Random rows and random questions: every store gives what looking at each row gives.

use super::rows::entry;
use super::{CASE, HAND, JOB, LINE, PART, SPAN, WORK, company, memory, nth, sqlite};
use callout::port::index::{Cell, Cond, Entry, Found, Link, Order, Place, Select, Table};
use callout::port::store::OwnTx;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// All rows, and each condition as its words say, without any index.
#[derive(Default)]
struct Model(BTreeMap<(&'static str, Uuid, u32), Entry>);

impl Model {
    fn rows<'a>(&'a self, table: &Table) -> impl Iterator<Item = (Uuid, &'a Entry)> + use<'a> {
        let name = table.name;
        let of_table = self.0.iter().filter(move |((known, ..), _)| *known == name);
        of_table.map(|((_, owner, _), entry)| (*owner, entry))
    }

    fn select(&self, select: &Select) -> Vec<Found> {
        let Select { table, conds, order, after, limit, .. } = select;
        let mut found: Vec<Found> = self
            .rows(table)
            .filter(|(owner, entry)| conds.iter().all(|cond| self.meets(*owner, entry, cond)))
            .map(|(owner, entry)| Found {
                place: Place { cell: cell(entry, order.column).clone(), owner, n: entry.n },
                cells: entry.cells.clone(),
                row: entry.row.clone(),
            })
            .collect();
        found.sort_by(|a, b| rank(&a.place).cmp(&rank(&b.place)));
        if order.descending {
            found.reverse();
        }
        let past = |found: &Found| match after {
            Some(after) if order.descending => rank(&found.place) < rank(after),
            Some(after) => rank(&found.place) > rank(after),
            None => true,
        };
        found.into_iter().filter(past).take(*limit as usize).collect()
    }

    fn meets(&self, owner: Uuid, entry: &Entry, cond: &Cond) -> bool {
        match cond {
            Cond::In(column, cells) => {
                let cell = cell(entry, column);
                *cell != Cell::Null && cells.contains(cell)
            }
            Cond::Below(column, limit) => {
                let cell = cell(entry, column);
                *cell != Cell::Null && *limit != Cell::Null && cell < limit
            }
            Cond::AtLeast(column, limit) => {
                let cell = cell(entry, column);
                *cell != Cell::Null && *limit != Cell::Null && cell >= limit
            }
            Cond::Owner(id) => owner == *id,
            Cond::Not(cond) => !self.meets(owner, entry, cond),
            Cond::Any(conds) => conds.iter().any(|c| self.meets(owner, entry, c)),
            Cond::Has(table, link, conds) => self
                .rows(table)
                .filter(|(other, linked)| match link {
                    Link::SameOwner => *other == owner,
                    Link::Names(column) => *cell(linked, column) == Cell::Id(owner),
                    Link::NamedBy(column) => *cell(entry, column) == Cell::Id(*other),
                })
                .any(|(other, linked)| conds.iter().all(|c| self.meets(other, linked, c))),
        }
    }
}

fn rank(place: &Place) -> (&Cell, Uuid, u32) {
    (&place.cell, place.owner, place.n)
}

fn cell<'a>(entry: &'a Entry, column: &str) -> &'a Cell {
    let position = entry.table.position(column);
    position.and_then(|position| entry.cells.get(position)).unwrap_or(&Cell::Null)
}

fn small_id() -> impl Strategy<Value = u128> {
    10_u128..16
}

fn maybe(cell: impl Strategy<Value = Cell>) -> impl Strategy<Value = Cell> {
    prop_oneof![1 => Just(Cell::Null), 3 => cell]
}

fn number() -> impl Strategy<Value = Cell> {
    prop_oneof![(-2_i64..4).prop_map(Cell::Int), Just(Cell::Int(i64::MAX))]
}

fn words() -> impl Strategy<Value = Cell> {
    proptest::sample::select(vec!["", "a", "ab", "b", "č", "a%", "é b"]).prop_map(Cell::text)
}

fn an_id() -> impl Strategy<Value = Cell> {
    small_id().prop_map(|n| Cell::Id(nth(n)))
}

type Row = (u128, Entry);

fn job() -> impl Strategy<Value = Row> {
    let cells = (number(), maybe(words()), maybe(words()), maybe(an_id()), maybe(number()));
    (small_id(), 0_u32..3, cells)
        .prop_map(|(owner, n, (a, b, c, d, e))| (owner, entry(&JOB, n, vec![a, b, c, d, e])))
}

fn part() -> impl Strategy<Value = Row> {
    (small_id(), 0_u32..3, (number(), maybe(an_id()), maybe(words())))
        .prop_map(|(owner, n, (a, b, c))| (owner, entry(&PART, n, vec![a, b, c])))
}

/// A condition that either table can be asked.
fn leaf() -> impl Strategy<Value = Cond> {
    prop_oneof![
        vec(maybe(number()), 0..3).prop_map(|cells| Cond::In("rank", cells)),
        vec(maybe(words()), 0..3).prop_map(|cells| Cond::In("state", cells)),
        maybe(number()).prop_map(|cell| Cond::Below("rank", cell)),
        maybe(words()).prop_map(|cell| Cond::AtLeast("state", cell)),
        maybe(words()).prop_map(|cell| Cond::Below("state", cell)),
        small_id().prop_map(|n| Cond::Owner(nth(n))),
    ]
}

fn cond() -> impl Strategy<Value = Cond> {
    leaf().prop_recursive(3, 12, 3, |inner| {
        let link = proptest::sample::select(vec![0, 1]);
        prop_oneof![
            inner.clone().prop_map(|cond| Cond::Not(Box::new(cond))),
            vec(inner.clone(), 0..3).prop_map(Cond::Any),
            (link, vec(inner.clone(), 0..2)).prop_map(|(link, conds)| match link {
                0 => Cond::Has(&PART, Link::SameOwner, conds),
                _ => Cond::Has(&PART, Link::Names("job"), conds),
            }),
            vec(inner, 0..2).prop_map(|conds| Cond::Has(&JOB, Link::SameOwner, conds)),
        ]
    })
}

fn question() -> impl Strategy<Value = Select> {
    let place = proptest::option::of((maybe(number()), small_id(), 0_u32..3));
    let table = proptest::sample::select(vec![&JOB as &'static Table, &PART]);
    let customer = proptest::option::weighted(0.2, small_id());
    (table, vec(cond(), 0..3), any::<bool>(), any::<bool>(), place, 0_u32..20, customer).prop_map(
        |(table, mut conds, descending, by_due, place, limit, customer)| {
            let jobs = table.name == JOB.name;
            if let Some(owner) = customer.filter(|_| jobs) {
                let whose = vec![Cond::Owner(nth(owner))];
                conds.push(Cond::Has(&PART, Link::NamedBy("customer"), whose));
            }
            let column = if jobs && by_due { "due" } else { "rank" };
            let after = place.map(|(cell, owner, n)| Place { cell, owner: nth(owner), n });
            let order = Order { column, descending };
            Select { table, company: company(), conds, order, after, limit }
        },
    )
}

/// A case with its hands, each of whom it has once.
fn case() -> impl Strategy<Value = Vec<Row>> {
    let state = proptest::sample::select(vec!["a", "b", "c"]);
    let hands = proptest::sample::subsequence(vec!["x", "y", "z"], 0..3);
    (small_id(), -2_i64..4, state, any::<bool>(), maybe(number()), hands).prop_map(
        |(owner, rank, state, planned, due, hands)| {
            let (rank, state) = (Cell::Int(rank), Cell::text(state));
            let cells = vec![rank.clone(), state.clone(), Cell::flag(planned), due];
            let mut rows = vec![(owner, entry(&CASE, 0, cells))];
            // Four spans of the rank, and two greater ones of two each.
            let Cell::Int(at) = rank else { unreachable!() };
            rows.extend((0..).zip([at + 2, 10 + (at + 2) / 2]).map(|(n, span)| {
                (owner, entry(&SPAN, n, vec![Cell::Int(span), rank.clone(), state.clone()]))
            }));
            rows.extend((0..).zip(hands).map(|(n, who)| {
                (owner, entry(&HAND, n, vec![Cell::text(who), state.clone(), rank.clone()]))
            }));
            rows
        },
    )
}

fn about_cases() -> impl Strategy<Value = Select> {
    let state = proptest::sample::select(vec!["a", "b", "c", "none"]).prop_map(Cell::text);
    let who = vec(proptest::sample::select(vec!["x", "y", "z", "none"]).prop_map(Cell::text), 1..3);
    let planned = any::<bool>().prop_map(|yes| Cond::In("planned", vec![Cell::flag(yes)]));
    let states = || vec(state.clone(), 0..4).prop_map(|cells| Cond::In("state", cells));
    let hands = (who, proptest::option::of(states())).prop_map(|(who, states)| {
        let conds = std::iter::once(Cond::In("who", who)).chain(states).collect();
        Cond::Has(&HAND, Link::SameOwner, conds)
    });
    let due = number().prop_map(|cell| Cond::Below("due", cell));
    let spans = proptest::sample::select(vec![vec![0], vec![10, 2], vec![10, 4], vec![10, 11]]);
    let spans = (spans, proptest::option::of(states())).prop_map(|(spans, states)| {
        let spans = Cond::In("span", spans.into_iter().map(Cell::Int).collect());
        Cond::Has(&SPAN, Link::SameOwner, std::iter::once(spans).chain(states).collect())
    });
    let one = prop_oneof![planned, states(), hands, due, spans];
    let place = proptest::option::of((maybe(number()), small_id()));
    (vec(one, 0..4), any::<bool>(), any::<bool>(), place, 0_u32..20).prop_map(
        |(conds, descending, by_due, place, limit)| {
            let order = Order { column: if by_due { "due" } else { "rank" }, descending };
            let after = place.map(|(cell, owner)| Place { cell, owner: nth(owner), n: 0 });
            Select { table: &CASE, company: company(), conds, order, after, limit }
        },
    )
}

/// An owner's lines, and for each of them and each of his hands one more row.
fn lines() -> impl Strategy<Value = Vec<Row>> {
    let hands = proptest::sample::subsequence(vec!["x", "y", "z"], 0..3);
    (small_id(), vec((-1_i64..2, any::<bool>()), 1..5), hands).prop_map(|(owner, lines, hands)| {
        let mut rows = Vec::new();
        let mut n = 0;
        for (line, (rank, planned)) in (0..).zip(lines) {
            let cells = [Cell::flag(planned), Cell::Int(rank)];
            let own = cells.iter().rev().cloned().collect();
            // Not all numbers follow on one another.
            let line = line * 2;
            rows.push((owner, entry(&LINE, line, own)));
            for who in &hands {
                let first = [Cell::text(*who), Cell::Int(line.into())];
                let cells = first.into_iter().chain(cells.clone()).collect();
                rows.push((owner, entry(&WORK, n, cells)));
                n += 1;
            }
        }
        rows
    })
}

fn about_lines() -> impl Strategy<Value = Select> {
    let who = proptest::sample::select(vec!["x", "y", "none"]).prop_map(Cell::text);
    let hand =
        who.prop_map(|who| Cond::Has(&WORK, Link::SameOwner, vec![Cond::In("who", vec![who])]));
    let planned = any::<bool>().prop_map(|yes| Cond::In("planned", vec![Cell::flag(yes)]));
    let rank = number().prop_map(|cell| Cond::AtLeast("rank", cell));
    let place = proptest::option::of((-1_i64..2, small_id(), 0_u32..8));
    let conds = vec(prop_oneof![2 => hand, 1 => planned, 1 => rank], 0..3);
    (conds, any::<bool>(), place, 0_u32..12).prop_map(|(conds, descending, place, limit)| {
        let order = Order { column: "rank", descending };
        let place = place.map(|(rank, owner, n)| (Cell::Int(rank), nth(owner), n));
        let after = place.map(|(cell, owner, n)| Place { cell, owner, n });
        Select { table: &LINE, company: company(), conds, order, after, limit }
    })
}

/// Writes the rows everywhere; of what an owner has already, only what is new replaces it.
fn fill(model: &mut Model, stores: &mut [Box<dyn OwnTx + '_>], rows: &[Row], gone: &[Row]) {
    for (owner, entry) in rows {
        model.0.insert((entry.table.name, nth(*owner), entry.n), entry.clone());
    }
    for (owner, entry) in gone {
        model.0.remove(&(entry.table.name, nth(*owner), entry.n));
    }
    for tx in stores {
        for (owner, entry) in rows {
            tx.put_entry(company(), nth(*owner), entry).expect("written");
        }
        for (owner, entry) in gone {
            tx.drop_entry(company(), nth(*owner), entry.table, entry.n).expect("dropped");
        }
    }
}

/// The rows of cases, one case an owner: the last one's.
fn alone(cases: Vec<Vec<Row>>) -> Vec<Row> {
    let by_owner: BTreeMap<u128, Vec<Row>> =
        cases.into_iter().map(|rows| (rows[0].0, rows)).collect();
    by_owner.into_values().flatten().collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 150, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn random_rows_and_questions_have_one_answer(
        rows in vec(prop_oneof![job(), part()], 0..30),
        gone in vec(prop_oneof![job(), part()], 0..4),
        cases in vec(case(), 0..12),
        lines in vec(lines(), 0..6),
        questions in vec(prop_oneof![question(), about_cases(), about_lines()], 24),
    ) {
        let (memory, sqlite) = (memory(), sqlite());
        let mut stores = [memory.write(), sqlite.write()];
        let mut model = Model::default();
        fill(&mut model, &mut stores, &rows, &gone);
        fill(&mut model, &mut stores, &alone(cases), &[]);
        fill(&mut model, &mut stores, &alone(lines), &[]);
        for question in &questions {
            let wanted = model.select(question);
            for tx in &mut stores {
                let found = tx.select(question).expect("an answer");
                prop_assert_eq!(&found, &wanted, "{:?}", question);
            }
        }
    }
}
