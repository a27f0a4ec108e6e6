//! PDF and Word of one invoice and one job sheet say the same to the haléř (E87), read back from
//! the files themselves: in Czech and English, with lines over several pages (E81, E88).

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

mod papers {
    pub mod read;
}

use callout::document::{Document, Language, Picture, format};
use callout::engine::Engine;
use callout::error::Error;
use callout::money::Exact;
use callout::port::renderer::{Format, Renderer};
use papers::read::Files;
use serde_json::{Value, json};
use std::sync::Arc;
use support::{TestClock, engine_on, id_of, work, world};
use uuid::Uuid;

/// A black pixel beside a white one.
const SIGNATURE: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x02\
\x00\x00\x00\x01\x08\x00\x00\x00\x00\xd1\x49\x20\x56\x00\x00\x00\x0b\x49\x44\x41\
\x54\x78\xda\x63\x60\xf8\x0f\x00\x01\x02\x01\x00\xd1\x1a\xcb\x8f\x00\x00\x00\x00\
\x49\x45\x4e\x44\xae\x42\x60\x82";

/// One black pixel.
const BLACK: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\
\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\xdac`\x00\x00\x00\x02\x00\x01\xe5'\xde\xfc\x00\x00\x00\x00\
IEND\xaeB`\x82";

/// Four white pixels.
const WHITE: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x02\
\x00\x00\x00\x02\x08\x00\x00\x00\x00\x57\xdd\x52\xf8\x00\x00\x00\x0e\x49\x44\x41\
\x54\x78\xda\x63\xf8\xff\x9f\xe1\xff\x7f\x00\x0b\xfa\x03\xfd\xfd\x4d\xc4\x66\x00\
\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

const LINES: usize = 120;
/// The line that the warranty bears.
const BORNE: usize = 70;

/// Quantities and prices whose products must be rounded, up and down and from the middle.
fn line(n: usize) -> (String, String) {
    let quantities = ["0.333", "1.5", "2", "0.25", "7.125", "13", "0.015"];
    let prices = ["1249.90", "14.50", "890.00", "0.10", "3333.33", "104999.99", "7.77", "38.02"];
    (quantities[n % quantities.len()].to_owned(), prices[n % prices.len()].to_owned())
}

/// The company pays VAT and writes in this language.
fn begin(engine: &Engine, language: &str) {
    work::begin(engine);
    let settings = json!({"language": language, "job_sheet_prices": true,
        "vat_since": [{"from": "2009-05-01", "registration": "payer"}]});
    let payer = json!({"name": "Servis", "registration_number": "58000003", "vat_id": "CZ58000003",
        "address": {"street": "Dlouhá 1", "city": "Praha", "postal_code": "110 00",
            "country": "CZ"}, "email": "servis@modry-klic.example"});
    let change = json!({"company": {"update": {"profile": payer, "settings": settings}}});
    work::told(engine, world::company(), Some(2), &change);
}

/// An activity with many lines, each of its own code and price, released.
fn long_work(engine: &Engine, language: &str) -> Uuid {
    begin(engine, language);
    let items: serde_json::Map<String, Value> = (0..LINES)
        .map(|n| {
            let item = json!({"name": format!("Díl {n}"), "unit": "piece", "price": line(n).1});
            (format!("DIL-{n}"), item)
        })
        .collect();
    let set = json!({"price_list": {"set_items": {"items": items}}});
    work::told(engine, id_of("ceník"), Some(1), &set);
    let activity = work::assigned(engine);
    for n in 0..LINES {
        let content = json!({"kind": "part", "code": format!("DIL-{n}"), "unit": "piece",
            "name": format!("Díl číslo {n} s popisem, který zabere víc místa")});
        let line = json!({"content": content, "quantity": line(n).0});
        work::told(engine, activity, None, &json!({"report": {"report_line": line}}));
    }
    for (n, line) in work::lines(engine, activity).into_iter().enumerate() {
        let why = (n == BORNE).then_some("Uznaná reklamace.");
        let payer = if n == BORNE { "warranty" } else { "customer" };
        let approve =
            json!({"line": line, "shares": [{"payer": payer, "percent": "100"}], "reason": why});
        work::told(engine, activity, None, &json!({"report": {"approve": approve}}));
    }
    work::told(engine, activity, None, &json!({"report": {"release": {}}}));
    activity
}

/// What a document says, as the engine keeps it.
fn content<T: serde::de::DeserializeOwned>(engine: &Engine, noun: &str, id: Uuid) -> T {
    let view = world::get(engine, &world::manager(), noun, id).expect(noun);
    serde_json::from_value(view["state"]["content"].clone()).expect(noun)
}

