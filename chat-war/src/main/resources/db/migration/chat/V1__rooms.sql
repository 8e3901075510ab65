-- Rooms, who is in them, and everything that was said, numbered without gaps.

-- Names of members, told by the member service.
CREATE TABLE member (
  id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  nickname VARCHAR(64) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- One room per deal; its id is the deal's.
CREATE TABLE room (
  id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  title       VARCHAR(200) NOT NULL,
  host_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  deal_status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_seq    BIGINT NOT NULL,
  messages    BIGINT NOT NULL COMMENT 'how many of the entries are messages of members',
  opened_at   DATETIME(6) NOT NULL,
  last_at     DATETIME(6) NOT NULL COMMENT 'when the last entry was made, or the room opened',
  CONSTRAINT room_counts CHECK (messages >= 0 AND messages <= last_seq),
  CONSTRAINT room_host FOREIGN KEY (host_id) REFERENCES member (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

CREATE TABLE membership (
  room_id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  joined_at     DATETIME(6) NOT NULL,
  joined_seq    BIGINT NOT NULL COMMENT 'number of the notice that told of coming in, 0 for the host',
  left_seq      BIGINT NULL COMMENT 'number of the notice that told of leaving; nothing later is shown',
  read_seq      BIGINT NOT NULL COMMENT 'read up to this number',
  read_messages BIGINT NOT NULL COMMENT 'how many messages there were up to read_seq',
  PRIMARY KEY (room_id, member_id),
  KEY membership_of_member (member_id, room_id),
  CONSTRAINT membership_counts CHECK (read_messages >= 0 AND read_messages <= read_seq),
  CONSTRAINT membership_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT membership_member FOREIGN KEY (member_id) REFERENCES member (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- Messages and notices share one sequence per room.
CREATE TABLE entry (
  room_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq       BIGINT NOT NULL,
  kind      VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who wrote, joined or left',
  client_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the sender''s own name for a message: a retry is recognised by it',
  text      VARCHAR(2000) NULL,
  image_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  status    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what the deal became',
  messages  BIGINT NOT NULL COMMENT 'how many messages the room has up to here',
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (room_id, seq),
  UNIQUE KEY entry_once (room_id, member_id, client_id),
  CONSTRAINT entry_numbered CHECK (seq >= 1 AND messages >= 0 AND messages <= seq),
  CONSTRAINT entry_kind CHECK (
       kind = 'MESSAGE' AND member_id IS NOT NULL AND client_id IS NOT NULL AND status IS NULL
         AND (text IS NOT NULL OR image_id IS NOT NULL)
    OR kind IN ('JOINED', 'LEFT') AND member_id IS NOT NULL AND client_id IS NULL AND status IS NULL
         AND text IS NULL AND image_id IS NULL
    OR kind = 'STATUS' AND status IS NOT NULL AND member_id IS NULL AND client_id IS NULL
         AND text IS NULL AND image_id IS NULL),
  CONSTRAINT entry_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT entry_member FOREIGN KEY (member_id) REFERENCES member (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

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

CREATE TABLE inbox (
  source      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(6) NOT NULL,
  PRIMARY KEY (source, event_id),
  KEY inbox_age (received_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

CREATE TABLE secret (
  name  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  value VARBINARY(64) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
