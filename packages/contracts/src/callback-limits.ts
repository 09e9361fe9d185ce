/** What can come of a lead in sales, as a CRM tells it; each is taken once of a lead. */
export const leadOutcomes = ["contacted", "qualified", "won", "lost", "returned"] as const;
export type LeadOutcome = (typeof leadOutcomes)[number];

/** How long texts of a callback may be, in UTF-16 units; what is longer is cut where it came in. */
export const longestCallbackTexts = { id: 200, url: 1_000, word: 100, text: 2_000 } as const;

/** Twilio's fields are few and short; all of them are signed. */
export const mostTwilioFields = 60;
