-- Schema 7: what is known of a citizen beside name and number, by which it is told whether they can be written to. Whoever was in
-- the register before has what holds for most, which is what was taken to hold.

ALTER TABLE citizens ADD COLUMN account TEXT NOT NULL DEFAULT 'active';
ALTER TABLE citizens ADD COLUMN registration TEXT NOT NULL DEFAULT 'registered';
ALTER TABLE citizens ADD COLUMN protection TEXT NOT NULL DEFAULT 'none';
ALTER TABLE citizens ADD COLUMN new_number TEXT;
ALTER TABLE citizens ADD COLUMN guardians TEXT NOT NULL DEFAULT '[]';

-- How recently a citizen was written to is read from the index alone, and never by going through all that the unit has sent.
CREATE INDEX cases_to_citizen ON cases (citizen, unit, sent DESC, read_at, sender, heading);
