//! Which messages a machine wrote (RFC 3834, RFC 6522, RFC 8098).

use super::read;

#[test]
fn what_a_machine_wrote() {
    for (headers, automatic) in [
        ("Auto-Submitted: auto-replied", true),
        ("Auto-Submitted: auto-generated (vacation)", true),
        ("Auto-Submitted: no", false),
        ("Auto-Submitted: no\r\nPrecedence: bulk", false),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=B", true),
        ("Content-Type: multipart/report; report-type=disposition-notification; boundary=B", true),
        ("Content-Type: message/disposition-notification", true),
        ("Content-Type: message/delivery-status", true),
        ("X-Autoreply: yes", true),
        ("X-Autoreply: no", false),
        ("X-Autorespond: Dovolená", true),
        ("X-Failed-Recipients: a@b.example", true),
        ("Return-Path: <>", true),
        ("Return-Path: <jana@kovo.example>", false),
        ("Precedence: bulk", true),
        ("Precedence: auto_reply", true),
        // Humans write to lists, and through a group of addresses.
        ("Precedence: list\r\nList-Id: <servis.kovo.example>", false),
        // With it a human's program asks for silence.
        ("X-Auto-Response-Suppress: All", false),
        ("X-Mailer: Outlook", false),
    ] {
        assert_eq!(read(format!("{headers}\r\n\r\nx")).automatic, automatic, "{headers}");
    }
}
