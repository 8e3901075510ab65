-- What a host said when the deal moved on, or why it was called off, stands in the room as well.
ALTER TABLE entry
  DROP CHECK entry_kind,
  ADD CONSTRAINT entry_kind CHECK (
       kind = 'MESSAGE' AND member_id IS NOT NULL AND client_id IS NOT NULL AND status IS NULL
         AND (text IS NOT NULL OR image_id IS NOT NULL)
    OR kind IN ('JOINED', 'LEFT') AND member_id IS NOT NULL AND client_id IS NULL AND status IS NULL
         AND text IS NULL AND image_id IS NULL
    OR kind = 'STATUS' AND status IS NOT NULL AND member_id IS NULL AND client_id IS NULL
         AND image_id IS NULL);
