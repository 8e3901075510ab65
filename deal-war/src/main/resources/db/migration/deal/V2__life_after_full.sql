-- Who has left the service: shown under a pseudonym, and nobody any more.
ALTER TABLE member ADD COLUMN left_at DATETIME(6) NULL;

-- When host and participants are told next that the deadline is near; null when there is nothing left to tell.
ALTER TABLE deal
  ADD COLUMN remind_at DATETIME(6) NULL,
  ADD KEY deal_remind (remind_at);

UPDATE deal
   SET remind_at = CASE
         WHEN deadline - INTERVAL 24 HOUR > UTC_TIMESTAMP(6) THEN deadline - INTERVAL 24 HOUR
         WHEN deadline - INTERVAL 1 HOUR > UTC_TIMESTAMP(6) THEN deadline - INTERVAL 1 HOUR
       END
 WHERE status IN ('RECRUITING', 'FULL');

-- What the host did with a full deal, step by step: ordered, ready, completed.
CREATE TABLE deal_step (
  deal_id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position         INT NOT NULL,
  status           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note             VARCHAR(500) NULL,
  receipt_image_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  taken_at         DATETIME(6) NOT NULL,
  PRIMARY KEY (deal_id, position),
  CONSTRAINT deal_step_deal FOREIGN KEY (deal_id) REFERENCES deal (id),
  CONSTRAINT deal_step_receipt FOREIGN KEY (receipt_image_id) REFERENCES image (id),
  CONSTRAINT deal_step_status CHECK (status IN ('ORDERED', 'READY', 'COMPLETED')),
  CONSTRAINT deal_step_once UNIQUE (deal_id, status)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- What the host changed: [{"field", "before", "after"}] per version.
CREATE TABLE deal_edit (
  deal_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version   INT NOT NULL,
  changes   JSON NOT NULL,
  edited_at DATETIME(6) NOT NULL,
  PRIMARY KEY (deal_id, version),
  CONSTRAINT deal_edit_deal FOREIGN KEY (deal_id) REFERENCES deal (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

ALTER TABLE enrollment ADD COLUMN received_at DATETIME(6) NULL;

-- Pictures that no deal shows are removed by age.
ALTER TABLE image ADD KEY image_age (created_at);

-- Looks are written many at a time and added up in the same commit: none waits to be counted any more.
UPDATE deal d
  JOIN (SELECT deal_id, COUNT(*) AS looks FROM deal_view WHERE counted = FALSE GROUP BY deal_id) w ON w.deal_id = d.id
   SET d.views = d.views + w.looks;

ALTER TABLE deal_view DROP KEY deal_view_counted, DROP COLUMN counted;
