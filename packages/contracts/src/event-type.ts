/** What a submission can bring about, as destinations subscribe to it. */
export const eventTypes = ["lead.created", "lead.reengaged", "lead.updated"] as const;
export type EventType = (typeof eventTypes)[number];

/** What can happen to deliveries and destinations, for the people who look after them; see `Alert`. */
export const alertTypes = [
  "destination.down",
  "destination.recovered",
  "destination.disabled",
  "delivery.dead_lettered",
] as const;
export type AlertType = (typeof alertTypes)[number];

/** All that a destination can be told. */
export const toldTypes = [...eventTypes, ...alertTypes] as const;
export type ToldType = EventType | AlertType;

/** Whether an event tells of a destination, and of no submission. */
export const isAlertType = (type: ToldType): type is AlertType => alertTypes.some((one) => one === type);
