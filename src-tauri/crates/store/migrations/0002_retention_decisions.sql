-- Schema 2: how long things are kept is a history of named decisions, and a deadline can be moved with a reason.
-- `units.attachment_hours` and `copy_hours` stay as what a unit had before its first decision.

CREATE TABLE retention_decisions (
    id              TEXT   NOT NULL PRIMARY KEY,
    unit            TEXT   NOT NULL REFERENCES units (id),
    name            TEXT   NOT NULL,
    kind            TEXT   NOT NULL,
    hours           BIGINT NOT NULL,
    decided_by      TEXT   REFERENCES staff (id),
    decided         BIGINT NOT NULL,
    valid_from      BIGINT NOT NULL,
    applied_to_kept BIGINT NOT NULL
);
CREATE INDEX retention_decisions_of_unit ON retention_decisions (unit, kind, valid_from);

CREATE TABLE extensions (
    id         TEXT   NOT NULL PRIMARY KEY,
    attachment TEXT   NOT NULL REFERENCES attachments (id),
    staff      TEXT   NOT NULL REFERENCES staff (id),
    at         BIGINT NOT NULL,
    reason     TEXT   NOT NULL,
    before     BIGINT NOT NULL,
    until      BIGINT NOT NULL
);
CREATE INDEX extensions_of_attachment ON extensions (attachment);

CREATE INDEX receipts_by_time ON receipts (purged_at, seq);

-- What a unit of schema 1 had becomes its first decisions. Ids are the unit's with another beginning.
INSERT INTO retention_decisions (id, unit, name, kind, hours, decided_by, decided, valid_from, applied_to_kept)
SELECT '00000001' || substr(id, 9), id, 'Första gallringsbeslutet', 'submitted', attachment_hours, NULL,
       (SELECT COALESCE(MIN(at), 0) FROM audit), (SELECT COALESCE(MIN(at), 0) FROM audit), 0 FROM units;
INSERT INTO retention_decisions (id, unit, name, kind, hours, decided_by, decided, valid_from, applied_to_kept)
SELECT '00000002' || substr(id, 9), id, 'Första gallringsbeslutet', 'unsent', 24, NULL,
       (SELECT COALESCE(MIN(at), 0) FROM audit), (SELECT COALESCE(MIN(at), 0) FROM audit), 0 FROM units;
INSERT INTO retention_decisions (id, unit, name, kind, hours, decided_by, decided, valid_from, applied_to_kept)
SELECT '00000003' || substr(id, 9), id, 'Första gallringsbeslutet', 'copy', copy_hours, NULL,
       (SELECT COALESCE(MIN(at), 0) FROM audit), (SELECT COALESCE(MIN(at), 0) FROM audit), 0 FROM units;
