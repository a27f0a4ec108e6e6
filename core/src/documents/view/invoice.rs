//! An issued invoice as a document (Czech act 235/2004, § 29; EN 16931).

use super::labels;
use crate::coverage::Payer;
use crate::document::{
    Block, Cell, Column, Document, KeyValue, KeyValues, Kind, Language, Parties, Row, Table, Total,
    Totals, format,
};
use crate::invoice::{Content, Issued, Line, RateTotal, Supply, SupplyRate};
use crate::money::{Currency, Exact};

/// The document of an issued invoice. Amounts are written as they were computed: nothing is
/// computed here.
pub fn invoice(content: &Content, issue: &Issued) -> Document {
    let language = content.language;
    let payer = content.seller_vat.payer == Some(true);
    let title = match payer {
        true => language.say("Faktura – daňový doklad", "Invoice – tax document"),
        false => language.say("Faktura", "Invoice"),
    };
    let mut document = Document::new(Kind::Invoice, title, language);
    document.number = issue.number.text();
    document.created = issue.issued_on.and_time(chrono::NaiveTime::MIN).and_utc();
    document.author = content.seller.name.clone();
    document.content_hash = Some(issue.evidence.hash.to_string());
    document.footer = content.seller.register_entry.clone();
    document.blocks = vec![
        Block::Parties(Parties {
            left: labels::seller(&content.seller, language.say("Dodavatel", "Supplier"), language),
            right: labels::buyer(
                content.buyer.reveal(),
                language.say("Odběratel", "Customer"),
                language,
            ),
        }),
        Block::KeyValues(dates(content, issue, language)),
        Block::Table(lines(content, payer, language)),
    ];
    if payer && content.supplies.len() > 1 {
        document.blocks.push(Block::Table(supplies(content, language)));
    }
    document.blocks.push(Block::Totals(totals(content, payer, language)));
    if !payer {
        let exempt = content.rates.iter().filter_map(|rate| rate.exempt.as_ref());
        document.blocks.extend(exempt.map(|reason| Block::note(reason.text(language))));
    }
    document
}

fn dates(content: &Content, issue: &Issued, language: Language) -> KeyValues {
    let date = |day| format::date(day, language);
    // Who pays no VAT has no taxable supply.
    let supplied = match content.seller_vat.payer {
        Some(true) => language.say("Datum uskutečnění plnění", "Date of supply"),
        _ => language.say("Datum dodání", "Date of delivery"),
    };
    let mut entries = vec![
        KeyValue::new(language.say("Datum vystavení", "Date of issue"), date(issue.issued_on)),
        KeyValue::new(supplied, date(content.tax_point)),
        KeyValue::emphasised(language.say("Datum splatnosti", "Due date"), date(issue.due_on)),
        KeyValue::new(
            language.say("Variabilní symbol", "Payment reference"),
            payment_reference(issue),
        ),
    ];
    if !content.seller.iban.is_empty() {
        entries.push(KeyValue::new(
            language.say("Účet (IBAN)", "Account (IBAN)"),
            account(&content.seller.iban),
        ));
    }
    // Several stand above their lines, each with its day.
    if let [supply] = content.supplies.as_slice() {
        entries.push(KeyValue::new(language.say("Zakázka", "Job"), supply.number.clone()));
    }
    KeyValues { columns: 2, entries }
}

/// In groups of four, as banks write it, on one line.
fn account(iban: &str) -> String {
    let letters: Vec<char> = iban.chars().filter(|letter| !letter.is_whitespace()).collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(&format::NO_BREAK.to_string())
}

/// Digits of the number, ten at most: year and number (BT-83).
fn payment_reference(issue: &Issued) -> String {
    format!("{}{:05}", issue.number.year, issue.number.value)
}

fn amount(value: Exact, currency: Currency, language: Language) -> String {
    format::amount(value.decimal(), currency.code(), language)
}

