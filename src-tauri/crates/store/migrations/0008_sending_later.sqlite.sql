-- Schema 8, the part in SQLite's own words.

-- A case takes its place among the others when it leaves, and keeps it from then on.
DROP TRIGGER a_cases_number_never_changes;
CREATE TRIGGER a_sent_cases_number_never_changes
BEFORE UPDATE OF number ON cases WHEN OLD.number IS NOT NULL AND OLD.held = 0
BEGIN SELECT RAISE(ABORT, 'a case keeps its number'); END;

CREATE TRIGGER what_has_left_is_not_held_again
BEFORE UPDATE OF held ON cases WHEN OLD.held = 0 AND NEW.held <> 0
BEGIN SELECT RAISE(ABORT, 'sent messages never change'); END;
