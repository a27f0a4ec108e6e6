//! Mails: read, searched for facts, and now and then taken in.

use super::mutate::bytes;
use crate::support::{TestClock, engine_on, world};
use callout::adapters::mail::eml;
use callout::adapters::store::memory::MemoryStore;
use callout::enquiry::{OwnAddresses, find_facts};
use std::sync::Arc;

const WORDS: [&str; 16] = [
    "\r\n",
    "\n\n",
    "--",
    "=?utf-8?B?",
    "?=",
    "=?windows-1250?Q?=9E?=",
    "Content-Type: message/rfc822\r\n\r\n",
    "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "charset=utf-7",
    "filename*0*=utf-8''%C5",
    "begin 644 x\n",
    "<a@b.example>",
    "IČO: 59610018",
    "+420 777 123 456",
    "<html><body><style>",
];

#[test]
fn no_mail_breaks_its_reader() {
    let mut mails = crate::samples("email", "eml");
    mails.extend(crate::samples("enquiries", "eml"));
    mails.push(include_bytes!("../../examples/service_call/enquiry.eml").to_vec());
    let engine =
        engine_on(Arc::new(MemoryStore::new()), &TestClock::at("2026-10-14T08:00:00+02:00"));
    world::founded(&engine);
    let (mut taken, mut read) = (0, 0);
    crate::soak(
        "mail",
        |dice| {
            let mail: &Vec<u8> = dice.of(&mails);
            bytes(mail, &mails, &WORDS, dice)
        },
        |sample| match eml::read(sample) {
            Ok(mail) => {
                read += 1;
                let _ = find_facts(&mail, &OwnAddresses::default());
                // Each is kept whole, so only some are.
                if read % 50 == 1 && taken < 200 {
                    taken += 1;
                    let received =
                        engine.receive(world::company(), &world::manager(), sample, mail);
                    received.unwrap_or_else(|error| panic!("it was read, but {error:?}"));
                }
            }
            Err(error) => assert!(error.code().starts_with("MAIL-READ-"), "{error}"),
        },
    );
    assert!(taken > 10);
    world::assert_clean(&engine);
}
