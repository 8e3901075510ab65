-- Pictures in messages, and members who left the market.

CREATE TABLE image (
  id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  uploader_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width       INT NOT NULL,
  height      INT NOT NULL,
  full_jpeg   MEDIUMBLOB NOT NULL,
  thumb_jpeg  MEDIUMBLOB NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  KEY image_age (created_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- A picture that a message shows cannot be removed, not even by a sweep at the same moment.
ALTER TABLE entry
  ADD KEY entry_image (image_id),
  ADD CONSTRAINT entry_image FOREIGN KEY (image_id) REFERENCES image (id);

ALTER TABLE member
  ADD COLUMN left_at DATETIME(6) NULL COMMENT 'when the member left the market; the name is a pseudonym since';
