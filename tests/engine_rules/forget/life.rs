//! All that a person had to do with the company, with a marker in every field.

use super::super::support::{TestClock, engine_on, id_of, sqlite, work, world};
use callout::adapters::mail::eml;
use callout::engine::{Engine, File, Forgotten};
use callout::error::Error;
use callout::letter::OutgoingMail;
use callout::port::mailer::{Delivery, Mailer};
use callout::port::renderer::Format;
use callout::rendering::Page;
use serde_json::{Value, json};
use std::path::PathBuf;
use uuid::Uuid;

const NAME: &str = "Xantipa Nezapomenutelná";
const STREET: &str = "Zapadlákova 7";
const TAX_NUMBER: &str = "CZ7855120009";
/// As she was entered first, by mistake as a company.
const AS_COMPANY: &str = "Mourek a společníci";
const COMPANY_STREET: &str = "Podnikavá 31";
const COMPANY_NUMBER: &str = "59654325";
const EMAIL: &str = "xantipa@postbox.example";
const OTHER_EMAIL: &str = "druhaxantipa@postbox.example";
const PHONE: &str = "777123987";
const ROLE: &str = "opatrovnice mourků";
const SITE: &str = "Chatička u Bručouna";
const SITE_STREET: &str = "Tajná stezka 99";
const SUBJECT: &str = "Prosba kvůli Bublinovi";
pub const MAIL_WORDS: &str = "mourovatá kočka";
const MESSAGE_ID: &str = "prvnidopis.77@postbox.example";
const REPLIES_TO: &str = "nultydopis.76@postbox.example";
const THREAD: &str = "minusprvni.75@postbox.example";
const FILE_NAME: &str = "zivotopis-Xantipy.txt";
const FILE_TYPE: &str = "application/x-mourkopis";
const FILE_WORDS: &str = "narozena v Kocourkově";
const COPY_NAME: &str = "Xanta Zapomenutá";
const COPY_EMAIL: &str = "xanta@tretiposta.example";
const SENT_ON_EMAIL: &str = "xanta@ctvrtaposta.example";
const INSIDE_NAME: &str = "Xanta Vnořená";
const INSIDE_EMAIL: &str = "xanta@pataposta.example";
const LETTER_SUBJECT: &str = "Dopis o Evženovi";
const LETTER_WORDS: &str = "kocour Evžen ustupuje";
const SERVER_WORDS: &str = "450 4.2.2 schránka Xantipiny tety je plná";
const BOUNCE_WORDS: &str = "550 5.1.1 Xantipina schránka neexistuje";
pub const ANOTHERS_WORDS: &str = "Prijedte v patek.";
const REFUSAL: &str = "nepodepíše kvůli mňoukání";
const RESERVATION: &str = "kotel dál voní po rybách";

/// Where markers stand, and whether the law keeps what stands there.
const MARKS: &[(&str, bool)] = &[
    (NAME, true),
    (STREET, true),
    (TAX_NUMBER, true),
    (AS_COMPANY, false),
    (COMPANY_STREET, false),
    (COMPANY_NUMBER, false),
    (EMAIL, true),
    (OTHER_EMAIL, false),
    (PHONE, false),
    (ROLE, false),
    (SITE, false),
    (SITE_STREET, true),
    (SUBJECT, false),
    (MAIL_WORDS, false),
    (MESSAGE_ID, false),
    (REPLIES_TO, false),
    (THREAD, false),
    (FILE_NAME, false),
    (FILE_TYPE, false),
    (FILE_WORDS, false),
    (COPY_NAME, false),
    (COPY_EMAIL, false),
    (SENT_ON_EMAIL, false),
    (INSIDE_NAME, false),
    (INSIDE_EMAIL, false),
    (LETTER_SUBJECT, false),
    (LETTER_WORDS, false),
    (SERVER_WORDS, false),
    (BOUNCE_WORDS, false),
    (REFUSAL, true),
    (RESERVATION, true),
];

/// About her, and what staff wrote about her.
fn all() -> impl Iterator<Item = &'static (&'static str, bool)> {
    MARKS.iter().chain(super::written::MARKS)
}

pub struct Life {
    pub engine: Engine,
    pub clock: TestClock,
    pub path: PathBuf,
    pub mail: Uuid,
    pub anothers: Uuid,
    pub sheet: Uuid,
    pub painted: Vec<Vec<u8>>,
    invoice: Option<Uuid>,
    folder: tempfile::TempDir,
}

