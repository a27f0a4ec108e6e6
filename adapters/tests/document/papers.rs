//! The papers of the trade on their pages: no last page without a row, whatever their length.

use callout_adapters::format::layout::{Layout, Mark, lay_out};
use callout_core::coverage::Payer;
use callout_core::document::Document;
use callout_core::invoice::{Buyer, Content, Issued, Line, RateTotal, Supply, VatStatus};
use callout_core::job_sheet;
use callout_core::journal::{Evidence, Personal};
use callout_core::money::Exact;
use callout_core::report::{LineKind, Unit};
use callout_core::tax::VatClass;
use callout_core::view;
use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
}

fn seller(payer: bool) -> callout_core::company::Profile {
    let vat_id = payer.then_some("CZ58000003");
    serde_json::from_value(
        json!({"name": "Servis Modrý klíč s. r. o.", "registration_number": "58000003",
        "vat_id": vat_id, "iban": "CZ6508000000192000145399", "email": "servis@klic.example",
        "phone": "+420 601 234 567",
        "register_entry": "Společnost je zapsána u Krajského soudu v Brně, oddíl C, vložka 12345.",
        "address": {"street": "Dlouhá 1", "city": "Brno", "postal_code": "602 00",
            "country": "CZ"}}),
    )
    .unwrap()
}

fn buyer() -> Personal<Buyer> {
    let buyer = json!({"name": "KOVO Hruška s.r.o.", "registration_number": "59610000",
        "vat_id": "CZ59610000", "address": {"street": "Krátká 2", "city": "Wien",
            "postal_code": "1010", "country": "AT"}});
    Personal::of(Uuid::nil(), serde_json::from_value(buyer).unwrap())
}

fn line(number: usize, payer: bool) -> Line {
    Line {
        activity: Uuid::nil(),
        report_line: Uuid::nil(),
        kind: LineKind::Part,
        name: format!("Položka číslo {number}.").into(),
        quantity: exact("2"),
        unit: Unit::Piece,
        unit_price: exact("1249.90"),
        net: exact("2499.80"),
        payer: Payer::Customer,
        vat: VatClass::Standard,
        percent: payer.then(|| exact("21")),
        worked_on: day(12),
        reasons: Vec::new(),
    }
}

fn rate(percent: Option<&str>) -> RateTotal {
    RateTotal {
        vat: VatClass::Standard,
        percent: percent.map(exact),
        base: exact("12499.00"),
        tax: exact("2624.79"),
        law: None,
        exempt: None,
    }
}

fn invoice(lines: usize, rates: &[Option<&str>]) -> Document {
    let payer = rates.iter().any(Option::is_some);
    let content = Content {
        seller: seller(payer),
        seller_vat: VatStatus { payer: Some(payer), as_of: day(12) },
        buyer: buyer(),
        supplies: vec![Supply { number: "SA-2026-00017".into(), ..Supply::default() }],
        lines: (1..=lines).map(|number| line(number, payer)).collect(),
        rates: rates.iter().copied().map(rate).collect(),
        net: exact("12499.00"),
        tax: exact("2624.79"),
        total: exact("15123.79"),
        tax_point: day(12),
        ..Content::default()
    };
    let issue: Issued = serde_json::from_value(json!({
        "number": {"series": "invoice", "year": 2026, "value": 17, "text": "FV-2026-00017"},
        "issued_on": day(14), "due_on": day(28),
        "retention": {"from": "2026-12-31", "years": 10},
        "evidence": Evidence::new(Uuid::nil(), &[0; 16], &content), "format": "pdf"}))
    .unwrap();
    view::invoice(&content, &issue)
}

