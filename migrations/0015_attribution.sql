-- How people came: campaign, click ids, landing page and referrer, as packAttribution (packages/core/src/attribution) writes them. Rows of
-- before have NULL: it was not kept then. Needs 0001 only.

ALTER TABLE leads ADD COLUMN first_attribution_json TEXT;
-- NULL where it is the first's; '' where it was not kept and the first, of a post that arrived late, was.
ALTER TABLE leads ADD COLUMN latest_attribution_json TEXT;

-- Packed beside page_url. '@' and a number where the text stands in long_texts.
ALTER TABLE lead_submissions ADD COLUMN attribution_json TEXT;
