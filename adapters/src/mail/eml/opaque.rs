//! Opaque signatures (S/MIME, RFC 8551, 3.5.2): the text lies inside the signature.
//!
//! Read by the rules of BER, as programs write it in pieces of a length that is not yet known. The
//! signature itself is not checked.

use bcder::decode::{Constructed, Content, DecodeError, Source};
use bcder::{Mode, Oid, Tag};
use std::convert::Infallible;

/// `1.2.840.113549.1.7.2`: signed data (RFC 5652, 5.1).
const SIGNED: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";

/// Whether a type means that its text is wrapped in S/MIME.
pub(super) fn is_one(media_type: &str) -> bool {
    matches!(media_type, "application/pkcs7-mime" | "application/x-pkcs7-mime")
}

/// What was signed; `None` where it is encrypted, lies elsewhere, or is no such wrapping.
pub(super) fn signed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut found = None;
    // Who signed follows it, and is of no interest: how the rest reads does not matter.
    let _rest = Mode::Ber.decode(bytes, |cons| {
        cons.take_sequence(|cons| {
            let kind: Oid = Oid::take_from(cons)?;
            if kind.as_ref() != SIGNED {
                return Ok(());
            }
            cons.take_constructed_if(Tag::CTX_0, |cons| {
                cons.take_sequence(|cons| content(cons, &mut found))
            })
        })
    });
    found
}

/// The content of signed data: version, digest algorithms, then what was signed.
fn content<S: Source<Error = Infallible>>(
    cons: &mut Constructed<'_, S>,
    found: &mut Option<Vec<u8>>,
) -> Result<(), DecodeError<Infallible>> {
    let _version = cons.take_u8()?;
    cons.take_set(|cons| passed(cons, 0))?;
    cons.take_sequence(|cons| {
        let _kind: Oid = Oid::take_from(cons)?;
        cons.take_constructed_if(Tag::CTX_0, |cons| {
            let mut out = Vec::new();
            cons.take_value_if(Tag::OCTET_STRING, |content| pieces(content, 0, &mut out))?;
            *found = Some(out);
            Ok(())
        })
    })
}

/// How deep pieces may lie inside pieces.
const MAX_DEPTH: usize = 8;

/// The bytes of a string, whole or in pieces.
fn pieces<S: Source<Error = Infallible>>(
    content: &mut Content<'_, S>,
    depth: usize,
    out: &mut Vec<u8>,
) -> Result<(), DecodeError<Infallible>> {
    match content {
        Content::Primitive(whole) => {
            out.extend_from_slice(&whole.take_all()?);
            Ok(())
        }
        Content::Constructed(_) if depth >= MAX_DEPTH => {
            Err(content.content_err("pieces of pieces without end"))
        }
        Content::Constructed(many) => {
            let mut next =
                || many.take_opt_value_if(Tag::OCTET_STRING, |it| pieces(it, depth + 1, out));
            while next()?.is_some() {}
            Ok(())
        }
    }
}

/// Passes over values. bcder 0.7.7 cannot pass over one of an unknown length by itself.
fn passed<S: Source<Error = Infallible>>(
    cons: &mut Constructed<'_, S>,
    depth: usize,
) -> Result<(), DecodeError<Infallible>> {
    let mut next = || {
        cons.take_opt_value(|_, content| match content {
            Content::Primitive(whole) => whole.skip_all(),
            Content::Constructed(_) if depth >= MAX_DEPTH => {
                Err(content.content_err("values in values without end"))
            }
            Content::Constructed(many) => passed(many, depth + 1),
        })
    };
    while next()?.is_some() {}
    Ok(())
}
