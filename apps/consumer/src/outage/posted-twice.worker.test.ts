import { sentPersonSeconds } from "@leadrelay/contracts/sent-person";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { testMarker } from "@leadrelay/contracts/test-marker";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { failing, hanging } from "../../test/failing.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { tracesOf } from "../../test/stored-texts.ts";
import { submissionReceiver } from "../../test/unsent-thousand.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const withDatabase = (d1: D1Database) => ({ control: d1, leadDatabase: () => d1 });
const away = () => withDatabase(failing(env.DB, ["batch"]));
const full = () =>
  withDatabase(
    watchedD1(env.DB, async (sql, run) =>
      isCommit(sql) ? Promise.reject(new Error("D1_ERROR: database or disk is full: SQLITE_FULL")) : run(),
    ),
  );

async function open(given: { sharesAddress?: boolean } = {}) {
  const tenant = await newTenant();
  await publishDirect(tenant, testDependencies());
  const { told: received, fetch } = submissionReceiver();
  const ip = given.sharesAddress === true ? "203.0.113.77" : null;
  const post = (fields: SubmissionFields, afterMs = 0): SubmissionMessage => {
    const base = tenant.submission({ fields, payload: { ...fields } });
    return {
      ...base,
      received_at: testNow + afterMs,
      context: { ...base.context, ip },
      // Its first try has failed.
      outage: { tries: 1, commit_attempted_at: null, direct: {} },
    };
  };
  /** One batch, and what went on the queue anew. */
  const take = async (bodies: SubmissionMessage[], more: Partial<Dependencies> = away(), attempts = 1) => {
    const dependencies = testDependencies({ fetch, ...more });
    const { acked, retried } = await deliverMessages(bodies, dependencies, attempts);
    return { acked, retried, anew: dependencies.leadsQueue.sent };
  };
  return { tenant, received, post, take };
}

const anna = { name: "Anna", email: "anna@example.com", phone: "+91 98765 43210" };
const outcomes = async ({ clientId }: Tenant) =>
  (
    await rows("SELECT outcome FROM lead_submissions WHERE client_id = ? ORDER BY submitted_at", clientId)
  ).map(({ outcome }) => outcome);
const sentOf = ({ clientId }: Tenant) =>
  rows("SELECT destination_id FROM deliveries WHERE client_id = ? AND status <> 'skipped'", clientId);

