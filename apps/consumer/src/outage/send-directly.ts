import { kindsSentWithoutStorage } from "@leadrelay/adapters/registry";
import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { Submission } from "@leadrelay/core/identity/submission";
import { eventId, deliveryId } from "@leadrelay/core/ids/derived-id";
import { directDestinations } from "@leadrelay/core/outage/direct-destinations";
import { directPayload } from "@leadrelay/core/outage/direct-payload";
import { performAttempt } from "@leadrelay/delivery/perform-attempt";
import { urlRules } from "../url-rules.ts";
import type { Dependencies } from "../dependencies.ts";
import { outageOf, withOutage } from "../received/pending.ts";
import type { Received } from "../received/settlement.ts";
import { toSubmission } from "../received/to-submission.ts";
import { readDirectConfig } from "./direct-config-store.ts";

/** A Worker has six connections at a time; each send may use one. */
const lanes = 6;

/** Sends those that are due to those of their client's destinations that can do without D1; all come back, each with what was tried. */
export async function sendDirectly<Each extends Received>(
  received: readonly Each[],
  isDue: (each: Each) => boolean,
  dependencies: Dependencies,
): Promise<Each[]> {
  const readConfig = configReader(dependencies);
  const done = [...received];
  const due = done.flatMap((each, index) => (isDue(each) ? [index] : []));
  const lane = async () => {
    for (let index = due.shift(); index !== undefined; index = due.shift()) {
      const each = done[index] as Each;
      done[index] = await sendOne(each, await readConfig(each), dependencies);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

/** Reads each client's configuration once; one that cannot be read only means that its leads wait for D1. */
function configReader({ kv, sealer }: Dependencies) {
  const configs = new Map<string, Promise<DirectConfig | undefined>>();
  const read = async (clientId: string) => readDirectConfig(kv, await sealer(), clientId);
  return async ({ body }: Received): Promise<DirectConfig | undefined> => {
    const clientId = body.form?.client_id;
    if (clientId === undefined) return undefined;
    const found = configs.get(clientId) ?? read(clientId);
    configs.set(clientId, found);
    return found.catch((error: unknown) => {
      logEvent("outage.config_unreadable", { client_id: clientId, error: String(error) });
      return undefined;
    });
  };
}

async function sendOne<Each extends Received>(
  received: Each,
  config: DirectConfig | undefined,
  dependencies: Dependencies,
): Promise<Each> {
  const { form } = received.body;
  if (config === undefined || form === null) return received;
  const submission = toSubmission({ ...received, form, payloadJson: "" });
  const { destinations, ...known } = directDestinations(submission, config, {
    environment: dependencies.config.environment,
    nowMs: dependencies.now(),
    kinds: kindsSentWithoutStorage,
  });
  const direct: Record<string, DirectAttempt[]> = { ...outageOf(received).direct };
  for (const destination of destinations) {
    const tried = direct[destination.id] ?? [];
    const attempt = await attemptOne(
      submission,
      { ...known, destination, number: tried.length + 1 },
      dependencies,
    );
    direct[destination.id] = [...tried, attempt];
  }
  return withOutage(received, { ...outageOf(received), direct });
}

async function attemptOne(
  submission: Submission,
  send: Omit<ReturnType<typeof directDestinations>, "destinations"> & {
    destination: DirectConfig["destinations"][number];
    number: number;
  },
  { config, fetch, now }: Dependencies,
): Promise<DirectAttempt> {
  const { destination, number, ...known } = send;
  const id = eventId(submission.submission_id, "lead.created");
  const payload = directPayload(submission, { ...known, environment: config.environment });
  const delivery_public_id = deliveryId(id, destination.id);
  const result = await performAttempt(
    {
      kind: destination.kind,
      settings: destination.settings,
      delivery: {
        event: { id, type: "lead.created", payload, created_at: submission.received_at },
        delivery_public_id,
        attempt: number,
      },
      timeoutMs: destination.timeout_ms ?? config.deliveryTimeoutMs,
    },
    { fetch, now, ...urlRules(config) },
  );
  const { retry_after_ms: _, ...attempt } = result;
  logEvent("delivery.attempted", {
    delivery_id: delivery_public_id,
    destination_id: destination.id,
    attempt: number,
    outcome: attempt.outcome,
  });
  return { number, ...attempt };
}
