/** What a submission can bring about, as destinations subscribe to it. */
export const eventTypes = ["lead.created", "lead.reengaged", "lead.updated"] as const;
export type EventType = (typeof eventTypes)[number];

/** What can happen to a lead besides; see `Notice`. */
export const leadNoticeTypes = [
  "lead.status_changed",
  "lead.note_added",
  "lead.replied",
  "lead.crm_linked",
  "lead.crm_activity",
  "lead.returned",
] as const;
type LeadNoticeType = (typeof leadNoticeTypes)[number];

/** What Workers raise as signals, and the alert sweep tells; see `Signal`. */
const signalTypes = [
  "delivery.failing",
  "delivery.recovered",
  "delivery.unconfirmed",
  "delivery.suspect",
  "destination.capped",
  "workflow.step_run",
] as const;
export type SignalType = (typeof signalTypes)[number];

/** What can happen to deliveries and destinations, for the people who look after them. */
export const alertTypes = [
  "destination.down",
  "destination.recovered",
  "destination.disabled",
  "delivery.dead_lettered",
  ...signalTypes,
] as const;
type AlertType = (typeof alertTypes)[number];

/** Events that are no submission. */
export type NoticeType = LeadNoticeType | AlertType;

/** All that a destination can be told. */
export const toldTypes = [...eventTypes, ...leadNoticeTypes, ...alertTypes] as const;
export type ToldType = EventType | NoticeType;

/** Whether a submission brings it about; all else is a notice. */
export const isEventType = (type: ToldType): type is EventType => eventTypes.some((one) => one === type);

export const isLeadNoticeType = (type: ToldType): type is LeadNoticeType =>
  leadNoticeTypes.some((one) => one === type);

export const isNoticeType = (type: ToldType): type is NoticeType => !isEventType(type);