fn sum(amounts: impl IntoIterator<Item = Exact>) -> Exact {
    amounts.into_iter().fold(Exact::ZERO, |sum, amount| sum.plus(amount).expect("a sum"))
}

/// Prices and nets of the lines, then the totals, then each rate: and they add up as read.
fn check_invoice(files: &Files, content: &callout::invoice::Content) {
    let read = files.amounts();
    let (lines, rest) = read.split_at(2 * LINES);
    let nets: Vec<Exact> = lines.chunks(2).map(|pair| pair[1]).collect();
    let written: Vec<Exact> = content.lines.iter().map(|line| line.net).collect();
    assert_eq!(nets, written);
    let [net, tax, total, base, of_rate, all] = rest else { panic!("{rest:?}") };
    assert_eq!([*net, *tax, *total], [content.net, content.tax, content.total]);
    assert_eq!((net, tax, total), (base, of_rate, all), "one rate");
    assert_eq!(sum(nets), *net);
    assert_eq!(net.times("0.21".parse().expect("21 %")).map(|tax| tax.round(2)), Some(*tax));
    assert_eq!(net.plus(*tax), Some(*total));
}

fn check(language: Language, code: &str, words: [&str; 2]) {
    let store = Arc::new(callout::adapters::store::memory::MemoryStore::new());
    let clock = TestClock::at("2026-10-14T08:00:00+02:00");
    let engine = callout::equipped(engine_on(store, &clock));
    let activity = long_work(&engine, code);
    let generate = json!({"job_sheet": {"generate": {"activity": activity}}});
    let sheet = engine.execute(&world::request(None, None, &generate)).expect("a sheet").target;
    let draft = json!({"invoice": {"draft": {"activities": [activity]}}});
    let invoice = engine.execute(&world::request(None, None, &draft)).expect("drafted").target;
    work::told(&engine, invoice, Some(1), &json!({"invoice": {"issue": {"format": "pdf"}}}));

    let invoiced: callout::invoice::Content = content(&engine, "invoice", invoice);
    let files = Files::of(&engine, invoice, language);
    assert!(files.pages > 3, "{} pages", files.pages);
    check_invoice(&files, &invoiced);
    // A line that rounds to nothing is not borne by anybody; the one that is says so.
    files.say(1, words[0]);
    assert!(invoiced.lines.iter().filter(|line| line.net.is_zero()).count() > 1);

    let sheeted: callout::job_sheet::Content = content(&engine, "job_sheet", sheet);
    let files = Files::of(&engine, sheet, language);
    assert!(files.pages > 1, "{} pages", files.pages);
    let nets: Vec<Exact> = sheeted.lines.iter().filter_map(|line| line.net).collect();
    assert_eq!(nets.len(), LINES);
    assert_eq!(files.amounts(), nets);
    let billed: Vec<Exact> = invoiced.lines.iter().map(|line| line.net).collect();
    assert_eq!(billed, nets, "what the customer signed is what he pays");
    files.say(LINES, words[1]);
}

#[test]
fn czech_papers_say_the_same_to_the_haler() {
    check(Language::Cs, "cs", ["hradí záruka", "Díl číslo "]);
}

#[test]
fn english_papers_say_the_same_to_the_haler() {
    check(Language::En, "en", ["borne by the warranty", "Díl číslo "]);
}

#[test]
fn a_sheet_of_a_warranty_service_asks_nothing_before_it_is_approved_either() {
    let store = Arc::new(callout::adapters::store::memory::MemoryStore::new());
    let engine = engine_on(store, &TestClock::at("2026-10-14T08:00:00+02:00"));
    work::begin(&engine);
    let settings = json!({"company": {"update": {"settings": {"job_sheet_prices": true}}}});
    work::told(&engine, world::company(), Some(2), &settings);
    let draft = json!({"activity": {"create":
        {"kind": "warranty", "customer": world::customer(), "title": "Kompresor neběží"}}});
    let activity = engine.execute(&world::request(None, None, &draft)).expect("drafted").target;
    engine.execute(&world::open(activity)).expect("opened");
    let assign = json!({"activity": {"assign": {"technicians": [work::technician()]}}});
    work::told(&engine, activity, Some(2), &assign);
    work::reported(&engine, activity);
    let generate = json!({"job_sheet": {"generate": {"activity": activity}}});
    let sheet = engine.execute(&world::request(None, None, &generate)).expect("a sheet").target;
    let shown: callout::job_sheet::Content = content(&engine, "job_sheet", sheet);
    let nets: Vec<String> =
        shown.lines.iter().filter_map(|line| Some(line.net?.to_string())).collect();
    assert_eq!(nets, ["0.00", "0.00"]);
}

