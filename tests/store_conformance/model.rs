//! Random rows and random questions: the memory store is the model that SQLite must equal.

use super::rows::entry;
use super::{JOB, PART, company, memory, nth, sqlite};
use callout::port::index::{Cell, Cond, Entry, Link, Order, Place, Select, Table};
use callout::port::store::Tx;
use proptest::collection::vec;
use proptest::prelude::*;

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
        words().prop_map(|cell| match cell {
            Cell::Text(text) => Cond::Holds("state", text),
            _ => Cond::Any(vec![]),
        }),
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

fn fill(tx: &mut dyn Tx, rows: &[Row], gone: &[Row]) {
    for (owner, entry) in rows {
        tx.put_entry(company(), nth(*owner), entry).expect("written");
    }
    for (owner, entry) in gone {
        tx.drop_entry(company(), nth(*owner), entry.table, entry.n).expect("dropped");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 150, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn random_rows_and_questions_have_one_answer(
        rows in vec(prop_oneof![job(), part()], 0..30),
        gone in vec(prop_oneof![job(), part()], 0..4),
        questions in vec(question(), 10),
    ) {
        let (memory, sqlite) = (memory(), sqlite());
        let (mut model, mut real) = (memory.write(), sqlite.write());
        fill(model.as_mut(), &rows, &gone);
        fill(real.as_mut(), &rows, &gone);
        for question in &questions {
            let wanted = model.select(question).expect("the model's answer");
            let found = real.select(question).expect("an answer");
            prop_assert_eq!(found, wanted, "{:?}", question);
        }
    }
}
