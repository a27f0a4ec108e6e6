//! E-mail addresses in running text.

use super::sources::Source;
use super::{EnquiryFacts, OwnAddresses, note};
use crate::correspondence::Mailbox;

/// All of a part that are not ours and not a machine's.
pub(super) fn emails(source: &Source, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    let part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@');
    let places = source.letters.iter().enumerate().filter(|(_, c)| **c == '@');
    for (at, _) in places {
        let before = source.letters[..at].iter().rev().take_while(|c| part(c)).count();
        let after = source.letters[at..].iter().take_while(|c| part(c)).count();
        let address = source.text(at - before, at + after);
        let address = address.trim_matches(['.', '-', '_']).to_owned();
        let mailbox = Mailbox { name: None, address };
        let dotted = mailbox.domain().contains('.');
        if dotted && mailbox.is_deliverable() && !mailbox.is_no_reply() && !own.owns(&mailbox) {
            note(&mut facts.emails, mailbox.address, source, at);
        }
    }
}
