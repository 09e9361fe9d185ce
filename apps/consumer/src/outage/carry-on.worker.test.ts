import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { deliveryId, eventId } from "@leadrelay/core/ids/derived-id";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { failing, hanging } from "../../test/failing.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { tracesOf } from "../../test/stored-texts.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

interface Sent {
  make_send_public_id: string;
  lead_id: number | null;
  suspicion_score: number;
  first_name: string | null;
}

/** A receiver that answers `status` and keeps what it got. */
function receiver(status = 200) {
  const sent: Sent[] = [];
  const fetch = (async (_input: RequestInfo | URL, init?: RequestInit) => {
    sent.push(JSON.parse(init?.body as string) as Sent);
    return new Response("Accepted", { status });
  }) as Dependencies["fetch"];
  return { sent, fetch };
}

const away = () => failing(env.DB, ["batch"]);
const lost = () => new Error("D1_ERROR: Network connection lost.");
/** The first commit happens, D1 says it did not, and is away from then on, or only says nothing to that one. */
function lying({ thenAway }: { thenAway: boolean }) {
  let hasLied = false;
  return watchedD1(env.DB, async (sql, run) => {
    if (hasLied && thenAway) throw lost();
    const results = await run();
    if (hasLied || !isCommit(sql)) return results;
    hasLied = true;
    throw lost();
  });
}
const readOnly = () =>
  watchedD1(env.DB, async (sql, run) => (isCommit(sql) ? Promise.reject(lost()) : run()));

const withDatabase = (d1: D1Database) => ({ control: d1, leadDatabase: () => d1 });

/** Delivers a message, and whatever it becomes, `tries` times while D1 is as given; returns the last form of it. */
async function endure(
  body: SubmissionMessage,
  tries: number,
  given: Partial<Dependencies>,
  everyMs = 10_000,
) {
  let current = body;
  for (let time = 0; time < tries; time += 1) {
    const dependencies = testDependencies({ ...given, now: () => testNow + time * everyMs });
    expect(await deliverMessages([current], dependencies)).toEqual({ acked: [0], retried: [] });
    current = dependencies.leadsQueue.sent[0] ?? current;
  }
  return current;
}

const deliveryOf = (body: SubmissionMessage, tenant: Tenant) =>
  deliveryId(eventId(body.submission_id, "lead.created"), tenant.destinationId);

describe("somebody who looks like another", () => {
  it("is stored as a lead of their own after they were sent while D1 was down, and is sent once", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver();
    await publishDirect(tenant, testDependencies());
    const browser = { visitor_id: "kiosk-12" };
    const anna = { ...browser, name: "Anna", email: "anna@example.com", phone: "+91 98765 43210" };
    const bob = { ...browser, name: "Bob", email: "bob@example.com", phone: "+91 91234 56780" };
    await endure(tenant.submission({ fields: anna }), 1, { fetch });
    const once = await endure(tenant.submission({ fields: bob }), 1, { fetch, ...withDatabase(away()) });
    const carried = await endure(once, 4, { fetch, ...withDatabase(away()) });
    await endure(carried, 1, { fetch });
    expect(sent.map(({ first_name }) => first_name)).toEqual(["Bob"]);
    expect(await tracesOf(tenant.clientId)).toMatchObject([
      { rule: "new_lead" },
      {
        rule: "contradicted_match",
        passed_over: [{ kind: "visitor_id" }],
        destinations: [{ reason: "sent_while_d1_down", status: "delivered" }],
      },
    ]);
  });
});

