/** What a stored submission turned out to be. */
export type SubmissionOutcome = "new_lead" | "duplicate" | "reengaged" | "test";
