import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { LetterRecord } from "@leadrelay/db/dead-letters/find-letter";
import { findSentDeliveryByKey } from "@leadrelay/db/deliveries/find-sent-delivery";
import { settleLetter } from "@leadrelay/db/dead-letters/settle-letter";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { findLetterAnywhere, type FoundLetter } from "./find-letter-anywhere.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import { retryFound } from "./replay-delivery.ts";
import { requeueLetters } from "./requeue-letters.ts";
import type { SingleChange } from "./single-change.ts";

type LetterChange = SingleChange<LetterRecord>;

/**
 * Sends again what one open letter is about: its delivery, or its submission. A submission is back on the queue when this answers, before
 * the letter says so: twice is harmless, never would not be. When it fails again by then, the guard aborts and the letter stays open.
 * Throws when the queue takes nothing.
 */
export async function replayLetter(
  scope: OperatorScope,
  { letterId, by }: { letterId: string; by: string },
  dependencies: Omit<ReplayDependencies, "newId" | "queueSteps">,
): Promise<LetterChange> {
  const known = await findLetterAnywhere(scope, letterId, dependencies);
  if (known === undefined) return { kind: "not_found" };
  const { found } = known;
  if (found.state !== "open") return { kind: "refused", subject: found, reason: "settled" };
  if (found.kind === "delivery") return replayDead(scope, { ...known, by }, dependencies);
  return replayMessage(scope, { ...known, by }, dependencies);
}

async function replayDead(
  scope: OperatorScope,
  { found: letter, database, by }: FoundLetter & { by: string },
  dependencies: Omit<ReplayDependencies, "newId" | "queueSteps">,
): Promise<LetterChange> {
  const key = keyOf(letter);
  const delivery =
    key === null
      ? undefined
      : await runOne(dependencies.leadDatabase(database), findSentDeliveryByKey(scope, key));
  if (delivery === undefined) return { kind: "refused", subject: letter, reason: "erased" };
  const change = await retryFound(scope, { found: delivery, database, by }, dependencies);
  return change.kind === "not_found" ? change : { ...change, subject: letter };
}

async function replayMessage(
  scope: OperatorScope,
  { found: letter, database, by }: FoundLetter & { by: string },
  dependencies: Pick<ReplayDependencies, "leadDatabase" | "enqueueSubmissions" | "now">,
): Promise<LetterChange> {
  const letters = { database, clientId: letter.client_id, ids: [letter.id] };
  const { taken, refused } = await requeueLetters(scope, letters, dependencies);
  if (refused.size > 0) return { kind: "refused", subject: letter, reason: "queue_refuses" };
  if (taken.size === 0) return { kind: "refused", subject: letter, reason: "invalid_message" };
  const settled = { state: "replayed", reason: "sent again", by, nowMs: dependencies.now() } as const;
  const statements = settleLetter(scope, letter, settled);
  return { kind: "ready", subject: letter, lead: { database, statements }, wake: async () => {} };
}

function keyOf({ lead_id, event_id, destination_id }: LetterRecord): DeliveryKey | null {
  const isWhole = lead_id !== null && event_id !== null && destination_id !== null;
  return isWhole ? { lead_id, event_id, destination_id } : null;
}
