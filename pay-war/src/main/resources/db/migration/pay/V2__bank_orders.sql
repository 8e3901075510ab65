-- What a member asks of the bank takes two commits with the bank's answer between them, and that answer may be late or lost.
-- So the order stands here before the bank is asked, and money on its way has an account of its own: it is in the
-- bank, on its way or in the wallet, and never in two of these or in none.
ALTER TABLE account DROP CHECK account_kind;
ALTER TABLE account
  ADD CONSTRAINT account_kind CHECK (kind IN ('WALLET', 'BANK_CLEARING', 'SANDBOX_BANK', 'SANDBOX_FUNDING')),
  -- when the owner left: the postings stay, and nothing can be sent or charged any more
  ADD COLUMN closed_at DATETIME(6) NULL;

ALTER TABLE transfer DROP CHECK transfer_kind;
ALTER TABLE transfer
  MODIFY COLUMN kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD CONSTRAINT transfer_kind CHECK (kind IN ('SANDBOX_GRANT', 'BANK_DEBIT', 'BANK_CREDIT', 'CHARGE', 'WITHDRAWAL',
    'WITHDRAWAL_RETURNED', 'REMITTANCE'));

-- Who left has no nickname. The row stays, so that an event which arrives late does not bring them back.
ALTER TABLE member
  ADD COLUMN left_at DATETIME(6) NULL,
  ADD CONSTRAINT member_left_nameless CHECK (left_at IS NULL OR nickname IS NULL);

CREATE TABLE bank_order (
  -- also of the transfer that it makes in the wallet, which can therefore be booked once only
  id              CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  kind            VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount          BIGINT NOT NULL,
  idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  state           VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  refusal         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- of the wallet, once the order has changed it
  balance         BIGINT NULL,
  available       BIGINT NULL,
  attempts        INT NOT NULL,
  -- null once the bank has answered
  next_attempt_at DATETIME(6) NULL,
  created_at      DATETIME(6) NOT NULL,
  settled_at      DATETIME(6) NULL,
  KEY bank_order_due (next_attempt_at),
  KEY bank_order_member (member_id, next_attempt_at),
  CONSTRAINT bank_order_kind CHECK (kind IN ('CHARGE', 'WITHDRAWAL')),
  CONSTRAINT bank_order_amount CHECK (amount > 0),
  CONSTRAINT bank_order_state CHECK (state IN ('PENDING', 'DONE', 'REFUSED')),
  CONSTRAINT bank_order_refusal CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
  CONSTRAINT bank_order_settled CHECK ((state = 'PENDING') = (settled_at IS NULL)),
  CONSTRAINT bank_order_due_while_pending CHECK ((state = 'PENDING') = (next_attempt_at IS NOT NULL))
);

-- The sandbox bank's own memory: which orders it has answered, and how. Its first answer is its only one.
CREATE TABLE sandbox_order (
  order_id    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  refusal     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  answered_at DATETIME(6) NOT NULL
);

-- Wallets are opened with an account for what is on its way; those that stand get theirs here.
INSERT INTO account (id, kind, owner_id, opened_at)
SELECT UUID(), 'BANK_CLEARING', owner_id, UTC_TIMESTAMP(6) FROM account WHERE kind = 'WALLET';
