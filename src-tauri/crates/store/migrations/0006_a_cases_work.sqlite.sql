-- Schema 6, the part in SQLite's own words.

DROP TRIGGER sent_messages_never_change;
ALTER TABLE cases DROP COLUMN message;

CREATE TRIGGER sent_cases_never_change
BEFORE UPDATE OF unit, citizen, sender, template, version, heading, answerable, sent ON cases
BEGIN SELECT RAISE(ABORT, 'sent messages never change'); END;

CREATE TRIGGER a_cases_number_never_changes
BEFORE UPDATE OF number ON cases WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a case keeps its number'); END;

CREATE TRIGGER sent_messages_never_change BEFORE UPDATE ON case_messages
BEGIN SELECT RAISE(ABORT, 'sent messages never change'); END;

CREATE TRIGGER sent_messages_are_never_removed BEFORE DELETE ON case_messages
BEGIN SELECT RAISE(ABORT, 'sent messages are never removed'); END;

CREATE TRIGGER case_events_never_change BEFORE UPDATE ON case_events
BEGIN SELECT RAISE(ABORT, 'what happened never changes'); END;

CREATE TRIGGER case_events_are_never_removed BEFORE DELETE ON case_events
BEGIN SELECT RAISE(ABORT, 'what happened is never removed'); END;

-- The words of each case, by its number. It holds no text, only which words are where: `case_search.rs` puts them in. Neither case
-- nor the marks of letters are left to it: words come folded.
CREATE VIRTUAL TABLE case_search USING fts5 (
    words, content='', contentless_delete=1, detail=none, prefix='2 3 4', tokenize='unicode61 remove_diacritics 0'
);
INSERT INTO case_search (rowid, words)
SELECT c.number, z.folded || ' ' || substr(z.number, 3) || ' ' || c.heading_folded || ' ' || COALESCE(
    (SELECT group_concat(p.value, ' ') FROM json_each(m.message, '$.paragraphs') p), '')
FROM cases c JOIN citizens z ON z.id = c.citizen JOIN case_messages m ON m.case_id = c.id;

-- Searching has its own words now.
ALTER TABLE cases DROP COLUMN heading_folded;
ALTER TABLE citizens DROP COLUMN folded;
