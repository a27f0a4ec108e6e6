//! What a host hears after each commit, so that it can keep heads elsewhere: docs/heads.md.

use super::host::host;
use super::support::{engine_on, id_of, sqlite, work, world};
use super::{clock, on_each, on_each_store};
use callout::adapters::mail::eml;
use callout::document::Document;
use callout::engine::{Engine, VerifyQuery};
use callout::error::Error;
use callout::journal::Head;
use callout::letter::OutgoingMail;
use callout::port::mailer::{Delivery, Mailer};
use callout::port::renderer::{Format, Renderer};
use callout::rendering::Page;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, OnceLock, Weak};
use uuid::Uuid;

/// The heads that an engine's hook was told, in the order of the calls.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<(Uuid, Head)>>>);

impl Heard {
    fn from(engine: &Engine) -> Heard {
        let heard = Heard::default();
        let list = heard.clone();
        engine.after_commit(move |company, head| list.0.lock().unwrap().push((company, head)));
        heard
    }

    /// What came since it was last asked.
    fn taken(&self) -> Vec<(Uuid, Head)> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

fn head(engine: &Engine) -> Head {
    engine.session(world::company(), world::manager()).head().unwrap()
}

/// Takes every message, and paints every page.
struct Obliging;

impl Mailer for Obliging {
    fn id(&self) -> &str {
        "obliging"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        Ok(Delivery::Sent { detail: "250 OK".to_owned() })
    }
}

impl Renderer for Obliging {
    fn format(&self) -> Format {
        Format::Docx
    }

    fn name(&self) -> String {
        "obliging".to_owned()
    }

