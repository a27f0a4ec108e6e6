//! That something was lost is said, whatever else there is to say.

use super::{noted, parts, read};
use callout_core::journal::Hash;
use callout_core::mail::Message;

/// A part that is odd in a way of its own, and loses nothing.
fn odd(n: usize) -> String {
    format!("Content-Type: text/x-{n}\r\n\r\na{n}")
}

/// A part of which something is lost, in a way of its own.
fn lossy(n: usize) -> String {
    format!("Content-Type: text/plain\r\nContent-Transfer-Encoding: x-{n}\r\n\r\na")
}

fn all(some: impl IntoIterator<Item = String>) -> String {
    let some: Vec<String> = some.into_iter().collect();
    parts("mixed", &some.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn what_is_odd_does_not_hide_what_is_lost() {
    for (before, losses) in [(1, 1), (300, 1), (300, 90), (1_000, 95)] {
        let mail = read(all((0..before).map(odd).chain((0..losses).map(lossy))));
        assert_eq!(mail.lost.len(), losses.min(91), "{before}: {:?}", mail.warnings);
        assert!(mail.lost[0].contains("x-0 is not known"), "{:?}", mail.lost);
        let more = losses.saturating_sub(90);
        assert_eq!(noted(&mail, &format!("{more} more things were lost")), more > 0);
        assert_eq!(mail.warnings.len(), before.min(91));
        // A mail keeps all that its reader says.
        let kept = Message::from_read(Hash::default(), &mail);
        assert_eq!((kept.lost, kept.warnings), (mail.lost, mail.warnings));
    }
}

#[test]
fn what_is_lost_of_a_message_inside_is_kept_with_it() {
    let inner = format!("From: Petr <petr@kovo.example>\r\nSubject: Kompresor\r\n{}", {
        all((0..95).map(odd).chain([lossy(0)])).replace("=B\r\n", "=C\r\n").replace("--B", "--C")
    });
    let mail = read(parts("mixed", &[&format!("Content-Type: message/rfc822\r\n\r\n{inner}")]));
    assert_eq!(mail.lost, Vec::<String>::new());
    let kept = Message::from_read(Hash::default(), &mail);
    assert_eq!((kept.lost.len(), kept.warnings.len()), (0, 0), "{:?}", kept.warnings);
    let inside = &kept.nested[0];
    assert_eq!(inside.lost, ["the transfer encoding of the text x-0 is not known"]);
    assert_eq!(inside.warnings.last().unwrap(), "7 more things were odd");
    assert!(inside.warnings.contains(&"it has no Message-ID".to_owned()));
}

/// Letters that no charset has are lost, a charset that was guessed is odd.
#[test]
fn what_is_a_loss() {
    let plain = "Content-Type: text/plain; charset=";
    for (message, lost, odd) in [
        (format!("{plain}klingon\r\n\r\na"), 0, 1),
        (format!("{plain}utf-8\r\n\r\n\u{10d}erpadlo"), 0, 0),
        (format!("{plain}cp857\r\nContent-Transfer-Encoding: base64\r\n\r\njZg="), 1, 0),
        (format!("{plain}utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJjZ"), 1, 0),
        (format!("{plain}utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na = b"), 0, 1),
        (parts("mixed", &["\r\na"]).replace("--B--", ""), 1, 0),
        (parts("mixed", &["\r\na"]) + "konec", 1, 0),
        ("no header\r\n\r\na".to_owned(), 1, 0),
    ] {
        let mail = read(&message);
        let told = (mail.lost.len(), mail.warnings.len());
        assert_eq!(told, (lost, odd), "{message}: {:?} {:?}", mail.lost, mail.warnings);
    }
}
