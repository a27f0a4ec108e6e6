//! What a mail server answers (RFC 5321, 4.2).
//!
//! Own, as lettre 0.11.23 takes no answer without words and none whose second digit is above five,
//! and panics on a blank line among what a server offers.

use lettre::transport::smtp::authentication::Mechanism;

/// An answer: three digits, and the words of each of its lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    code: [u8; 3],
    words: Vec<String>,
}

/// What the first digit of an answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Yes,
    GoOn,
    NotNow,
    Never,
}

impl Answer {
    /// Reads whole lines; `None` where they are no answer, or do not say one thing.
    pub fn read(bytes: &[u8]) -> Option<Answer> {
        let said = String::from_utf8_lossy(bytes);
        let mut lines = said.lines().map(of_line);
        let (code, first) = lines.next()??;
        let mut words = vec![first.to_owned()];
        for line in lines {
            let (again, more) = line?;
            if again != code {
                return None;
            }
            words.push(more.to_owned());
        }
        Some(Answer { code, words })
    }

    pub fn kind(&self) -> Kind {
        match self.code[0] {
            b'2' => Kind::Yes,
            b'3' => Kind::GoOn,
            b'4' => Kind::NotNow,
            _ => Kind::Never,
        }
    }

    pub fn is(&self, code: &[u8; 3]) -> bool {
        self.code == *code
    }

    /// The words of each line.
    pub fn lines(&self) -> &[String] {
        &self.words
    }

    /// Code and words on one line.
    pub fn told(&self) -> String {
        let code = String::from_utf8_lossy(&self.code);
        format!("{code} {}", self.words.join(" ")).trim_end().to_owned()
    }

    /// Whether it is about who asks, not about the message (RFC 4954, 6; RFC 3463, 3.8).
    pub fn is_about_who_asks(&self) -> bool {
        self.asks_for_a_password()
            || self
                .words
                .iter()
                .any(|words| matches!(words.split_whitespace().next(), Some("5.7.0" | "5.7.1")))
    }

    /// Whether the server lets in nobody who has not proven who it is (RFC 4954, 6).
    pub fn asks_for_a_password(&self) -> bool {
        [b"530", b"534", b"535", b"538"].contains(&&self.code)
    }
}

/// Code and words of one line; a code alone has no words.
fn of_line(line: &str) -> Option<([u8; 3], &str)> {
    let code: [u8; 3] = line.as_bytes().get(..3)?.try_into().ok()?;
    let digits = matches!(code[0], b'2'..=b'5') && code.iter().all(u8::is_ascii_digit);
    match line.as_bytes().get(3) {
        _ if !digits => None,
        None => Some((code, "")),
        Some(b' ' | b'-') => Some((code, line.get(4..)?)),
        Some(_) => None,
    }
}

/// What a server offers, as far as it is used here.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Offers {
    pub eight_bit: bool,
    pub start_tls: bool,
    plain: bool,
    login: bool,
}

impl Offers {
    /// Reads the answer to EHLO: a greeting, then a keyword a line, in any case (RFC 5321,
    /// 4.1.1.1).
    pub fn read(answer: &Answer) -> Offers {
        let mut offers = Offers::default();
        for line in answer.lines().iter().skip(1) {
            let mut words = line.split_whitespace().map(str::to_ascii_uppercase);
            match words.next().as_deref() {
                Some("8BITMIME") => offers.eight_bit = true,
                Some("STARTTLS") => offers.start_tls = true,
                Some("AUTH") => {
                    for way in words {
                        offers.plain |= way == "PLAIN";
                        offers.login |= way == "LOGIN";
                    }
                }
                _ => {}
            }
        }
        offers
    }

    /// The way in which a password is given.
    pub fn way_in(&self) -> Option<Mechanism> {
        let login = self.login.then_some(Mechanism::Login);
        self.plain.then_some(Mechanism::Plain).or(login)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_an_answer() {
        for (bytes, told) in [
            ("250\r\n", Some("250")),
            ("250 \r\n", Some("250")),
            ("250 ok\r\n", Some("250 ok")),
            ("250 ok\n", Some("250 ok")),
            ("571 no\r\n", Some("571 no")),
            ("599\r\n", Some("599")),
            ("250-a\r\n250- \r\n250-\r\n250 b\r\n", Some("250 a    b")),
            ("250-a\r\n550 b\r\n", None),
            ("250-a\r\n\r\n", None),
            ("150 a\r\n", None),
            ("650 a\r\n", None),
            ("25\r\n", None),
            ("25é\r\n", None),
            ("250é\r\n", None),
            ("2500\r\n", None),
            ("\r\n", None),
            ("", None),
        ] {
            let read = Answer::read(bytes.as_bytes()).map(|answer| answer.told());
            assert_eq!(read.as_deref(), told, "{bytes:?}");
        }
        assert!(Answer::read(b"250-\xff\xfe\r\n250 \xc3\r\n").is_some());
    }

    #[test]
    fn what_a_server_offers() {
        for (bytes, eight_bit, start_tls, way) in [
            ("250\r\n", false, false, None),
            ("250-STARTTLS\r\n250 ok\r\n", false, false, None),
            ("250-a\r\n250- \r\n250-\r\n250 ok\r\n", false, false, None),
            ("250-a\r\n250-8bitmime\r\n250 StartTLS\r\n", true, true, None),
            ("250-a\r\n250 AUTH LOGIN plain\r\n", false, false, Some(Mechanism::Plain)),
            ("250-a\r\n250 auth GSSAPI login\r\n", false, false, Some(Mechanism::Login)),
            ("250-a\r\n250 AUTH\r\n", false, false, None),
        ] {
            let offers = Offers::read(&Answer::read(bytes.as_bytes()).unwrap());
            let seen = (offers.eight_bit, offers.start_tls, offers.way_in());
            assert_eq!(seen, (eight_bit, start_tls, way), "{bytes:?}");
        }
    }
}
