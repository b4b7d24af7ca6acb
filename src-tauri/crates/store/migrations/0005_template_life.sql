-- Schema 5: who published what, what happened to a template, waiting for approval, finding one among many, and the bank of sections.

-- Who, and the fingerprint of `content` as it stands here; nothing for what was published before this schema.
ALTER TABLE template_versions ADD COLUMN published_by TEXT REFERENCES staff (id);
ALTER TABLE template_versions ADD COLUMN fingerprint TEXT;

-- The fingerprint of the version that was sent.
ALTER TABLE cases ADD COLUMN version_fingerprint TEXT;
CREATE INDEX cases_of_template ON cases (template, version, answerable, answered_at, sent);

-- What happened to a template, for whoever works with it; the audit log is for who reviews them.
CREATE TABLE template_changes (
    template TEXT   NOT NULL REFERENCES templates (id),
    number   BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    by_staff TEXT   REFERENCES staff (id),
    what     TEXT   NOT NULL,
    PRIMARY KEY (template, number)
);
INSERT INTO template_changes (template, number, at, by_staff, what)
SELECT template, number, published, NULL, '{"change":"published","version":"' || id || '","number":' || number || '}'
FROM template_versions;

-- Waiting for approval (*inväntar godkännande*): whose, and since when. The draft stands still meanwhile.
ALTER TABLE templates ADD COLUMN submitted BIGINT;
ALTER TABLE templates ADD COLUMN submitted_by TEXT REFERENCES staff (id);
ALTER TABLE units ADD COLUMN approval BIGINT NOT NULL DEFAULT 0;

-- Finding one among many. They are the template's, not a version's: putting it elsewhere is no change of what is sent.
ALTER TABLE templates ADD COLUMN category TEXT NOT NULL DEFAULT '';
ALTER TABLE templates ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
CREATE TABLE favourites (
    staff    TEXT NOT NULL REFERENCES staff (id),
    template TEXT NOT NULL REFERENCES templates (id),
    PRIMARY KEY (staff, template)
);

-- *Avsnittsbanken*: items that are kept to be copied into templates. A template has nothing to do with it once it has its copies.
CREATE TABLE section_bank (
    id         TEXT   PRIMARY KEY,
    unit       TEXT   NOT NULL REFERENCES units (id),
    name       TEXT   NOT NULL,
    items      TEXT   NOT NULL,
    changed    BIGINT NOT NULL,
    changed_by TEXT   NOT NULL REFERENCES staff (id),
    UNIQUE (unit, name)
);