fn sheet(lines: usize, priced: bool, full: bool) -> Document {
    let shown = |number: usize| job_sheet::LineShown {
        kind: LineKind::Part,
        name: format!("Položka číslo {number}.").into(),
        quantity: exact("2"),
        unit: Unit::Piece,
        net: priced.then(|| exact("2499.80")),
    };
    let mut state = job_sheet::State { version: 1, ..job_sheet::State::default() };
    let content = &mut state.content;
    content.seller = seller(true);
    content.customer = buyer();
    content.activity = "SA-2026-00017".into();
    content.title = "Kompresor neběží".into();
    content.lines = (1..=lines).map(shown).collect();
    content.technicians = vec![Personal::of(Uuid::nil(), "Karel Vrána".to_owned())];
    if full {
        let reading = |parameter: &str| job_sheet::ReadingShown {
            parameter: parameter.to_owned(),
            label: String::new(),
            value: exact("1250.5"),
            unit: "h".to_owned(),
        };
        content.readings = vec![reading("operating_hours"), reading("pressure")];
        content.notes = vec!["Doporučujeme výměnu oleje do konce roku.".into()];
        content.faults = vec![job_sheet::FaultShown {
            symptom: "Po deseti minutách se zastaví.".into(),
            cause: Some("Zanesený chladič.".into()),
            remedy: Some("Vyčištěn.".into()),
        }];
    }
    view::job_sheet(&state, None)
}

fn last_page_has_a_row(layout: &Layout<'_>) -> bool {
    let row = |mark: &Mark| match mark {
        Mark::Text(run) => run.text.starts_with("Položka číslo"),
        _ => false,
    };
    layout.pages.last().is_some_and(|page| page.marks.iter().any(row))
}

type Kind = (&'static str, Box<dyn Fn(usize) -> Document>);

fn kinds() -> Vec<Kind> {
    vec![
        ("one rate", Box::new(|lines| invoice(lines, &[Some("21")]))),
        ("two rates", Box::new(|lines| invoice(lines, &[Some("21"), Some("12")]))),
        ("no payer", Box::new(|lines| invoice(lines, &[None]))),
        ("sheet", Box::new(|lines| sheet(lines, false, false))),
        ("priced sheet", Box::new(|lines| sheet(lines, true, false))),
        ("full sheet", Box::new(|lines| sheet(lines, true, true))),
    ]
}

#[test]
fn no_last_page_is_without_a_row() {
    for (name, kind) in kinds() {
        for lines in 1..=80 {
            let document = kind(lines);
            let layout = lay_out(&document).unwrap();
            assert!(last_page_has_a_row(&layout), "{name} of {lines} lines");
        }
    }
}

#[test]
fn the_ordinary_paper_takes_one_page() {
    for (name, kind) in kinds() {
        let document = kind(12);
        if let Some(folder) = std::env::var_os("DOCUMENT_OUT") {
            paint(&document, std::path::Path::new(&folder), &format!("{name}-12"));
            paint(&kind(33), std::path::Path::new(&folder), &format!("{name}-33"));
        }
        assert_eq!(lay_out(&document).unwrap().pages.len(), 1, "{name}");
    }
}

fn paint(document: &Document, folder: &std::path::Path, name: &str) {
    use callout_core::port::renderer::Renderer;
    let renderers: [&dyn Renderer; 2] = [
        &callout_adapters::format::pdf::PdfRenderer::new(),
        &callout_adapters::format::docx::DocxRenderer::new(),
    ];
    for renderer in renderers {
        let file = format!("{}.{}", name.replace(' ', "-"), renderer.format().extension());
        std::fs::write(folder.join(file), renderer.render(document).unwrap()).unwrap();
    }
}

#[test]
fn papers_say_who_pays_vat_and_where_people_live() {
    let text = |document: &Document| lay_out(document).unwrap().text();
    let (payer, other) = (invoice(2, &[Some("21")]), invoice(2, &[None]));
    assert!(text(&payer).contains("Bez DPH") && text(&payer).contains("Datum uskutečnění"));
    assert!(!text(&other).contains("Bez DPH") && !text(&other).contains("uskutečnění"));
    assert!(text(&payer).contains("Rakousko") && !text(&payer).contains("\nAT\n"));
    let iban = "CZ65\u{a0}0800\u{a0}0000\u{a0}1920\u{a0}0014\u{a0}5399";
    assert!(text(&payer).lines().any(|line| line == iban));
}
