//! Index rows: writing them, and every way to ask for them.

use super::{CASE, HAND, JOB, PART, Place, company, nth, on_each};
use callout::port::index::{
    Cell, Cond, Entry, Found, Link, Order, Place as Mark, Select, Table, fold, is,
};
use uuid::Uuid;

pub(super) fn entry(table: &'static Table, n: u32, cells: Vec<Cell>) -> Entry {
    let row = format!("{n} {cells:?}").into_bytes();
    Entry { table, n, cells, row }
}

fn job(rank: i64, state: &str, customer: Option<u128>, due: Option<i64>) -> Vec<Cell> {
    let words = Cell::Text(fold(&format!("Čerpadlo {rank}")));
    let due = due.map_or(Cell::Null, Cell::Int);
    vec![Cell::Int(rank), Cell::text(state), words, Cell::id(customer.map(nth)), due]
}

/// Five jobs, 10 to 14; two of one rank; some without customer or due date. Parts: 11 and 12
/// have rows of their own, a part of 20 names job 13, the customer of 14 owns a part.
fn fill(place: &Place) {
    let mut tx = place.write();
    let jobs = [
        (10, job(5, "open", Some(40), Some(100))),
        (11, job(3, "draft", None, Some(50))),
        (12, job(5, "open", Some(41), None)),
        (13, job(9, "done", None, None)),
        (14, job(1, "open", Some(42), Some(0))),
    ];
    for (owner, cells) in jobs {
        tx.put_entry(company(), nth(owner), &entry(&JOB, 0, cells)).unwrap();
    }
    let part = |rank, job: Option<u128>, state: Option<&str>| {
        vec![Cell::Int(rank), Cell::id(job.map(nth)), state.map_or(Cell::Null, Cell::text)]
    };
    for (owner, n, cells) in [
        (11, 0, part(1, None, Some("used"))),
        (11, 1, part(2, None, None)),
        (12, 0, part(3, None, None)),
        (20, 0, part(4, Some(13), Some("used"))),
        (42, 0, part(5, None, Some("used"))),
    ] {
        tx.put_entry(company(), nth(owner), &entry(&PART, n, cells)).unwrap();
    }
    // Another company's rows look the same and are never seen.
    tx.put_entry(nth(2), nth(10), &entry(&JOB, 0, job(5, "open", Some(40), None))).unwrap();
    tx.put_entry(nth(2), nth(10), &entry(&PART, 0, part(1, Some(10), None))).unwrap();
    tx.commit().unwrap();
}

pub(super) fn select(table: &'static Table, conds: Vec<Cond>) -> Select {
    let order = Order { column: "rank", descending: false };
    Select { table, company: company(), conds, order, after: None, limit: 100 }
}

fn owners(place: &Place, select: &Select) -> Vec<u128> {
    let found = place.read().select(select).expect("rows");
    found.iter().map(|found| found.place.owner.as_u128()).collect()
}

fn jobs(place: &Place, conds: Vec<Cond>) -> Vec<u128> {
    owners(place, &select(&JOB, conds))
}

/// Each condition with the jobs that meet it, in order of rank.
fn table() -> Vec<(&'static str, Cond, Vec<u128>)> {
    let not = |cond| Cond::Not(Box::new(cond));
    let used = || is("state", Cell::text("used"));
    vec![
        ("one of", Cond::In("rank", vec![Cell::Int(3), Cell::Int(9)]), vec![11, 13]),
        ("one of nothing", Cond::In("rank", vec![]), vec![]),
        ("not one of nothing", not(Cond::In("rank", vec![])), vec![14, 11, 10, 12, 13]),
        ("an id", is("customer", Cell::Id(nth(41))), vec![12]),
        ("a missing value equals nothing", is("customer", Cell::Null), vec![]),
        ("not of a missing value", not(is("customer", Cell::Id(nth(41)))), vec![14, 11, 10, 13]),
        ("below", Cond::Below("due", Cell::Int(50)), vec![14]),
        ("not below", not(Cond::Below("due", Cell::Int(50))), vec![11, 10, 12, 13]),
        ("at least", Cond::AtLeast("due", Cell::Int(50)), vec![11, 10]),
        ("at least nothing", Cond::AtLeast("due", Cell::Null), vec![]),
        ("below nothing", Cond::Below("due", Cell::Null), vec![]),
        ("not not", not(not(Cond::AtLeast("due", Cell::Int(50)))), vec![11, 10]),
        ("of an owner", Cond::Owner(nth(13)), vec![13]),
        ("any of none", Cond::Any(vec![]), vec![]),
        ("not any of none", not(Cond::Any(vec![])), vec![14, 11, 10, 12, 13]),
        (
            "any of two",
            Cond::Any(vec![is("state", Cell::text("done")), Cond::Below("due", Cell::Int(60))]),
            vec![14, 11, 13],
        ),
        ("has of its own", Cond::Has(&PART, Link::SameOwner, vec![]), vec![11, 12]),
        ("has with a condition", Cond::Has(&PART, Link::SameOwner, vec![used()]), vec![11]),
        (
            "has within a range",
            Cond::Has(
                &PART,
                Link::SameOwner,
                vec![
                    Cond::AtLeast("state", Cell::text("us")),
                    Cond::Below("state", Cell::text("ut")),
                ],
            ),
            vec![11],
        ),
        (
            "has within a range upside down",
            Cond::Has(
                &PART,
                Link::SameOwner,
                vec![
                    Cond::AtLeast("state", Cell::text("ut")),
                    Cond::Below("state", Cell::text("us")),
                ],
            ),
            vec![],
        ),
        ("has none", not(Cond::Has(&PART, Link::SameOwner, vec![])), vec![14, 10, 13]),
        ("has one that is not", Cond::Has(&PART, Link::SameOwner, vec![not(used())]), vec![11, 12]),
        ("named by a row", Cond::Has(&PART, Link::Names("job"), vec![used()]), vec![13]),
        ("names an owner", Cond::Has(&PART, Link::NamedBy("customer"), vec![]), vec![14]),
        (
            "has one whose job has another",
            Cond::Has(
                &JOB,
                Link::SameOwner,
                vec![Cond::Has(&PART, Link::Names("job"), vec![Cond::Owner(nth(20))])],
            ),
            vec![13],
        ),
    ]
}

