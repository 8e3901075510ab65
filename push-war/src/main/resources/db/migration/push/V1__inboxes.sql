-- What members were told. The table "inbox" below is of ear/lib and remembers events, not what members were told.

-- Names of members, told by the member service; until it has, as the event that named them told.
CREATE TABLE member (
  id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  nickname VARCHAR(64) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- One row per member who was ever told something. Its lock makes the ids of one member's notifications grow in
-- the order of their commits, so that "everything after this id" is exact.
CREATE TABLE mailbox (
  member_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  last_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'greatest id given out here'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

CREATE TABLE notification (
  member_id    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who is told',
  id           CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'whose doing it was',
  facts        JSON NOT NULL COMMENT 'what a sentence is made of: title, quantity, amount',
  deal_id      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  room_id      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  transfer_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  occurrences  INT NOT NULL DEFAULT 1 COMMENT 'how many times it happened since it was last read',
  collapse_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what happens again while this is unread counts up here',
  at           DATETIME(6) NOT NULL COMMENT 'when it happened, the last time',
  read_at      DATETIME(6) NULL,
  PRIMARY KEY (member_id, id),
  KEY notification_unread (member_id, read_at),
  UNIQUE KEY notification_collapse (member_id, collapse_key),
  CONSTRAINT notification_counts CHECK (occurrences >= 1),
  CONSTRAINT notification_unread_collapses CHECK (collapse_key IS NULL OR read_at IS NULL),
  CONSTRAINT notification_mailbox FOREIGN KEY (member_id) REFERENCES mailbox (member_id),
  CONSTRAINT notification_actor FOREIGN KEY (actor_id) REFERENCES member (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- kr.gonggu.lib.event.Inbox: which events were applied
CREATE TABLE inbox (
  source      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(6) NOT NULL,
  PRIMARY KEY (source, event_id),
  KEY inbox_age (received_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- kr.gonggu.lib.persistence.Secrets: random keys shared by the instances of a service
CREATE TABLE secret (
  name  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  value VARBINARY(64) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
