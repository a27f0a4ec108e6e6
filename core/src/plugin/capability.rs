//! What a plugin can be asked for: a name and a revision.

use super::PluginFault;
use crate::error::Error;
use std::fmt;

/// A capability such as `callout.registry/1`. A changed meaning is a new revision; a host may
/// serve several side by side.
///
/// ```
/// use callout_core::plugin::Capability;
/// let asked: Capability = "callout.registry/1".parse()?;
/// assert_eq!((asked.name(), asked.revision()), ("callout.registry", 1));
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Capability {
    name: String,
    revision: u32,
}

/// The longest id that is read.
const MAX_BYTES: usize = 64;

impl Capability {
    /// The name without the revision.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The revision, from 1.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Whether a plugin that was asked for this gave this.
    ///
    /// # Errors
    /// `PLUGIN-ABI-03` names both revisions.
    pub fn given(&self, plugin: &str, found: u32) -> Result<(), Error> {
        if found == self.revision {
            return Ok(());
        }
        let (plugin, capability) = (plugin.to_owned(), self.name.clone());
        let asked = self.revision;
        Err(PluginFault::OtherRevision { plugin, capability, found, asked }.into())
    }
}

impl std::str::FromStr for Capability {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        let bad = || Error::from(PluginFault::BadCapability { value: shown(text) });
        let (name, digits) = text.split_once('/').ok_or_else(bad)?;
        let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        let revision = digits.parse().ok().filter(|_| plain).ok_or_else(bad)?;
        if text.len() > MAX_BYTES || !is_name(name) || !name.contains('.') {
            return Err(bad());
        }
        Ok(Capability { name: name.to_owned(), revision })
    }
}

fn shown(text: &str) -> String {
    text.chars().take(MAX_BYTES).collect()
}

/// Whether a plugin, register or capability may be called so: words of lower case letters, digits,
/// `-` and `_`, with dots between them.
pub fn is_name(name: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b))
    };
    name.len() <= MAX_BYTES && name.split('.').all(word)
}

impl fmt::Display for Capability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.name, self.revision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_what_is_none() {
        for (text, read) in [
            ("callout.registry/1", true),
            ("vendor.pricing_rules/12", true),
            ("registry/1", false),
            ("callout.registry", false),
            ("callout.registry/", false),
            ("callout.registry/0", false),
            ("callout.registry/01", false),
            ("callout.registry/+1", false),
            ("callout.registry/1/2", false),
            ("callout.registry/99999999999", false),
            ("Callout.registry/1", false),
            ("callout..registry/1", false),
            ("callout.regis try/1", false),
            ("", false),
        ] {
            let got = text.parse::<Capability>();
            assert_eq!(got.is_ok(), read, "{text:?}");
            match got {
                Ok(capability) => assert_eq!(capability.to_string(), text),
                Err(error) => assert_eq!(error.code(), "PLUGIN-CAPABILITY-01"),
            }
        }
    }

    #[test]
    fn a_lie_about_the_revision_names_both() {
        let asked: Capability = "callout.registry/1".parse().unwrap();
        assert!(asked.given("vendor.x", 1).is_ok());
        let error = asked.given("vendor.x", 2).unwrap_err();
        assert_eq!(error.code(), "PLUGIN-ABI-03");
        assert_eq!((&error.details()["found"], &error.details()["asked"]), (&2.into(), &1.into()));
    }
}
