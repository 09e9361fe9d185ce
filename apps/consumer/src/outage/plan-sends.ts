import { kindsSentWithoutStorage } from "@leadrelay/adapters/registry";
import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import { logEvent } from "@leadrelay/contracts/log-event";
import { directDestinations } from "@leadrelay/core/outage/direct-destinations";
import { runLanes } from "@leadrelay/delivery/run-lanes";
import type { Dependencies } from "../dependencies.ts";
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
  return judgePlanned(planned, configs, dependencies);
}

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
      logEvent("outage.config_unreadable", { client_id: clientId, error: String(error) });
    }
  });
  return configs;
}

function sendsOf(received: Received, config: DirectConfig, { config: { environment }, now }: Dependencies) {
  const submission = directSubmission(received);
  if (submission === null) return [];
  const kinds = kindsSentWithoutStorage;
  const { destinations, ...known } = directDestinations(submission, config, {
    environment,
    nowMs: now(),
    kinds,
  });
  return destinations.map((destination): DirectSend => {
    const { direct, event = "lead.created" } = outageOf(received);
    const number = (direct[destination.id] ?? []).length + 1;
    return { submission, ...known, destination, number, event, submissionNumber: 1 };
  });
}
