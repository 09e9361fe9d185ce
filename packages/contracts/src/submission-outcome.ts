/** What a stored submission turned out to be. */
export const submissionOutcomes = ["new_lead", "duplicate", "reengaged", "test"] as const;
export type SubmissionOutcome = (typeof submissionOutcomes)[number];
