//! One form of JSON for what is hashed (RFC 8785): members in the order of their names, no white
//! space. Whoever reads the bytes in twenty years needs a reader of JSON and nothing of ours.

use serde::Serialize;
use serde_json::Value;

/// The canonical JSON of a value: the same bytes whatever order its members were written in.
///
/// ```
/// use callout_core::journal::canonical;
/// let value = serde_json::json!({"b": [1, "é"], "a": null});
/// assert_eq!(canonical(&value).unwrap(), "{\"a\":null,\"b\":[1,\"é\"]}".as_bytes());
/// ```
///
/// # Errors
/// Where the value has no form in JSON.
pub fn canonical(value: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    canonical_of(&serde_json::to_value(value)?)
}

/// The same of a value that was read already.
pub(crate) fn canonical_of(value: &Value) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::with_capacity(256);
    write(value, &mut bytes)?;
    Ok(bytes)
}

fn write(value: &Value, into: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            into.push(b'{');
            for (n, (name, value)) in members.into_iter().enumerate() {
                if n > 0 {
                    into.push(b',');
                }
                serde_json::to_writer(&mut *into, name)?;
                into.push(b':');
                write(value, into)?;
            }
            into.push(b'}');
        }
        Value::Array(values) => {
            into.push(b'[');
            for (n, value) in values.iter().enumerate() {
                if n > 0 {
                    into.push(b',');
                }
                write(value, into)?;
            }
            into.push(b']');
        }
        plain => serde_json::to_writer(into, plain)?,
    }
    Ok(())
}
