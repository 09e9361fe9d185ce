-- Open letters of submissions whose form was unknown or deleted, by the key they were posted to: what restoring a form releases.
CREATE INDEX dead_letters_of_form ON dead_letters (json_extract(payload_json, '$.form_key')) WHERE kind = 'unknown_form' AND state = 'open';