/// Takes nothing, with words that name her.
struct Full;

impl Mailer for Full {
    fn id(&self) -> &str {
        "full"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        Ok(Delivery::Failed { permanent: false, reason: SERVER_WORDS.to_owned() })
    }
}

/// Takes everything.
struct Taken;

impl Mailer for Taken {
    fn id(&self) -> &str {
        "taken"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        Ok(Delivery::Sent { detail: format!("250 2.1.5 {EMAIL} dostane") })
    }
}

/// Another's mail, of which she got a copy, which was sent on to her, and in which a message of
/// hers lies.
fn of_another() -> String {
    format!(
        "Resent-To: {SENT_ON_EMAIL}\r\nFrom: Petr Jiný <petr@jiny.example>\r\n\
         To: servis@modry-klic.example\r\nCc: {COPY_NAME} <{COPY_EMAIL}>\r\n\
         Subject: Pozvánka\r\nMessage-ID: <9@jiny.example>\r\nMIME-Version: 1.0\r\n\
         Date: Wed, 14 Oct 2026 07:30:00 +0200\r\n\
         Content-Type: multipart/mixed; boundary=\"y\"\r\n\r\n\
         --y\r\nContent-Type: text/plain\r\n\r\n{ANOTHERS_WORDS}\r\n\
         --y\r\nContent-Type: message/rfc822\r\n\r\n\
         From: {INSIDE_NAME} <{INSIDE_EMAIL}>\r\nTo: petr@jiny.example\r\n\
         Subject: Dotaz\r\nDate: Wed, 14 Oct 2026 07:00:00 +0200\r\n\r\nPrijedete?\r\n--y--\r\n"
    )
}

fn mail(from: &str, words: &str) -> String {
    format!(
        "From: {from}\r\nTo: servis@modry-klic.example\r\nSubject: {SUBJECT}\r\n\
         Message-ID: <{MESSAGE_ID}>\r\nIn-Reply-To: <{REPLIES_TO}>\r\n\
         References: <{THREAD}> <{REPLIES_TO}>\r\nDate: Wed, 14 Oct 2026 07:00:00 +0200\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n\
         --x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n\
         --x\r\nContent-Type: {FILE_TYPE}\r\n\
         Content-Disposition: attachment; filename=\"{FILE_NAME}\"\r\n\r\n{FILE_WORDS}\r\n--x--\r\n"
    )
}

fn hers() -> String {
    let words = format!("Kotel nehřeje, volejte +420{PHONE}. Doma je {MAIL_WORDS}.");
    mail(&format!("{NAME} <{EMAIL}>"), &words)
}

impl Life {
    /// From the mail to the bounce of the invoice.
    pub fn lived() -> Life {
        let mut life = Life::without_invoice();
        let activity = life.activity();
        life.told(activity, None, &json!({"report": {"release": {}}}));
        let draft = json!({"invoice": {"draft": {"activities": [activity]}}});
        let invoice = life.told(Uuid::now_v7(), None, &draft);
        let issue = json!({"invoice": {"issue": {"format": "docx", "send": true}}});
        life.told(invoice, Some(1), &issue);
        life.invoice = Some(invoice);
        life.letters();
        life.done_with(id_of("stroj"), activity);
        life.painted = life.papers();
        life
    }

    /// Up to the signed and painted job sheet.
    pub fn without_invoice() -> Life {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("service.db");
        let clock = TestClock::at("2026-10-14T08:00:00+02:00");
        let engine = callout::equipped(engine_on(sqlite(&path), &clock));
        work::begin(&engine);
        let (mail, anothers, sheet) = (Uuid::nil(), Uuid::nil(), Uuid::nil());
        let (painted, invoice) = (Vec::new(), None);
        let mut life =
            Life { engine, clock, path, mail, anothers, sheet, painted, invoice, folder };
        life.customer();
        life.mail = life.receive(&hers());
        life.anothers = life.receive(&of_another());
        let activity = life.worked();
        life.sheet = life.signed(activity);
        life.render(life.sheet).unwrap();
        life
    }

    pub fn told(&self, target: Uuid, expected: Option<u64>, command: &Value) -> Uuid {
        work::told(&self.engine, target, expected, command).target
    }

