//! Of those who saw one version, one changes it; a command asked by all is executed once.

use super::race::{Field, codes};
use crate::support::world;
use callout::engine::Request;
use std::collections::BTreeSet;
use uuid::Uuid;

#[test]
fn numbers_have_no_gaps_and_each_command_is_executed_once() {
    let field = Field::new();
    let engine = &field.engine;
    world::founded(engine);
    let requests: Vec<Request> = (0..100).map(|n| world::draft(&format!("{n}"))).collect();
    assert_eq!(field.race(std::slice::from_ref(&requests)), Vec::new());
    world::assert_clean(engine);
    assert_eq!(
        engine.session(world::company(), world::manager()).head().expect("a head").count,
        world::FOUNDED + 200
    );
    let targets: BTreeSet<Uuid> =
        field.done(&requests).iter().map(|receipt| receipt.target).collect();
    let numbers: BTreeSet<u64> = targets.iter().map(|id| world::number(engine, *id)).collect();
    assert_eq!(numbers, (1..=100).collect());
}

#[test]
fn of_those_who_saw_one_version_one_changes_it() {
    let field = Field::new();
    let engine = &field.engine;
    world::founded(engine);
    let activities: Vec<Uuid> = (0..20)
        .map(|n| engine.execute(&world::draft(&format!("{n}"))).expect("drafted").target)
        .collect();
    // Two ask the same with two ids, and only one of them is first.
    let pairs: Vec<Vec<Request>> =
        activities.iter().map(|id| vec![world::open(*id), world::open(*id)]).collect();
    let refused = field.race(&pairs);
    assert_eq!(codes(&refused), BTreeSet::from(["RECORD-VERSION-01"]));
    world::assert_clean(engine);
    for pair in pairs {
        assert_eq!(field.done(&pair).len(), 1);
    }
}
