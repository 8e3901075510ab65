-- A room is recognised by its deal's first picture as well; the deal service serves it.
ALTER TABLE room
  ADD COLUMN image_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'of the deal service; unknown for rooms from before until their deal changes' AFTER title;
