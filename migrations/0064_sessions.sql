-- What pages' tags tell of visits, a row each. In the clients' databases; no lead depends on it. Times in ms UTC.
CREATE TABLE sessions (
  client_id TEXT NOT NULL,
  visitor_id TEXT NOT NULL,
  -- The tag's own sorts by time, so that a visitor's newest are found first.
  session_id TEXT NOT NULL,
  form_id TEXT NOT NULL,
  -- UTC day on which it was first heard of: by it, and an address, sessions are found again, and forgotten.
  day INTEGER NOT NULL,
  -- An address, an IPv6 one as its /64.
  network TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  scroll_percent INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  page_views INTEGER NOT NULL,
  events INTEGER NOT NULL,
  -- Sessions that this browser had before.
  returns INTEGER NOT NULL,
  first_page TEXT,
  referrer TEXT,
  asn INTEGER,
  country TEXT,
  -- The least of Cloudflare's 1 to 99.
  bot_score INTEGER,
  -- {"page /pricing": ms into the session, "click a#call": …, "event video": what the site said with it}
  seen_json TEXT,
  -- The lead that was submitted in it last, how often, and when.
  lead_id INTEGER,
  submissions INTEGER NOT NULL DEFAULT 0,
  submitted_at INTEGER,
  -- The score that destinations were told; NULL: none was.
  told_score INTEGER,
  PRIMARY KEY (client_id, visitor_id, session_id)
) WITHOUT ROWID;
CREATE INDEX sessions_by_day ON sessions (day, client_id, network);

-- How engaged whoever submitted last was, 0 to 100, and in which session; NULL where no session is known.
ALTER TABLE leads ADD COLUMN engagement_score INTEGER;
ALTER TABLE leads ADD COLUMN session_id TEXT;

-- When the form's tag was last heard of, to the hour; NULL: never. In the control database.
ALTER TABLE forms ADD COLUMN tracker_seen_at INTEGER;
