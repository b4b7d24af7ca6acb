-- Schema 4: a draft's steps, so that what was done can be taken back also after a restart, and two people see each other's.
-- They go with the draft: a published version has none.

CREATE TABLE draft_steps (
    template TEXT   NOT NULL REFERENCES templates (id),
    number   BIGINT NOT NULL,
    author   TEXT   NOT NULL REFERENCES staff (id),
    made     BIGINT NOT NULL,
    -- The draft's revision when the step was last made, gone on with, taken back or made again.
    revision BIGINT NOT NULL,
    edit     TEXT   NOT NULL,
    inverse  TEXT   NOT NULL,
    -- 'made', 'undone', or 'dropped' when something else was done after it was undone.
    state    TEXT   NOT NULL,
    PRIMARY KEY (template, number)
);
CREATE INDEX draft_steps_of_author ON draft_steps (template, author, state, number);

-- The revision that the draft began with: a window that still holds an earlier draft must not pass for one that holds this.
ALTER TABLE templates ADD COLUMN draft_since BIGINT NOT NULL DEFAULT 0;
UPDATE templates SET draft_since = revision;
