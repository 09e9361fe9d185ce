-- What is decided by of a destination that writes to the person themselves: its channel and the most suspicion (packages/contracts/src/reply-policy.ts). NULL of every
-- other. In DB.
ALTER TABLE destinations ADD COLUMN reply_json TEXT;
