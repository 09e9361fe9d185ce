import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { trackingMessageSchema, type TrackingMessage } from "@leadrelay/contracts/tracking";
import { scoreEngagement } from "@leadrelay/core/engagement/score-engagement";
import { foldRows, rowOfBeacon } from "@leadrelay/core/sessions/session-row";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { correctLeads } from "@leadrelay/db/sessions/correct-leads";
import { foldSessions } from "@leadrelay/db/sessions/fold-sessions";
import { noteTrackedForms } from "@leadrelay/db/sessions/note-tracked-forms";
import type { Dependencies } from "../dependencies.ts";

interface Told {
  message: Message;
  body: TrackingMessage;
}

/** Six minutes of a D1 that is away; after these tries the beacons are lost, and no dead letter is made of them. */
const mostTries = 5;
const delaySeconds = 30;

/**
 * Queue `tracking`: writes what beacons tell into their sessions, and scores the leads that were submitted in them anew. Settles every
 * message; what cannot be read, or written in time, is lost and counted. Never throws.
 */
export async function handleTrackingBatch(
  { messages }: MessageBatch,
  dependencies: Pick<Dependencies, "control" | "leadDatabase" | "now">,
): Promise<void> {
  const told: Told[] = [];
  for (const message of messages) {
    const { data } = trackingMessageSchema.safeParse(message.body);
    if (data === undefined) lose([message], "not readable");
    else told.push({ message, body: data });
  }
  for (const [database, together] of Map.groupBy(told, ({ body }) => body.database))
    await settle(together, database, dependencies);
}

async function settle(
  told: readonly Told[],
  database: string,
  dependencies: Pick<Dependencies, "control" | "leadDatabase" | "now">,
): Promise<void> {
  const messages = told.map(({ message }) => message);
  try {
    await write(
      told.map(({ body }) => body),
      database,
      dependencies,
    );
  } catch (error) {
    const late = messages.filter(({ attempts }) => attempts >= mostTries);
    if (late.length > 0) lose(late, reasonOf(error));
    for (const message of messages) if (message.attempts < mostTries) message.retry({ delaySeconds });
    return;
  }
  for (const message of messages) message.ack();
}

async function write(
  beacons: readonly TrackingMessage[],
  database: string,
  { control, leadDatabase, now }: Pick<Dependencies, "control" | "leadDatabase" | "now">,
): Promise<void> {
  const d1 = leadDatabase(database);
  const folded = await runBatch(d1, foldSessions(pipelineScope, foldRows(beacons.map(rowOfBeacon))));
  const corrected = folded.flat().map(({ client_id, lead_id, session_id, ...totals }) => ({
    client_id,
    lead_id,
    session_id,
    engagement_score: scoreEngagement(totals).score,
  }));
  if (corrected.length > 0) await runOne(d1, correctLeads(pipelineScope, corrected));
  const formIds = [...new Set(beacons.map(({ form_id }) => form_id))];
  await runOne(control, noteTrackedForms(pipelineScope, formIds, now()));
}

function lose(messages: readonly Message[], reason: string): void {
  logEvent("tracking.lost", { beacons: messages.length, reason });
  for (const message of messages) message.ack();
}
