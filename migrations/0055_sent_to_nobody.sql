-- New leads that no destination took, found without looking at all that was not sent; nothing else is in it. Needs 0018.
CREATE INDEX lead_submissions_to_nobody ON lead_submissions (client_id, submitted_at)
  WHERE unsent = 'no_destination' AND outcome = 'new_lead';