    fn customer(&self) {
        let customer = id_of("xantipa");
        let address = |street: &str| json!({"street": street, "city": "Brno", "postal_code": "602 00", "country": "CZ"});
        let create = json!({"customer": {"create": {"kind": "company", "name": AS_COMPANY,
            "address": address(COMPANY_STREET), "registration_number": COMPANY_NUMBER,
            "vat_id": format!("CZ{COMPANY_NUMBER}"), "emails": [EMAIL]}}});
        self.told(customer, None, &create);
        let contact = json!({"customer": {"add_contact": {"name": NAME, "person": customer,
            "email": EMAIL, "phone": format!("+420{PHONE}"), "role": ROLE}}});
        self.told(customer, Some(1), &contact);
        let site = json!({"customer": {"add_site": {"name": SITE,
            "address": address(SITE_STREET)}}});
        self.told(customer, Some(2), &site);
        let correct = json!({"customer": {"update": {"kind": "person", "name": NAME,
            "address": address(STREET), "registration_number": "", "vat_id": TAX_NUMBER}}});
        self.told(customer, Some(3), &correct);
    }

    fn worked(&self) -> Uuid {
        let customer = world::get(&self.engine, &world::manager(), "customer", id_of("xantipa"));
        let site = customer.unwrap()["state"]["sites"][0]["id"].clone();
        let machine = self.machine();
        let draft = json!({"activity": {"create": {"kind": "one_off", "title": "Kotel nehřeje",
            "customer": id_of("xantipa"), "site": site, "equipment": machine}}});
        let activity = self.told(id_of("kotel"), None, &draft);
        self.engine.execute(&world::open(activity)).unwrap();
        self.described(activity);
        let file = json!({"mail": {"file": {"under": {"activity": activity}}}});
        self.told(self.mail, None, &file);
        let assign = json!({"activity": {"assign": {"technicians": [work::technician()]}}});
        self.told(activity, Some(6), &assign);
        self.around(machine, activity);
        let lines = work::reported(&self.engine, activity);
        self.told(activity, None, &json!({"report": {"approve": {"line": lines[0]}}}));
        self.reasoned(activity, lines[1]);
        activity
    }

    fn activity(&self) -> Uuid {
        id_of("kotel")
    }

    /// Looked at, refused, made anew, signed with a reservation and confirmed.
    fn signed(&self, activity: Uuid) -> Uuid {
        let generate = json!({"job_sheet": {"generate": {"activity": activity}}});
        let sheet = self.told(id_of("list"), None, &generate);
        self.render(sheet).unwrap();
        self.told(sheet, Some(1), &json!({"job_sheet": {"record_refusal": {"reason": REFUSAL}}}));
        self.told(sheet, Some(2), &json!({"job_sheet": {"regenerate": {}}}));
        let picture = include_bytes!("../../../examples/service_call/signature.png");
        let picture = self.engine.put_blob(world::company(), &world::manager(), picture).unwrap();
        let state = world::get(&self.engine, &world::manager(), "job_sheet", sheet).unwrap();
        let sign = json!({"job_sheet": {"sign": {"name": NAME, "person": id_of("xantipa"),
            "picture": picture, "reservation": RESERVATION,
            "content_hash": state["state"]["content_hash"]}}});
        self.told(sheet, Some(3), &sign);
        self.told(sheet, Some(4), &json!({"job_sheet": {"confirm": {}}}));
        sheet
    }

    /// What went out, what the servers said, and what came back.
    fn letters(&self) {
        let to = json!([{"person": id_of("xantipa"), "value": OTHER_EMAIL}]);
        let queue = json!({"message": {"queue": {"purpose": "letter", "to": to,
            "subject": LETTER_SUBJECT, "text": LETTER_WORDS}}});
        let letter = self.told(id_of("dopis"), None, &queue);
        let deliver = |mailer: &dyn Mailer| {
            self.engine.deliver(world::company(), &world::manager(), mailer, 10).unwrap()
        };
        assert!(deliver(&Full).len() >= 3, "sheet, invoice and letter");
        self.retried(letter);
        assert_eq!(deliver(&Taken).len(), 1);
        self.told(letter, None, &json!({"message": {"record_bounce": {"reason": BOUNCE_WORDS}}}));
    }

    pub fn receive(&self, text: &str) -> Uuid {
        let read = eml::read(text.as_bytes()).unwrap();
        let (company, manager) = (world::company(), world::manager());
        let received = self.engine.receive(company, &manager, text.as_bytes(), read);
        received.unwrap().receipt.target
    }

    pub fn receive_again(&self) {
        self.receive(&hers());
    }

