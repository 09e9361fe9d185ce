import { isCallback } from "@leadrelay/contracts/callback-message";
import { isIntakeCounts } from "@leadrelay/contracts/intake-counts";
import { parseSubmissionMessage } from "@leadrelay/contracts/parse-submission-message";
import { settleCallbacks } from "../callbacks/settle-callbacks.ts";
import type { Dependencies } from "../dependencies.ts";
import { settleIntakeCounts } from "../intake-counts/settle-intake-counts.ts";
import { withTimeForSends } from "../outage/time-for-sends.ts";
import { commitSubmissions } from "./commit-submissions.ts";
import { gatherOthers } from "./gather-others.ts";
import { joinCopies } from "./join-copies.ts";
import { prepareMessages } from "./prepare-messages.ts";
import { settleInvalid } from "../dead-letters/settle-invalid.ts";
import { settleMessages } from "./settle-messages.ts";
import { outageOf } from "../received/pending.ts";
import type { Received, Settlement } from "../received/settlement.ts";

/** Queue `leads`: stores every submission of the batch and settles each message exactly once. What only counts comes last. */
export async function handleLeadsBatch(batch: MessageBatch, given: Dependencies): Promise<void> {
  const dependencies = withTimeForSends(given);
  const {
    leads = [],
    callbacks = [],
    counts = [],
  } = Object.groupBy(batch.messages, ({ body }) => {
    if (isCallback(body)) return "callbacks";
    return isIntakeCounts(body) ? "counts" : "leads";
  });
  await storeLeads(leads, dependencies);
  // Behind the leads that they may be about.
  if (callbacks.length > 0) await settleCallbacks(callbacks, dependencies);
  if (counts.length > 0) await settleIntakeCounts(counts, dependencies);
}

async function storeLeads(messages: readonly Message[], dependencies: Dependencies): Promise<void> {
  if (messages.length === 0) return;
  await gatherOthers(messages.length, dependencies);
  const read = messages.map((message) => ({ message, body: parseSubmissionMessage(message.body) }));
  await settleInvalid(
    read.filter(({ body }) => body === undefined).map(({ message }) => message),
    dependencies,
  );
  const valid = read.flatMap(({ message, body }) => (body === undefined ? [] : [{ message, body }]));
  const { first = [], repeats = [] } = Object.groupBy(joinCopies(valid), (each) =>
    typeof outageOf(each).repeats === "string" ? "repeats" : "first",
  );
  const misnamed = await store(first, dependencies);
  // Behind what they repeat.
  if (repeats.length > 0) misnamed.push(...(await store(repeats, dependencies)));
  const unnamed = misnamed.map(({ message, body }) => ({ message, body: { ...body, form: null } }));
  if (unnamed.length > 0) await store(unnamed, dependencies);
}

/** Commits and settles. Returns, unsettled, those whose form D1 does not know by the id the edge gave: its key may still find it. */
async function store(received: readonly Received[], dependencies: Dependencies): Promise<Received[]> {
  const { pending, settled } = await prepareMessages(received, dependencies);
  await settleMessages(settled, dependencies);
  const misnamed: Received[] = [];
  for (const [database, together] of Map.groupBy(pending, ({ form }) => form.database)) {
    const settlements = await commitSubmissions(together, database, dependencies);
    const isMisnamed = (each: Settlement) => each.kind === "unknown_form" && each.pending.body.form !== null;
    await settleMessages(
      settlements.filter((each) => !isMisnamed(each)),
      dependencies,
    );
    misnamed.push(...settlements.filter(isMisnamed).map((each) => each.pending));
  }
  return misnamed;
}
