-- How neighbours are called, as member told last.
CREATE TABLE member (
  id       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  nickname VARCHAR(40) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- The full-text index below finds two-letter pieces of words; the server's English stop words (a, i, to, ...) would
-- take every piece that contains one of them out of it. The setting stays with the index.
SET SESSION innodb_ft_enable_stopword = OFF;

CREATE TABLE deal (
  id              CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  host_id         CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title           VARCHAR(100) NOT NULL,
  description     TEXT NOT NULL,
  category        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product_url     VARCHAR(2048) NULL,
  keywords        JSON NOT NULL,
  total_price     BIGINT NOT NULL,
  shares          INT NOT NULL,
  host_shares     INT NOT NULL,
  -- the host's and those of every live enrolment
  shares_taken    INT NOT NULL,
  shares_left     INT AS (shares - shares_taken) VIRTUAL NOT NULL,
  price_per_share BIGINT AS (total_price DIV shares) VIRTUAL NOT NULL,
  unit            VARCHAR(20) NOT NULL,
  unit_quantity   DECIMAL(9,3) NOT NULL,
  deadline        DATETIME(6) NOT NULL,
  latitude        DOUBLE NOT NULL,
  longitude       DOUBLE NOT NULL,
  location        POINT AS (POINT(longitude, latitude)) STORED NOT NULL SRID 0,
  pickup_label    VARCHAR(100) NOT NULL,
  payment         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status          VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cancel_reason   VARCHAR(200) NULL,
  -- members' looks as far as they are added up, see deal_view
  views           BIGINT NOT NULL DEFAULT 0,
  version         INT NOT NULL,
  opened_at       DATETIME(6) NOT NULL,
  CONSTRAINT deal_host FOREIGN KEY (host_id) REFERENCES member (id),
  CONSTRAINT deal_price CHECK (total_price BETWEEN 1 AND 100000000 AND total_price >= shares),
  CONSTRAINT deal_shares CHECK (shares BETWEEN 2 AND 1000),
  CONSTRAINT deal_host_shares CHECK (host_shares BETWEEN 0 AND shares - 1),
  CONSTRAINT deal_never_oversold CHECK (shares_taken BETWEEN host_shares AND shares),
  CONSTRAINT deal_full CHECK ((status = 'FULL') <= (shares_taken = shares)
                          AND (status = 'RECRUITING') <= (shares_taken < shares)),
  CONSTRAINT deal_status CHECK (status IN
    ('RECRUITING', 'FULL', 'ORDERED', 'READY', 'COMPLETED', 'CANCELLED', 'EXPIRED')),
  CONSTRAINT deal_payment CHECK (payment IN ('ESCROW', 'DIRECT')),
  CONSTRAINT deal_cancelled CHECK ((status = 'CANCELLED') = (cancel_reason IS NOT NULL)),
  CONSTRAINT deal_unit_quantity CHECK (unit_quantity > 0),
  CONSTRAINT deal_place CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
  KEY deal_newest (status, id),
  KEY deal_category (status, category, id),
  KEY deal_deadline (status, deadline, id),
  KEY deal_left (status, shares_left, id),
  KEY deal_popular (status, views, id),
  KEY deal_host (host_id, id),
  SPATIAL KEY deal_location (location),
  FULLTEXT KEY deal_words (title, description) WITH PARSER ngram
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

SET SESSION innodb_ft_enable_stopword = DEFAULT;

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

-- A deal's pictures in order; position 0 is the cover.
CREATE TABLE deal_image (
  deal_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT NOT NULL,
  image_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (deal_id, position),
  CONSTRAINT deal_image_deal FOREIGN KEY (deal_id) REFERENCES deal (id),
  CONSTRAINT deal_image_image FOREIGN KEY (image_id) REFERENCES image (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- One member's shares in one deal. Rows are kept when the member leaves.
CREATE TABLE enrollment (
  id             CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  deal_id        CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quantity       INT NOT NULL,
  -- won
  amount         BIGINT NOT NULL,
  status         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cancelled_by   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  joined_at      DATETIME(6) NOT NULL,
  live_member_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin
                 AS (IF(status = 'CANCELLED', NULL, member_id)) VIRTUAL,
  CONSTRAINT enrollment_deal FOREIGN KEY (deal_id) REFERENCES deal (id),
  CONSTRAINT enrollment_member FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT enrollment_once UNIQUE (deal_id, live_member_id),
  CONSTRAINT enrollment_quantity CHECK (quantity >= 1),
  CONSTRAINT enrollment_amount CHECK (amount >= 1),
  CONSTRAINT enrollment_status CHECK (status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'CANCELLED')),
  CONSTRAINT enrollment_cancelled CHECK
    ((status = 'CANCELLED') = (cancelled_by IS NOT NULL) AND cancelled_by IN ('MEMBER', 'HOST')),
  KEY enrollment_of_member (member_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- Members' looks at deals, one per member and day; added up into the deal a little later, so that a look never waits
-- for a join. No foreign key for the same reason: it would lock the deal.
CREATE TABLE deal_view (
  deal_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day       DATE NOT NULL,
  counted   BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (deal_id, member_id, day),
  KEY deal_view_counted (counted, deal_id),
  KEY deal_view_age (day)
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

-- kr.gonggu.lib.persistence.Secrets: random keys shared by the instances of a service
CREATE TABLE secret (
  name  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  value VARBINARY(64) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
