import { type DirectConfig } from "@leadrelay/contracts/direct-config";
import { sentPersonSchema, type SentPerson } from "@leadrelay/contracts/sent-person";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { histories } from "../../test/model/histories.ts";
import { toSubmission } from "../../test/model/run-history.ts";
import { openModel } from "../../test/model/rules-model.ts";
import { world, type Answer, type Batch, type Post } from "../../test/model/world.ts";
import { identityKey } from "../identity/identity.ts";
import { judgeDirect } from "./judge-direct.ts";

const policy = {
  environment: world.environment,
  duplicateWindowMinutes: world.windowMinutes,
  reengageHours: world.reengageHours,
  identityGuard: world.guarded,
};
const { make, crm } = world.clients.acme.destinations;
const config: DirectConfig = {
  v: 1,
  client_id: "acme",
  test_strings: [...world.clients.acme.testWords],
  blocked: [],
  allowed: [
    { cidr: "203.0.113.10/32", usage: "testing", expires_at: null },
    { cidr: "203.0.113.11/32", usage: "internal", expires_at: null },
  ],
  forms: Object.entries(world.forms).map(([id, form]) => ({
    id,
    duplicate_window_minutes: form.windowMinutes,
    reengage_hours: form.reengageHours,
    reengage_basis: form.countsFrom,
    identity_guard: form.guarded,
  })),
  destinations: Object.entries({ make, crm }).map(([id, { takesTests, environments, takes }]) => ({
    id,
    kind: "make",
    settings: {},
    takes_test: takesTests,
    environments: [...environments],
    timeout_ms: null,
    event_types: [...takes],
  })),
};

/** An outage in which nothing but the memory is known, kept as KV keeps it. */
function openOutage() {
  const memory = new Map<string, string>();
  return {
    take({ posts, at: nowMs }: Batch): string[] {
      const submissions = posts.map(toSubmission);
      const holders = new Map<string, SentPerson>();
      for (const [key, text] of memory) holders.set(key, sentPersonSchema.parse(JSON.parse(text)));
      const judged = judgeDirect(submissions, { config, policy, nowMs, holders, stored: null });
      for (const { identities, person } of judged.remembered)
        for (const identity of identities) memory.set(identityKey(identity), JSON.stringify(person));
      return [...judged.verdicts].map(
        ([id, verdict]) => `${id} ${verdict.kind === "send" ? verdict.event : "-"}`,
      );
    },
  };
}

const told = ({ post, event, rule }: Answer) => {
  const isSent = event === "lead.created" || event === "lead.reengaged" || rule === "ip_match_new_contact";
  return `${post} ${isSent ? event : "-"}`;
};

/** Only what an outage sends at all, once each, and nothing that a person gives up. */
function inAnOutage(history: readonly Batch[]): Batch[] {
  const seen = new Set<string>();
  const isSent = ({ id, form, ip }: Post) => {
    const isNew = !seen.has(id) && form !== "elsewhere" && form !== "by_send" && ip !== "203.0.113.66";
    seen.add(id);
    return isNew;
  };
  return history.map((batch) => ({
    ...batch,
    fate: "waits",
    posts: batch.posts.filter(isSent).map((post) => {
      const { sent, ...rest } = post;
      return sent === undefined ? post : rest;
    }),
  }));
}

it("while D1 is away leads are sent as D1 would have them sent, whoever posts twice", () => {
  let repeats = 0;
  fc.assert(
    fc.property(histories, (history) => {
      const [outage, model] = [openOutage(), openModel()];
      for (const batch of inAnOutage(history)) {
        const expected = model.take(batch).map(told).toSorted();
        repeats += expected.filter((one) => one.endsWith(" -")).length;
        expect(outage.take(batch).toSorted()).toEqual(expected);
      }
    }),
    { numRuns: 150 },
  );
  expect(repeats).toBeGreaterThan(100);
});
