//! A job sheet as a document (S40, S41).

use super::labels;
use crate::document::{
    Block, Column, Document, KeyValue, KeyValues, Kind, Language, Parties, Party, Picture, Row,
    SignatureBox, Signatures, Table, format,
};
use crate::job_sheet::{Content, Signature, Signed, State, VisitShown};
use crate::journal::{FreeText, Personal};
use crate::schedule::Instant;

/// The document of a job sheet's newest version. `picture` is the signature's, where there is one.
pub fn job_sheet(state: &State, picture: Option<Vec<u8>>) -> Document {
    let content = &state.content;
    let language = content.language;
    let title = language.say("Zakázkový list", "Job sheet");
    let mut document = Document::new(Kind::JobSheet, title, language);
    document.number = numbered(state);
    document.created = state.generated_at.utc();
    document.author = content.seller.name.clone();
    document.footer = content.seller.register_entry.clone();
    document.content_hash = Some(state.content_hash.to_string());
    let parties = Parties {
        left: labels::seller(&content.seller, language.say("Servis", "Service"), language),
        right: customer(content),
    };
    document.blocks.push(Block::Parties(parties));
    document.blocks.push(Block::KeyValues(facts(state)));
    faults(content, &mut document.blocks);
    document.blocks.push(Block::Table(lines(content)));
    if !content.readings.is_empty() {
        let heading = language.say("Parametry stroje", "Equipment parameters");
        document.blocks.push(Block::heading(heading));
        document.blocks.push(Block::KeyValues(readings(content)));
    }
    if !content.notes.is_empty() {
        document.blocks.push(Block::heading(language.say("Poznámky", "Notes")));
        document.blocks.extend(content.notes.iter().map(|note| Block::paragraph(note.words())));
    }
    document.blocks.push(Block::Signatures(signatures(state, picture)));
    document
}

fn numbered(state: &State) -> String {
    let number = state.number.text();
    if state.version > 1 { format!("{number}/{}", state.version) } else { number }
}

fn customer(content: &Content) -> Party {
    let language = content.language;
    let title = language.say("Zákazník", "Customer");
    let mut party = labels::buyer(content.customer.reveal(), title, language);
    if let Some(site) = content.site.as_ref().and_then(|site| site.reveal()) {
        let at = labels::address(site, language).join(", ");
        party.lines.push(format!("{} {at}", language.say("Místo:", "Site:")));
    }
    party
}

fn time(at: Instant, content: &Content) -> String {
    format::date_time(content.zone.wall(at), content.language)
}

fn names(names: &[Personal<String>]) -> String {
    names.iter().map(Personal::reveal_text).collect::<Vec<_>>().join(", ")
}

/// From when to when; the day once where it is one.
fn span(visit: &VisitShown, content: &Content) -> String {
    let started = time(visit.started, content);
    let Some(ended) = visit.ended else { return format!("{started} –") };
    let day = |at| content.zone.wall(at).date();
    if day(visit.started) != day(ended) {
        return format!("{started} – {}", time(ended, content));
    }
    format!("{started}–{}", format::time(content.zone.wall(ended), content.language))
}

fn facts(state: &State) -> KeyValues {
    let content = &state.content;
    let language = content.language;
    let activity = format!("{} {}", content.activity, content.title.words());
    let mut entries = Vec::new();
    if state.version > 1 {
        let (own, old) = (state.version, state.version - 1);
        let shown = match language {
            Language::Cs => format!("{own}, nahrazuje verzi {old}"),
            Language::En => format!("{own}, replaces version {old}"),
        };
        entries.push(KeyValue::emphasised(language.say("Verze", "Version"), shown));
    }
    entries.extend([
        KeyValue::new(language.say("Zakázka", "Job"), activity),
        KeyValue::new(language.say("Nahlášeno", "Reported"), time(content.reported_at, content)),
        KeyValue::new(language.say("Vystaveno", "Issued"), time(state.generated_at, content)),
    ]);
    if !content.technicians.is_empty() {
        let label = language.say("Technik", "Technician");
        entries.push(KeyValue::new(label, names(&content.technicians)));
    }
    if let Some(machine) = &content.equipment {
        let parts = [&machine.name, &machine.manufacturer, &machine.model];
        let shown: Vec<&str> =
            parts.into_iter().map(FreeText::words).filter(|part| !part.is_empty()).collect();
        let mut shown = shown.join(" ");
        // Beside its equipment: as a pair of its own it may come into the other column.
        if !machine.serial.is_empty() {
            let label = language.say("výr. č.", "serial no.");
            shown = format!("{shown}, {label} {}", machine.serial.words());
        }
        entries.push(KeyValue::new(language.say("Zařízení", "Equipment"), shown));
    }
    for visit in &content.visits {
        entries.push(KeyValue::new(language.say("Návštěva", "Visit"), span(visit, content)));
    }
    KeyValues { columns: 2, entries }
}

