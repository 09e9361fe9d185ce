import { kindsSentWithoutStorage } from "@leadrelay/adapters/registry";
import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { Submission } from "@leadrelay/core/identity/submission";
import { directDestinations } from "@leadrelay/core/outage/direct-destinations";
import { runLanes } from "@leadrelay/delivery/run-lanes";
import type { Dependencies } from "../dependencies.ts";
import { outageOf } from "../received/pending.ts";
import type { Received } from "../received/settlement.ts";
import { toSubmission } from "../received/to-submission.ts";
import { readDirectConfig } from "./direct-config-store.ts";

type Known = ReturnType<typeof directDestinations>;

/** One try of one lead at one destination, without D1. */
export interface DirectSend extends Omit<Known, "destinations"> {
  submission: Submission;
  destination: Known["destinations"][number];
  /** 1 for the first. */
  number: number;
}

/** A lead, and the sends it is due for while D1 is away. */
export interface PlannedSends<Each extends Received> {
  received: Each;
  sends: readonly DirectSend[];
}

/** What is to be sent of those that are due, to those of their client's destinations that can do without D1. All come back, in order. */
export async function planSends<Each extends Received>(
  received: readonly Each[],
  isDue: (each: Each) => boolean,
  dependencies: Dependencies,
): Promise<PlannedSends<Each>[]> {
  const configs = await readConfigs(received.filter(isDue), dependencies);
  return received.map((each) => {
    const config = configs.get(each.body.form?.client_id ?? "");
    const sends = config === undefined || !isDue(each) ? [] : sendsOf(each, config, dependencies);
    return { received: each, sends };
  });
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
  const { form, quarantine } = received.body;
  // What a form keeps apart is sent by nobody's absence.
  if (form === null || quarantine === "kept") return [];
  const submission = toSubmission({ ...received, form, payloadJson: "" });
  const kinds = kindsSentWithoutStorage;
  const { destinations, ...known } = directDestinations(submission, config, {
    environment,
    nowMs: now(),
    kinds,
  });
  return destinations.map((destination): DirectSend => {
    const number = (outageOf(received).direct[destination.id] ?? []).length + 1;
    return { submission, ...known, destination, number };
  });
}
