//! Who bears how much of a line.

use crate::money::Exact;
use crate::reason::Reason;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// Who pays for a line, or for a part of it.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    IntoStaticStr,
    VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Payer {
    /// The customer of the activity.
    #[default]
    Customer,
    /// Whoever gave the warranty: the customer's invoice shows it at price nothing.
    Warranty,
}

/// One payer's part of a line, with the reasons for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    /// Who bears it. A payer has one share of a line at most.
    pub payer: Payer,
    /// How much of the line, in percent: above 0, at most 100. All shares of a line make 100.
    pub percent: Exact,
    /// Why this payer, in the order in which the rules led there.
    pub reasons: Vec<Reason>,
}

impl Share {
    /// All of a line.
    pub fn whole(payer: Payer, reasons: Vec<Reason>) -> Share {
        Share { payer, percent: hundred(), reasons }
    }

    /// Whether it is all of its line.
    pub fn is_whole(&self) -> bool {
        self.percent == hundred()
    }
}

/// What a manager says about a payer's part, without the reasons: these follow.
///
/// ```
/// use callout_core::coverage::{Bearer, Payer};
/// let shares = vec![Bearer { payer: Payer::Warranty, percent: 100.into() }];
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bearer {
    /// Who bears it; each payer once.
    pub payer: Payer,
    /// How much of the line, in percent: above 0, at most 100. Those of all payers make 100.
    pub percent: Exact,
}

/// Who pays for a line: one share for each payer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// The shares of the line, which make 100 percent together; nearly always it is one.
    pub shares: Vec<Share>,
}

impl Default for Coverage {
    /// Nothing was decided: the customer pays.
    fn default() -> Self {
        Coverage::whole(Payer::Customer, Vec::new())
    }
}

/// What is wrong with the shares that somebody wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareFault {
    /// A share of nothing, of less, or of more than all.
    OutOfRange(Bearer),
    /// A payer with two shares.
    Twice(Payer),
    /// Together they are more or less than the line; where it is missing, past all digits.
    NotAll(Option<Exact>),
}

impl Coverage {
    /// One payer bears all of it.
    pub fn whole(payer: Payer, reasons: Vec<Reason>) -> Coverage {
        Coverage { shares: vec![Share::whole(payer, reasons)] }
    }

    /// The one share that is all of the line; nothing where several bear it.
    pub fn sole(&self) -> Option<&Share> {
        match self.shares.as_slice() {
            [share] if share.is_whole() => Some(share),
            _ => None,
        }
    }

    /// Who bears all of it; nothing where several do.
    pub fn payer(&self) -> Option<Payer> {
        self.sole().map(|share| share.payer)
    }

    /// A payer's share; nothing where the payer bears none.
    pub fn share(&self, payer: Payer) -> Option<&Share> {
        self.shares.iter().find(|share| share.payer == payer)
    }

    /// Whether the same payers bear as much each, whatever the reasons and the order.
    pub fn splits_like(&self, bearers: &[Bearer]) -> bool {
        let alike = |bearer: &Bearer| {
            self.share(bearer.payer).is_some_and(|share| share.percent == bearer.percent)
        };
        self.shares.len() == bearers.len() && bearers.iter().all(alike)
    }
}

impl Bearer {
    /// Whether these may be the shares of a line.
    ///
    /// # Errors
    /// [`ShareFault`], the first one that is found.
    ///
    /// ```
    /// use callout_core::coverage::{Bearer, Payer};
    /// let bearer = |payer, percent: &str| Bearer { payer, percent: percent.parse().unwrap() };
    /// let (customer, warranty) = (bearer(Payer::Customer, "30"), bearer(Payer::Warranty, "70.0"));
    /// assert!(Bearer::check(&[customer, warranty]).is_ok());
    /// assert!(Bearer::check(&[customer]).is_err());
    /// ```
    pub fn check(bearers: &[Bearer]) -> Result<(), ShareFault> {
        let mut sum = Some(Exact::ZERO);
        for (n, bearer) in bearers.iter().enumerate() {
            if !bearer.percent.is_positive() || bearer.percent > hundred() {
                return Err(ShareFault::OutOfRange(*bearer));
            }
            if bearers[..n].iter().any(|before| before.payer == bearer.payer) {
                return Err(ShareFault::Twice(bearer.payer));
            }
            sum = sum.and_then(|sum| sum.plus(bearer.percent));
        }
        if sum == Some(hundred()) { Ok(()) } else { Err(ShareFault::NotAll(sum)) }
    }
}

fn hundred() -> Exact {
    Exact::new(Decimal::ONE_HUNDRED)
}
