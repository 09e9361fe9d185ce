-- An export is one entry for each client it tells of, whatever its number of pages.
CREATE UNIQUE INDEX audit_log_export ON audit_log (subject_id, client_id) WHERE subject_kind = 'export';
