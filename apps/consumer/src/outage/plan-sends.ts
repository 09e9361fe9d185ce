import { reasonOf } from "@leadrelay/contracts/reason-of";
import { kindsSentWithoutStorage } from "@leadrelay/adapters/registry";
import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import { logEvent } from "@leadrelay/contracts/log-event";
import { directDestinations } from "@leadrelay/core/outage/direct-destinations";
import { directPayload } from "@leadrelay/core/outage/direct-payload";
import { passesDirectly, toldDirectly } from "@leadrelay/core/outage/passes-directly";
import { takesDirectly } from "@leadrelay/core/outage/takes-directly";
import { runLanes } from "@leadrelay/delivery/run-lanes";
import type { Dependencies } from "../dependencies.ts";
import { isJudged } from "@leadrelay/core/outage/outage-state";
import { outageOf } from "../received/pending.ts";
import type { Received } from "../received/settlement.ts";
import { directSubmission } from "./direct-submission.ts";
import { readDirectConfig } from "./direct-config-store.ts";
import { judgePlanned } from "./judge-planned.ts";
import type { DirectSend, PlannedSends } from "./planned-sends.ts";

/**
 * What is to be sent of those that are due, to those of their client's destinations that can do without D1; repeats of somebody who was
 * sent already have no sends, and say so. All come back, in order.
 */
export async function planSends<Each extends Received>(
  received: readonly Each[],
  isDue: (each: Each) => boolean,
  dependencies: Dependencies,
): Promise<PlannedSends<Each>[]> {
  const configs = await readConfigs(received.filter(isDue), dependencies);
  const planned = received.map((each): PlannedSends<Each> => {
    const config = configs.get(each.body.form?.client_id ?? "");
    const sends = config === undefined || !isDue(each) ? [] : sendsOf(each, config, dependencies);
    return { received: each, sends, remembered: [] };
  });
  const judged = await judgePlanned(planned, configs, dependencies);
  return judged.map((each) => ({
    ...each,
    sends: each.sends.filter((send) => isWanted(send, dependencies)),
  }));
}

/** Whether it passes its destination's filter. */
const isWanted = (send: DirectSend, { config: { environment } }: Dependencies): boolean =>
  passesDirectly(send.destination, () =>
    toldDirectly(send.submission, directPayload(send.submission, { ...send, environment }), send.event),
  );

/** Each client's configuration; one that cannot be read only means that its leads wait for D1. */
async function readConfigs(
  received: readonly Received[],
  { kv, sealer }: Dependencies,
): Promise<ReadonlyMap<string, DirectConfig>> {
  const configs = new Map<string, DirectConfig>();
  const clientIds = new Set(received.flatMap(({ body }) => body.form?.client_id ?? []));
  await runLanes([...clientIds], String, async (clientId) => {
    try {
      const config = await readDirectConfig(kv, await sealer(), clientId);
      if (config !== undefined) configs.set(clientId, config);
    } catch (error) {
      logEvent("outage.config_unreadable", { client_id: clientId, error: reasonOf(error) });
    }
  });
  return configs;
}

/** Of one that is not judged yet: to whoever may hear of it. */
function sendsOf(received: Received, config: DirectConfig, { config: { environment }, now }: Dependencies) {
  const submission = directSubmission(received);
  if (submission === null) return [];
  const kinds = kindsSentWithoutStorage;
  const { destinations, ...known } = directDestinations(submission, config, {
    environment,
    nowMs: now(),
    kinds,
  });
  const outage = outageOf(received);
  const { direct, event = "lead.created", submission_number: submissionNumber = 1 } = outage;
  const judged = isJudged(outage) ? event : undefined;
  return destinations
    .filter(({ event_types }) => takesDirectly(event_types, judged))
    .map((destination): DirectSend => {
      const number = (direct[destination.id] ?? []).length + 1;
      return { submission, ...known, destination, number, event, submissionNumber };
    });
}
