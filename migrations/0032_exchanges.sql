-- What a try sent and was answered, packed (packages/delivery/src/exchanges), for as long as it is kept. In the try's own row: no row more is written
-- for a lead. NULL: not kept, or not any more.
ALTER TABLE delivery_attempts ADD COLUMN exchange BLOB;

-- Up to when (by the time of the delivery) exchanges are removed. Those of tries that come more than a day behind their delivery stand below.
CREATE TABLE exchanges_removed (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  until INTEGER NOT NULL
);
INSERT INTO exchanges_removed (id, until) VALUES (1, (unixepoch() - 2 * 86400) * 1000);

CREATE TABLE late_exchanges (
  started_at INTEGER NOT NULL,
  lead_id INTEGER NOT NULL,
  event_id TEXT NOT NULL,
  destination_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (started_at, lead_id, event_id, destination_id, number)
) WITHOUT ROWID;