fn faults(content: &Content, blocks: &mut Vec<Block>) {
    let language = content.language;
    if content.faults.is_empty() {
        return;
    }
    blocks.push(Block::heading(language.say("Závady", "Faults")));
    for fault in &content.faults {
        let mut text = fault.symptom.words().to_owned();
        if let Some(cause) = &fault.cause {
            text.push_str(&format!("\n{} {}", language.say("Příčina:", "Cause:"), cause.words()));
        }
        if let Some(remedy) = &fault.remedy {
            let label = language.say("Odstranění:", "Remedy:");
            text.push_str(&format!("\n{label} {}", remedy.words()));
        }
        blocks.push(Block::paragraph(text));
    }
}

fn lines(content: &Content) -> Table {
    let language = content.language;
    let priced = content.lines.iter().any(|line| line.net.is_some());
    let mut columns = vec![
        Column::left(language.say("Provedené práce a díly", "Work done and parts used"), 55),
        Column::left(language.say("Druh", "Kind"), 22),
        Column::right(language.say("Množství", "Quantity"), 23),
    ];
    if priced {
        // Who pays no VAT has no price without it.
        let amounts = match content.seller.vat_id {
            Some(_) => language.say("Bez DPH", "Net"),
            None => language.say("Celkem", "Total"),
        };
        columns.push(Column::right(amounts, 20));
    }
    let rows = content.lines.iter().map(|line| {
        let quantity = labels::amount(line.quantity.decimal(), line.unit, language);
        let kind = labels::kind(line.kind, language).to_owned();
        let mut cells = vec![line.name.words().to_owned(), kind, quantity];
        if priced {
            // What has no price yet is not free: the customer signs what stands here.
            let net = line.net.map(|net| format::decimal(net.decimal(), 2, language));
            cells.push(net.unwrap_or_else(|| "–".to_owned()));
        }
        Row::line(cells)
    });
    Table { rows: rows.collect(), columns, ..Table::default() }
}

fn readings(content: &Content) -> KeyValues {
    let language = content.language;
    let entries = content.readings.iter().map(|reading| {
        let value = format::quantity(reading.value.decimal(), &reading.unit, language);
        KeyValue::new(labels::reading(&reading.label, &reading.parameter, language), value)
    });
    KeyValues { columns: 2, entries: entries.collect() }
}

