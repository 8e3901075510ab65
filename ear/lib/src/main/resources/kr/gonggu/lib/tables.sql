-- Tables that ear/lib works on. A service copies those it uses into its own first migration: a migration
-- must never change after the fact, and a shared script would.

-- kr.gonggu.lib.event.Outbox: what is committed and not yet told
CREATE TABLE outbox (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  data        MEDIUMTEXT NOT NULL,
  occurred_at DATETIME(6) NOT NULL,
  traceparent CHAR(55) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- kr.gonggu.lib.event.Inbox: which events were applied
CREATE TABLE inbox (
  source      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(6) NOT NULL,
  PRIMARY KEY (source, event_id),
  KEY inbox_age (received_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- kr.gonggu.lib.http.Idempotency: first answers, kept for 24 hours
CREATE TABLE idempotency (
  member_id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  answer          MEDIUMTEXT,
  refusal         TEXT,
  created_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (member_id, idempotency_key),
  KEY idempotency_age (created_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- kr.gonggu.lib.persistence.Secrets: random keys shared by the instances of a service
CREATE TABLE secret (
  name  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  value VARBINARY(64) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- kr.gonggu.lib.image.ImageStore: re-encoded pictures
CREATE TABLE image (
  id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  uploader_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width       INT NOT NULL,
  height      INT NOT NULL,
  full_jpeg   MEDIUMBLOB NOT NULL,
  thumb_jpeg  MEDIUMBLOB NOT NULL,
  created_at  DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
