-- Who can be paid: what this service keeps of gonggu.member.events.
-- A nickname passes from one member to another, and the two members' events may arrive in either order: the later
-- claim (named_at) holds it, and whoever lost it has none until an event of their own says which.
CREATE TABLE member (
  id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  nickname VARCHAR(40) NULL,
  named_at DATETIME(6) NOT NULL,
  UNIQUE KEY member_nickname (nickname)
);

-- Where money can be. Amounts are whole won.
-- A balance is never more than the ledger's memory of its postings: account_newest_posting (below) ties it to the
-- account's newest posting, and the postings to each other.
CREATE TABLE account (
  id             CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  kind           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the member, or null for an account of the house
  owner_id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  balance        BIGINT NOT NULL DEFAULT 0,
  -- the part of the balance that is promised and cannot be spent otherwise
  held           BIGINT NOT NULL DEFAULT 0,
  -- number and time of the newest posting, null before the first
  last_seq       BIGINT UNSIGNED NULL,
  last_posted_at DATETIME(6) NULL,
  -- what the owner has remitted on the day of the last remittance (Asia/Seoul)
  remitted_on    DATE NULL,
  remitted       BIGINT NOT NULL DEFAULT 0,
  opened_at      DATETIME(6) NOT NULL,
  UNIQUE KEY account_owner (owner_id, kind),
  CONSTRAINT account_kind CHECK (kind IN ('WALLET', 'SANDBOX_BANK', 'SANDBOX_FUNDING')),
  CONSTRAINT account_covered CHECK (balance >= 0 OR kind = 'SANDBOX_FUNDING'),
  CONSTRAINT account_held CHECK (held >= 0 AND (held = 0 OR held <= balance)),
  CONSTRAINT account_begins_empty CHECK (last_seq IS NOT NULL OR balance = 0),
  CONSTRAINT account_remitted CHECK (remitted >= 0)
);

-- One movement of money, from one account to another.
CREATE TABLE transfer (
  id              CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  kind            VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount          BIGINT NOT NULL,
  -- the member who asked for it, and the key they asked with; null when the house moved it
  requested_by    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  deal_id         CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  memo            VARCHAR(100) NULL,
  created_at      DATETIME(6) NOT NULL,
  CONSTRAINT transfer_kind CHECK (kind IN ('SANDBOX_GRANT', 'CHARGE', 'WITHDRAWAL', 'REMITTANCE')),
  CONSTRAINT transfer_amount CHECK (amount > 0)
);

-- What a transfer did to an account: the amount is below zero where the money left.
-- The postings of an account are a chain. Each is numbered, continues its predecessor's balance, and is held in place by
-- its successor (the newest one by its account): whoever changes an amount, a balance or the order, or deletes a posting,
-- is refused by a foreign key. Triggers would say it more bluntly, but with a binary log they ask for rights that an
-- ordinary database user does not have.
CREATE TABLE posting (
  account_id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- 1, 2, 3 … within the account
  seq              BIGINT UNSIGNED NOT NULL,
  transfer_id      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount           BIGINT NOT NULL,
  balance_after    BIGINT NOT NULL,
  -- never before the posting before it, so that an account's history has one order
  posted_at        DATETIME(6) NOT NULL,
  previous_seq     BIGINT UNSIGNED AS (NULLIF(seq, 1) - 1) STORED,
  previous_balance BIGINT AS (balance_after - amount) STORED,
  magnitude        BIGINT AS (ABS(amount)) VIRTUAL,
  PRIMARY KEY (account_id, seq),
  UNIQUE KEY posting_link (account_id, seq, balance_after),
  UNIQUE KEY posting_transfer (transfer_id, account_id),
  KEY posting_previous (account_id, previous_seq, previous_balance),
  KEY posting_time (account_id, posted_at, seq),
  KEY posting_magnitude (account_id, magnitude, seq),
  CONSTRAINT posting_amount CHECK (amount <> 0),
  CONSTRAINT posting_seq CHECK (seq >= 1),
  CONSTRAINT posting_begins_empty CHECK (seq > 1 OR balance_after = amount),
  CONSTRAINT posting_of_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT posting_of_transfer FOREIGN KEY (transfer_id) REFERENCES transfer (id),
  CONSTRAINT posting_continues FOREIGN KEY (account_id, previous_seq, previous_balance)
    REFERENCES posting (account_id, seq, balance_after)
);

ALTER TABLE account
  ADD CONSTRAINT account_newest_posting FOREIGN KEY (id, last_seq, balance)
    REFERENCES posting (account_id, seq, balance_after);

-- Where the sandbox bank's money comes from. It is the one account that may be below zero, by exactly what was given out.
INSERT INTO account (id, kind, opened_at)
VALUES ('00000000-0000-7000-8000-000000000001', 'SANDBOX_FUNDING', UTC_TIMESTAMP(6));

-- kr.gonggu.lib.event.Outbox
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

-- kr.gonggu.lib.event.Inbox
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