/// A missing value among others.
fn many(cells: impl Iterator<Item = Cell>) -> Vec<Cell> {
    std::iter::once(Cell::Null).chain(cells).collect()
}

/// The same with more values than one statement takes.
fn long_lists() -> Vec<(&'static str, Cond, Vec<u128>)> {
    let ranks = || many((2..40_002).map(Cell::Int));
    let ids = || many((41..40_041).map(|n| Cell::Id(nth(n))));
    let odd = (0..40_000).map(|n| Cell::text(format!("{n} \"\\\u{0} Říha \u{1F600}")));
    let states = many(odd.chain([Cell::text("open")]));
    let again = vec![Cell::text("done"); 40_000];
    let has = |link, conds| Cond::Has(&PART, link, conds);
    vec![
        ("of many numbers", Cond::In("rank", ranks()), vec![11, 10, 12, 13]),
        ("of many ids", Cond::In("customer", ids()), vec![14, 12]),
        ("not of many", Cond::Not(Box::new(Cond::In("customer", ids()))), vec![11, 10, 13]),
        ("of many texts", Cond::In("state", states), vec![14, 10, 12]),
        ("of one many times", Cond::In("state", again), vec![13]),
        ("of many missing ones", Cond::In("due", vec![Cell::Null; 40_000]), vec![]),
        ("has of many", has(Link::SameOwner, vec![Cond::In("rank", ranks())]), vec![11, 12]),
        ("named by many", has(Link::Names("job"), vec![Cond::In("rank", ranks())]), vec![13]),
    ]
}

#[test]
fn every_condition_finds_its_rows() {
    on_each(|place| {
        fill(place);
        for (name, cond, wanted) in table().into_iter().chain(long_lists()) {
            assert_eq!(jobs(place, vec![cond]), wanted, "{name} on {}", place.name);
        }
    });
}

#[test]
fn all_conditions_must_hold() {
    on_each(|place| {
        fill(place);
        let open = is("state", Cell::text("open"));
        let due = Cond::AtLeast("due", Cell::Int(1));
        assert_eq!(jobs(place, vec![open, due]), [10]);
        assert_eq!(jobs(place, vec![]), [14, 11, 10, 12, 13]);
    });
}

/// All owners, read in pages of one size.
fn paged(place: &Place, descending: bool, limit: u32) -> Vec<u128> {
    let mut asked = select(&JOB, vec![]);
    (asked.order.descending, asked.limit) = (descending, limit);
    page_by_page(place, asked)
}

fn page_by_page(place: &Place, mut asked: Select) -> Vec<u128> {
    let mut seen = Vec::new();
    loop {
        let found: Vec<Found> = place.read().select(&asked).unwrap();
        seen.extend(found.iter().map(|found| found.place.owner.as_u128()));
        match found.last() {
            Some(last) => asked.after = Some(last.place.clone()),
            None => return seen,
        }
    }
}

