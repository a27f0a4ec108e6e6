//! An invoice and a job sheet as a small company sends them.

use crate::pictures;
use callout_core::document::{
    Align, Block, Cell, Column, Document, KeyValue, KeyValues, Kind, Language, Note, Parties,
    Party, Picture, Row, SignatureBox, Signatures, Table, Total, Totals, format,
};
use chrono::{NaiveDate, TimeZone, Utc};
use rust_decimal::Decimal;

/// Czech or English, whichever is asked for.
fn either<'t>(language: Language, cs: &'t str, en: &'t str) -> &'t str {
    match language {
        Language::Cs => cs,
        Language::En => en,
    }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
}

fn parties(l: Language) -> Block {
    let party = |title: &str, name: &str, lines: &[&str]| Party {
        title: title.to_uppercase(),
        name: name.into(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    };
    Block::Parties(Parties {
        left: party(
            either(l, "Dodavatel", "Supplier"),
            "Tepelná technika Říha, s.r.o.",
            &["Žižkova 1247/18", "586 01 Jihlava", "IČO: 27182818   DIČ: CZ27182818"],
        ),
        right: party(
            either(l, "Odběratel", "Customer"),
            "Společenství vlastníků Lípová 12–16",
            &["Lípová 14", "370 05 České Budějovice", "IČO: 31415926"],
        ),
    })
}

struct Job {
    text: (&'static str, &'static str),
    unit: (&'static str, &'static str),
    price: &'static str,
}

const JOBS: [Job; 8] = [
    Job {
        text: ("Diagnostika závady kotle", "Boiler fault diagnosis"),
        unit: ("h", "h"),
        price: "850",
    },
    Job {
        text: ("Oběhové čerpadlo 25-60/180", "Circulation pump 25-60/180"),
        unit: ("ks", "pc"),
        price: "4890.50",
    },
    Job { text: ("Těsnění příruby", "Flange gasket"), unit: ("ks", "pc"), price: "38" },
    Job {
        text: ("Čištění výměníku a hořáku", "Cleaning of exchanger and burner"),
        unit: ("h", "h"),
        price: "920",
    },
    Job { text: ("Doprava technika", "Technician's travel"), unit: ("km", "km"), price: "14.50" },
    Job {
        text: ("Expanzní nádoba 18 l", "Expansion vessel 18 l"),
        unit: ("ks", "pc"),
        price: "1749",
    },
    Job {
        text: ("Napouštění a odvzdušnění soustavy", "Filling and venting"),
        unit: ("h", "h"),
        price: "790",
    },
    Job {
        text: ("Revizní zpráva plynového zařízení", "Gas inspection report"),
        unit: ("ks", "pc"),
        price: "2450",
    },
];

/// Rows of an invoice with so many lines, and their sum.
fn invoice_rows(count: usize, l: Language) -> (Vec<Row>, Decimal) {
    let mut rows = Vec::new();
    let mut sum = Decimal::ZERO;
    for index in 0..count {
        if index % 20 == 0 {
            let visit = day(5 + u32::try_from(index / 20 % 20).unwrap());
            let title = format!("{} {}", either(l, "Zásah", "Visit"), format::date(visit, l));
            rows.push(Row::group(title));
        }
        let job = &JOBS[index % JOBS.len()];
        let quantity = Decimal::new(5 + 5 * i64::try_from(index % 7).unwrap(), 1);
        let price: Decimal = job.price.parse().unwrap();
        let total = quantity * price;
        sum += total;
        let text = either(l, job.text.0, job.text.1);
        let cell = match index % JOBS.len() {
            1 => Cell::with_detail(
                text,
                either(l, "výr. č. GF-7731-0442, záruka 24 měsíců", "serial GF-7731-0442"),
            ),
            _ => text.into(),
        };
        rows.push(Row::Line {
            cells: vec![
                (index + 1).to_string().into(),
                cell,
                format::quantity(quantity, either(l, job.unit.0, job.unit.1), l).into(),
                format::decimal(price, 2, l).into(),
                format::percent(Decimal::from(21), l).into(),
                format::decimal(total, 2, l).into(),
            ],
        });
    }
    (rows, sum)
}

fn details(l: Language) -> Block {
    let pair = |cs: &str, en: &str, value: String| KeyValue::new(either(l, cs, en), value);
    Block::KeyValues(KeyValues {
        columns: 2,
        entries: vec![
            pair("Datum vystavení", "Date of issue", format::date(day(15), l)),
            pair("Datum zdan. plnění", "Tax point date", format::date(day(14), l)),
            KeyValue::emphasised(
                either(l, "Datum splatnosti", "Due date"),
                format::date(day(29), l),
            ),
            pair("Číslo účtu", "Account", "19-2000145399/0800".into()),
            pair("IBAN", "IBAN", "CZ65 0800 0000 1920 0014 5399".into()),
            KeyValue::emphasised(either(l, "Variabilní symbol", "Reference"), "2026000123"),
        ],
    })
}

fn vat(base: Decimal, l: Language) -> (Table, Decimal) {
    let tax = (base * Decimal::new(21, 2)).round_dp(2);
    let amount = |value| format::decimal(value, 2, l);
    let table = Table {
        columns: vec![
            Column::left(either(l, "Sazba DPH", "VAT rate"), 2),
            Column::right(either(l, "Základ", "Base"), 2),
            Column::right(either(l, "Daň", "Tax"), 2),
            Column::right(either(l, "Celkem", "Total"), 2),
        ],
        rows: vec![Row::line([
            format::percent(Decimal::from(21), l),
            amount(base),
            amount(tax),
            amount(base + tax),
        ])],
        empty: None,
    };
    (table, tax)
}

/// An invoice of so many lines.
pub fn invoice(l: Language, lines: usize) -> Document {
    let title = either(l, "Faktura – daňový doklad", "Invoice – tax document");
    let mut invoice = Document::new(Kind::Invoice, title, l);
    invoice.number = "2026000123".into();
    invoice.created = Utc.with_ymd_and_hms(2026, 10, 15, 9, 30, 0).unwrap();
    invoice.author = "Tepelná technika Říha, s.r.o.".into();
    let mut logo = Picture::new(pictures::logo(), "Tepelná technika Říha", (40, 16));
    logo.align = Align::Right;
    invoice.logo = Some(logo);
    invoice.footer = either(
        l,
        "Zapsáno v obchodním rejstříku, Krajský soud v Brně, oddíl C, vložka 31415. \
         Tel. +420 567 123 456, servis@example.com",
        "Registered in the commercial register, Regional Court in Brno, C 31415. \
         Phone +420 567 123 456, servis@example.com",
    )
    .into();
    invoice.content_hash =
        Some("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into());
    let (rows, base) = invoice_rows(lines, l);
    let (vat, tax) = vat(base, l);
    let mut code = Picture::new(pictures::code(), either(l, "QR Platba", "Payment code"), (32, 32));
    code.caption = either(l, "QR Platba", "Pay by code").into();
    invoice.blocks = vec![
        parties(l),
        details(l),
        Block::Table(Table {
            columns: vec![
                Column::right(either(l, "Č.", "No"), 2),
                Column::left(either(l, "Popis", "Description"), 17),
                Column::right(either(l, "Množství", "Quantity"), 5),
                Column::right(either(l, "Cena za jedn.", "Unit price"), 6),
                Column::right(either(l, "DPH", "VAT"), 3),
                Column::right(either(l, "Celkem Kč", "Total CZK"), 6),
            ],
            rows,
            empty: None,
        }),
        Block::heading(either(l, "Rekapitulace DPH", "VAT summary")),
        Block::Table(vat),
        Block::Totals(Totals {
            lines: vec![
                Total::new(
                    either(l, "Základ daně", "Taxable amount"),
                    format::money(base, "CZK", l),
                ),
                Total::new(either(l, "DPH 21 %", "VAT 21%"), format::money(tax, "CZK", l)),
                Total::emphasised(
                    either(l, "Celkem k úhradě", "Amount due"),
                    format::money(base + tax, "CZK", l),
                ),
            ],
            picture: Some(code),
            table: None,
        }),
        Block::note(either(
            l,
            "Děkujeme za včasnou úhradu. Reklamace uplatňujte u dodavatele do 14 dnů od převzetí.",
            "Thank you for paying on time. Complaints are taken within 14 days of hand-over.",
        )),
    ];
    invoice
}

/// A job sheet, signed with reservation by the customer.
pub fn job_sheet(l: Language) -> Document {
    let mut sheet = Document::new(Kind::JobSheet, either(l, "Zakázkový list", "Job sheet"), l);
    sheet.number = "ZL-2026-0042".into();
    sheet.created = Utc.with_ymd_and_hms(2026, 10, 14, 13, 5, 0).unwrap();
    sheet.author = "Tepelná technika Říha, s.r.o.".into();
    let pair = |cs: &str, en: &str, value: &str| KeyValue::new(either(l, cs, en), value);
    sheet.blocks = vec![
        parties(l),
        Block::KeyValues(KeyValues {
            columns: 1,
            entries: vec![
                pair("Zařízení", "Equipment", "Kotel Thermona THERM 24 KDN, v. č. 2019-118-3340"),
                pair("Místo", "Site", "Lípová 14, kotelna v 1. PP"),
                pair("Technik", "Technician", "Jiří Křížek"),
            ],
        }),
        Block::heading(either(l, "Závada a oprava", "Fault and remedy")),
        Block::paragraph(either(
            l,
            "Kotel hlásí chybu E04, čerpadlo se netočí. Vyměněno oběhové čerpadlo a těsnění, \
             soustava napuštěna a odvzdušněna, provoz ověřen při 65 °C.",
            "The boiler reports E04, the pump does not turn. Pump and gasket were replaced, the \
             system was filled and vented, operation was checked at 65 °C.",
        )),
        Block::heading(either(l, "Práce a materiál", "Work and material")),
        Block::Table(Table {
            columns: vec![
                Column::left(either(l, "Položka", "Item"), 5),
                Column::right(either(l, "Množství", "Quantity"), 1),
                Column::center(either(l, "Záruka", "Warranty"), 1),
            ],
            rows: vec![
                Row::line(["Oběhové čerpadlo 25-60/180", "1\u{a0}ks", "ano"]),
                Row::line(["Těsnění příruby", "2\u{a0}ks", "ne"]),
                Row::line(["Servisní práce", "2,5\u{a0}h", "ne"]),
                Row::line(["Doprava", "36\u{a0}km", "ne"]),
            ],
            empty: None,
        }),
        Block::Note(Note {
            title: either(l, "Doporučení", "Advice").into(),
            text: either(
                l,
                "Expanzní nádoba je na hranici životnosti, doporučujeme výměnu do jara.",
                "The expansion vessel is near its end, replace it before spring.",
            )
            .into(),
        }),
        signatures(l),
    ];
    sheet
}

fn signatures(l: Language) -> Block {
    let signed = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap().and_hms_opt(15, 5, 0).unwrap();
    let one = |title: &str, name: &str, state: &str| SignatureBox {
        title: title.to_uppercase(),
        name_label: either(l, "Jméno", "Name").into(),
        name: name.into(),
        time_label: either(l, "Datum a čas", "Date and time").into(),
        time: format::date_time(signed, l),
        picture: None,
        state: state.into(),
    };
    let mut customer = one(
        either(l, "Podpis zákazníka", "Customer's signature"),
        "Božena Dvořáčková",
        either(
            l,
            "Podepsáno s výhradou: stopy po práci na podlaze kotelny.",
            "Signed with reservation: traces of work on the floor.",
        ),
    );
    customer.picture = Some(Picture::new(
        pictures::signature(),
        either(l, "Podpis zákazníka", "Customer's signature"),
        (60, 22),
    ));
    let mut technician =
        one(either(l, "Podpis technika", "Technician's signature"), "Jiří Křížek", "");
    technician.time = String::new();
    Block::Signatures(Signatures { boxes: vec![technician, customer] })
}
