-- Schema 8: a case whose message waits for its time (*skickas senare*), and why it was stopped when the time came. `sent` is when it
-- lies in the inbox; what is held is in no inbox, whatever the time.

ALTER TABLE cases ADD COLUMN held BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN stopped TEXT;
CREATE INDEX cases_held ON cases (unit, number) WHERE ended IS NULL AND held = 1;

-- What has not left, or was taken back, is no contact; the index goes on saying all that is asked.
DROP INDEX cases_to_citizen;
CREATE INDEX cases_to_citizen ON cases (citizen, unit, sent DESC, held, revoked, read_at, sender, heading);
