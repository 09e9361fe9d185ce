import * as z from "zod/mini";

/** A text of at most so many UTF-16 units; whoever makes a notice cuts what is longer. */
export const upTo = (most: number) => z.string().check(z.maxLength(most));

/** A destination as notices tell of it. */
export const namedDestination = z.object({ id: upTo(100), name: upTo(200), kind: upTo(50) });

const count = z.int().check(z.nonnegative());
const orNull = z.nullable;

/** Who did it: a person, or a machine by its access key. */
const actorPart = z.object({ kind: z.enum(["operator", "key"]), name: upTo(200) });

/** Of each lead notice what is its own. Ids are public ones; times in ms UTC. */
export const leadParts = {
  "lead.status_changed": { change: z.object({ from: upTo(50), to: upTo(50), by: actorPart }) },
  "lead.note_added": { note: z.object({ id: upTo(100), text: upTo(5_000), by: actorPart }) },
  /** `channel`: `sms` … ; `opted_out`: they asked for no more. */
  "lead.replied": {
    reply: z.object({
      channel: upTo(50),
      text: upTo(5_000),
      from: orNull(upTo(320)),
      received_at: z.int(),
      receiver_id: orNull(upTo(500)),
      opted_out: z.boolean(),
    }),
  },
  "lead.crm_linked": {
    link: z.object({
      system: upTo(100),
      crm_lead_id: upTo(500),
      previous: orNull(upTo(500)),
      url: orNull(upTo(2_000)),
    }),
  },
  /** `id`: the CRM's own of what was done; `stage`: where the lead stands there since. */
  "lead.crm_activity": {
    activity: z.object({
      id: orNull(upTo(500)),
      kind: upTo(100),
      text: orNull(upTo(5_000)),
      by: orNull(upTo(200)),
      stage: orNull(upTo(100)),
      value: orNull(z.number()),
    }),
  },
  /** `accepted`: within its destination's rules; else `refused_because` says which one was broken. `passed_on_to`: who gets the lead next. */
  "lead.returned": {
    returned: z.object({
      reason: upTo(200),
      note: orNull(upTo(5_000)),
      accepted: z.boolean(),
      refused_because: orNull(upTo(500)),
      passed_on_to: orNull(namedDestination),
      delivery_id: orNull(upTo(100)),
    }),
  },
} as const;

/** Why dead letters of one cause died, how many are open, and one of them. `error`: the receiver's words, without what looks like a contact detail. */
export const deadLettersPart = z.object({
  cause: upTo(50),
  status_code: orNull(z.int()),
  error: orNull(upTo(300)),
  fingerprint: upTo(100),
  open: z.int(),
  sample_id: upTo(100),
});

/** Of each signal what whoever raises it knows; `countedParts` adds how many it was. */
export const signalParts = {
  "delivery.failing": z.object({
    /** One of those that fail. */
    delivery_id: upTo(100),
    attempts: count,
    status_code: orNull(z.int()),
    error: orNull(upTo(300)),
    next_attempt_at: orNull(z.int()),
  }),
  "delivery.recovered": z.object({ delivery_id: upTo(100), attempts: count }),
  "delivery.unconfirmed": z.object({
    delivery_id: upTo(100),
    delivered_at: z.int(),
    /** null: nobody waited so long, its receiver said that it made nothing of it. */
    within_minutes: z.nullable(z.int()),
  }),
  /** `answer`: of a shape never seen there; `usual`: one of the shape that most have; `rule`: a response rule that would judge it. */
  "delivery.suspect": z.object({
    delivery_id: upTo(100),
    status_code: z.int(),
    fingerprint: upTo(200),
    answer: upTo(2_000),
    usual: orNull(upTo(2_000)),
    rule: orNull(upTo(1_000)),
  }),
  /** `cap`: `hour`, `day`, `week`, `month` or `total`; `source`: of a cap that is one source's; `until`: when it takes leads again, a moment in `time_zone`. */
  "destination.capped": z.object({
    cap: upTo(50),
    source: orNull(upTo(200)),
    percent: z.int(),
    limit: count,
    used: count,
    period: upTo(100),
    until: orNull(z.int()),
    time_zone: upTo(100),
  }),
  /** `step`: what acted; `did`: what it did, as an end of "… leads": "were left out"; `reason`: in words that the lead's story has. */
  "workflow.step_run": z.object({
    step: z.enum(["filter", "mapping", "route", "hold", "cap"]),
    did: upTo(200),
    reason: upTo(300),
    submission_id: orNull(upTo(100)),
  }),
} as const;

/** How many leads since the last time that was told, and since when that is counted (ms). */
export const counted = { leads: count, since: z.int() };
