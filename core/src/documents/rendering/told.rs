//! How what happened to a rendering is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[told(
    "rendered",
    "File made: version {rendered.page.version}, {rendered.page.format}",
    "Vytvořen soubor: verze {rendered.page.version}, {rendered.page.format}",
)];
