//! E-mail addresses in running text.

use super::sources::Source;
use super::{EnquiryFacts, OwnAddresses, note};
use crate::letter::Mailbox;

/// All of a part that are not ours and not a machine's.
pub(super) fn emails(source: &Source, own: &OwnAddresses, facts: &mut EnquiryFacts) {
    let part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@');
    let mut next = 0;
    // Word by word: each is read once, however many `@` stand in it.
    for word in source.letters.split(|c| !part(c)) {
        let start = next;
        next += word.len() + 1;
        let Some(sign) = word.iter().position(|c| *c == '@') else { continue };
        let at = start + sign;
        let address = source.text(start, start + word.len());
        let address = address.trim_matches(['.', '-', '_']).to_owned();
        let mailbox = Mailbox { name: None, address };
        let dotted = mailbox.domain().contains('.');
        if dotted && mailbox.is_deliverable() && !mailbox.is_no_reply() && !own.owns(&mailbox) {
            note(&mut facts.emails, mailbox.address, source, at);
        }
    }
}
