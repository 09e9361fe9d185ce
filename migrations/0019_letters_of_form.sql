-- Open letters of submissions whose form was unknown or deleted, by the key they were posted to: what restoring a form releases.
-- A text that is no JSON must not keep its letter, and those beside it, from being written.
CREATE INDEX dead_letters_of_form ON dead_letters (iif(json_valid(payload_json), json_extract(payload_json, '$.form_key'), NULL)) WHERE kind = 'unknown_form' AND state = 'open';
