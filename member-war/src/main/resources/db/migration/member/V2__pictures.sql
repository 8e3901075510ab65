-- kr.gonggu.lib.image.ImageStore: re-encoded pictures; of each member the present one
CREATE TABLE image (
  id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  uploader_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width       INT NOT NULL,
  height      INT NOT NULL,
  full_jpeg   MEDIUMBLOB NOT NULL,
  thumb_jpeg  MEDIUMBLOB NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  -- who leaves takes the picture along
  CONSTRAINT image_uploader FOREIGN KEY (uploader_id) REFERENCES member (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

ALTER TABLE member ADD COLUMN picture_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL;
