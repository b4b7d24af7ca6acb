-- Schema 1, the part in SQLite's own words: triggers are written differently in PostgreSQL, which gets a file of its own.
-- They stop mistakes in our code. Someone with the key can drop them; that is what the audit rows' hashes are for.

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;

CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never removed'); END;

CREATE TRIGGER published_versions_never_change BEFORE UPDATE ON template_versions
BEGIN SELECT RAISE(ABORT, 'published versions never change'); END;

CREATE TRIGGER published_versions_are_never_removed BEFORE DELETE ON template_versions
BEGIN SELECT RAISE(ABORT, 'published versions are never removed'); END;

-- What was sent to a citizen is what they were sent: only how far it has come may change.
CREATE TRIGGER sent_messages_never_change
BEFORE UPDATE OF unit, citizen, sender, template, version, heading, answerable, sent, message ON cases
BEGIN SELECT RAISE(ABORT, 'sent messages never change'); END;
