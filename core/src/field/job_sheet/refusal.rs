//! Why a job sheet says no.

use super::Status;

crate::codes! {
    /// Why a job sheet says no.
    pub enum Refusal {
        /// Nothing to generate from.
        NoActivity { activity: String } => NotFound "JOBSHEET-GENERATE-01"
            en "There is no activity {activity}. Create it first, or mend the id."
            cs "Aktivita {activity} neexistuje. Nejprve ji založte, nebo opravte identifikátor.",
        /// Nothing was reported that could stand on a sheet.
        NothingReported {} => Refused "JOBSHEET-GENERATE-02"
            en "Nothing is reported on this activity. Report what was done first."
            cs "Na aktivitě není nic vykázáno. Nejprve vykažte, co bylo provedeno.",
        /// Nothing has changed since a sheet that says the same.
        NothingNew {} => Refused "JOBSHEET-GENERATE-03"
            en "Nothing has changed since the newest sheet. Use it as it is."
            cs "Od nejnovějšího listu se nic nezměnilo. Použijte jej.",
        /// It was decided already.
        NotPending { status: Status } => Refused "JOBSHEET-SIGN-01"
            en "This version is {status} already. Generate another one to sign again."
            cs "Tato verze je již ve stavu {status}. Pro nový podpis vytvořte další verzi.",
        /// The activity was given to the right customer since.
        OtherCustomer {} => Refused "JOBSHEET-CUSTOMER-01"
            en "This version names another customer than its activity does by now. Generate another version first."
            cs "Tato verze uvádí jiného zákazníka, než má nyní aktivita. Nejprve vytvořte další verzi.",
        /// The signer saw something else (R6).
        OtherContent { seen: String, newest: String } => Conflict "JOBSHEET-SIGN-02"
            en "The signer saw {seen}, the newest version is {newest}. Show that one."
            cs "Podepisující viděl {seen}, nejnovější verze je {newest}. Ukažte tuto.",
        /// What is signed is not what stands there now (E60).
        Changed {} => Refused "JOBSHEET-SIGN-03"
            en "The activity has changed since this version. Generate it anew, then have it signed."
            cs "Aktivita se od této verze změnila. Vytvořte list znovu a nechte jej podepsat.",
        /// A signature that nobody's name is printed below.
        NameMissing {} => Invalid "JOBSHEET-SIGN-04"
            en "The signature has no name. Give the signer's name as printed."
            cs "U podpisu chybí jméno. Uveďte jméno podepisujícího hůlkovým písmem.",
        /// A picture of the signature that was never put as a blob.
        NoPicture { picture: String } => NotFound "JOBSHEET-SIGN-05"
            en "There is no blob {picture}. Store the picture of the signature first."
            cs "Blob {picture} není uložen. Nejprve uložte obrázek podpisu.",
        /// A signature from the future, or from before there was anything to sign.
        NotThen {} => Invalid "JOBSHEET-SIGN-06"
            en "The time of the signature is still to come, or before this version was generated. Mend it."
            cs "Čas podpisu teprve nastane, nebo je dříve než vznik této verze. Opravte jej.",
        /// Refused or absent without saying why.
        ReasonMissing {} => Invalid "JOBSHEET-SIGN-07"
            en "There is no reason. Say why, for who reads it later."
            cs "Chybí důvod. Uveďte jej pro toho, kdo to bude číst později.",
        /// A picture that no renderer could print.
        BadPicture { picture: String } => Invalid "JOBSHEET-SIGN-08"
            en "The blob {picture} cannot be printed. Take the signature again as a sound PNG, or a JPEG of grey or three colours."
            cs "Blob {picture} nelze vytisknout. Sejměte podpis znovu jako neporušený PNG, nebo JPEG v šedé či ve třech barvách.",
        /// A picture without a stroke.
        BlankPicture { picture: String } => Invalid "JOBSHEET-SIGN-09"
            en "The blob {picture} is all one colour: nobody has signed. Take the signature again, or say why there is none."
            cs "Blob {picture} má jedinou barvu: nikdo nepodepsal. Sejměte podpis znovu, nebo uveďte, proč chybí.",
        /// Confirmed before anything was said about the signature (S43).
        Unsigned {} => Refused "JOBSHEET-CONFIRM-01"
            en "The sheet is neither signed nor refused. Have it signed first, or say why not."
            cs "List není podepsán ani odmítnut. Nejprve jej nechte podepsat, nebo uveďte proč ne.",
        /// A version that somebody has confirmed already (E63).
        ConfirmedAlready {} => Refused "JOBSHEET-CONFIRM-02"
            en "This version is confirmed already; it was sent once."
            cs "Tato verze je již potvrzena; odeslána byla jednou.",
    }
}
