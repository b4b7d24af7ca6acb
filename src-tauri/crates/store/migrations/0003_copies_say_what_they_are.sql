-- Schema 3: a copy says whether it is a safe copy or the original, and whether it was ever finished; the receipt of it
-- keeps that.

ALTER TABLE copies ADD COLUMN kind TEXT NOT NULL DEFAULT 'safe';
ALTER TABLE copies ADD COLUMN finished BIGINT;
ALTER TABLE receipts ADD COLUMN copy TEXT;

-- Until now only the audit log knew.
UPDATE copies SET kind = 'original' WHERE id IN (
    SELECT subject FROM audit
    WHERE action IN ('copy.original-for-detail', 'copy.original-for-program', 'copy.original-as-copy-incomplete'));
UPDATE copies SET finished = made;
UPDATE receipts SET copy = (SELECT kind FROM copies WHERE replace(copies.id, '-', '') = receipts.item)
WHERE kind = 'copy';