/// More than are sorted meet each condition: walks begin where the last of them does. Some have no
/// place in the order, many have one place, and one stands before all other owners.
#[test]
fn where_many_meet_each_condition_all_come_who_meet_both() {
    let rank =
        |i: u128| if i.is_multiple_of(60) && i > 0 { Cell::Null } else { Cell::Int(i as i64 / 4) };
    let hands = |i: u128| {
        let (low, high) = (i < 1_500, !(1..=900).contains(&i));
        let all = [("low", low), ("high", high), ("even", i.is_multiple_of(2)), ("none", false)];
        all.into_iter().filter(|it| it.1).map(|it| it.0).collect::<Vec<_>>()
    };
    on_each(|place| {
        let mut tx = place.write();
        for i in 0..2_400 {
            let cells = vec![rank(i), Cell::text("a"), Cell::flag(false), Cell::Null];
            tx.put_entry(company(), nth(i), &entry(&CASE, 0, cells)).unwrap();
            for (n, who) in (0..).zip(hands(i)) {
                let cells = vec![Cell::text(who), Cell::text("a"), rank(i)];
                tx.put_entry(company(), nth(i), &entry(&HAND, n, cells)).unwrap();
            }
        }
        tx.commit().unwrap();
        for both in [["low", "high"], ["high", "even"], ["low", "even"], ["low", "none"]] {
            let mut wanted: Vec<u128> =
                (0..2_400).filter(|i| both.iter().all(|who| hands(*i).contains(who))).collect();
            wanted.sort_by_key(|i| (rank(*i), *i));
            for descending in [false, true] {
                for limit in [7, 100] {
                    let has = |who: &str| {
                        Cond::Has(&HAND, Link::SameOwner, vec![is("who", Cell::text(who))])
                    };
                    let mut asked = select(&CASE, both.iter().map(|who| has(who)).collect());
                    (asked.order.descending, asked.limit) = (descending, limit);
                    let found = page_by_page(place, asked);
                    assert_eq!(found, wanted, "{both:?}, descending {descending}, {}", place.name);
                }
                wanted.reverse();
            }
        }
    });
}

#[test]
fn pages_go_on_after_ties_in_both_directions() {
    on_each(|place| {
        fill(place);
        for limit in 1..=6 {
            assert_eq!(paged(place, false, limit), [14, 11, 10, 12, 13]);
            assert_eq!(paged(place, true, limit), [13, 12, 10, 11, 14]);
        }
    });
}

#[test]
fn rows_of_one_owner_come_in_order_of_their_number() {
    on_each(|place| {
        let mut tx = place.write();
        for n in [2, 0, 1] {
            let cells = vec![Cell::Int(7), Cell::Null, Cell::Null];
            tx.put_entry(company(), nth(30), &entry(&PART, n, cells)).unwrap();
        }
        let numbers = |descending, tx: &mut dyn callout::port::store::Tx| -> Vec<u32> {
            let mut asked = select(&PART, vec![]);
            asked.order.descending = descending;
            tx.select(&asked).unwrap().iter().map(|found| found.place.n).collect()
        };
        assert_eq!(numbers(false, tx.as_mut()), [0, 1, 2]);
        assert_eq!(numbers(true, tx.as_mut()), [2, 1, 0]);
    });
}

#[test]
fn a_page_goes_on_where_values_of_the_order_are_missing() {
    on_each(|place| {
        fill(place);
        for descending in [false, true] {
            let mut seen: Vec<u128> = Vec::new();
            let mut after = None;
            for _ in 0..6 {
                let mut asked = select(&JOB, vec![]);
                asked.order = Order { column: "due", descending };
                asked.limit = 1;
                asked.after = after.take();
                let found = place.read().select(&asked).unwrap();
                seen.extend(found.iter().map(|found| found.place.owner.as_u128()));
                after = found.last().map(|found| found.place.clone());
                if after.is_none() {
                    break;
                }
            }
            let mut wanted = vec![12, 13, 14, 11, 10];
            if descending {
                wanted.reverse();
            }
            assert_eq!(seen, wanted, "descending {descending} on {}", place.name);
        }
    });
}

#[test]
fn text_is_ordered_by_code_point() {
    on_each(|place| {
        let mut tx = place.write();
        for (owner, state) in [(1, "Z"), (2, "a"), (3, "č"), (4, "\u{1F600}"), (5, "\u{FFFD}")] {
            let cells = job(0, state, None, None);
            tx.put_entry(company(), nth(owner), &entry(&JOB, 0, cells)).unwrap();
        }
        let mut asked = select(&JOB, vec![]);
        asked.order.column = "state";
        let found = tx.select(&asked).unwrap();
        let order: Vec<u128> = found.iter().map(|f| f.place.owner.as_u128()).collect();
        assert_eq!(order, [1, 2, 3, 5, 4]);
    });
}

#[test]
fn a_row_is_replaced_and_dropped_by_its_key() {
    on_each(|place| {
        let mut tx = place.write();
        let owner: Uuid = nth(10);
        let first = entry(&JOB, 0, job(1, "open", Some(40), None));
        let second = entry(&JOB, 0, job(2, "done", None, Some(5)));
        tx.put_entry(company(), owner, &first).unwrap();
        tx.put_entry(company(), owner, &second).unwrap();
        let found = tx.select(&select(&JOB, vec![])).unwrap();
        let place = Mark { cell: Cell::Int(2), owner, n: 0 };
        let wanted = Found { place, cells: second.cells.clone(), row: second.row.clone() };
        assert_eq!(found, [wanted]);
        tx.drop_entry(company(), owner, &JOB, 1).unwrap();
        tx.drop_entry(nth(2), owner, &JOB, 0).unwrap();
        assert_eq!(tx.select(&select(&JOB, vec![])).unwrap().len(), 1);
        tx.drop_entry(company(), owner, &JOB, 0).unwrap();
        assert_eq!(tx.select(&select(&JOB, vec![])).unwrap(), []);
    });
}
