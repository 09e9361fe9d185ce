/** What can happen to a lead, as destinations subscribe to it. */
export const eventTypes = ["lead.created", "lead.reengaged", "lead.updated"] as const;
export type EventType = (typeof eventTypes)[number];
