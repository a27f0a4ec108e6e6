//! What staff write about her in their own words, with a marker in each field.

use super::super::support::{id_of, work, world};
use super::life::Life;
use serde_json::json;
use uuid::Uuid;

const TITLE: &str = "Kotel v Mourkově pelechu mlčí";
const DESCRIPTION: &str = "misku hlídá sousedka Klotylda";
const NOTE: &str = "klíč visí za rybí hlavou";
const INTERNAL: &str = "platí jen v úplňku";
const SYMPTOM: &str = "syčí jako kocour Bonifác";
const CAUSE: &str = "chomáč Bonifácovy srsti";
const REMEDY: &str = "vyčesáno hřebenem po babičce";
const REOPENED: &str = "volala teta Eulálie";
const LATE_VISIT: &str = "Eulálie nebude doma";
const REPORTED_WHY: &str = "čekání na švagra Teofila";
const RETURNED_WHY: &str = "Teofil to popírá";
const OVERRULED: &str = "slíbeno strýci Vendelínovi";
const LINE: &str = "Odchyt Bonifácova bratrance";
const MACHINE: &str = "Kotel po dědovi Kryšpínovi";
const MAKER: &str = "Kutil Kryšpín sám";
const MODEL: &str = "Kryšpínův druhý pokus";
const SERIAL: &str = "KRYSPIN-1938";
const PLACE: &str = "za almarou s modelinou";
const FIELD: &str = "natřen babiččinou červení";
const PHOTO_NAME: &str = "kocour-na-kotli.gif";
const PHOTO_TYPE: &str = "image/gif";
const PHOTO: &str = "GIF89a obrázek kocoura Bonifáce";
const SCRAPPED: &str = "dědictví po Kryšpínovi rozprodáno";
const TASK: &str = "Zavolat neteři Apoleně";
const TASK_NOTE: &str = "Apolena vstává v poledne";
const PLAN: &str = "Výroční mňoukání";
const PLAN_WORDS: &str = "vzít s sebou granule";
const PLAN_ENDED: &str = "granule došly Pankrácovi";
const RETRIED: &str = "poštmistr Horymír slíbil nápravu";

/// Where markers stand, and whether the law keeps what stands there: on the signed sheet, or on the
/// invoice.
pub const MARKS: &[(&str, bool)] = &[
    (TITLE, true),
    (DESCRIPTION, false),
    (NOTE, true),
    (INTERNAL, false),
    (SYMPTOM, true),
    (CAUSE, true),
    (REMEDY, true),
    (REOPENED, false),
    (LATE_VISIT, false),
    (REPORTED_WHY, false),
    (RETURNED_WHY, false),
    (OVERRULED, true),
    (LINE, true),
    (MACHINE, true),
    (MAKER, true),
    (MODEL, true),
    (SERIAL, true),
    (PLACE, false),
    (FIELD, false),
    (PHOTO_NAME, false),
    (PHOTO, false),
    (SCRAPPED, false),
    (TASK, false),
    (TASK_NOTE, false),
    (PLAN, false),
    (PLAN_WORDS, false),
    (PLAN_ENDED, false),
    (RETRIED, false),
];

impl Life {
    /// Her machine, with all that its card can say.
    pub fn machine(&self) -> Uuid {
        let (kind, machine) = (id_of("druh"), id_of("stroj"));
        let field = json!({"key": "paint", "label": "Nátěr", "kind": "text"});
        self.told(
            kind,
            None,
            &json!({"equipment_type": {"create":
            {"name": "Kotel", "fields": [field]}}}),
        );
        self.told(
            machine,
            None,
            &json!({"equipment": {"create": {"customer": id_of("xantipa"),
            "card": {"name": MACHINE, "manufacturer": MAKER, "model": MODEL, "serial": SERIAL,
                "location": PLACE, "equipment_type": kind}}}}),
        );
        self.told(
            machine,
            Some(1),
            &json!({"equipment": {"set_fields":
            {"values": {"paint": FIELD}}}}),
        );
        let photo =
            self.engine.put_blob(world::company(), &world::manager(), PHOTO.as_bytes()).unwrap();
        self.told(
            machine,
            None,
            &json!({"equipment": {"add_photo":
            {"content": photo, "name": PHOTO_NAME, "media_type": PHOTO_TYPE}}}),
        );
        machine
    }

