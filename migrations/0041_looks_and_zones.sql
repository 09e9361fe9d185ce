-- Where a client's people are, and what an agency looks like. Needs 0039. Nothing is read or rewritten.

-- An IANA name; NULL: nobody said, and everybody reads times as their own machine has them.
ALTER TABLE clients ADD COLUMN time_zone TEXT;
-- Of phone numbers without a country code, where the form names no region: two letters.
ALTER TABLE clients ADD COLUMN phone_country TEXT;
-- A hue, not a colour: the lightness that can be read is ours. NULL: LeadRelay's own.
ALTER TABLE agencies ADD COLUMN hue INTEGER CHECK (hue BETWEEN 0 AND 359);
-- The image in `agency_logos` that is shown now.
ALTER TABLE agencies ADD COLUMN logo_id TEXT;

-- Apart from the agency, which is read often, and under an id that says nothing: it is served to whoever has the address.
CREATE TABLE agency_logos (
  id TEXT PRIMARY KEY,
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/webp')),
  image_base64 TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE INDEX agency_logos_agency ON agency_logos (agency_id);