fn lines(content: &Content, payer: bool, language: Language) -> Table {
    // Each day of its own is a column, and not a second line in every row.
    let days = content.lines.iter().any(|line| line.worked_on != content.tax_point);
    let mut columns = vec![Column::left(language.say("Popis", "Description"), 46)];
    if days {
        columns.push(Column::right(language.say("Dne", "Date"), 13));
    }
    columns.push(Column::right(language.say("Množství", "Quantity"), 13));
    columns.push(Column::right(language.say("Cena/jedn.", "Unit price"), 15));
    if payer {
        columns.push(Column::right(language.say("DPH", "VAT"), 8));
    }
    // Who pays no VAT has no price without it.
    let amounts = match payer {
        true => language.say("Bez DPH", "Net"),
        false => language.say("Celkem", "Total"),
    };
    columns.push(Column::right(amounts, 15));
    let shown = Shown { payer, days, currency: content.currency, language };
    let mut rows = Vec::new();
    let mut above = None;
    for line in &content.lines {
        let supply = content.supplies.iter().find(|supply| supply.activity == line.activity);
        if let Some(supply) = supply
            && content.supplies.len() > 1
            && above != Some(line.activity)
        {
            above = Some(line.activity);
            let done_on = format::date(supply.done_on, language);
            rows.push(Row::group(format!("{} ({done_on})", supply.number)));
        }
        rows.push(row(line, shown));
    }
    Table { columns, rows, ..Table::default() }
}

/// What a summary tax document says of each supply: its day, base, rate and tax (act 235/2004,
/// § 31b).
fn supplies(content: &Content, language: Language) -> Table {
    let columns = vec![
        Column::left(language.say("Zakázka", "Job"), 26),
        Column::right(language.say("Uskutečněno", "Supplied on"), 16),
        Column::right(language.say("Sazba DPH", "VAT rate"), 12),
        Column::right(language.say("Základ", "Base"), 18),
        Column::right(language.say("Daň", "Tax"), 18),
    ];
    let row = |supply: &Supply, rate: &SupplyRate| {
        let money = |value| amount(value, content.currency, language);
        Row::line([
            supply.number.clone(),
            format::date(supply.done_on, language),
            format::percent(rate.percent.decimal(), language),
            money(rate.base),
            money(rate.tax),
        ])
    };
    let rows = content.supplies.iter();
    let rows = rows.flat_map(|supply| supply.rates.iter().map(|rate| row(supply, rate)));
    Table { columns, rows: rows.collect(), ..Table::default() }
}

/// Which columns there are, and how they are written.
#[derive(Clone, Copy)]
struct Shown {
    payer: bool,
    days: bool,
    currency: Currency,
    language: Language,
}

fn row(line: &Line, shown: Shown) -> Row {
    let Shown { payer, days, currency, language } = shown;
    let mut cells =
        vec![Cell { text: line.name.words().to_owned(), detail: borne(line, language) }];
    if days {
        cells.push(Cell::from(format::date(line.worked_on, language)));
    }
    cells.push(Cell::from(labels::amount(line.quantity.decimal(), line.unit, language)));
    cells.push(Cell::from(format::price(line.unit_price.decimal(), currency.code(), language)));
    if payer {
        let percent = line.percent.unwrap_or_default();
        cells.push(Cell::from(format::percent(percent.decimal(), language)));
    }
    cells.push(Cell::from(amount(line.net, currency, language)));
    Row::Line { cells }
}

/// Who bears it, where that is not the customer. Not by the amount: a gram of grease may round to
/// nothing.
fn borne(line: &Line, language: Language) -> Option<String> {
    match line.payer {
        Payer::Customer => None,
        Payer::Warranty => Some(language.say("hradí záruka", "borne by the warranty").to_owned()),
    }
}

fn totals(content: &Content, payer: bool, language: Language) -> Totals {
    let money = |value: Exact| format::money(value.decimal(), content.currency.code(), language);
    let mut lines = Vec::new();
    if payer {
        let net = language.say("Celkem bez DPH", "Total without VAT");
        lines.push(Total::new(net, money(content.net)));
        lines.push(Total::new(language.say("DPH", "VAT"), money(content.tax)));
    }
    let due = language.say("Celkem k úhradě", "Total to pay");
    lines.push(Total::emphasised(due, money(content.total)));
    let table = payer.then(|| recapitulation(content, language));
    Totals { lines, table, ..Totals::default() }
}

fn recapitulation(content: &Content, language: Language) -> Table {
    let columns = vec![
        Column::left(language.say("Sazba DPH", "VAT rate"), 22),
        Column::right(language.say("Základ", "Base"), 22),
        Column::right(language.say("Daň", "Tax"), 22),
        Column::right(language.say("Celkem", "Total"), 22),
    ];
    let row = |rate: &RateTotal| {
        let percent = rate.percent.unwrap_or_default();
        let label = format::percent(percent.decimal(), language);
        let total = rate.base.plus(rate.tax).unwrap_or_default();
        let amounts = [rate.base, rate.tax, total];
        let amounts = amounts.map(|value| amount(value, content.currency, language));
        Row::line(std::iter::once(label).chain(amounts))
    };
    Table { columns, rows: content.rates.iter().map(row).collect(), ..Table::default() }
}