describe("a person who posts twice while D1 is away", () => {
  it.each<[how: string, SubmissionFields, SubmissionFields, number]>([
    ["the very same again", anna, anna, 1],
    ["with the phone written another way", anna, { phone: "0091 9876543210" }, 1],
    [
      "with the e-mail in capitals and another phone",
      anna,
      { email: "ANNA@Example.com", phone: "+91 91234 56780" },
      1,
    ],
    [
      "from the same browser with a corrected e-mail",
      { ...anna, visitor_id: "v-1" },
      { ...anna, email: "anne@example.com", visitor_id: "v-1" },
      1,
    ],
    ["on another project", { ...anna, project: "Villa" }, { ...anna, project: "Tower" }, 2],
    [
      "is another at the same kiosk",
      { ...anna, visitor_id: "kiosk" },
      { name: "Bob", email: "bob@example.com", phone: "+91 91234 56780", visitor_id: "kiosk" },
      2,
    ],
    ["is another at all", anna, { email: "carl@example.com" }, 2],
  ])("%s", async (_how, first, second, sent) => {
    for (const isOneBatch of [true, false]) {
      const { tenant, received, post, take } = await open();
      const [one, other] = [post(first), post(second, 60_000)];
      // The second may stand before the first in their batch.
      const batches = isOneBatch ? [[other, one]] : [[one], [other]];
      const anew: SubmissionMessage[] = [];
      for (const batch of batches) anew.push(...(await take(batch)).anew);
      expect(received).toHaveLength(sent);
      const later = await take(anew);
      expect(received).toHaveLength(sent);
      expect((await take(later.anew, {})).retried).toEqual([]);
      expect(received).toHaveLength(sent);
      expect(await sentOf(tenant)).toHaveLength(sent);
      expect(await outcomes(tenant)).toEqual(["new_lead", sent === 1 ? "duplicate" : "new_lead"]);
      const [, trace] = await tracesOf(tenant.clientId);
      expect(trace?.notes).toEqual([sent === 1 ? "repeat_while_d1_down" : "sent_while_d1_down"]);
    }
  });

  it("is stored behind what was sent, though its message comes back first", async () => {
    const { tenant, received, post, take } = await open();
    const [first] = (await take([post(anna)])).anew;
    const [second] = (await take([post(anna, 1_000)])).anew;
    expect(second?.outage?.repeats).toBe(first?.submission_id);
    expect(await take([second as SubmissionMessage], {})).toMatchObject({ acked: [], retried: [0] });
    expect(await outcomes(tenant)).toEqual([]);
    await take([second, first] as SubmissionMessage[], {});
    expect(await outcomes(tenant)).toEqual(["new_lead", "duplicate"]);
    expect([received.length, (await sentOf(tenant)).length]).toEqual([1, 1]);
  });

  it("is not kept waiting for a first that never comes", async () => {
    const { tenant, post, take } = await open();
    await take([post(anna)]);
    const { anew } = await take([post(anna, 1_000)]);
    expect(await take(anew, {}, 15)).toMatchObject({ retried: [0] });
    expect(await take(anew, {}, 16)).toMatchObject({ acked: [0] });
    expect(await outcomes(tenant)).toEqual(["new_lead"]);
  });

  it("brings a correction, which goes out when D1 is back", async () => {
    const { tenant, received, post, take } = await open();
    await env.DB.prepare("UPDATE destinations SET event_types_json = ? WHERE id = ?")
      .bind('["lead.created","lead.updated"]', tenant.destinationId)
      .run();
    const { anew } = await take([post(anna), post({ ...anna, phone: "+91 91234 56780" }, 1_000)]);
    expect(received).toHaveLength(1);
    await take(anew, {});
    expect(await rows("SELECT type FROM events WHERE client_id = ? ORDER BY type", tenant.clientId)).toEqual([
      { type: "lead.created" },
      { type: "lead.updated" },
    ]);
    expect(
      await rows("SELECT status FROM deliveries WHERE client_id = ? ORDER BY status", tenant.clientId),
    ).toEqual([{ status: "delivered" }, { status: "pending" }]);
  });

  it("may be another at the same address: they are sent at once, as an update, and D1 has it so", async () => {
    const { tenant, received, post, take } = await open({ sharesAddress: true });
    const [first] = (await take([post({ email: "anna@example.com" })])).anew;
    const [second] = (await take([post({ phone: "+91 91234 56780" }, 1_000)])).anew;
    expect(received.map(({ duplicate }) => duplicate)).toEqual(["no", "yes"]);
    await take([first, second] as SubmissionMessage[], {});
    expect(await rows("SELECT status FROM deliveries WHERE client_id = ?", tenant.clientId)).toEqual([
      { status: "delivered" },
      { status: "delivered" },
    ]);
    expect((await tracesOf(tenant.clientId))[1]).toMatchObject({
      rule: "ip_match_new_contact",
      notes: ["sent_while_d1_down"],
    });
  });

  it("and was known before it: is a repeat where D1 can be read, and said to be sent twice where it cannot", async () => {
    for (const [database, sent, notes] of [
      [full(), 0, ["repeat_while_d1_down"]],
      [away(), 1, ["sent_while_d1_down", "sent_twice_while_d1_down"]],
    ] as const) {
      const { tenant, received, post, take } = await open();
      const { outage: _, ...before } = post(anna);
      await take([before], {});
      const { anew } = await take([post(anna, 60_000)], database);
      expect(received).toHaveLength(sent);
      await take(anew, {});
      expect((await tracesOf(tenant.clientId))[1]?.notes).toEqual(notes);
    }
  });
});

