//! Who stands in a message beside its sender and those it was sent to.

use callout_adapters::mail::eml;

#[test]
fn who_else_stands_in_the_headers() {
    let message = "Resent-From: Dana <dana@jiny.example>\r\nResent-To: eva@jiny.example\r\n\
        Resent-Cc: filip@jiny.example\r\nFrom: ada@jiny.example\r\nSender: boris@jiny.example\r\n\
        To: cyril@jiny.example\r\nBcc: gita@jiny.example, =?utf-8?q?Hana_=C5=98?= <hana@jiny.example>\r\n\
        Subject: x\r\n\r\ny\r\n";
    let mail = eml::read(message.as_bytes()).unwrap();
    let all: Vec<&str> = mail.others.iter().map(|it| it.address.as_str()).collect();
    let names = ["boris", "gita", "hana", "dana", "eva", "filip"];
    assert_eq!(all, names.map(|name| format!("{name}@jiny.example")));
    assert_eq!(mail.others[2].name.as_deref(), Some("Hana Ř"));
}
