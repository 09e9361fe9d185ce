import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import type { Environment } from "@leadrelay/contracts/environment";
import type { Notice } from "@leadrelay/contracts/notice";
import { payloadOfLead, type ShownLead } from "@leadrelay/core/notices/payload-of-lead";
import { noticeId, planNotices, type NoticeRows } from "@leadrelay/core/notices/plan-notices";
import type { RetrySchedule } from "@leadrelay/core/retry-schedule/parse-schedule";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import { lastSentOfLead } from "@leadrelay/db/notices/last-sent-of-lead";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope, type Scope } from "@leadrelay/db/scope";
import { wakeupKey, type DueAgain } from "../due-again.ts";

const takesStages = (kind: string) =>
  destinationKinds.includes(kind) && getAdapter(kind).takesStages === true;

type LeadNotice = Extract<Notice, { lead_id: string }>;

interface NoticeDependencies {
  control: D1Database;
  /** By binding name. */
  leadDatabase: (binding: string) => D1Database;
  retrySchedule: RetrySchedule;
  environment: Environment;
  /** Milliseconds UTC. */
  now: () => number;
}

/** What is written with the change that a notice tells of, and what is to be woken once that is committed. */
export interface LeadNoticePlan {
  /** For `insertNotices`; none where nobody is to hear of it. */
  rows: NoticeRows;
  due: DueAgain[];
}

/**
 * A notice about a lead, for every destination of its client that takes its type. One read of the control database, and one of the lead's where
 * somebody does. Commit `rows` with the change itself, then wake `due`; planned twice it is the same, by its `subject`.
 * @param subject what makes it another one of its type, such as the id of the note
 */
export async function planLeadNotice(
  scope: Scope,
  {
    notice,
    lead,
    database,
    subject,
  }: { notice: LeadNotice; lead: ShownLead; database: string; subject: string },
  { control, leadDatabase, retrySchedule, environment, now }: NoticeDependencies,
): Promise<LeadNoticePlan> {
  const found = await runOne(control, destinationsOfClients(pipelineScope, [lead.client_id]));
  const subscribers = found
    .filter(({ event_types }) => event_types.includes(notice.type))
    .map((one) => ({
      ...one,
      max_attempts: scheduleOf(one.retry_schedule, retrySchedule).length + 1,
      takes_stages: takesStages(one.kind),
    }));
  if (subscribers.length === 0) return { rows: { events: [], deliveries: [] }, due: [] };
  const sent = await runOne(leadDatabase(database), lastSentOfLead(scope, lead));
  const nowMs = now();
  const planned = {
    id: noticeId(notice.type, subject),
    notice,
    lead: payloadOfLead(lead, sent, { environment }),
    lead_id: lead.id,
    is_test: lead.is_test,
  };
  const rows = planNotices([planned], subscribers, { environment, nowMs });
  const pending = rows.deliveries.filter(({ status }) => status === "pending");
  return { rows, due: pending.map((delivery) => ({ key: wakeupKey(delivery, 0), at: nowMs })) };
}