    fn render(&self, _: &Document) -> Result<Vec<u8>, Error> {
        Ok(b"a page".to_vec())
    }
}

const MAIL: &[u8] = b"From: kos@kovo.example\r\nSubject: A\r\n\r\nB\r\n";

fn done<T>(done: Result<T, Error>) {
    assert!(done.is_ok(), "{:?}", done.err());
}

#[test]
fn each_commit_that_appended_events_is_told_once() {
    on_each_store(|store| {
        let engine = &engine_on(store, &clock());
        let (company, manager) = (world::company(), world::manager());
        work::begin(engine);
        engine.register_renderer(Arc::new(Obliging));
        let heard = Heard::from(engine);
        let told = |what: &str, times: usize, work: &dyn Fn()| {
            work();
            let heads = heard.taken();
            assert_eq!(heads.len(), times, "{what}");
            let newest = heads.last().is_none_or(|last| *last == (company, head(engine)));
            assert!(newest, "{what}: {heads:?}");
        };
        let on = |target: Uuid, expected: Option<u64>, command: &Value| {
            done(engine.execute(&world::request(Some(target), expected, command)));
        };

        let draft = world::draft("Kompresor");
        told("a command with its reactions", 1, &|| done(engine.execute(&draft)));
        told("its receipt, given again", 0, &|| done(engine.execute(&draft)));
        told("a refusal", 0, &|| drop(engine.execute(&world::open(company)).unwrap_err()));
        told("a question", 0, &|| done(engine.session(company, manager.clone()).head()));
        told("bytes", 0, &|| done(engine.put_blob(company, &manager, b"photo")));
        told("renewing", 0, &|| done(engine.renew(company, &manager, 10)));

        let receive = || done(engine.receive(company, &manager, MAIL, eml::read(MAIL).unwrap()));
        told("a mail", 1, &receive);
        told("the same mail", 0, &receive);

        let activity = work::assigned(engine);
        work::reported(engine, activity);
        let (sheet, _) = (id_of("list"), heard.taken());
        let page = Page { document: sheet, version: 1, format: Format::Docx };
        let paint = || done(engine.render(company, &manager, &page));
        let generate = json!({"job_sheet": {"generate": {"activity": activity}}});
        let refuse = json!({"job_sheet": {"record_refusal": {"reason": "Ne."}}});
        told("a job sheet", 1, &|| on(sheet, None, &generate));
        told("a page to be looked at", 0, &paint);
        told("the customer does not sign", 1, &|| on(sheet, Some(1), &refuse));
        told("a page that is recorded", 1, &paint);
        told("the same page", 0, &paint);

        let to = json!([{"person": id_of("kos"), "value": "kos@kovo.example"}]);
        let letter = json!({"purpose": "letter", "to": to, "subject": "A", "text": "B"});
        let queue = json!({"message": {"queue": letter}});
        let deliver = || done(engine.deliver(company, &manager, &Obliging, 10));
        told("a letter", 1, &|| on(id_of("dopis"), None, &queue));
        told("its delivery: marked, then concluded", 2, &deliver);
        told("nothing to deliver", 0, &deliver);

        let erase = json!({"company": {"erase_persons": {"persons": [id_of("kos")],
            "reason": "Žádost"}}});
        told("an erasure", 1, &|| on(company, Some(2), &erase));
        world::assert_clean(engine);
    });
}

/// Its own commands are told to nobody: a hook that gives one each time would never end.
#[test]
fn a_hook_may_ask_and_execute() {
    on_each_store(|store| {
        let engine = Arc::new(engine_on(store, &clock()));
        world::founded(&engine);
        let activity = world::open_activity(&engine);
        let (heard, inside) = (Heard::default(), Arc::<Engine>::downgrade(&engine));
        let list = heard.clone();
        engine.after_commit(move |company, told| {
            let engine = inside.upgrade().unwrap();
            assert_eq!(head(&engine), told, "nobody else works");
            engine.execute(&world::note(activity, "kept")).unwrap();
            list.0.lock().unwrap().push((company, told));
        });
        engine.execute(&world::note(activity, "x")).unwrap();
        let heads = heard.taken();
        assert_eq!(heads.len(), 1);
        assert_eq!(head(&engine).count, heads[0].1.count + 1);
        // The next commit's head covers what the hook did.
        engine.execute(&world::note(activity, "y")).unwrap();
        assert_eq!(heard.taken()[0].1.count, heads[0].1.count + 2);
        world::assert_clean(&engine);
    });
}

#[test]
fn a_hook_that_panics_takes_nothing_back() {
    on_each(|engine| {
        engine.after_commit(|_, _| panic!("the disk elsewhere is full"));
        let draft = world::draft("Kompresor");
        let receipt = engine.execute(&draft).unwrap();
        assert_eq!(engine.execute(&draft).unwrap(), receipt);
        // The next head covers what it missed.
        let heard = Heard::from(engine);
        engine.execute(&world::open(receipt.target)).unwrap();
        assert_eq!(heard.taken(), [(world::company(), head(engine))]);
    });
}

#[test]
fn several_threads_are_heard_and_the_greatest_count_is_the_newest() {
    on_each(|engine| {
        let heard = Heard::from(engine);
        std::thread::scope(|threads| {
            for _ in 0..4 {
                threads.spawn(|| {
                    for n in 0..10 {
                        engine.execute(&world::draft(&format!("{n}"))).unwrap();
                    }
                });
            }
        });
        let heads = heard.taken();
        let newest = heads.iter().map(|(_, head)| *head).max_by_key(|head| head.count);
        assert_eq!((heads.len(), newest), (40, Some(head(engine))));
        for (company, head) in heads {
            let report = engine.session(company, world::manager()).verify(Some(head)).unwrap();
            assert!(report.clean, "{head:?}: {:?}", report.problems);
        }
    });
}

/// Says when it is dropped, and asks the engine then: no lock is held.
struct Last(Arc<OnceLock<Head>>, Weak<Engine>);

impl Drop for Last {
    fn drop(&mut self) {
        let head = self.1.upgrade().map(|engine| {
            engine.after_commit(|_, _| {});
            head(&engine)
        });
        self.0.set(head.unwrap_or_default()).unwrap();
    }
}

#[test]
fn another_hook_takes_the_place_of_the_first() {
    on_each_store(|store| {
        let engine = Arc::new(engine_on(store, &clock()));
        world::founded(&engine);
        let gone = Arc::new(OnceLock::new());
        let last = Last(Arc::clone(&gone), Arc::downgrade(&engine));
        engine.after_commit(move |_, _| assert!(last.0.get().is_none()));
        engine.execute(&world::draft("Kompresor")).unwrap();
        assert_eq!(gone.get(), None);
        engine.after_commit(|_, _| {});
        assert_eq!(gone.get(), Some(&head(&engine)));
    });
}

#[test]
fn what_the_host_commits_itself_is_not_told_and_stands_in_the_next_head() {
    let mut host = host();
    let heard = Heard::from(&host.engine);
    let draft = world::draft("Kompresor");
    host.together(&draft, true);
    assert_eq!(heard.taken(), []);
    // What the host does after its commit.
    let kept = head(&host.engine);
    let activity = host.engine.execute(&draft).unwrap().target;
    assert_eq!(heard.taken(), [], "a receipt that is given again");
    host.engine.execute(&world::note(activity, "x")).unwrap();
    assert_eq!(heard.taken()[0].1.count, kept.count + 1);
}

#[test]
fn a_file_that_was_set_back_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let engine = engine_on(sqlite(&folder.path().join("service.db")), &clock());
    let heard = Heard::from(&engine);
    world::founded(&engine);
    let older = folder.path().join("older.db");
    engine.backup(&older, |_| true).unwrap();
    engine.execute(&world::draft("Kompresor")).unwrap();
    let (_, newest) = *heard.taken().last().unwrap();

    let kept = VerifyQuery { head: Some(newest), since: None };
    let since = VerifyQuery { head: None, since: Some(newest) };
    let older = engine_on(sqlite(&older), &clock());
    for ask in [&kept, &since] {
        let clean = |engine: &Engine| {
            let session = engine.session(world::company(), world::manager());
            session.verify_with_progress(ask.clone(), &mut |_| true).unwrap().clean
        };
        assert!(clean(&engine));
        assert!(!clean(&older), "{ask:?}");
    }
    // Without the head nothing is wrong with it.
    world::assert_clean(&older);
}