fn signatures(state: &State, picture: Option<Vec<u8>>) -> Signatures {
    let content = &state.content;
    let language = content.language;
    let mut customer = SignatureBox {
        title: language.say("Za zákazníka", "For the customer").to_owned(),
        name_label: language.say("Jméno", "Name").to_owned(),
        time_label: language.say("Datum a čas", "Date and time").to_owned(),
        ..SignatureBox::default()
    };
    let sign = |signed: &Signed, customer: &mut SignatureBox| {
        customer.name = signed.name.reveal_text().to_owned();
        customer.time = time(signed.at, content);
        let alt = language.say("Podpis zákazníka", "The customer's signature");
        customer.picture = picture.map(|bytes| Picture::new(bytes, alt, (60, 20)));
    };
    match &state.signature {
        Signature::Pending => {}
        Signature::Signed(signed) => sign(signed, &mut customer),
        Signature::SignedWithReservation(signed) => {
            sign(signed, &mut customer);
            let label = language.say("S výhradou:", "With reservation:");
            let reservation = signed.reservation.as_ref().map(Personal::reveal_text);
            let reservation = reservation.unwrap_or_default();
            customer.state = format!("{label} {reservation}");
        }
        Signature::Refused { reason, at } => {
            customer.time = time(*at, content);
            let label = language.say("Podpis odmítnut:", "Refused:");
            customer.state = format!("{label} {}", reason.reveal_text());
        }
        Signature::Absent { reason, at } => {
            customer.time = time(*at, content);
            let label = language.say("Nepřítomen:", "Absent:");
            customer.state = format!("{label} {}", reason.reveal_text());
        }
    }
    let technician = SignatureBox {
        title: language.say("Za servis", "For the service").to_owned(),
        name_label: customer.name_label.clone(),
        name: names(&content.technicians),
        time_label: customer.time_label.clone(),
        ..SignatureBox::default()
    };
    Signatures { boxes: vec![customer, technician] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_sheet::LineShown;
    use crate::report::{LineKind, Unit};

    fn line(name: &str, net: Option<&str>) -> LineShown {
        LineShown {
            kind: LineKind::Part,
            name: name.into(),
            quantity: "2".parse().unwrap(),
            unit: Unit::Piece,
            net: net.map(|net| net.parse().unwrap()),
        }
    }

    fn cells(content: &Content) -> Vec<Vec<String>> {
        let text = |row: &Row| match row {
            Row::Line { cells } => cells.iter().map(|cell| cell.text.clone()).collect(),
            other => vec![format!("{other:?}")],
        };
        lines(content).rows.iter().map(text).collect()
    }

    #[test]
    fn what_has_no_price_is_not_shown_as_free() {
        let mut content =
            Content { lines: vec![line("Filtr", Some("12.50"))], ..Content::default() };
        content.lines.push(line("Těsnění", None));
        content.lines.push(line("Záruční díl", Some("0.00")));
        let shown = cells(&content);
        let last: Vec<&str> = shown.iter().map(|row| row[3].as_str()).collect();
        assert_eq!(last, ["12,50", "–", "0,00"]);
        content.lines.retain(|line| line.net.is_none());
        assert_eq!(cells(&content)[0].len(), 3, "without prices there is no column for them");
    }

    #[test]
    fn nobody_is_no_technician() {
        let labels = |state: &State| facts(state).entries.len();
        let mut named = State::default();
        named.content.technicians = vec![Personal::of(uuid::Uuid::nil(), "Karel Vrána".to_owned())];
        assert_eq!(labels(&named), labels(&State::default()) + 1);
    }

    #[test]
    fn who_pays_no_vat_has_no_price_without_it() {
        let mut content =
            Content { lines: vec![line("Filtr", Some("12.50"))], ..Content::default() };
        let head = |content: &Content| lines(content).columns.pop().unwrap().title;
        assert_eq!(head(&content), "Celkem");
        content.seller.vat_id = Some("CZ58000003".into());
        assert_eq!(head(&content), "Bez DPH");
    }

    #[test]
    fn a_day_is_written_once_and_a_version_says_what_it_replaces() {
        let at = |text: &str| serde_json::from_value::<Instant>(text.into()).unwrap();
        let visit = |ended: Option<&str>| VisitShown {
            started: at("2026-11-27T13:22:00Z"),
            ended: ended.map(at),
        };
        let mut state = State { version: 3, ..State::default() };
        state.content.zone = serde_json::from_value("Europe/Prague".into()).unwrap();
        state.content.visits = vec![
            visit(Some("2026-11-27T15:05:00Z")),
            visit(Some("2026-11-28T15:05:00Z")),
            visit(None),
        ];
        let shown = facts(&state).entries.into_iter().map(|pair| pair.value);
        let shown: Vec<String> = shown.map(|text| text.replace(format::NO_BREAK, " ")).collect();
        for expected in [
            "3, nahrazuje verzi 2",
            "27. 11. 2026 14:22–16:05",
            "27. 11. 2026 14:22 – 28. 11. 2026 16:05",
            "27. 11. 2026 14:22 –",
        ] {
            assert!(shown.iter().any(|text| text == expected), "{expected}: {shown:?}");
        }
    }
}