describe("D1 cannot be read", () => {
  it("the lead reaches Make from the second try on, once, and D1 has it afterwards", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver();
    await publishDirect(tenant, testDependencies());
    const body = tenant.submission();
    const once = await endure(body, 1, { fetch, ...withDatabase(away()) });
    expect(sent).toHaveLength(0);
    const carried = await endure(once, 4, { fetch, ...withDatabase(away()) });
    expect(sent.map((each) => each.make_send_public_id)).toEqual([deliveryOf(body, tenant)]);
    expect(sent[0]?.lead_id).toBeNull();
    expect(await env.KV.get(kvKeys.persistenceFailure(body.submission_id))).toContain(tenant.clientId);

    await endure(carried, 1, { fetch });
    expect(sent).toHaveLength(1);
    const [delivery] = await rows("SELECT * FROM deliveries WHERE client_id = ?", tenant.clientId);
    expect(delivery).toMatchObject({ status: "delivered", attempts: 1, public_id: deliveryOf(body, tenant) });
    expect(await rows("SELECT outcome FROM delivery_attempts WHERE client_id = ?", tenant.clientId)).toEqual([
      { outcome: "delivered" },
    ]);
    expect((await tracesOf(tenant.clientId)).at(0)).toMatchObject({
      notes: ["sent_while_d1_down"],
      destinations: [{ reason: "sent_while_d1_down", status: "delivered" }],
    });
    const [lead] = await rows("SELECT last_sent_at FROM leads WHERE client_id = ?", tenant.clientId);
    expect(lead?.last_sent_at).not.toBeNull();
  });

  it("a receiver that fails too is tried again on each try, and the delivery goes on from there", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver(503);
    await publishDirect(tenant, testDependencies());
    const carried = await endure(tenant.submission(), 4, { fetch, ...withDatabase(away()) });
    expect(sent).toHaveLength(3);
    await endure(carried, 1, { fetch });
    const [delivery] = await rows("SELECT * FROM deliveries WHERE client_id = ?", tenant.clientId);
    expect(delivery).toMatchObject({ status: "pending", attempts: 3, last_status_code: 503 });
  });

  it("what is sent says how the person came where the destination is set to, as its first time", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver();
    await publishDirect(tenant, testDependencies(), { sendAttribution: true });
    const fields = { email: "anna@example.com", page_url: "https://a.example/?utm_source=google" };
    await endure(tenant.submission({ fields }), 4, { fetch, ...withDatabase(away()) });
    expect(sent).toMatchObject([
      {
        lead_source: "google",
        utm_source: "google",
        first_utm_source: "google",
        first_landing_page: fields.page_url,
      },
    ]);
  });

  it("through a long outage nine tries are made, so that one is left when D1 is back", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver(503);
    await publishDirect(tenant, testDependencies());
    const carried = await endure(tenant.submission(), 15, { fetch, ...withDatabase(away()) });
    expect(sent).toHaveLength(9);
    await endure(carried, 1, { fetch });
    const [delivery] = await rows("SELECT * FROM deliveries WHERE client_id = ?", tenant.clientId);
    expect(delivery).toMatchObject({ status: "pending", attempts: 9, max_attempts: 10 });
  });

  it("a refusal is not repeated, and becomes a dead letter", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver(404);
    await publishDirect(tenant, testDependencies());
    const carried = await endure(tenant.submission(), 5, { fetch, ...withDatabase(away()) });
    expect(sent).toHaveLength(1);
    await endure(carried, 1, { fetch });
    const [delivery] = await rows("SELECT * FROM deliveries WHERE client_id = ?", tenant.clientId);
    const [letter] = await rows("SELECT * FROM dead_letters WHERE client_id = ?", tenant.clientId);
    expect(delivery).toMatchObject({ status: "dead", dead_letter_id: letter?.id });
    expect(letter).toMatchObject({ kind: "delivery", cause: "refused", state: "open" });
  });

  it("a repeat of a known person is sent, and gets no second event for that destination", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver();
    await publishDirect(tenant, testDependencies());
    await deliverMessages([tenant.submission()]);
    const repeat = tenant.submission({ received_at: tenant.submission().received_at + 60_000 });
    const carried = await endure(repeat, 2, { fetch, ...withDatabase(away()) });
    await endure(carried, 1, { fetch });
    expect(sent).toHaveLength(1);
    const deliveries = await rows(
      "SELECT status FROM deliveries WHERE client_id = ? ORDER BY status",
      tenant.clientId,
    );
    expect(deliveries).toEqual([{ status: "delivered" }, { status: "pending" }]);
  });

  it("lists and tests apply first", async () => {
    const { sent, fetch } = receiver();
    const blocked = await newTenant();
    await publishDirect(blocked, testDependencies(), { blocked: "203.0.113.0/24" });
    await endure(blocked.submission(), 3, { fetch, ...withDatabase(away()) });
    const tested = await newTenant();
    await publishDirect(tested, testDependencies());
    const test = tested.submission({ fields: { email: "a@example.com", name: "DO NOT CALL" } });
    await endure(test, 3, { fetch, ...withDatabase(away()) });
    expect(sent).toHaveLength(0);
  });

  it("an internal address is not suspicious for its rate", async () => {
    const { sent, fetch } = receiver();
    for (const internal of [undefined, "203.0.113.0/24"]) {
      const tenant = await newTenant();
      await publishDirect(tenant, testDependencies(), internal === undefined ? {} : { internal });
      const base = tenant.submission({ over_rate: true });
      await endure({ ...base, context: { ...base.context, ip: "203.0.113.9" } }, 3, {
        fetch,
        ...withDatabase(away()),
      });
    }
    expect(sent.map(({ suspicion_score }) => suspicion_score)).toEqual([20, 0]);
  });

  it("leads go on waiting for D1 where KV hangs and no configuration can be read", async () => {
    const tenant = await newTenant();
    const kv = hanging(env.KV, ["get"]);
    const outage = { tries: 1, commit_attempted_at: null, direct: {} };
    const dependencies = testDependencies({ kv, ...withDatabase(away()) });
    expect((await deliverMessages([tenant.submission({ outage })], dependencies)).acked).toEqual([0]);
    expect(dependencies.leadsQueue.sent).toMatchObject([{ outage: { tries: 2 } }]);
  });

  it("a message that cannot be put on anew is retried as it is", async () => {
    const tenant = await newTenant();
    const dependencies = testDependencies(withDatabase(away()));
    const broken = { ...dependencies, leadsQueue: failing(env.LEADS_QUEUE, ["send", "sendBatch"]) };
    expect(await deliverMessages([tenant.submission()], broken)).toEqual({ acked: [], retried: [0] });
  });
});

