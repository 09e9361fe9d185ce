-- What repeats are judged by while D1 is away goes with a client's direct configuration: of those whose forms decide otherwise than the installation.
UPDATE clients SET direct_config_stale = 1 WHERE deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM forms WHERE client_id = clients.id AND (duplicate_window_minutes IS NOT NULL OR reengage_hours IS NOT NULL
    OR reengage_basis <> 'last_submission' OR identity_guard IS NOT NULL));