describe("the memory of who was sent", () => {
  it("has no personal data in its keys or values, and ends after an hour", async () => {
    const { tenant, post, take } = await open();
    const puts: { key: string; value: string; ttl: unknown }[] = [];
    const kv = new Proxy(env.KV, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        return (...args: [string, string, KVNamespacePutOptions?]) => {
          if (key === "put" && args[0].startsWith("direct:"))
            puts.push({ key: args[0], value: args[1], ttl: args[2]?.expirationTtl });
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
    await take([post({ ...anna, visitor_id: "visitor-number-one" })], { ...away(), kv });
    expect(puts).toHaveLength(3);
    expect(new Set(puts.map(({ ttl }) => ttl))).toEqual(new Set([sentPersonSeconds]));
    for (const { key, value } of puts) {
      expect(key).toMatch(new RegExp(`^direct:${tenant.clientId}:[A-Za-z0-9_-]{22}$`));
      // Long enough that no sealed text holds one by chance.
      expect(`${key} ${value}`).not.toMatch(/anna@|9876543210|visitor-number/i);
    }
  });

  /** KV, of which one value of the memory is not kept, or cannot be read. */
  const flawed = (flaw: "put" | "get") => {
    let isDone = false;
    const once = () => !isDone && (isDone = true);
    return new Proxy(env.KV, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return async (...args: [string | string[]]) => {
          const isMemory = [args[0]].flat().some((key) => key.startsWith("direct:"));
          if (name === "put" && flaw === "put" && isMemory && once())
            throw new Error("KV PUT failed: 429 Too Many Requests");
          const found: unknown = await Reflect.apply(value, target, args);
          if (!(found instanceof Map) || flaw !== "get" || !isMemory) return found;
          return new Map([...found].map(([key, text]) => [key, text !== null && once() ? "damaged" : text]));
        };
      },
    });
  };

  it.each(["put", "get"] as const)("that KV fails in one %s forgets nobody else", async (flaw) => {
    const { received, post, take } = await open();
    const carl = { name: "Carl", email: "carl@example.com", phone: "+91 91234 56780" };
    const kv = flawed(flaw);
    await take([post({ ...anna, visitor_id: "v-1" }), post(carl)], { ...away(), kv });
    expect(received).toHaveLength(2);
    await take([post(anna, 1_000), post(carl, 1_000)], { ...away(), kv });
    expect(received).toHaveLength(2);
  });

  it("is not asked or written where D1 is well", async () => {
    const { post, take } = await open();
    const { outage: _, ...body } = post(anna);
    expect((await take([body], { kv: failing(env.KV, ["get", "put"]) })).acked).toEqual([0]);
  });

  it.each([
    ["fails", failing(env.KV, ["put"])],
    ["hangs", hanging(env.KV, ["put"])],
  ])(
    "that KV %s to keep costs no lead: whoever posts twice is sent twice, and the trace says so",
    async (_how, kv) => {
      const { tenant, received, post, take } = await open();
      const anew = [];
      for (const body of [post(anna), post(anna, 1_000)])
        anew.push(...(await take([body], { ...away(), kv })).anew);
      expect(received).toHaveLength(2);
      await take(anew, {});
      const [first, second] = await tracesOf(tenant.clientId);
      expect(first?.notes).toEqual(["sent_while_d1_down"]);
      expect(second).toMatchObject({
        rule: "duplicate_window",
        notes: ["sent_while_d1_down", "sent_twice_while_d1_down"],
      });
    },
  );
});

it("a test that says so is no live lead while D1 is away either", async () => {
  const { received, post, take } = await open();
  const body = post(anna);
  await take([{ ...body, payload: { ...body.payload, [testMarker.name]: testMarker.value } }]);
  expect(received).toHaveLength(0);
});
