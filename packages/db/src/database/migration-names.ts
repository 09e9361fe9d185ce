/** The migrations this code was built with, in order: a database that lacks one of them is behind. A test holds this against `migrations`. */
export const migrationNames: readonly string[] = [
  "0001_spine.sql",
  "0002_operators.sql",
  "0003_control_plane.sql",
  "0004_search_and_statistics.sql",
  "0005_replays.sql",
  "0006_access_key_lists.sql",
  "0007_sweep_runs.sql",
  "0008_letters_fail_again.sql",
  "0009_forget_sample_errors.sql",
  "0010_open_letter_counts.sql",
  "0011_compact_texts.sql",
  "0012_destination_health.sql",
  "0013_database_sizes.sql",
  "0014_commit_turns.sql",
  "0016_quarantine_and_intake_counters.sql",
  "0018_unsent.sql",
];
