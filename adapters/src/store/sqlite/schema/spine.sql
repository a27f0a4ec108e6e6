-- The journal, in commit order. Bodies are hashed as they stand here.
CREATE TABLE callout_event (
    company BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    noun TEXT NOT NULL,
    stream BLOB NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    format INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    role TEXT NOT NULL,
    command BLOB NOT NULL,
    device BLOB,
    device_sequence INTEGER,
    device_clock INTEGER,
    cause BLOB,
    receipt BLOB,
    body BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (company, sequence)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX callout_event_by_stream ON callout_event (company, noun, stream, version);
CREATE INDEX callout_event_by_command ON callout_event (company, command, sequence);

-- How long a company's journal is, and the hash over it.
CREATE TABLE callout_head (
    company BLOB NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    hash BLOB NOT NULL,
    -- Up to which event receipts have ended.
    ended INTEGER NOT NULL DEFAULT 0,
    -- What ids follow from that nobody shall guess; the journal holds its hash.
    secret BLOB
) STRICT, WITHOUT ROWID;

-- What each stream folds to.
CREATE TABLE callout_state (
    company BLOB NOT NULL,
    noun TEXT NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    fold INTEGER NOT NULL,
    -- The form of its index rows.
    rows INTEGER NOT NULL,
    -- Of its last event.
    sequence INTEGER NOT NULL,
    body BLOB NOT NULL,
    last BLOB NOT NULL,
    PRIMARY KEY (company, noun, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_state_by_form ON callout_state (company, noun, fold, rows);

-- What is kept of each command that was executed: its receipt is read from its events.
CREATE TABLE callout_answered (
    company BLOB NOT NULL,
    command BLOB NOT NULL,
    -- Of the request; they go with a person that the request told of.
    form INTEGER,
    salt BLOB,
    hash BLOB,
    target BLOB NOT NULL,
    version INTEGER NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (company, command)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_answered_idle ON callout_answered (company, events) WHERE events = 0;

-- Values about natural persons, apart from the journal, so that a person can be forgotten.
CREATE TABLE callout_slot (
    company BLOB NOT NULL,
    noun TEXT NOT NULL,
    stream BLOB NOT NULL,
    version INTEGER NOT NULL,
    n INTEGER NOT NULL,
    person BLOB NOT NULL,
    salt BLOB NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (company, noun, stream, version, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_slot_by_person ON callout_slot (company, person, noun, stream);

-- Ids that records have in outside systems.
CREATE TABLE callout_external (
    company BLOB NOT NULL,
    noun TEXT NOT NULL,
    system TEXT NOT NULL,
    value TEXT NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (company, noun, system, value)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX callout_external_by_id ON callout_external (company, noun, id, system);

-- Which events belong to the timeline of which customer, equipment or activity.
CREATE TABLE callout_timeline (
    company BLOB NOT NULL,
    context BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (company, context, sequence)
) STRICT, WITHOUT ROWID;

-- Bytes under their hash.
CREATE TABLE callout_blob (
    company BLOB NOT NULL,
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (company, hash)
) STRICT;

-- Which streams name which bytes: what a person is forgotten in takes only what nobody else names.
CREATE TABLE callout_use (
    company BLOB NOT NULL,
    hash BLOB NOT NULL,
    noun TEXT NOT NULL,
    stream BLOB NOT NULL,
    PRIMARY KEY (company, hash, noun, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_use_by_stream ON callout_use (company, noun, stream, hash);
