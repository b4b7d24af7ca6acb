-- Schema 6: what the unit makes of a case, who has it and what happened to it; the message apart, so that a list never turns its pages.

CREATE TABLE case_messages (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id),
    message TEXT NOT NULL
);
INSERT INTO case_messages (case_id, message) SELECT id, message FROM cases;

-- Who has it now: whoever sent it, until it is given to somebody else (*fördelas*).
ALTER TABLE cases ADD COLUMN handler TEXT REFERENCES staff (id);
-- When it was closed (*avslutas*) or taken back (*återkallas*), and whether the latter.
ALTER TABLE cases ADD COLUMN ended BIGINT;
ALTER TABLE cases ADD COLUMN revoked BIGINT NOT NULL DEFAULT 0;
-- 1, 2, 3 … in the order that they were sent: what lists are read by, and how a search finds its cases.
ALTER TABLE cases ADD COLUMN number BIGINT;
UPDATE cases SET handler = sender;
UPDATE cases SET number = numbered.n
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY sent, id) AS n FROM cases) AS numbered
WHERE numbered.id = cases.id;

DROP INDEX cases_newest;
DROP INDEX cases_newest_of_sender;
CREATE UNIQUE INDEX cases_number ON cases (number);
CREATE INDEX cases_sent ON cases (unit, sent, number);
CREATE INDEX cases_open ON cases (unit, number) WHERE ended IS NULL;
CREATE INDEX cases_open_of_handler ON cases (unit, handler, number) WHERE ended IS NULL;
CREATE INDEX cases_unread ON cases (unit, number) WHERE ended IS NULL AND read_at IS NULL;
CREATE INDEX cases_unanswered ON cases (unit, number) WHERE ended IS NULL AND answerable = 1 AND answered_at IS NULL;
CREATE INDEX cases_to_review ON cases (unit, number) WHERE ended IS NULL AND answered_at IS NOT NULL;
CREATE INDEX cases_ended ON cases (unit, number) WHERE ended IS NOT NULL;
CREATE INDEX cases_ended_of_handler ON cases (unit, handler, number) WHERE ended IS NOT NULL;
CREATE INDEX cases_newest_of_sender ON cases (unit, sender, number);
CREATE INDEX cases_newest_of_template ON cases (unit, template, number);

-- What happened to a case at the unit, for whoever works with it; the audit log is for who reviews them.
CREATE TABLE case_events (
    case_id  TEXT   NOT NULL REFERENCES cases (id),
    number   BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    by_staff TEXT   NOT NULL REFERENCES staff (id),
    what     TEXT   NOT NULL,
    PRIMARY KEY (case_id, number)
);

-- Filters that somebody keeps under a name.
CREATE TABLE case_filters (
    staff  TEXT NOT NULL REFERENCES staff (id),
    name   TEXT NOT NULL,
    filter TEXT NOT NULL,
    PRIMARY KEY (staff, name)
);
