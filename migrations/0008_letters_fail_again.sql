-- An open letter may fail again before it is closed: its group failed last then, too. Needs 0004.
DROP TRIGGER dead_letters_turn_in_group;

-- Settled, open again for the same cause, or failed again while it was open.
CREATE TRIGGER dead_letters_turn_in_group AFTER UPDATE ON dead_letters
WHEN ((old.state = 'open') <> (new.state = 'open') OR old.last_failed_at <> new.last_failed_at)
  AND (old.client_id, old.destination_id, old.kind, old.cause, old.last_status_code, old.fingerprint)
    IS (new.client_id, new.destination_id, new.kind, new.cause, new.last_status_code, new.fingerprint)
BEGIN
  UPDATE dead_letter_groups SET open_count = open_count + (new.state = 'open') - (old.state = 'open'),
    last_failed_at = max(last_failed_at, new.last_failed_at),
    sample_letter_id = iif(new.state = 'open', new.id, sample_letter_id),
    sample_error = iif(new.state = 'open', new.last_error, sample_error)
  WHERE client_id = coalesce(new.client_id, '') AND destination_id = coalesce(new.destination_id, '')
    AND kind = new.kind AND cause = new.cause AND status_code = coalesce(new.last_status_code, 0)
    AND fingerprint = new.fingerprint;
END;
