//! What a reader of calendars has to say about a file beside what stands in it.

use serde::{Deserialize, Serialize};

/// Something that was odd in a calendar file, or that was lost of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it was, by a word that stays.
    pub kind: NoteKind,
    /// The line of the file, from 1; 0 where it is about the whole of it.
    pub line: u32,
    /// The name or the beginning of the text that it is about; may be empty.
    pub detail: String,
}

macro_rules! notes {
    ($(
        $(#[doc = $doc:literal])+
        $kind:ident $loses:literal en $en:literal cs $cs:literal
    ),* $(,)?) => {
        /// What was odd, or lost.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum NoteKind { $( $(#[doc = $doc])+ $kind, )* }

        impl NoteKind {
            /// All of them.
            pub const ALL: &'static [NoteKind] = &[$( NoteKind::$kind ),*];

            /// Whether something of the file was lost by it.
            ///
            /// ```
            /// use callout_core::calendar::NoteKind;
            /// assert!(NoteKind::ValueUnreadable.loses() && !NoteKind::UidMissing.loses());
            /// ```
            pub const fn loses(self) -> bool {
                match self { $( NoteKind::$kind => $loses ),* }
            }

            /// A sentence about it in English and in Czech.
            ///
            /// ```
            /// use callout_core::calendar::NoteKind;
            /// assert_eq!(NoteKind::UidMissing.says().0, "An event has no id.");
            /// ```
            pub const fn says(self) -> (&'static str, &'static str) {
                match self { $( NoteKind::$kind => ($en, $cs) ),* }
            }
        }
    };
}

notes! {
    /// It is not in UTF-8; the detail tells what it was read as.
    Encoding false
        en "The file is not in UTF-8; its letters were guessed."
        cs "Soubor není v UTF-8; písmena byla odhadnuta.",
    /// Control characters, such as NUL, were taken out.
    ControlLetters false
        en "Control characters were taken out."
        cs "Řídicí znaky byly vypuštěny.",
    /// Lines end with a bare carriage return.
    LineEnds false
        en "Lines end with a carriage return alone."
        cs "Řádky končí jen znakem CR.",
    /// A component stands outside any calendar.
    NoCalendar false
        en "A component stands outside any calendar."
        cs "Součást stojí mimo kalendář.",
    /// The file holds more than one calendar; they were read as one, with the first one's method.
    SeveralCalendars false
        en "The file holds several calendars, which were read as one."
        cs "Soubor obsahuje více kalendářů, přečteny byly jako jeden.",
    /// A method that the standard does not have.
    MethodUnknown false
        en "The method is none of the standard."
        cs "Metoda není podle normy.",
    /// A component that is not ended, or not where it should be.
    Unclosed false
        en "A component is not ended where it should be."
        cs "Součást není ukončena, kde má být.",
    /// An end of what did not begin.
    StrayEnd false
        en "Something is ended that did not begin."
        cs "Končí něco, co nezačalo.",
    /// An event without an id.
    UidMissing false
        en "An event has no id."
        cs "Událost nemá identifikátor.",
    /// An event without a start.
    StartMissing false
        en "An event does not say when it starts."
        cs "Událost neuvádí, kdy začíná.",
    /// An event that ends before it starts; the start was taken for its end.
    EndBeforeStart false
        en "An event ends before it starts; it was given no length."
        cs "Událost končí dříve, než začíná; dostala nulovou délku.",
    /// A length below nothing; it was taken for nothing.
    NegativeDuration false
        en "A length is below nothing; it was taken for nothing."
        cs "Délka je záporná; byla vzata jako nulová.",
    /// An event with both an end and a length; the end was taken.
    EndTwice false
        en "An event has an end and a length; the end was taken."
        cs "Událost má konec i délku; platí konec.",
    /// An event that starts on a day and ends at a time, or the other way round.
    EndOfOtherKind false
        en "Of start and end one is a day and the other a time."
        cs "Začátek a konec nejsou oba dny, nebo oba časy.",
    /// A zone that the IANA database does not have; the file's own description was taken.
    ZoneOfItsOwn false
        en "A zone is known from the file's own description alone."
        cs "Pásmo je známé jen z popisu v samotném souboru.",
    /// A zone that nobody describes: times in it have no moment.
    ZoneUnknown false
        en "A zone is known to nobody: times in it have no moment."
        cs "Pásmo nikdo nezná: časy v něm nemají okamžik.",
    /// The file describes a known zone otherwise than it is; the rules of today were taken.
    ZoneDiffers false
        en "The file describes a zone otherwise than the database; the database was taken."
        cs "Soubor popisuje pásmo jinak než databáze; platí databáze.",
    /// A rule of a zone that is not understood: times in it may be wrong by an hour.
    ZoneRule true
        en "A rule of the file's own zone is not understood; its times may be off by an hour."
        cs "Pravidlu vlastního pásma souboru nelze rozumět; časy mohou být o hodinu jinde.",
    /// A line that is none of a calendar.
    LineUnreadable true
        en "A line is none of a calendar."
        cs "Řádek nepatří do kalendáře.",
    /// A value that cannot be read.
    ValueUnreadable true
        en "A value cannot be read."
        cs "Hodnotu nelze přečíst.",
    /// A property that may stand once stands again; the first one was taken.
    PropertyTwice true
        en "Something is said twice; the first was taken."
        cs "Něco je uvedeno dvakrát; platí první.",
    /// A value in an old encoding, which was left as it is.
    Encoded true
        en "A text is encoded in an old way and was left as it is."
        cs "Text je zakódován starým způsobem a zůstal, jak je.",
    /// A text that was cut.
    TextCut true
        en "A text was cut."
        cs "Text byl zkrácen.",
    /// Components that stand too deep inside each other were left out.
    TooDeep true
        en "Components stand too deep inside each other and were left out."
        cs "Součásti jsou do sebe vnořeny příliš hluboko a byly vynechány.",
    /// More of something than is read; the rest was left out.
    TooMany true
        en "There is more of something than is read; the rest was left out."
        cs "Něčeho je více, než se čte; zbytek byl vynechán.",
    /// The file ends in the middle of a component.
    CutShort true
        en "The file ends in the middle."
        cs "Soubor končí uprostřed.",
}
