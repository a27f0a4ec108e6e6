//! `docs/limits.md` says what the code does: each limit of it is a constant of that value, the code
//! that refuses is in the registry, and the test that stands at the limit is there. No constant
//! that bounds what comes from outside is missing from it.

use super::source::{files, library, root, text};
use std::collections::BTreeSet;

const TABLE: &str = "docs/limits.md";

/// Constants of the name of a bound that are none of a host's: each with the reason.
const NOT_OF_HOSTS: &[(&str, &str)] = &[
    ("adapters/src/format/", "how a page is laid out, not what is taken"),
    ("adapters/src/calendar/caldav/refused.rs", "how long a server may have us wait"),
    ("adapters/src/calendar/caldav/xml.rs", "the answer of a server that Callout itself asks"),
    ("adapters/src/store/", "how a store works, not what it takes"),
    ("adapters/src/plugin_host/tables.rs", "no struct of any version is larger"),
    ("adapters/src/mail/eml/", "how a letter is taken apart; what of it is left out, a note says"),
    ("adapters/src/registry/", "the answer of a register that Callout itself asks"),
    ("core/src/correspondence/enquiry/", "how facts are looked for in a letter"),
    ("core/src/values/letter/", "what compose takes"),
    ("core/src/values/error/text.rs", "what the house itself says"),
    ("core/src/engine/command/facts/", "what is named in a refusal, or looked for in an erasure"),
    ("core/src/engine/query/persons.rs", "of how many words a place is told"),
    ("core/src/engine/command/receipt.rs", "how many old receipts one command ends"),
    ("core/src/engine/verify/", "how many problems are told"),
    ("core/src/correspondence/mail/command.rs", "how many notes are kept"),
    ("core/src/plugin/", "what is kept of a plugin's name and words"),
    ("core/src/spine/port/words.rs", "how much of a text is found by its words"),
];

struct Row {
    most: u64,
    beyond: String,
    file: String,
    constant: String,
    test: String,
}

fn rows() -> Vec<Row> {
    let table = text(TABLE);
    let lines =
        table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| what |"));
    let rows = lines.filter(|line| !line.starts_with("| ---")).map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [_, most, _, beyond, code, test] = cells[..] else { panic!("six cells: {line}") };
        let quoted: Vec<&str> = code.split('`').filter(|part| !part.trim().is_empty()).collect();
        let [file, constant] = quoted[..] else { panic!("a file and a constant: {line}") };
        Row {
            most: said(most),
            beyond: beyond.to_owned(),
            file: file.to_owned(),
            constant: constant.to_owned(),
            test: test.trim_matches('`').to_owned(),
        }
    });
    rows.collect()
}

/// `20,000`, `4 MiB`.
fn said(most: &str) -> u64 {
    let (number, unit) = most.split_once(' ').unwrap_or((most, ""));
    let number: u64 = number.replace(',', "").parse().expect("a number");
    number
        * match unit {
            "" => 1,
            "KiB" => 1 << 10,
            "MiB" => 1 << 20,
            other => panic!("{other} is no unit"),
        }
}

/// The value of a constant: numbers with `*` or `<<` between them.
fn value(text: &str, constant: &str) -> Option<u64> {
    let (_, after) = text.split_once(&format!("const {constant}:"))?;
    let said = after.split_once('=')?.1.split_once(';')?.0;
    let number = |text: &str| text.trim().replace('_', "").parse::<u64>().ok();
    match said.split_once("<<") {
        Some((number_, by)) => Some(number(number_)? << number(by)?),
        None => said.split('*').map(number).product(),
    }
}

#[test]
fn each_limit_is_what_the_code_holds() {
    let rows = rows();
    assert!(rows.len() > 30, "the table is found");
    let codes = text("include/schema/codes.json");
    let tests: Vec<String> = files("tests").into_iter().chain(files("adapters/tests")).collect();
    let tests = tests.into_iter().filter(|path| path.ends_with(".rs"));
    let inside = library().into_iter().map(|source| source.path);
    let told: String = tests.chain(inside).map(|path| text(&path)).collect();
    for Row { most, beyond, file, constant, test } in rows {
        assert_eq!(value(&text(&file), &constant), Some(most), "{file}: {constant}");
        for code in beyond.split('`').skip(1).step_by(2) {
            assert!(codes.contains(&format!("\"{code}\"")), "{constant}: there is no {code}");
        }
        let there = match test.strip_suffix(".case") {
            Some(_) => root().join(&test).is_file(),
            None => told.contains(&format!("fn {test}()")),
        };
        assert!(there, "{constant}: there is no test {test}");
    }
}

#[test]
fn no_limit_is_missing_from_the_table() {
    let told: BTreeSet<(String, String)> =
        rows().into_iter().map(|row| (row.file, row.constant)).collect();
    for source in library() {
        if NOT_OF_HOSTS.iter().any(|(place, _)| source.path.starts_with(place)) {
            continue;
        }
        for line in source.code.lines() {
            let Some((_, after)) = line.split_once("const MAX_") else { continue };
            let name = after.split(':').next().unwrap_or_default();
            let constant = (source.path.clone(), format!("MAX_{name}"));
            assert!(told.contains(&constant), "{TABLE} does not tell {constant:?}");
        }
    }
    for (place, why) in NOT_OF_HOSTS {
        assert!(library().iter().any(|source| source.path.starts_with(place)), "{place}: {why}");
    }
}