describe("D1 commits but reports an error", () => {
  it("the lead is stored once and never sent around D1", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver();
    await publishDirect(tenant, testDependencies());
    const body = tenant.submission();
    const carried = await endure(body, 1, { fetch, ...withDatabase(lying({ thenAway: true })) });
    expect(carried.outage?.commit_attempted_at).toBe(testNow);
    await endure(carried, 2, { fetch, ...withDatabase(away()) });
    await endure(carried, 1, { fetch });
    expect(sent).toHaveLength(0);
    expect(await rows("SELECT outcome FROM lead_submissions WHERE client_id = ?", tenant.clientId)).toEqual([
      { outcome: "new_lead" },
    ]);
    expect(await rows("SELECT status FROM deliveries WHERE client_id = ?", tenant.clientId)).toEqual([
      { status: "pending" },
    ]);
  });
});

describe("D1 commits, reports an error, and answers again at once", () => {
  it("the lead is found stored under the ids that only its commit had, and its delivery is woken", async () => {
    const tenant = await newTenant();
    const body = tenant.submission();
    const dependencies = testDependencies(withDatabase(lying({ thenAway: false })));
    expect(await deliverMessages([body], dependencies)).toEqual({ acked: [0], retried: [] });
    expect(dependencies.leadsQueue.sent).toEqual([]);
    const keys = await rows(
      "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    expect(keys).toHaveLength(1);
    expect(dependencies.deliveriesQueue.sent).toMatchObject([{ keys }]);
  });

  it("another's commit of the same message is taken for what it is: nothing is woken twice", async () => {
    const tenant = await newTenant();
    const body = tenant.submission();
    let isFirst = true;
    const overtaken = watchedD1(env.DB, async (sql, run) => {
      if (isFirst && isCommit(sql)) {
        isFirst = false;
        await deliverMessages([body]);
      }
      return run();
    });
    const dependencies = testDependencies(withDatabase(overtaken));
    expect((await deliverMessages([body], dependencies)).acked).toEqual([0]);
    expect(dependencies.deliveriesQueue.sent).toEqual([]);
    expect(await rows("SELECT 1 FROM lead_submissions WHERE client_id = ?", tenant.clientId)).toHaveLength(1);
  });
});

describe("D1 can be read but not written", () => {
  it("the lead is sent once a read proves that no commit happened", async () => {
    const tenant = await newTenant();
    const { sent, fetch } = receiver();
    await publishDirect(tenant, testDependencies());
    const carried = await endure(tenant.submission(), 2, { fetch, ...withDatabase(readOnly()) }, 20_000);
    expect(sent).toHaveLength(0);
    const later = testDependencies({ fetch, ...withDatabase(readOnly()), now: () => testNow + 60_000 });
    await deliverMessages([carried], later);
    expect(sent).toHaveLength(1);
    const last = later.leadsQueue.sent[0];
    await endure(last ?? carried, 1, { fetch });
    expect(sent).toHaveLength(1);
    const [delivery] = await rows("SELECT * FROM deliveries WHERE client_id = ?", tenant.clientId);
    expect(delivery).toMatchObject({ status: "delivered", attempts: 1 });
  });
});

describe.each([
  ["full", "Exceeded maximum DB size."],
  ["out of disk", "database or disk is full: SQLITE_FULL"],
  ["read-only", "attempt to write a readonly database: SQLITE_READONLY"],
  ["damaged", "database disk image is malformed: SQLITE_CORRUPT"],
])("D1 is %s", (_how, text) => {
  const refusing = (isAll: boolean) =>
    watchedD1(env.DB, async (sql, run) =>
      isAll || isCommit(sql) ? Promise.reject(new Error(`D1_ERROR: ${text}`)) : run(),
    );

  it.each([
    ["what it takes no more", false],
    ["all", true],
  ])(
    "and refuses %s: the lead is sent from the second try on, once, and stored when there is room",
    async (_what, isAll) => {
      const tenant = await newTenant();
      const { sent, fetch } = receiver();
      await publishDirect(tenant, testDependencies());
      const once = await endure(tenant.submission(), 1, { fetch, ...withDatabase(refusing(isAll)) });
      expect([sent.length, once.outage]).toEqual([0, { tries: 1, commit_attempted_at: null, direct: {} }]);
      const carried = await endure(once, 1, { fetch, ...withDatabase(refusing(isAll)) });
      expect(sent).toHaveLength(1);
      const again = await endure(carried, 2, { fetch, ...withDatabase(refusing(isAll)) });
      const key = kvKeys.databaseOutage("DB");
      expect(await env.KV.get(key, "json")).toMatchObject({ error: expect.stringContaining(text) });
      await endure(again, 1, { fetch });
      expect(await env.KV.get(key)).toBeNull();
      expect(sent).toHaveLength(1);
      expect(
        await rows("SELECT status, attempts FROM deliveries WHERE client_id = ?", tenant.clientId),
      ).toEqual([{ status: "delivered", attempts: 1 }]);
      expect(await tracesOf(tenant.clientId)).toMatchObject([
        { destinations: [{ reason: "sent_while_d1_down" }] },
      ]);
    },
  );
});

it("how long a database takes no leads is told from when the first had to wait, and KV is not written for each", async () => {
  const tenant = await newTenant();
  const puts: string[] = [];
  const kv = new Proxy(env.KV, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (key === "put" && String(args[0]).startsWith("database_outage:")) puts.push(String(args[1]));
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
  await env.KV.delete(kvKeys.databaseOutage("DB"));
  await endure(tenant.submission(), 8, { kv, ...withDatabase(away()) });
  const notes = puts.map((text) => JSON.parse(text) as { since: number; last_at: number });
  // The second try was made 10 s after the first, the eighth 70 s.
  expect(notes.map(({ last_at }) => last_at - testNow)).toEqual([10_000, 40_000, 70_000]);
  expect(new Set(notes.map(({ since }) => since))).toEqual(new Set([testNow + 10_000]));
});