    /// What the activity is about, and what was found.
    pub fn described(&self, activity: Uuid) {
        self.told(
            activity,
            Some(2),
            &json!({"activity": {"update":
            {"title": TITLE, "description": DESCRIPTION}}}),
        );
        for (text, internal) in [(NOTE, false), (INTERNAL, true)] {
            self.told(
                activity,
                None,
                &json!({"activity": {"add_note":
                {"text": text, "internal": internal}}}),
            );
        }
        self.told(
            activity,
            None,
            &json!({"activity": {"add_fault":
            {"symptom": SYMPTOM, "cause": CAUSE, "remedy": REMEDY}}}),
        );
    }

    /// What is said about lines while they are reported and decided.
    pub fn reasoned(&self, activity: Uuid, line: Uuid) {
        let say = |command| self.told(activity, None, &json!({ "report": command }));
        say(json!({"report_line": {"line": line, "quantity": "3", "reason": REPORTED_WHY}}));
        say(json!({"return": {"line": line, "reason": RETURNED_WHY}}));
        let warranty = json!([{"payer": "warranty", "percent": "100"}]);
        say(json!({"approve": {"line": line, "shares": warranty, "reason": OVERRULED}}));
        let content = json!({"kind": "labour", "code": "PRACE", "name": LINE, "unit": "hour"});
        say(json!({"report_line": {"content": content, "quantity": "1"}}));
        let lines = work::lines(&self.engine, activity);
        say(json!({"approve": {"line": lines.last()}}));
    }

    /// What is planned and remembered about her, and given up again.
    pub fn around(&self, machine: Uuid, activity: Uuid) {
        let customer = id_of("xantipa");
        let at = |hour: u32| {
            json!({"local": format!("2026-10-15T{hour:02}:00:00"),
            "zone": "Europe/Prague"})
        };
        let visit = id_of("návštěva");
        self.told(
            visit,
            None,
            &json!({"visit": {"plan": {"activity": activity,
            "technician": work::technician(), "starts": at(8), "ends": at(9)}}}),
        );
        self.told(visit, Some(1), &json!({"visit": {"cancel": {"reason": LATE_VISIT}}}));
        self.told(
            id_of("úkol"),
            None,
            &json!({"task": {"create": {"title": TASK, "note": TASK_NOTE,
            "about": {"customer": customer}}}}),
        );
        let plan = id_of("plán");
        self.told(
            plan,
            None,
            &json!({"plan": {"create": {"rule": "FREQ=YEARLY", "starts": at(10),
            "template": {"title": PLAN, "description": PLAN_WORDS, "customer": customer,
                "equipment": machine}}}}),
        );
        self.told(plan, Some(1), &json!({"plan": {"end": {"reason": PLAN_ENDED}}}));
    }

    /// At the end of it all.
    pub fn done_with(&self, machine: Uuid, activity: Uuid) {
        let version = |noun: &str, id: Uuid| {
            world::get(&self.engine, &world::manager(), noun, id).unwrap()["version"].as_u64()
        };
        self.told(
            machine,
            version("equipment", machine),
            &json!({"equipment": {"scrap":
            {"reason": SCRAPPED}}}),
        );
        for command in [json!({"complete": {}}), json!({"reopen": {"reason": REOPENED}})] {
            self.told(activity, version("activity", activity), &json!({ "activity": command }));
        }
    }

    pub fn retried(&self, message: Uuid) {
        let state = world::get(&self.engine, &world::manager(), "message", message).unwrap();
        let retry = json!({"message": {"retry": {"reason": RETRIED}}});
        self.told(message, state["version"].as_u64(), &retry);
    }
}
