-- Schema 1, the part that SQLite and PostgreSQL both understand. Never edited once shipped: add a file.
-- Ids are UUID text, times milliseconds since 1970, yes/no 1/0, structured content JSON text.

CREATE TABLE schema_version (
    version BIGINT NOT NULL PRIMARY KEY,
    name    TEXT   NOT NULL,
    applied BIGINT NOT NULL
);

CREATE TABLE units (
    id               TEXT   NOT NULL PRIMARY KEY,
    name             TEXT   NOT NULL,
    hsa_id           TEXT   NOT NULL,
    contact          TEXT   NOT NULL,
    attachment_hours BIGINT NOT NULL,
    copy_hours       BIGINT NOT NULL,
    secure_folder    TEXT   NOT NULL,
    example          BIGINT NOT NULL
);

CREATE TABLE staff (
    id              TEXT   NOT NULL PRIMARY KEY,
    unit            TEXT   NOT NULL REFERENCES units (id),
    name            TEXT   NOT NULL,
    title           TEXT   NOT NULL,
    username        TEXT   NOT NULL UNIQUE,
    password_hash   TEXT   NOT NULL,
    roles           TEXT   NOT NULL,
    active          BIGINT NOT NULL,
    failed_attempts BIGINT NOT NULL,
    refused_until   BIGINT
);

-- `name` and `answerable` repeat what the draft (or else the published version) says, so that lists read no JSON.
-- `revision` only ever rises, also from one draft to the next: an old window can never mistake a new draft for its own.
CREATE TABLE templates (
    id         TEXT   NOT NULL PRIMARY KEY,
    unit       TEXT   NOT NULL REFERENCES units (id),
    name       TEXT   NOT NULL,
    answerable BIGINT NOT NULL,
    archived   BIGINT NOT NULL,
    draft      TEXT,
    revision   BIGINT NOT NULL,
    published  TEXT,
    changed    BIGINT NOT NULL
);
CREATE INDEX templates_of_unit ON templates (unit);

CREATE TABLE template_versions (
    id         TEXT   NOT NULL PRIMARY KEY,
    template   TEXT   NOT NULL REFERENCES templates (id),
    number     BIGINT NOT NULL,
    name       TEXT   NOT NULL,
    answerable BIGINT NOT NULL,
    content    TEXT   NOT NULL,
    published  BIGINT NOT NULL,
    UNIQUE (template, number)
);

-- `folded` is name and number as searching compares them.
CREATE TABLE citizens (
    id            TEXT NOT NULL PRIMARY KEY,
    unit          TEXT NOT NULL REFERENCES units (id),
    number        TEXT NOT NULL,
    name          TEXT NOT NULL,
    care_relation TEXT,
    folded        TEXT NOT NULL,
    UNIQUE (unit, number)
);

CREATE TABLE send_drafts (
    staff   TEXT   NOT NULL PRIMARY KEY REFERENCES staff (id),
    case_id TEXT   NOT NULL,
    citizen TEXT   NOT NULL REFERENCES citizens (id),
    version TEXT   NOT NULL REFERENCES template_versions (id),
    slots   TEXT   NOT NULL,
    saved   BIGINT NOT NULL
);

CREATE TABLE cases (
    id             TEXT   NOT NULL PRIMARY KEY,
    unit           TEXT   NOT NULL REFERENCES units (id),
    citizen        TEXT   NOT NULL REFERENCES citizens (id),
    sender         TEXT   NOT NULL REFERENCES staff (id),
    template       TEXT   NOT NULL REFERENCES templates (id),
    version        TEXT   NOT NULL REFERENCES template_versions (id),
    heading        TEXT   NOT NULL,
    heading_folded TEXT   NOT NULL,
    answerable     BIGINT NOT NULL,
    sent           BIGINT NOT NULL,
    read_at        BIGINT,
    answered_at    BIGINT,
    message        TEXT   NOT NULL
);
-- Both lists are read from the index alone: an encrypted page that is not needed is a page not decrypted.
CREATE INDEX cases_newest ON cases
    (unit, sent DESC, id DESC, citizen, sender, heading, heading_folded, answerable, read_at, answered_at);
CREATE INDEX cases_newest_of_sender ON cases
    (unit, sender, sent DESC, id DESC, citizen, heading, heading_folded, answerable, read_at, answered_at);
CREATE INDEX cases_of_citizen ON cases (citizen, sent);

CREATE TABLE replies (
    id       TEXT   NOT NULL PRIMARY KEY,
    case_id  TEXT   NOT NULL UNIQUE REFERENCES cases (id),
    answers  TEXT   NOT NULL,
    answered BIGINT NOT NULL
);

CREATE TABLE attachments (
    id        TEXT   NOT NULL PRIMARY KEY,
    case_id   TEXT   NOT NULL REFERENCES cases (id),
    item      TEXT   NOT NULL,
    citizen   TEXT   NOT NULL REFERENCES citizens (id),
    name      TEXT   NOT NULL,
    kind      TEXT   NOT NULL,
    size      BIGINT NOT NULL,
    received  BIGINT NOT NULL,
    expires   BIGINT NOT NULL,
    submitted BIGINT NOT NULL,
    purged    BIGINT
);
CREATE INDEX attachments_of_case ON attachments (case_id, submitted, purged);
CREATE INDEX attachments_kept ON attachments (purged, expires);

CREATE TABLE copies (
    id         TEXT   NOT NULL PRIMARY KEY,
    attachment TEXT   NOT NULL REFERENCES attachments (id),
    made_by    TEXT   NOT NULL REFERENCES staff (id),
    made       BIGINT NOT NULL,
    expires    BIGINT NOT NULL,
    purged     BIGINT
);
CREATE INDEX copies_of_attachment ON copies (attachment);
CREATE INDEX copies_kept ON copies (purged, expires);

CREATE TABLE receipts (
    seq        BIGINT NOT NULL PRIMARY KEY,
    item       TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    deadline   BIGINT NOT NULL,
    purged_at  BIGINT NOT NULL,
    started_by TEXT   NOT NULL,
    outcome    TEXT   NOT NULL,
    size       BIGINT NOT NULL
);

CREATE TABLE audit (
    seq        BIGINT NOT NULL PRIMARY KEY,
    at         BIGINT NOT NULL,
    unit       TEXT   NOT NULL,
    actor_kind TEXT   NOT NULL,
    actor_id   TEXT   NOT NULL,
    action     TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    citizen    TEXT   NOT NULL,
    previous   TEXT   NOT NULL,
    hash       TEXT   NOT NULL
);