/// A price of a fraction of a haléř is printed whole, or quantity and price would not give the
/// amount; and a part that stands in no list yet is not free on the sheet that is signed (E54).
#[test]
fn papers_round_no_price_and_give_nothing_away() {
    let store = Arc::new(callout::adapters::store::memory::MemoryStore::new());
    let clock = TestClock::at("2026-10-14T08:00:00+02:00");
    let engine = callout::equipped(engine_on(store, &clock));
    work::begin(&engine);
    let settings = json!({"company": {"update": {"settings": {"job_sheet_prices": true}}}});
    work::told(&engine, world::company(), Some(2), &settings);
    let items = json!({"SROUB": {"name": "Šroub", "unit": "piece", "price": "0.335"}});
    let set = json!({"price_list": {"set_items": {"items": items}}});
    work::told(&engine, id_of("ceník"), Some(1), &set);
    let activity = work::assigned(&engine);
    for (code, quantity) in [("SROUB", "1000"), ("NEZNAMY", "1")] {
        let content = json!({"kind": "part", "code": code, "name": code, "unit": "piece"});
        let line = json!({"report": {"report_line": {"content": content, "quantity": quantity}}});
        work::told(&engine, activity, None, &line);
    }
    let generate = json!({"job_sheet": {"generate": {"activity": activity}}});
    let sheet = engine.execute(&world::request(None, None, &generate)).expect("a sheet").target;
    let files = Files::of(&engine, sheet, Language::Cs);
    let plain = |pieces: &[String]| pieces.join("|").replace(format::NO_BREAK, " ");
    for pieces in [&files.word, &files.pdf] {
        let text = plain(pieces);
        assert!(text.contains("335,00") && !text.contains("0,00|"), "{text}");
    }
    let approve = json!({"report": {"approve": {"line": work::lines(&engine, activity)[0]}}});
    work::told(&engine, activity, None, &approve);
    work::told(&engine, activity, None, &json!({"report": {"release": {}}}));
    let draft = json!({"invoice": {"draft": {"activities": [activity]}}});
    let invoice = engine.execute(&world::request(None, None, &draft)).expect("drafted").target;
    work::told(&engine, invoice, Some(1), &json!({"invoice": {"issue": {"format": "pdf"}}}));
    let files = Files::of(&engine, invoice, Language::Cs);
    for pieces in [&files.word, &files.pdf] {
        let text = plain(pieces);
        assert!(text.contains("|0,335|") && text.contains("335,00"), "{text}");
    }
}

/// A summary tax document says of each supply which lines are its own, its day, base, rate and tax
/// (E76): the same in both files, and they add up.
#[test]
fn a_summary_says_base_rate_and_tax_of_each_supply() {
    let store = Arc::new(callout::adapters::store::memory::MemoryStore::new());
    let clock = TestClock::at("2026-10-14T08:00:00+02:00");
    let engine = callout::equipped(engine_on(store, &clock));
    begin(&engine, "cs");
    let items = json!({"DIL": {"name": "Díl", "unit": "piece", "price": "533.36"},
        "TEPLO": {"name": "Topení", "unit": "piece", "price": "400.00", "vat": "reduced"}});
    let set = json!({"price_list": {"set_items": {"items": items}}});
    work::told(&engine, id_of("ceník"), Some(1), &set);
    let days = ["2026-10-02", "2026-10-12", "2026-10-13"];
    let activities = days.map(|day| {
        let activity = work::assigned(&engine);
        for code in ["DIL", "TEPLO"] {
            let worked = json!({"from": format!("{day}T08:00:00+02:00"),
                "to": format!("{day}T09:00:00+02:00")});
            let content = json!({"kind": "part", "code": code, "name": code, "unit": "piece"});
            let line = json!({"content": content, "quantity": "1", "worked": worked});
            work::told(&engine, activity, None, &json!({"report": {"report_line": line}}));
        }
        for line in work::lines(&engine, activity) {
            let approve = json!({"report": {"approve": {"line": line}}});
            work::told(&engine, activity, None, &approve);
        }
        work::told(&engine, activity, None, &json!({"report": {"release": {}}}));
        activity
    });
    let draft = json!({"invoice": {"draft": {"activities": activities}}});
    let invoice = engine.execute(&world::request(None, None, &draft)).expect("drafted").target;
    work::told(&engine, invoice, Some(1), &json!({"invoice": {"issue": {"format": "pdf"}}}));
    let files = Files::of(&engine, invoice, Language::Cs);
    let exact = |text: &str| text.parse::<Exact>().expect("an amount");
    // Prices and amounts of six lines, then base and tax of each supply and rate, then each rate,
    // then the sums.
    let read: Vec<String> = files.amounts()[12..].iter().map(Exact::to_string).collect();
    let supply = |tax: &str| ["533.36", tax, "400.00", "48.00"].map(str::to_owned);
    // 21 % of 533.36 is 112.0056, and of all three 336.02: the hundredths go to the first two.
    let supplies = [supply("112.01"), supply("112.01"), supply("112.00")].concat();
    assert_eq!(read[..12], supplies, "{read:?}");
    let of_rates = |at: usize| sum(read[..12].iter().skip(at).step_by(2).map(|text| exact(text)));
    assert_eq!([of_rates(0), of_rates(1)], [exact("2800.08"), exact("480.02")]);
    assert_eq!(read[18..], ["2800.08", "480.02", "3280.10"], "{read:?}");
    for day in ["(2. 10. 2026)", "(12. 10. 2026)", "(13. 10. 2026)"] {
        let day = day.replace(' ', &format::NO_BREAK.to_string());
        files.say(1, &day);
    }
}

