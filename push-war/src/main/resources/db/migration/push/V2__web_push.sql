-- Devices that are called (RFC 8030), what is on its way to them, and what members wait for.

-- Of a member who left only this mark stays: whatever is still on its way to them is told to nobody.
ALTER TABLE mailbox ADD COLUMN closed_at DATETIME(6) NULL COMMENT 'when the member left the market';

CREATE TABLE subscription (
  id            CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  member_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  endpoint      VARCHAR(1024) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who knows it can write to the device',
  endpoint_hash BINARY(32) AS (UNHEX(SHA2(endpoint, 256))) STORED NOT NULL,
  p256dh        BINARY(65) NOT NULL COMMENT 'public key of the device (RFC 8291)',
  auth          BINARY(16) NOT NULL COMMENT 'secret that the device shares with us (RFC 8291)',
  device        VARCHAR(80) NULL COMMENT 'what the member calls it',
  registered_at DATETIME(6) NOT NULL,
  UNIQUE KEY subscription_endpoint (endpoint_hash),
  KEY subscription_member (member_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- One notification on its way to one device. Due again when its claim lapses, so no row is lost with an instance.
CREATE TABLE delivery (
  id              BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  subscription_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  notification_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the subscription''s member; read when it is sent',
  topic           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'a newer one of the same topic takes its place while it waits',
  attempts        INT NOT NULL DEFAULT 0,
  due_at          DATETIME(6) NOT NULL COMMENT 'also the end of a claim',
  expires_at      DATETIME(6) NOT NULL COMMENT 'worth nothing any more',
  UNIQUE KEY delivery_topic (subscription_id, topic),
  KEY delivery_due (due_at),
  CONSTRAINT delivery_subscription FOREIGN KEY (subscription_id) REFERENCES subscription (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- Only of members who chose something.
CREATE TABLE preference (
  member_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  muted       VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kinds, with commas between',
  quiet_from  TIME NULL COMMENT 'Asia/Seoul; null: never quiet',
  quiet_until TIME NULL,
  CONSTRAINT preference_quiet CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- Words that members wait for, each with the surroundings in which it counts: a deal's words are looked up one by one.
CREATE TABLE keyword (
  word      VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
  member_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  latitude  DOUBLE NOT NULL COMMENT 'degrees north, on a 500 m grid',
  longitude DOUBLE NOT NULL COMMENT 'degrees east, on a 500 m grid',
  radius_m  INT NOT NULL,
  PRIMARY KEY (word, member_id),
  KEY keyword_member (member_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
