-- The journal, in commit order. Bodies are hashed as they stand here.
CREATE TABLE callout_event (
    company BLOB NOT NULL CHECK (length(company) = 16),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    noun TEXT NOT NULL,
    stream BLOB NOT NULL CHECK (length(stream) = 16),
    version INTEGER NOT NULL CHECK (version > 0),
    kind TEXT NOT NULL,
    format INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL CHECK (length(actor) = 16),
    role TEXT NOT NULL,
    command BLOB NOT NULL CHECK (length(command) = 16),
    device BLOB CHECK (length(device) = 16),
    device_sequence INTEGER,
    device_clock INTEGER,
    cause BLOB CHECK (length(cause) = 16),
    receipt BLOB CHECK (length(receipt) = 32),
    body BLOB NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (company, sequence)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX callout_event_by_stream ON callout_event (company, noun, stream, version);
CREATE INDEX callout_event_by_command ON callout_event (company, command, sequence);

-- How long a company's journal is, and the hash over it.
CREATE TABLE callout_head (
    company BLOB NOT NULL PRIMARY KEY CHECK (length(company) = 16),
    count INTEGER NOT NULL CHECK (count >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    -- Up to which event receipts have ended.
    ended INTEGER NOT NULL DEFAULT 0 CHECK (ended >= 0),
    -- What ids follow from that nobody shall guess; the journal holds its hash.
    secret BLOB CHECK (length(secret) = 32)
) STRICT, WITHOUT ROWID;

-- What each stream folds to.
CREATE TABLE callout_state (
    company BLOB NOT NULL CHECK (length(company) = 16),
    noun TEXT NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version > 0),
    fold INTEGER NOT NULL,
    -- The form of its index rows.
    rows INTEGER NOT NULL,
    -- Of its last event.
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    body BLOB NOT NULL,
    last BLOB NOT NULL CHECK (length(last) = 32),
    PRIMARY KEY (company, noun, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_state_by_form ON callout_state (company, noun, fold, rows);

-- What is kept of each command that was executed: its receipt is read from its events.
CREATE TABLE callout_answered (
    company BLOB NOT NULL CHECK (length(company) = 16),
    command BLOB NOT NULL CHECK (length(command) = 16),
    -- Of the request; they go with a person that the request told of.
    form INTEGER,
    salt BLOB CHECK (length(salt) = 16),
    hash BLOB CHECK (length(hash) = 32),
    target BLOB NOT NULL CHECK (length(target) = 16),
    version INTEGER NOT NULL CHECK (version >= 0),
    events INTEGER NOT NULL CHECK (events >= 0),
    PRIMARY KEY (company, command)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_answered_idle ON callout_answered (company, events) WHERE events = 0;

-- Values about natural persons, apart from the journal, so that a person can be forgotten.
CREATE TABLE callout_slot (
    company BLOB NOT NULL CHECK (length(company) = 16),
    noun TEXT NOT NULL,
    stream BLOB NOT NULL CHECK (length(stream) = 16),
    version INTEGER NOT NULL CHECK (version > 0),
    n INTEGER NOT NULL CHECK (n >= 0),
    person BLOB NOT NULL CHECK (length(person) = 16),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    value BLOB NOT NULL,
    PRIMARY KEY (company, noun, stream, version, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_slot_by_person ON callout_slot (company, person, noun, stream);

-- Ids that records have in outside systems.
CREATE TABLE callout_external (
    company BLOB NOT NULL CHECK (length(company) = 16),
    noun TEXT NOT NULL,
    system TEXT NOT NULL,
    value TEXT NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    PRIMARY KEY (company, noun, system, value)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX callout_external_by_id ON callout_external (company, noun, id, system);

-- Which events belong to the timeline of which customer, equipment or activity.
CREATE TABLE callout_timeline (
    company BLOB NOT NULL CHECK (length(company) = 16),
    context BLOB NOT NULL CHECK (length(context) = 16),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    PRIMARY KEY (company, context, sequence)
) STRICT, WITHOUT ROWID;

-- Bytes under their hash.
CREATE TABLE callout_blob (
    company BLOB NOT NULL CHECK (length(company) = 16),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    bytes BLOB NOT NULL,
    UNIQUE (company, hash)
) STRICT;

-- Which streams name which bytes: what a person is forgotten in takes only what nobody else names.
CREATE TABLE callout_use (
    company BLOB NOT NULL CHECK (length(company) = 16),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    noun TEXT NOT NULL,
    stream BLOB NOT NULL CHECK (length(stream) = 16),
    PRIMARY KEY (company, hash, noun, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_use_by_stream ON callout_use (company, noun, stream, hash);

-- What a connector to the outside was last told there: no truth of its own, and in no journal.
CREATE TABLE callout_cursor (
    company BLOB NOT NULL CHECK (length(company) = 16),
    connector TEXT NOT NULL,
    key TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (company, connector, key)
) STRICT, WITHOUT ROWID;
