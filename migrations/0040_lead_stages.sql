-- Leads by stage, counted and listed, without a row for any lead that nobody moved. Needs 0001 only.

-- The list of a stage, newest first. What intake writes stands at 'new' and so in no entry of it; a step along the pipeline pays for one.
CREATE INDEX leads_stage ON leads (client_id, status, public_id) WHERE status <> 'new';

-- How many leads stand at each stage that somebody moved them to; only the triggers below write here.
CREATE TABLE lead_stages (
  client_id TEXT NOT NULL,
  is_test INTEGER NOT NULL,
  status TEXT NOT NULL,
  leads INTEGER NOT NULL,
  PRIMARY KEY (client_id, is_test, status)
) WITHOUT ROWID;

INSERT INTO lead_stages SELECT client_id, is_test, status, count(*) FROM leads WHERE status <> 'new' GROUP BY 1, 2, 3;

-- How many leads there are, moved or not, up to one of them (public ids are UUIDv7); those behind it are counted when it is asked for.
CREATE TABLE lead_totals (
  client_id TEXT NOT NULL,
  is_test INTEGER NOT NULL,
  leads INTEGER NOT NULL,
  counted_to TEXT NOT NULL,
  PRIMARY KEY (client_id, is_test)
) WITHOUT ROWID;

INSERT INTO lead_totals
SELECT l.client_id, tests.value, sum(l.is_test = tests.value), max(l.public_id)
FROM leads AS l CROSS JOIN json_each('[0,1]') AS tests GROUP BY 1, 2;

CREATE TRIGGER lead_stages_new AFTER INSERT ON leads WHEN new.status <> 'new'
BEGIN
  INSERT INTO lead_stages VALUES (new.client_id, new.is_test, new.status, 1)
  ON CONFLICT DO UPDATE SET leads = leads + 1;
END;

CREATE TRIGGER lead_stages_left AFTER UPDATE OF status ON leads WHEN new.status <> old.status AND old.status <> 'new'
BEGIN
  UPDATE lead_stages SET leads = leads - 1
  WHERE client_id = old.client_id AND is_test = old.is_test AND status = old.status;
END;

CREATE TRIGGER lead_stages_reached AFTER UPDATE OF status ON leads WHEN new.status <> old.status AND new.status <> 'new'
BEGIN
  INSERT INTO lead_stages VALUES (new.client_id, new.is_test, new.status, 1)
  ON CONFLICT DO UPDATE SET leads = leads + 1;
END;

CREATE TRIGGER lead_stages_gone AFTER DELETE ON leads WHEN old.status <> 'new'
BEGIN
  UPDATE lead_stages SET leads = leads - 1
  WHERE client_id = old.client_id AND is_test = old.is_test AND status = old.status;
END;

CREATE TRIGGER lead_totals_gone AFTER DELETE ON leads
BEGIN
  UPDATE lead_totals SET leads = leads - 1
  WHERE client_id = old.client_id AND is_test = old.is_test AND counted_to >= old.public_id;
END;
