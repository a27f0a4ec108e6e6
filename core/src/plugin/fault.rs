//! What goes wrong with plugins.

crate::codes! {
    /// Faults of loading plugins and of what they answer.
    pub enum PluginFault {
        /// Nobody has allowed it.
        Off {} => Unsupported "PLUGIN-OFF-01"
            en "Loading plugins is off. The host turns it on when it opens the engine."
            cs "Načítání zásuvných modulů je vypnuto. Hostitel je zapne při otevření enginu.",
        /// A path that depends on where the process stands.
        NotAbsolute { path: String } => Invalid "PLUGIN-PATH-01"
            en "{path} is no absolute path. Plugins are loaded only from a path that is given in full."
            cs "{path} není absolutní cesta. Zásuvné moduly se načítají jen z úplné cesty.",
        /// The system cannot load it.
        CannotLoad { path: String, reason: String } => Unavailable "PLUGIN-LOAD-01"
            en "{path} cannot be loaded: {reason}. Check the path and the machine it was built for."
            cs "{path} nelze načíst: {reason}. Zkontrolujte cestu a pro jaký stroj byl modul sestaven.",
        /// A library, but no plugin.
        NoEntry { path: String, symbol: String } => Unsupported "PLUGIN-LOAD-02"
            en "{path} exports no {symbol}: it is no Callout plugin."
            cs "{path} neexportuje {symbol}: není to zásuvný modul Calloutu.",
        /// Built against another ABI.
        OtherAbi { path: String, found: u32, known: u32 } => Unsupported "PLUGIN-ABI-01"
            en "{path} was built for plugin ABI {found}, this Callout speaks {known}. Take a build of it for {known}."
            cs "{path} je sestaven pro ABI {found}, tento Callout používá {known}. Použijte sestavení pro {known}.",
        /// A table that is too short for what it says it is.
        ShortTable { plugin: String, table: String, found: u64, least: u64 } => Unsupported "PLUGIN-ABI-02"
            en "{plugin}: its {table} has struct_size {found}, {least} are needed. Build it against this header."
            cs "{plugin}: jeho {table} má struct_size {found}, je třeba {least}. Sestavte jej proti této hlavičce.",
        /// A capability in a revision that was not asked for.
        OtherRevision { plugin: String, capability: String, found: u32, asked: u32 } => Unsupported "PLUGIN-ABI-03"
            en "{plugin} was asked for {capability} of revision {asked} and gave revision {found}. Ask its author to mend it."
            cs "{plugin} měl dát {capability} v revizi {asked} a dal revizi {found}. Požádejte tvůrce o opravu.",
        /// A table with holes, or a name that is none.
        BadEntry { path: String, reason: String } => Unsupported "PLUGIN-ENTRY-01"
            en "{path} presents itself badly: {reason}. Ask its author to mend it."
            cs "{path} se představuje chybně: {reason}. Požádejte tvůrce o opravu.",
        /// A name that is none.
        BadName { value: String } => Invalid "PLUGIN-NAME-01"
            en "{value} is no name: write lower case letters, digits, - and _, with dots between words."
            cs "{value} není jméno: pište malá písmena, číslice, - a _, mezi slovy tečky.",
        /// A capability id that is none.
        BadCapability { value: String } => Invalid "PLUGIN-CAPABILITY-01"
            en "{value} is no capability: write it as callout.registry/1."
            cs "{value} není schopnost: zapište ji jako callout.registry/1.",
        /// It did not want to start.
        NotStarted { plugin: String, status: i32, reason: String } => Unavailable "PLUGIN-START-01"
            en "{plugin} did not start (status {status}): {reason}. Check its settings."
            cs "{plugin} se nespustil (stav {status}): {reason}. Zkontrolujte jeho nastavení.",
        /// It could not do what it was asked.
        Failed { plugin: String, status: i32, reason: String } => Unavailable "PLUGIN-CALL-01"
            en "{plugin} failed (status {status}): {reason}. Go on without it, or try again later."
            cs "{plugin} selhal (stav {status}): {reason}. Pokračujte bez něj, nebo to zkuste později.",
        /// Its answer is nothing that can be read.
        Unreadable { plugin: String, path: String, reason: String } => Data "PLUGIN-ANSWER-01"
            en "The answer of {plugin} cannot be read at {path}: {reason}. Nothing of it was used."
            cs "Odpověď {plugin} nelze přečíst v místě {path}: {reason}. Nic z ní nebylo použito.",
        /// Its answer is too much.
        TooMuch { plugin: String, bytes: u64, most: u64 } => Data "PLUGIN-ANSWER-02"
            en "{plugin} answered with {bytes} bytes, at most {most} are taken. Nothing of it was used."
            cs "{plugin} odpověděl {bytes} bajty, přijímá se nejvýše {most}. Nic z ní nebylo použito.",
        /// Its answer breaks a rule that a user's own entry would break too.
        NotAllowed { plugin: String, path: String, reason: String } => Data "PLUGIN-ANSWER-03"
            en "The answer of {plugin} is not allowed at {path}: {reason}. Nothing of it was used."
            cs "Odpověď {plugin} není v místě {path} přípustná: {reason}. Nic z ní nebylo použito.",
    }
}
