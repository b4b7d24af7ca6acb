-- Schema 2, the part in SQLite's own words.

CREATE TRIGGER retention_decisions_never_change BEFORE UPDATE ON retention_decisions
BEGIN SELECT RAISE(ABORT, 'a retention decision is followed by another, never changed'); END;

CREATE TRIGGER retention_decisions_are_never_removed BEFORE DELETE ON retention_decisions
BEGIN SELECT RAISE(ABORT, 'a retention decision is never removed'); END;

CREATE TRIGGER extensions_never_change BEFORE UPDATE ON extensions
BEGIN SELECT RAISE(ABORT, 'an extension is never changed'); END;