    /// Another sends the same file along.
    pub fn forwarded_by_another(&self) -> Uuid {
        self.receive(&mail("Petr Jiný <petr@jiny.example>", "Posílám dál."))
    }

    pub fn marks(&self) -> Vec<&'static str> {
        all().map(|(mark, _)| *mark).collect()
    }

    pub fn lawful(&self) -> Vec<&'static str> {
        all().filter(|(_, lawful)| *lawful).map(|(mark, _)| *mark).collect()
    }

    fn found(&self, words: &str) -> Vec<Value> {
        let ask = json!({"persons": {"search": words, "limit": 1000}});
        let found = world::ask(&self.engine, &world::manager(), &ask).unwrap();
        found["persons"].as_array().unwrap().clone()
    }

    /// All ids under which something about her is kept.
    pub fn persons(&self) -> Vec<Uuid> {
        let found = all().flat_map(|(mark, _)| self.found(mark));
        let id = |found: Value| serde_json::from_value(found["person"].clone()).unwrap();
        let mut persons: Vec<Uuid> = found.map(id).collect();
        persons.sort();
        persons.dedup();
        assert!(persons.contains(&id_of("xantipa")));
        persons
    }

    /// The records in which one of the words stands still.
    pub fn quoting(&self, words: &[&str]) -> Vec<String> {
        let found = words.iter().flat_map(|words| self.found(words));
        let places = found.flat_map(|found| found["places"].as_array().unwrap().clone());
        let place = |place: Value| format!("{} {}", place["noun"].as_str().unwrap(), place["id"]);
        let mut places: Vec<String> = places.map(place).collect();
        places.sort();
        places.dedup();
        places
    }

    fn version(&self) -> Option<u64> {
        let company = world::get(&self.engine, &world::manager(), "company", world::company());
        company.unwrap()["version"].as_u64()
    }

    pub fn erase(&self, persons: &[Uuid]) -> Forgotten {
        let erase = json!({"company": {"erase_persons":
            {"persons": persons, "reason": "žádost osoby"}}});
        let request = world::request(Some(world::company()), self.version(), &erase);
        let receipt = self.engine.execute(&request).unwrap();
        assert_eq!(self.engine.execute(&request).unwrap(), receipt, "asked again, told again");
        receipt.forgotten.expect("what was forgotten")
    }

    pub fn expire(&self) -> Option<Forgotten> {
        let expire = json!({"company": {"erase_expired": {}}});
        let request = world::request(Some(world::company()), None, &expire);
        self.engine.execute(&request).unwrap().forgotten
    }

    pub fn render(&self, document: Uuid) -> Result<File, Error> {
        let version = world::get(&self.engine, &world::manager(), "job_sheet", document)
            .map_or(1, |sheet| sheet["state"]["version"].as_u64().unwrap() as u32);
        let page = Page { document, version, format: Format::Pdf };
        self.engine.render(world::company(), &world::manager(), &page)
    }

    /// The bytes of the painted papers.
    pub fn papers(&self) -> Vec<Vec<u8>> {
        let documents = [Some(self.sheet), self.invoice];
        let bytes = |document| {
            let file = self.render(document).unwrap();
            self.engine.session(world::company(), world::manager()).blob(&file.blob).unwrap()
        };
        documents.into_iter().flatten().map(bytes).collect()
    }

    /// What somebody could try who has the file, by name: each as bytes that may stand before a
    /// hash that is left.
    pub fn guesses(&self) -> Vec<(String, Vec<u8>)> {
        let mut guesses = vec![
            ("her whole mail".to_owned(), hers().into_bytes()),
            ("another's whole mail".to_owned(), of_another().into_bytes()),
        ];
        for (mark, _) in all() {
            for guess in [
                (*mark).to_owned(),
                mark.to_lowercase(),
                format!("\"{mark}\""),
                format!("sender:{}", mark.to_lowercase()),
                format!("{}sender:{}", world::company(), mark.to_lowercase()),
                format!("{mark}\r\n"),
            ] {
                guesses.push((guess.clone(), guess.into_bytes()));
            }
            let mut named = world::company().as_bytes().to_vec();
            named.extend(format!("sender:{}", mark.to_lowercase()).bytes());
            guesses.push((format!("sender {mark}"), named));
        }
        guesses
    }

    /// Closes the engine.
    pub fn close_and_look(self) -> super::Look {
        let Life { engine, path, folder, .. } = self;
        drop(engine);
        let look = super::Look::in_file(&path);
        drop(folder);
        look
    }
}
