-- Causes of dead letters forget an error with the letter it was of. Needs 0004.

-- As before (0004), and without the error of a letter that is in the group no more.
DROP TRIGGER dead_letters_change_group;
CREATE TRIGGER dead_letters_change_group AFTER UPDATE ON dead_letters
WHEN (old.client_id, old.destination_id, old.kind, old.cause, old.last_status_code, old.fingerprint)
  IS NOT (new.client_id, new.destination_id, new.kind, new.cause, new.last_status_code, new.fingerprint)
BEGIN
  UPDATE dead_letter_groups SET open_count = open_count - (old.state = 'open'), total = total - 1,
    sample_error = iif(sample_letter_id = old.id, NULL, sample_error)
  WHERE client_id = coalesce(old.client_id, '') AND destination_id = coalesce(old.destination_id, '')
    AND kind = old.kind AND cause = old.cause AND status_code = coalesce(old.last_status_code, 0)
    AND fingerprint = old.fingerprint;
  INSERT INTO dead_letter_groups VALUES (coalesce(new.client_id, ''), coalesce(new.destination_id, ''), new.kind, new.cause,
    coalesce(new.last_status_code, 0), new.fingerprint, new.state = 'open', 1, new.first_failed_at, new.last_failed_at,
    new.id, new.last_error)
  ON CONFLICT DO UPDATE SET open_count = open_count + excluded.open_count, total = total + 1,
    first_failed_at = min(first_failed_at, excluded.first_failed_at),
    last_failed_at = max(last_failed_at, excluded.last_failed_at),
    sample_letter_id = excluded.sample_letter_id, sample_error = excluded.sample_error;
  DELETE FROM dead_letter_groups
  WHERE client_id = coalesce(old.client_id, '') AND destination_id = coalesce(old.destination_id, '')
    AND kind = old.kind AND cause = old.cause AND status_code = coalesce(old.last_status_code, 0)
    AND fingerprint = old.fingerprint AND total = 0;
END;

-- Erased. The next letter that comes into the group is its sample again; to look for one here would read the client's letters.
DROP TRIGGER dead_letters_leave_group;
CREATE TRIGGER dead_letters_leave_group AFTER DELETE ON dead_letters
BEGIN
  UPDATE dead_letter_groups SET open_count = open_count - (old.state = 'open'), total = total - 1,
    sample_error = iif(sample_letter_id = old.id, NULL, sample_error)
  WHERE client_id = coalesce(old.client_id, '') AND destination_id = coalesce(old.destination_id, '')
    AND kind = old.kind AND cause = old.cause AND status_code = coalesce(old.last_status_code, 0)
    AND fingerprint = old.fingerprint;
  DELETE FROM dead_letter_groups
  WHERE client_id = coalesce(old.client_id, '') AND destination_id = coalesce(old.destination_id, '')
    AND kind = old.kind AND cause = old.cause AND status_code = coalesce(old.last_status_code, 0)
    AND fingerprint = old.fingerprint AND total = 0;
END;

UPDATE dead_letter_groups SET sample_error = NULL
WHERE sample_error IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dead_letters WHERE id = sample_letter_id);
