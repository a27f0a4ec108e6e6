//! Why a tool says no.

crate::codes! {
    /// Why a tool says no.
    pub enum ToolFault {
        /// No tool of that name.
        NoTool { name: String, known: Vec<&'static str> } => NotFound "TOOL-NAME-01"
            en "There is no tool {name}. There are: {known}."
            cs "Nástroj {name} neexistuje. Jsou tu: {known}.",
        /// A country or a year without known holidays.
        NoHolidays { country: String, year: String, known: Vec<&'static str> }
            => Invalid "TOOL-HOLIDAYS-01"
            en "The public holidays of {country} in {year} are not known. Known are those of {known}, of the years 2000 to 2199."
            cs "Svátky země {country} v roce {year} nejsou známy. Známy jsou svátky zemí {known} v letech 2000 až 2199.",
        /// A period without a length, or of years.
        NoTime { days: u64, most: u64 } => Invalid "TOOL-TIME-01"
            en "The period has {days} days. It must end after it begins, and have {most} at the most. Mend the times."
            cs "Období má {days} dní. Musí skončit po svém začátku a mít jich nejvýše {most}. Opravte časy.",
    }
}
