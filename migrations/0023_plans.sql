-- Plans: listed by whose they are, made in steps, gone a day after nobody applied them; and what died and arrived after all.
-- Needs 0005 and 0004 only.

-- Control tables: always in database DB ------------------------------------------------------------------------------

-- By the plan's only client ('' for none), or by its first where it has several: nobody's list reads past another's plans.
CREATE INDEX replay_plans_listed ON replay_plans (
  (iif(json_array_length(parts_json) > 1, 'several:', '') || coalesce(parts_json ->> '$[0].client_id', '')), id);

-- Invitations in the same way: to one client, or by the first of several; '' for those to a whole agency.
CREATE INDEX invitations_listed ON invitations (
  (iif(json_array_length(client_ids_json) > 1, 'several:', '') || coalesce(client_ids_json ->> '$[0]', '')), id);

-- What was never applied, for the sweep that removes it.
CREATE INDEX replay_plans_unapplied ON replay_plans (expires_at) WHERE applied_at IS NULL;

-- A plan that is being made: one for each who asks. It becomes a row of replay_plans, under the same id.
CREATE TABLE replay_planning (
  -- An operator's or a key's id.
  created_by TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL UNIQUE,
  -- What was asked, and how far the counting is. An empty object before the first step.
  planning_json TEXT NOT NULL CHECK (json_type(planning_json) = 'object'),
  begun_at INTEGER NOT NULL,
  -- A step is under way until then; one that crashed is over by then.
  busy_until INTEGER NOT NULL,
  -- Until when its author may go on; then it makes room for another.
  lapses_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX replay_planning_lapsed ON replay_planning (lapses_at);

-- Lead tables: in the client's own database ---------------------------------------------------------------------------

-- Of the deliveries that arrived: those that had died before. Counted where they are counted as delivered.
ALTER TABLE delivery_counters ADD COLUMN mended INTEGER NOT NULL DEFAULT 0;

-- What is counted as dead is what is dead: replayed, or arrived late, it is counted down on the day it was counted up.
CREATE TRIGGER deliveries_rise AFTER UPDATE OF status ON deliveries WHEN old.status = 'dead' AND new.status <> 'dead'
BEGIN
  UPDATE delivery_counters SET value = value - 1
  WHERE client_id = old.client_id
    AND day = coalesce((SELECT last_failed_at FROM dead_letters WHERE id = old.dead_letter_id), old.settled_at) / 86400000
    AND form_id = coalesce(old.form_id, '') AND destination_id = old.destination_id AND outcome = 'dead' AND bucket = -1
    AND value > 0;
END;

-- What rose before this.
UPDATE delivery_counters SET value = max(0, value - risen.letters)
FROM (
  SELECT letter.client_id, letter.last_failed_at / 86400000 AS day, coalesce(sent.form_id, '') AS form_id, letter.destination_id,
    count(*) AS letters
  FROM dead_letters AS letter CROSS JOIN deliveries AS sent
    ON sent.lead_id = letter.lead_id AND sent.event_id = letter.event_id AND sent.destination_id = letter.destination_id
  WHERE letter.kind = 'delivery' AND (sent.status <> 'dead' OR sent.dead_letter_id <> letter.id)
  GROUP BY 1, 2, 3, 4
) AS risen
WHERE delivery_counters.client_id = risen.client_id AND delivery_counters.day = risen.day
  AND delivery_counters.form_id = risen.form_id AND delivery_counters.destination_id = risen.destination_id
  AND delivery_counters.outcome = 'dead' AND delivery_counters.bucket = -1;

INSERT INTO delivery_counters (client_id, day, form_id, destination_id, outcome, bucket, value, mended)
SELECT sent.client_id, sent.settled_at / 86400000, coalesce(sent.form_id, ''), sent.destination_id, 'delivered', -1, 0, count(*)
FROM (
  SELECT DISTINCT lead_id, event_id, destination_id FROM dead_letters WHERE kind = 'delivery'
) AS letter
CROSS JOIN deliveries AS sent
  ON sent.lead_id = letter.lead_id AND sent.event_id = letter.event_id AND sent.destination_id = letter.destination_id
WHERE sent.status IN ('delivered', 'confirmed') AND sent.settled_at IS NOT NULL
GROUP BY 1, 2, 3, 4
ON CONFLICT DO UPDATE SET mended = excluded.mended;
