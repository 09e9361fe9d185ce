-- What became of leads after they were taken, by form too: day_counters.answers_json, which nothing was written to, gets the name of what stands in it.
-- In the clients' databases. Needs 0043.
-- {form, '-' where none is known: {destination, '-' where nobody said which: {an outcome that was told, "confirmed", "unconfirmed": how many}}}
ALTER TABLE day_counters RENAME COLUMN answers_json TO outcomes_json;
