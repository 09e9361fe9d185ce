/**
 * Where something of a lead stands: deliveries that wait for their next try, that are held, that died and have an open letter, that were
 * delivered; `unconfirmed`: delivered, and never confirmed as they must be; `unsent`: a submission that is stored as the lead's, and of which nothing was sent.
 */
export const leadStands = ["waiting", "held", "dead", "delivered", "unconfirmed", "unsent"] as const;
export type LeadStand = (typeof leadStands)[number];

/** What a list of leads may be narrowed to; `undelivered` is what died, what is held and what waits. */
export const leadStandFilters = ["undelivered", ...leadStands] as const;
export type LeadStandFilter = (typeof leadStandFilters)[number];
