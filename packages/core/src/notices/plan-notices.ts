import type { Environment } from "@leadrelay/contracts/environment";
import { isLeadNoticeType, type NoticeType, type ToldType } from "@leadrelay/contracts/event-type";
import type { ToldNotice } from "@leadrelay/contracts/notice";
import { stageReached } from "../conversions/stage-reached.ts";
import type { DeliveryRow, EventRow } from "../decide/commit-plan.ts";
import { deliveryId, derivedId } from "../ids/derived-id.ts";
import { noticeVersion } from "../payload/stored-payload.ts";

/** What is about no lead is kept under this one. */
export const noLeadId = 0;

/** A destination that may be told. */
export interface Subscriber {
  id: string;
  client_id: string;
  enabled: boolean;
  takes_test: boolean;
  environments: readonly Environment[];
  event_types: readonly ToldType[];
  /** Tries a delivery has before it needs a person. */
  max_attempts: number;
  /** It hears how far a lead came, of each stage once; of all else that happens to one it does not. Absent: it hears of everything it takes. */
  takes_stages?: boolean;
}

/** A notice as it is to be told. */
export interface PlannedNotice extends ToldNotice {
  /** `noticeId`: the same for the same occurrence, whoever plans it and however often. */
  id: string;
  /** Row id of the lead it is about; `noLeadId` of what tells of a destination. */
  lead_id: number;
  /** It is about a test lead: only for those that take them. */
  is_test: boolean;
}

/** What is written of notices, by `insertNotices`. */
export interface NoticeRows {
  events: (Omit<EventRow, "type"> & { type: NoticeType })[];
  deliveries: (DeliveryRow & { is_notice: 1 })[];
}

/** The event of a notice; `subject`: what it is about and which time, such as the id of the note. */
export const noticeId = (type: NoticeType, subject: string) => derivedId("notice", type, subject);

/** The event of a lead's coming to a stage: whatever says so, and however often, it is one. */
const stageId = (leadId: string, stage: string) => derivedId("stage", leadId, stage);

/**
 * The rows of notices: an event, and a delivery for each destination of its client that takes its type, is of this environment, and is not the one
 * it tells of or came from. What is about a lead waits, held, for one that is switched off, as leads do; what tells of a destination does not: by
 * then it is no news. Whoever hears of stages alone has an event of its own, one for each stage of a lead. No rows where nobody is to hear of it.
 */
export function planNotices(
  notices: readonly PlannedNotice[],
  subscribers: readonly Subscriber[],
  { environment, nowMs }: { environment: Environment; nowMs: number },
): NoticeRows {
  const rows: NoticeRows = { events: [], deliveries: [] };
  const add = (planned: PlannedNotice, hear: readonly Subscriber[]) => {
    if (hear.length === 0 || rows.events.some(({ id }) => id === planned.id)) return;
    rows.events.push(eventRow(planned, nowMs));
    rows.deliveries.push(...hear.map((one) => deliveryRow(planned, one, nowMs)));
  };
  for (const planned of notices) {
    const hear = subscribers.filter((one) => hears(one, planned) && one.environments.includes(environment));
    add(
      planned,
      hear.filter(({ takes_stages = false }) => !takes_stages),
    );
    const stage = stageReached(planned.notice);
    if (stage === null || !("lead_id" in planned.notice)) continue;
    add(
      { ...planned, id: stageId(planned.notice.lead_id, stage) },
      hear.filter(({ takes_stages = false }) => takes_stages),
    );
  }
  return rows;
}

function hears(one: Subscriber, { notice, is_test }: PlannedNotice): boolean {
  const { client_id, type, destination } = notice;
  return (
    one.client_id === client_id &&
    one.id !== destination?.id &&
    one.event_types.includes(type) &&
    (one.takes_test || !is_test) &&
    (one.enabled || isLeadNoticeType(type))
  );
}

const eventRow = ({ id, lead_id, notice, lead }: PlannedNotice, nowMs: number) => ({
  lead_id,
  id,
  client_id: notice.client_id,
  type: notice.type,
  submission_public_id: "",
  payload_json: `${noticeVersion}${JSON.stringify({ notice, lead } satisfies ToldNotice)}`,
  created_at: nowMs,
});

const deliveryRow = (
  { id, lead_id }: PlannedNotice,
  destination: Subscriber,
  nowMs: number,
): NoticeRows["deliveries"][number] => ({
  lead_id,
  event_id: id,
  destination_id: destination.id,
  public_id: deliveryId(id, destination.id),
  client_id: destination.client_id,
  status: destination.enabled ? "pending" : "held",
  attempts: 0,
  max_attempts: destination.max_attempts,
  next_attempt_at: destination.enabled ? nowMs : null,
  lease_until: null,
  settled_at: null,
  created_at: nowMs,
  last_status_code: null,
  last_error: null,
  dead_letter_id: null,
  form_id: "",
  submitted_at: null,
  is_notice: 1,
});
