-- Schema 5, the part in SQLite's own words.

CREATE TRIGGER sent_fingerprints_never_change BEFORE UPDATE OF version_fingerprint ON cases
BEGIN SELECT RAISE(ABORT, 'sent messages never change'); END;

CREATE TRIGGER template_changes_never_change BEFORE UPDATE ON template_changes
BEGIN SELECT RAISE(ABORT, 'what happened never changes'); END;

CREATE TRIGGER template_changes_are_never_removed BEFORE DELETE ON template_changes
BEGIN SELECT RAISE(ABORT, 'what happened is never removed'); END;
