-- What a form shows whoever opens its address in a browser: packages/contracts/src/hosted-page.ts, as JSON. NULL: nothing, as before. In DB. Needs 0041.

ALTER TABLE forms ADD COLUMN hosted_page_json TEXT;
