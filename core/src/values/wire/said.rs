//! What a request says: nothing that was left at its default, so that requests which mean the same
//! have one fingerprint, whoever wrote them and whatever fields a later version adds.

/// Whether a value is what its absence means.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// In a schema, a default stands all the same.
#[cfg(feature = "schema")]
pub(crate) fn shown<T>(_: &T) -> bool {
    false
}
