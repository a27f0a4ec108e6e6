//! An issued invoice as a document (Czech act 235/2004, § 29; EN 16931).

use super::{
    Block, Cell, Column, Document, KeyValue, KeyValues, Kind, Language, Parties, Row, Table, Total,
    Totals, format, labels,
};
use crate::coverage::Payer;
use crate::invoice::{Content, Issue, Line, RateTotal, Supply};
use crate::money::{Currency, Exact};

/// The document of an issued invoice. Amounts are written as they were computed: nothing is
/// computed here.
pub fn invoice(content: &Content, issue: &Issue) -> Document {
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
        Block::Totals(totals(content, payer, language)),
    ];
    if payer {
        document.blocks.push(Block::Table(recapitulation(content, language)));
    } else {
        let exempt = content.rates.iter().filter_map(|rate| rate.exempt.as_ref());
        document.blocks.extend(exempt.map(|reason| Block::note(reason.text(language))));
    }
    document
}

fn dates(content: &Content, issue: &Issue, language: Language) -> KeyValues {
    let date = |day| format::date(day, language);
    let mut entries = vec![
        KeyValue::new(language.say("Datum vystavení", "Date of issue"), date(issue.issued_on)),
        KeyValue::new(
            language.say("Datum uskutečnění plnění", "Date of supply"),
            date(content.tax_point),
        ),
        KeyValue::emphasised(language.say("Datum splatnosti", "Due date"), date(issue.due_on)),
        KeyValue::new(
            language.say("Variabilní symbol", "Payment reference"),
            payment_reference(issue),
        ),
    ];
    if !content.seller.iban.is_empty() {
        entries.push(KeyValue::new(
            language.say("Účet (IBAN)", "Account (IBAN)"),
            content.seller.iban.clone(),
        ));
    }
    if !content.supplies.is_empty() {
        let label = language.say("Servisní aktivita", "Service activity");
        // Each supply has its day (act 235/2004, § 31b), where there are several.
        let said = |supply: &Supply| match content.supplies.len() {
            1 => supply.number.clone(),
            _ => format!("{} ({})", supply.number, date(supply.done_on)),
        };
        let said: Vec<String> = content.supplies.iter().map(said).collect();
        entries.push(KeyValue::new(label, said.join(", ")));
    }
    KeyValues { columns: 2, entries }
}

/// Digits of the number, ten at most: year and number (BT-83).
fn payment_reference(issue: &Issue) -> String {
    format!("{}{:05}", issue.number.year, issue.number.value)
}

fn amount(value: Exact, currency: Currency, language: Language) -> String {
    format::amount(value.decimal(), currency.code(), language)
}

fn lines(content: &Content, payer: bool, language: Language) -> Table {
    let mut columns = vec![
        Column::left(language.say("Popis", "Description"), 46),
        Column::right(language.say("Množství", "Quantity"), 14),
        Column::right(language.say("Cena/jedn.", "Unit price"), 16),
    ];
    if payer {
        columns.push(Column::right(language.say("DPH", "VAT"), 9));
    }
    columns.push(Column::right(language.say("Bez DPH", "Net"), 15));
    let rows = content.lines.iter().map(|line| row(line, content.currency, payer, language));
    Table { columns, rows: rows.collect(), ..Table::default() }
}

fn row(line: &Line, currency: Currency, payer: bool, language: Language) -> Row {
    let day = format::date(line.worked_on, language);
    let quantity =
        format::quantity(line.quantity.decimal(), labels::unit(line.unit, language), language);
    let mut cells = vec![
        Cell::with_detail(line.name.words().to_owned(), detail(line, &day, language)),
        Cell::from(quantity),
        Cell::from(format::price(line.unit_price.decimal(), currency.code(), language)),
    ];
    if payer {
        let percent = line.percent.unwrap_or_default();
        cells.push(Cell::from(format::percent(percent.decimal(), language)));
    }
    cells.push(Cell::from(amount(line.net, currency, language)));
    Row::Line { cells }
}

fn detail(line: &Line, day: &str, language: Language) -> String {
    let kind = labels::kind(line.kind, language);
    // Not by the amount: a gram of grease may round to nothing.
    match line.payer {
        Payer::Customer => format!("{kind}, {day}"),
        Payer::Warranty => {
            let borne = language.say("hradí záruka", "borne by the warranty");
            format!("{kind}, {day}, {borne}")
        }
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
    Totals { lines, ..Totals::default() }
}

fn recapitulation(content: &Content, language: Language) -> Table {
    let columns = vec![
        Column::left(language.say("Rekapitulace DPH", "VAT summary"), 34),
        Column::right(language.say("Základ", "Base"), 22),
        Column::right(language.say("Daň", "Tax"), 22),
        Column::right(language.say("Celkem", "Total"), 22),
    ];
    let row = |rate: &RateTotal| {
        let percent = rate.percent.unwrap_or_default();
        let label = format!(
            "{} {}",
            language.say("Sazba", "Rate"),
            format::percent(percent.decimal(), language)
        );
        let total = rate.base.plus(rate.tax).unwrap_or_default();
        let amounts = [rate.base, rate.tax, total];
        let amounts = amounts.map(|value| amount(value, content.currency, language));
        Row::line(std::iter::once(label).chain(amounts))
    };
    Table { columns, rows: content.rates.iter().map(row).collect(), ..Table::default() }
}
