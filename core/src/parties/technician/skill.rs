//! What a technician is able and allowed to do.

use super::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A technician has so many skills at the most.
pub const MAX_SKILLS: usize = 100;

/// A skill, or a permission that ends: a training, a licence, a certificate.
///
/// ```
/// use callout_core::technician::Skill;
/// let chillers = Skill { name: "f-gases".into(), until: Some("2028-03-31".parse()?) };
/// assert!(chillers.holds_on("2028-03-31".parse()?));
/// assert!(!chillers.holds_on("2028-04-01".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// What it is called, as activities ask for it: case and blanks around do not matter.
    pub name: String,
    /// The last local day on which it holds; it does not end where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Skill {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

/// As names of skills are compared.
pub(crate) fn same(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Those of the wanted skills that somebody has not, or not on a day.
pub(crate) fn lacking(skills: &[Skill], wanted: &[String], day: NaiveDate) -> Vec<String> {
    let has = |name: &String| {
        let its = |skill: &&Skill| same(&skill.name) == same(name);
        skills.iter().find(its).is_some_and(|skill| skill.holds_on(day))
    };
    wanted.iter().filter(|name| !has(name)).cloned().collect()
}

/// Skills in the order of their names, each once.
pub(super) fn sound(skills: &[Skill]) -> Result<Vec<Skill>, Refusal> {
    if skills.len() > MAX_SKILLS {
        return Err(Refusal::TooManySkills { most: MAX_SKILLS as u32 });
    }
    let trimmed = |skill: &Skill| Skill { name: skill.name.trim().to_owned(), until: skill.until };
    let mut sorted: Vec<Skill> = skills.iter().map(trimmed).collect();
    sorted.sort_by_cached_key(|skill| same(&skill.name));
    if sorted.iter().any(|skill| skill.name.is_empty()) {
        return Err(Refusal::SkillUnnamed {});
    }
    let pairs = sorted.iter().zip(sorted.iter().skip(1));
    match pairs.into_iter().find(|(one, next)| same(&one.name) == same(&next.name)) {
        Some((twice, _)) => Err(Refusal::SkillTwice { skill: twice.name.clone() }),
        None => Ok(sorted),
    }
}
