-- Accounts. Sessions are not here but in Redis.
CREATE TABLE member (
  id                  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  -- unique whatever the case: the collation says so
  nickname            VARCHAR(20) NOT NULL,
  email               VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- PHC string
  password_hash       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- counts the passwords the account has had; a session begun with an older one is worth nothing
  credentials         INT NOT NULL,
  -- degrees and metres; the member's own eyes only
  latitude            DOUBLE NULL,
  longitude           DOUBLE NULL,
  neighbourhood_label VARCHAR(60) NULL,
  radius_meters       INT NULL,
  keywords            JSON NOT NULL,
  joined_at           DATETIME(6) NOT NULL,
  version             INT NOT NULL,
  CONSTRAINT member_nickname UNIQUE (nickname),
  CONSTRAINT member_email UNIQUE (email),
  CONSTRAINT member_nickname_length CHECK (CHAR_LENGTH(nickname) BETWEEN 2 AND 20),
  CONSTRAINT member_email_form CHECK (email LIKE '_%@_%._%'),
  CONSTRAINT member_email_case CHECK (email = LOWER(email)),
  CONSTRAINT member_password_hashed CHECK (password_hash LIKE '$argon2id$%'),
  CONSTRAINT member_credentials CHECK (credentials >= 1),
  CONSTRAINT member_home_whole CHECK (
    (latitude IS NULL) = (longitude IS NULL)
    AND (latitude IS NULL) = (neighbourhood_label IS NULL)
    AND (latitude IS NULL) = (radius_meters IS NULL)),
  CONSTRAINT member_home_on_earth CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
  CONSTRAINT member_reach CHECK (radius_meters BETWEEN 500 AND 20000),
  CONSTRAINT member_keywords CHECK (JSON_TYPE(keywords) = 'ARRAY' AND JSON_LENGTH(keywords) <= 20)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

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
