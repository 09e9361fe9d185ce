import type { EventType } from "@leadrelay/contracts/event-type";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { failing } from "../../test/failing.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const dayMs = 24 * 3_600_000;
const withDatabase = (d1: D1Database) => ({ control: d1, leadDatabase: () => d1 });
const away = () => withDatabase(failing(env.DB, ["batch"]));
const full = () =>
  withDatabase(
    watchedD1(env.DB, async (sql, run) =>
      isCommit(sql) ? Promise.reject(new Error("D1_ERROR: database or disk is full: SQLITE_FULL")) : run(),
    ),
  );

/** What a receiver was told, by host and number of the person's submission; it answers with these codes, then 200. */
function receiver(...codes: number[]) {
  const told: string[] = [];
  const fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { form_submit_count, is_duplicate } = JSON.parse(init.body as string) as Record<string, string>;
    const { host } = new URL(input instanceof Request ? input.url : input);
    told.push(`${host.split(".")[0]} ${form_submit_count} ${is_duplicate}`);
    return new Response("", { status: codes.shift() ?? 200 });
  }) as typeof globalThis.fetch;
  return { told, fetch };
}

const waiting = (
  tenant: Tenant,
  email: string,
  given: Partial<SubmissionMessage> = {},
): SubmissionMessage => ({
  ...tenant.submission({
    fields: { email },
    context: { ...tenant.submission().context, ip: null },
    received_at: testNow,
  }),
  outage: { tries: 1, commit_attempted_at: null, direct: {} },
  ...given,
});

async function take(bodies: SubmissionMessage[], more: Partial<Dependencies>) {
  const dependencies = testDependencies(more);
  await deliverMessages(bodies, dependencies);
  return dependencies.leadsQueue.sent;
}

/** Somebody whom D1 has since two days. */
async function known(tenant: Tenant, email: string) {
  const { outage: _, ...before } = waiting(tenant, email, { received_at: testNow - 2 * dayMs });
  await take([before], {});
}

describe("while D1 is away a destination hears only of the events it takes", () => {
  it.each<[string, EventType[] | undefined, database: () => Partial<Dependencies>, told: string[]]>([
    ["new leads, of a configuration of before", undefined, away, ["hook 1 no"]],
    ["new leads", ["lead.created"], away, ["hook 1 no"]],
    ["no new lead where only who returns is taken", ["lead.reengaged", "lead.updated"], away, []],
    ["nothing where only corrections are", ["lead.updated"], away, []],
    ["nothing where nothing is", [], away, []],
    ["who returns, as the second", ["lead.reengaged"], full, ["hook 2 yes"]],
    ["not who returns where only new leads are taken", ["lead.created"], full, []],
  ])("%s", async (_what, eventTypes, database, told) => {
    const tenant = await newTenant();
    await publishDirect(tenant, testDependencies(), eventTypes === undefined ? {} : { eventTypes });
    await known(tenant, "anna@example.com");
    await env.DB.prepare("UPDATE destinations SET event_types_json = ? WHERE id = ?")
      .bind(JSON.stringify(eventTypes ?? ["lead.created"]), tenant.destinationId)
      .run();
    const { told: heard, fetch } = receiver();
    const email = database === full ? "anna@example.com" : "bob@example.com";
    const first = await take([waiting(tenant, email)], { fetch, ...database() });
    const second = await take(first, { fetch, ...database() });
    expect(heard).toEqual(told);
    // D1 has the last word on what nobody took.
    await take(second, {});
    const stored = await rows(
      "SELECT decision_json FROM lead_submissions WHERE client_id = ? AND submitted_at = ?",
      tenant.clientId,
      testNow,
    );
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored).includes("sent_while_d1_down")).toBe(told.length > 0);
    expect(JSON.stringify(stored)).not.toContain("twice");
  });

  it("and says of who returns how often they came, also in a second try", async () => {
    const tenant = await newTenant();
    await publishDirect(tenant, testDependencies());
    await known(tenant, "anna@example.com");
    const { told, fetch } = receiver(503);
    const anew = await take([waiting(tenant, "anna@example.com")], { fetch, ...full() });
    await take(anew, { fetch, ...away() });
    expect(told).toEqual(["hook 2 yes", "hook 2 yes"]);
  });
});

it("one lead that cannot be judged keeps no other from being sent", async () => {
  const tenant = await newTenant();
  await publishDirect(tenant, testDependencies());
  await known(tenant, "anna@example.com");
  await env.DB.prepare("UPDATE leads SET first_attribution_json = '{' WHERE client_id = ?")
    .bind(tenant.clientId)
    .run();
  const { told, fetch } = receiver();
  const outage = { tries: 1, commit_attempted_at: testNow - 60_000, direct: {} };
  const bodies = ["anna@example.com", "bob@example.com"].map((email) => waiting(tenant, email, { outage }));
  const anew = await take(bodies, { fetch, ...full() });
  expect(told).toEqual(["hook 1 no"]);
  expect(anew.map(({ outage }) => Object.keys(outage?.direct ?? {}).length)).toEqual([1]);
});

it("an invocation makes no more than 400 writes to remember who was sent, everybody once before anybody twice", async () => {
  const tenant = await newTenant();
  await publishDirect(tenant, testDependencies());
  const keys: string[] = [];
  const kv = new Proxy(env.KV, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: [string]) => {
        if (name !== "put" || !args[0].startsWith("direct:"))
          return Reflect.apply(value, target, args) as unknown;
        keys.push(args[0]);
        return Promise.resolve();
      };
    },
  });
  const { fetch } = receiver();
  // Four details each: 600.
  const person = (n: number) => ({
    email: `p${n}@example.com`,
    phone: `+91 98765 ${10_000 + n}`,
    visitor_id: `v-${n}`,
    name: `P ${n}`,
  });
  const bodies = Array.from({ length: 150 }, (_, n) =>
    waiting(tenant, "", {
      fields: person(n),
      context: { ...tenant.submission().context, ip: `203.0.${n}.9` },
    }),
  );
  await take(bodies, { fetch, kv, ...away() });
  expect(keys).toHaveLength(400);
  expect(new Set(keys).size).toBe(400);
});
