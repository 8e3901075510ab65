-- Whether a reason is in the host's words, or the service's because the host has left it: a client says
-- the second in the reader's language. Until now these words told the one from the other. May stay NULL
-- where an instance of an earlier version cancels while a later one runs already.
ALTER TABLE deal ADD COLUMN cancel_cause VARCHAR(20) NULL AFTER cancel_reason;

UPDATE deal
   SET cancel_cause = IF(cancel_reason = '방장이 탈퇴했어요.', 'HOST_LEFT', 'BY_HOST')
 WHERE status = 'CANCELLED';

ALTER TABLE deal
  ADD CONSTRAINT deal_cancel_cause CHECK (status = 'CANCELLED' OR cancel_cause IS NULL);
