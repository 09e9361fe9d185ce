import type { Posted } from "./decide-samples.ts";
import {
  sampleDestination,
  sampleFacts,
  sampleLead,
  samplePolicy,
  sampleSubmission,
} from "./decide-samples.ts";
import { traceIn } from "./stored-texts.ts";
import { decideBatch } from "../src/decide/decide-batch.ts";
import type { ClientFacts, Facts, KnownLead } from "../src/decide/facts.ts";
import { identityKey, type Identity } from "../src/identity/identity.ts";
import { defaultWeights } from "../src/suspicion/weights.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** A browser at an address, and how a person may be reached. */
export const home = { ip: "203.0.113.7", userAgent: "firefox" };
export const email = { email: "a@x.io" };
export const phone = { phone: "+91 98765 43210" };

let ids = 0;
const context = { policy: samplePolicy, nowMs: 5000, newId: () => `lead-${(ids += 1)}` };

/** Facts of a client of other settings. */
export const client = (given: Partial<ClientFacts>): Partial<Facts> => ({
  clients: new Map([
    [
      "client",
      {
        id: "client",
        test_strings: [],
        suspicion_weights: defaultWeights,
        destinations: [sampleDestination],
        ...given,
      },
    ],
  ]),
});
const all = {
  ...sampleDestination,
  id: "crm",
  event_types: ["lead.created", "lead.updated", "lead.reengaged"],
} as const;
/** Facts of a client whose one destination takes every event. */
export const crm = client({ destinations: [all] });

/** Facts in which one lead is known by its e-mail address and at home. */
export function known(lead: Partial<KnownLead> = {}, more: Partial<Facts> = {}): Facts {
  const held = (kind: "email" | "ip", value: string): [string, number] => {
    const identity: Identity = { client_id: "client", is_test: false, kind, value, project_key: "" };
    return [identityKey(identity), 7];
  };
  return sampleFacts({
    leads: new Map([[7, { ...sampleLead, ...lead }]]),
    identities: new Map([held("email", "a@x.io"), held("ip", "203.0.113.7")]),
    nextLeadId: 50,
    tallies: new Map(),
    nextSubmissionId: 90,
    ...more,
  });
}

/** Decides posts as one batch, a millisecond apart. */
export function decide(posts: readonly Posted[], facts: Facts = sampleFacts()) {
  const plan = decideBatch(
    posts.map((post, index) => sampleSubmission({ id: `s${index}`, receivedAt: index, ...post })),
    facts,
    context,
  );
  const traces = plan.submissions.map(traceIn);
  return { plan, traces };
}
