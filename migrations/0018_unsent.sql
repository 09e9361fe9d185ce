-- What produced no delivery, and what sending it on purpose needs. Times are integer milliseconds UTC. Needs 0001 and 0004.

-- Why nothing of it was sent (packages/contracts/src/unsent-rule.ts). NULL: something was, or it was released since, or it is a row of before.
ALTER TABLE lead_submissions ADD COLUMN unsent TEXT;
-- The payload that a release sends of one without an event, packed as a lead.reengaged of it (core/payload/pack-payload.ts).
ALTER TABLE lead_submissions ADD COLUMN unsent_payload TEXT;
-- When it was sent on purpose, and by whom: an operator's or a key's id.
ALTER TABLE lead_submissions ADD COLUMN released_at INTEGER;
ALTER TABLE lead_submissions ADD COLUMN released_by TEXT;
-- Only a submission that sends nothing pays for an entry, which holds what a release looks for.
CREATE INDEX lead_submissions_unsent ON lead_submissions (client_id, submitted_at, public_id, unsent, form_id) WHERE unsent IS NOT NULL;

-- What the edge knew of it beside its payload, so that it can be put on the queue again. NULL in rows of before.
ALTER TABLE blocked_ip_leads ADD COLUMN request_json TEXT;
ALTER TABLE blocked_ip_leads ADD COLUMN released_at INTEGER;
ALTER TABLE blocked_ip_leads ADD COLUMN released_by TEXT;
