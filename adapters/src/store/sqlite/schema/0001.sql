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

CREATE TABLE callout_company (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    name TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_company_by_name ON callout_company (company, name, owner, n);

CREATE TABLE callout_series (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    name TEXT,
    year INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_series_by_name ON callout_series (company, name, owner, n);

CREATE TABLE callout_mail (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    received_at INTEGER,
    filed INTEGER,
    automatic INTEGER,
    message_id TEXT,
    customer BLOB CHECK (length(customer) = 16),
    equipment BLOB CHECK (length(equipment) = 16),
    activity BLOB CHECK (length(activity) = 16),
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_mail_by_filed_received_at ON callout_mail (company, filed, received_at, owner, n);
CREATE INDEX callout_mail_by_automatic_filed_received_at ON callout_mail (company, automatic, filed, received_at, owner, n);
CREATE INDEX callout_mail_by_automatic_received_at ON callout_mail (company, automatic, received_at, owner, n);
CREATE INDEX callout_mail_by_message_id_received_at ON callout_mail (company, message_id, received_at, owner, n);
CREATE INDEX callout_mail_by_customer_received_at ON callout_mail (company, customer, received_at, owner, n);
CREATE INDEX callout_mail_by_equipment_received_at ON callout_mail (company, equipment, received_at, owner, n);
CREATE INDEX callout_mail_by_activity_received_at ON callout_mail (company, activity, received_at, owner, n);

CREATE TABLE callout_mail_address (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    address TEXT,
    person BLOB CHECK (length(person) = 16),
    sender INTEGER,
    received_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_mail_address_by_address_sender_received_at ON callout_mail_address (company, address, sender, received_at, owner, n);
CREATE INDEX callout_mail_address_by_address_person ON callout_mail_address (company, address, person, owner, n);

CREATE TABLE callout_mail_reference (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    message_id TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_mail_reference_by_message_id ON callout_mail_reference (company, message_id, owner, n);

CREATE TABLE callout_mail_word (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    word TEXT,
    received_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_mail_word_by_word_received_at ON callout_mail_word (company, word, received_at, owner, n);

CREATE TABLE callout_mail_technician (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    technician BLOB CHECK (length(technician) = 16),
    filed INTEGER,
    received_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_mail_technician_by_technician_filed_received_at ON callout_mail_technician (company, technician, filed, received_at, owner, n);

CREATE TABLE callout_customer (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    number TEXT,
    name TEXT,
    registration_number TEXT,
    vat_id TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_customer_by_number ON callout_customer (company, number, owner, n);
CREATE INDEX callout_customer_by_name ON callout_customer (company, name, owner, n);
CREATE INDEX callout_customer_by_registration_number ON callout_customer (company, registration_number, owner, n);
CREATE INDEX callout_customer_by_vat_id ON callout_customer (company, vat_id, owner, n);

CREATE TABLE callout_customer_email (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    email TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_customer_email_by_email ON callout_customer_email (company, email, owner, n);

CREATE TABLE callout_customer_word (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    word TEXT,
    name TEXT,
    number TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_customer_word_by_word_name ON callout_customer_word (company, word, name, owner, n);
CREATE INDEX callout_customer_word_by_word_number ON callout_customer_word (company, word, number, owner, n);

CREATE TABLE callout_customer_technician (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    technician BLOB CHECK (length(technician) = 16),
    name TEXT,
    number TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_customer_technician_by_technician_name ON callout_customer_technician (company, technician, name, owner, n);
CREATE INDEX callout_customer_technician_by_technician_number ON callout_customer_technician (company, technician, number, owner, n);

CREATE TABLE callout_customer_site (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    part BLOB CHECK (length(part) = 16),
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_customer_site_by_part ON callout_customer_site (company, part, owner, n);

CREATE TABLE callout_equipment_type (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    name TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_equipment_type_by_name ON callout_equipment_type (company, name, owner, n);

CREATE TABLE callout_equipment_type_word (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    word TEXT,
    name TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_equipment_type_word_by_word_name ON callout_equipment_type_word (company, word, name, owner, n);

CREATE TABLE callout_equipment (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    status TEXT,
    number TEXT,
    name TEXT,
    customer BLOB CHECK (length(customer) = 16),
    site BLOB CHECK (length(site) = 16),
    parent BLOB CHECK (length(parent) = 16),
    equipment_type BLOB CHECK (length(equipment_type) = 16),
    plate TEXT,
    warranty_end INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_equipment_by_status_number ON callout_equipment (company, status, number, owner, n);
CREATE INDEX callout_equipment_by_status_name ON callout_equipment (company, status, name, owner, n);
CREATE INDEX callout_equipment_by_status_warranty_end ON callout_equipment (company, status, warranty_end, owner, n);
CREATE INDEX callout_equipment_by_customer_status_number ON callout_equipment (company, customer, status, number, owner, n);
CREATE INDEX callout_equipment_by_customer_status_name ON callout_equipment (company, customer, status, name, owner, n);
CREATE INDEX callout_equipment_by_customer_status_warranty_end ON callout_equipment (company, customer, status, warranty_end, owner, n);
CREATE INDEX callout_equipment_by_equipment_type_status_number ON callout_equipment (company, equipment_type, status, number, owner, n);
CREATE INDEX callout_equipment_by_equipment_type_status_name ON callout_equipment (company, equipment_type, status, name, owner, n);
CREATE INDEX callout_equipment_by_equipment_type_status_warranty_end ON callout_equipment (company, equipment_type, status, warranty_end, owner, n);
CREATE INDEX callout_equipment_by_site_number ON callout_equipment (company, site, number, owner, n);
CREATE INDEX callout_equipment_by_parent_number ON callout_equipment (company, parent, number, owner, n);
CREATE INDEX callout_equipment_by_plate ON callout_equipment (company, plate, owner, n);

CREATE TABLE callout_equipment_word (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    word TEXT,
    number TEXT,
    name TEXT,
    warranty_end INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_equipment_word_by_word_number ON callout_equipment_word (company, word, number, owner, n);
CREATE INDEX callout_equipment_word_by_word_name ON callout_equipment_word (company, word, name, owner, n);
CREATE INDEX callout_equipment_word_by_word_warranty_end ON callout_equipment_word (company, word, warranty_end, owner, n);

CREATE TABLE callout_equipment_technician (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    technician BLOB CHECK (length(technician) = 16),
    status TEXT,
    number TEXT,
    name TEXT,
    warranty_end INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_equipment_technician_by_technician_status_number ON callout_equipment_technician (company, technician, status, number, owner, n);
CREATE INDEX callout_equipment_technician_by_technician_status_name ON callout_equipment_technician (company, technician, status, name, owner, n);
CREATE INDEX callout_equipment_technician_by_technician_status_warranty_end ON callout_equipment_technician (company, technician, status, warranty_end, owner, n);

CREATE TABLE callout_technician (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    name TEXT,
    status TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_technician_by_status_name ON callout_technician (company, status, name, owner, n);

CREATE TABLE callout_technician_word (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    word TEXT,
    name TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_technician_word_by_word_name ON callout_technician_word (company, word, name, owner, n);

CREATE TABLE callout_activity (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    status TEXT,
    number TEXT,
    reported_at INTEGER,
    customer BLOB CHECK (length(customer) = 16),
    equipment BLOB CHECK (length(equipment) = 16),
    lead BLOB CHECK (length(lead) = 16),
    plan BLOB CHECK (length(plan) = 16),
    unresolved INTEGER,
    assigned INTEGER,
    planned INTEGER,
    kind TEXT,
    priority TEXT,
    region TEXT,
    due INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_activity_by_number ON callout_activity (company, number, owner, n);
CREATE INDEX callout_activity_by_reported_at ON callout_activity (company, reported_at, owner, n);
CREATE INDEX callout_activity_by_status_planned_assigned_unresolved_number ON callout_activity (company, status, planned, assigned, unresolved, number, owner, n);
CREATE INDEX callout_activity_by_status_planned_assigned_unresolved_reported_at ON callout_activity (company, status, planned, assigned, unresolved, reported_at, owner, n);
CREATE INDEX callout_activity_by_status_planned_assigned_unresolved_due ON callout_activity (company, status, planned, assigned, unresolved, due, owner, n);
CREATE INDEX callout_activity_by_customer_status_number ON callout_activity (company, customer, status, number, owner, n);
CREATE INDEX callout_activity_by_customer_status_reported_at ON callout_activity (company, customer, status, reported_at, owner, n);
CREATE INDEX callout_activity_by_customer_status_due ON callout_activity (company, customer, status, due, owner, n);
CREATE INDEX callout_activity_by_region_status_number ON callout_activity (company, region, status, number, owner, n);
CREATE INDEX callout_activity_by_region_status_reported_at ON callout_activity (company, region, status, reported_at, owner, n);
CREATE INDEX callout_activity_by_region_status_due ON callout_activity (company, region, status, due, owner, n);
CREATE INDEX callout_activity_by_kind_priority_status_number ON callout_activity (company, kind, priority, status, number, owner, n);
CREATE INDEX callout_activity_by_kind_priority_status_reported_at ON callout_activity (company, kind, priority, status, reported_at, owner, n);
CREATE INDEX callout_activity_by_kind_priority_status_due ON callout_activity (company, kind, priority, status, due, owner, n);
CREATE INDEX callout_activity_by_equipment_number ON callout_activity (company, equipment, number, owner, n);
CREATE INDEX callout_activity_by_equipment_reported_at ON callout_activity (company, equipment, reported_at, owner, n);
CREATE INDEX callout_activity_by_plan_number ON callout_activity (company, plan, number, owner, n);
CREATE INDEX callout_activity_by_plan_reported_at ON callout_activity (company, plan, reported_at, owner, n);

CREATE TABLE callout_activity_technician (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    technician BLOB CHECK (length(technician) = 16),
    status TEXT,
    planned INTEGER,
    number TEXT,
    reported_at INTEGER,
    customer BLOB CHECK (length(customer) = 16),
    equipment BLOB CHECK (length(equipment) = 16),
    due INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_activity_technician_by_technician_status_planned_number ON callout_activity_technician (company, technician, status, planned, number, owner, n);
CREATE INDEX callout_activity_technician_by_technician_status_planned_reported_at ON callout_activity_technician (company, technician, status, planned, reported_at, owner, n);
CREATE INDEX callout_activity_technician_by_technician_status_planned_due ON callout_activity_technician (company, technician, status, planned, due, owner, n);
CREATE INDEX callout_activity_technician_by_customer_technician ON callout_activity_technician (company, customer, technician, owner, n);
CREATE INDEX callout_activity_technician_by_equipment_technician ON callout_activity_technician (company, equipment, technician, owner, n);

CREATE TABLE callout_activity_word (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    word TEXT,
    number TEXT,
    reported_at INTEGER,
    due INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_activity_word_by_word_number ON callout_activity_word (company, word, number, owner, n);
CREATE INDEX callout_activity_word_by_word_reported_at ON callout_activity_word (company, word, reported_at, owner, n);
CREATE INDEX callout_activity_word_by_word_due ON callout_activity_word (company, word, due, owner, n);

CREATE TABLE callout_activity_due (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    span INTEGER,
    number TEXT,
    reported_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_activity_due_by_span_number ON callout_activity_due (company, span, number, owner, n);
CREATE INDEX callout_activity_due_by_span_reported_at ON callout_activity_due (company, span, reported_at, owner, n);

CREATE TABLE callout_plan (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    title TEXT,
    customer BLOB CHECK (length(customer) = 16),
    equipment BLOB CHECK (length(equipment) = 16),
    status TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_plan_by_status_title ON callout_plan (company, status, title, owner, n);
CREATE INDEX callout_plan_by_customer_title ON callout_plan (company, customer, title, owner, n);
CREATE INDEX callout_plan_by_equipment_title ON callout_plan (company, equipment, title, owner, n);

CREATE TABLE callout_visit (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    status TEXT,
    activity BLOB CHECK (length(activity) = 16),
    customer BLOB CHECK (length(customer) = 16),
    technician BLOB CHECK (length(technician) = 16),
    starts INTEGER,
    ends INTEGER,
    cancelled INTEGER,
    running INTEGER,
    unresolved INTEGER,
    suggested INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_visit_by_starts ON callout_visit (company, starts, owner, n);
CREATE INDEX callout_visit_by_status_unresolved_starts ON callout_visit (company, status, unresolved, starts, owner, n);
CREATE INDEX callout_visit_by_technician_status_starts ON callout_visit (company, technician, status, starts, owner, n);
CREATE INDEX callout_visit_by_customer_status_starts ON callout_visit (company, customer, status, starts, owner, n);
CREATE INDEX callout_visit_by_activity_starts ON callout_visit (company, activity, starts, owner, n);
CREATE INDEX callout_visit_by_suggested_starts ON callout_visit (company, suggested, starts, owner, n);

CREATE TABLE callout_report_line (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    status TEXT,
    pending INTEGER,
    customer BLOB CHECK (length(customer) = 16),
    at INTEGER,
    reported_by BLOB CHECK (length(reported_by) = 16),
    done_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_report_line_by_status_at ON callout_report_line (company, status, at, owner, n);
CREATE INDEX callout_report_line_by_pending_at ON callout_report_line (company, pending, at, owner, n);
CREATE INDEX callout_report_line_by_customer_pending_at ON callout_report_line (company, customer, pending, at, owner, n);
CREATE INDEX callout_report_line_by_reported_by_pending_at ON callout_report_line (company, reported_by, pending, at, owner, n);
CREATE INDEX callout_report_line_by_status_done_at ON callout_report_line (company, status, done_at, owner, n);
CREATE INDEX callout_report_line_by_pending_done_at ON callout_report_line (company, pending, done_at, owner, n);
CREATE INDEX callout_report_line_by_customer_pending_done_at ON callout_report_line (company, customer, pending, done_at, owner, n);
CREATE INDEX callout_report_line_by_reported_by_pending_done_at ON callout_report_line (company, reported_by, pending, done_at, owner, n);

CREATE TABLE callout_report_reading (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    equipment BLOB CHECK (length(equipment) = 16),
    parameter TEXT,
    at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_report_reading_by_equipment_parameter_at ON callout_report_reading (company, equipment, parameter, at, owner, n);

CREATE TABLE callout_report_technician (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    technician BLOB CHECK (length(technician) = 16),
    line INTEGER,
    pending INTEGER,
    at INTEGER,
    done_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_report_technician_by_technician_pending_at ON callout_report_technician (company, technician, pending, at, owner, n);
CREATE INDEX callout_report_technician_by_technician_pending_done_at ON callout_report_technician (company, technician, pending, done_at, owner, n);

CREATE TABLE callout_job_sheet (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    number TEXT,
    activity BLOB CHECK (length(activity) = 16),
    customer BLOB CHECK (length(customer) = 16),
    status TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_job_sheet_by_status_number ON callout_job_sheet (company, status, number, owner, n);
CREATE INDEX callout_job_sheet_by_customer_status_number ON callout_job_sheet (company, customer, status, number, owner, n);
CREATE INDEX callout_job_sheet_by_activity_number ON callout_job_sheet (company, activity, number, owner, n);

CREATE TABLE callout_job_sheet_technician (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    technician BLOB CHECK (length(technician) = 16),
    status TEXT,
    number TEXT,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_job_sheet_technician_by_technician_status_number ON callout_job_sheet_technician (company, technician, status, number, owner, n);

CREATE TABLE callout_price_list (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    currency TEXT,
    valid_from INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_price_list_by_valid_from ON callout_price_list (company, valid_from, owner, n);
CREATE INDEX callout_price_list_by_currency_valid_from ON callout_price_list (company, currency, valid_from, owner, n);

CREATE TABLE callout_ledger_account (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    line BLOB CHECK (length(line) = 16),
    payer TEXT,
    free INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_ledger_account_by_payer_free_line ON callout_ledger_account (company, payer, free, line, owner, n);

CREATE TABLE callout_invoice (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    standing TEXT,
    number TEXT,
    customer BLOB CHECK (length(customer) = 16),
    issued_on INTEGER,
    due_on INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_invoice_by_standing_number ON callout_invoice (company, standing, number, owner, n);
CREATE INDEX callout_invoice_by_customer_standing_number ON callout_invoice (company, customer, standing, number, owner, n);
CREATE INDEX callout_invoice_by_standing_issued_on ON callout_invoice (company, standing, issued_on, owner, n);
CREATE INDEX callout_invoice_by_customer_standing_issued_on ON callout_invoice (company, customer, standing, issued_on, owner, n);
CREATE INDEX callout_invoice_by_standing_due_on ON callout_invoice (company, standing, due_on, owner, n);
CREATE INDEX callout_invoice_by_customer_standing_due_on ON callout_invoice (company, customer, standing, due_on, owner, n);

CREATE TABLE callout_task (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    status TEXT,
    holder BLOB CHECK (length(holder) = 16),
    due INTEGER,
    created_at INTEGER,
    customer BLOB CHECK (length(customer) = 16),
    equipment BLOB CHECK (length(equipment) = 16),
    activity BLOB CHECK (length(activity) = 16),
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_task_by_status_due ON callout_task (company, status, due, owner, n);
CREATE INDEX callout_task_by_status_created_at ON callout_task (company, status, created_at, owner, n);
CREATE INDEX callout_task_by_holder_status_due ON callout_task (company, holder, status, due, owner, n);
CREATE INDEX callout_task_by_holder_status_created_at ON callout_task (company, holder, status, created_at, owner, n);
CREATE INDEX callout_task_by_customer_status_due ON callout_task (company, customer, status, due, owner, n);
CREATE INDEX callout_task_by_customer_status_created_at ON callout_task (company, customer, status, created_at, owner, n);
CREATE INDEX callout_task_by_equipment_due ON callout_task (company, equipment, due, owner, n);
CREATE INDEX callout_task_by_activity_due ON callout_task (company, activity, due, owner, n);

CREATE TABLE callout_task_word (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    word TEXT,
    due INTEGER,
    created_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_task_word_by_word_due ON callout_task_word (company, word, due, owner, n);
CREATE INDEX callout_task_word_by_word_created_at ON callout_task_word (company, word, created_at, owner, n);

CREATE TABLE callout_task_due (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    span INTEGER,
    holder BLOB CHECK (length(holder) = 16),
    created_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_task_due_by_span_created_at ON callout_task_due (company, span, created_at, owner, n);
CREATE INDEX callout_task_due_by_span_holder_created_at ON callout_task_due (company, span, holder, created_at, owner, n);

CREATE TABLE callout_rendering (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    document BLOB CHECK (length(document) = 16),
    version INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_rendering_by_version ON callout_rendering (company, version, owner, n);
CREATE INDEX callout_rendering_by_document_version ON callout_rendering (company, document, version, owner, n);

CREATE TABLE callout_message (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    status TEXT,
    queued_at INTEGER,
    due_at INTEGER,
    customer BLOB CHECK (length(customer) = 16),
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_message_by_status_queued_at ON callout_message (company, status, queued_at, owner, n);
CREATE INDEX callout_message_by_status_due_at ON callout_message (company, status, due_at, owner, n);
CREATE INDEX callout_message_by_status_due_at_queued_at ON callout_message (company, status, due_at, queued_at, owner, n);
CREATE INDEX callout_message_by_customer_status_queued_at ON callout_message (company, customer, status, queued_at, owner, n);

CREATE TABLE callout_message_activity (
    company BLOB NOT NULL CHECK (length(company) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    n INTEGER NOT NULL CHECK (n >= 0),
    activity BLOB CHECK (length(activity) = 16),
    queued_at INTEGER,
    "row" BLOB NOT NULL,
    PRIMARY KEY (company, owner, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callout_message_activity_by_activity_queued_at ON callout_message_activity (company, activity, queued_at, owner, n);