/// A renderer that looks into the store while it paints.
struct Asking(std::sync::Weak<Engine>);

impl Renderer for Asking {
    fn format(&self) -> Format {
        Format::Docx
    }

    fn name(&self) -> String {
        "asking".to_owned()
    }

    fn render(&self, _: &Document) -> Result<Vec<u8>, Error> {
        let engine = self.0.upgrade().expect("an engine");
        engine.put_blob(world::company(), &world::manager(), b"what it found")?;
        Ok(Vec::new())
    }
}

/// What looks like a picture and is none to a renderer: the sheet could never be sent.
#[test]
fn a_signature_that_cannot_be_printed_is_not_taken() {
    let store = Arc::new(callout::adapters::store::memory::MemoryStore::new());
    let clock = TestClock::at("2026-10-14T08:00:00+02:00");
    let engine = Arc::new(callout::equipped(engine_on(store, &clock)));
    work::begin(&engine);
    let activity = work::assigned(&engine);
    work::reported(&engine, activity);
    let generate = json!({"job_sheet": {"generate": {"activity": activity}}});
    let sheet = engine.execute(&world::request(None, None, &generate)).expect("a sheet").target;
    let seen = world::get(&engine, &world::manager(), "job_sheet", sheet).expect("it is there");
    let sign = |bytes: &[u8]| {
        let picture = engine.put_blob(world::company(), &world::manager(), bytes).expect("kept");
        let hash = &seen["state"]["content_hash"];
        let sign = json!({"job_sheet": {"sign":
            {"name": "Petr Kos", "picture": picture, "content_hash": hash}}});
        engine.execute(&world::request(Some(sheet), Some(1), &sign))
    };
    let mut four_colours = vec![0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 20, 0, 30, 4];
    four_colours.extend([0, 0x11, 0, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9]);
    let mut no_pixels = SIGNATURE.to_vec();
    no_pixels[45] ^= 0xff;
    // A renderer of the host's own that asks the engine something is waited for by nobody.
    let asking = Arc::new(Asking(Arc::downgrade(&engine)));
    engine.register_renderer(asking);
    // Held on its side: EXIF with orientation 6.
    let mut on_its_side = b"\xff\xd8\xff\xe1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    on_its_side.extend([0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 0, 0x11, 0, 0xff, 0xd9]);
    let mut upright = on_its_side.clone();
    upright[30] = 1;
    for (what, bytes, code) in [
        ("four colours", four_colours.as_slice(), "JOBSHEET-SIGN-08"),
        ("no pixels", &no_pixels, "JOBSHEET-SIGN-08"),
        ("on its side", &on_its_side, "JOBSHEET-SIGN-08"),
        ("all white", WHITE, "JOBSHEET-SIGN-09"),
        ("all black", BLACK, "JOBSHEET-SIGN-09"),
    ] {
        assert_eq!(sign(bytes).expect_err(what).code(), code, "{what}");
    }
    assert!(Picture::new(upright, "", (1, 1)).shape().is_ok());
    sign(SIGNATURE).expect("a sound one");
}
