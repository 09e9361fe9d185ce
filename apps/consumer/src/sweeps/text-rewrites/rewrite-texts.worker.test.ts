import { applyD1Migrations, env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../../test/deliver-messages.ts";
import { allSaid, makeOld } from "../../../test/old-texts.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { placeRow } from "../../../test/place-row.ts";
import { newTenant, rows, type Tenant } from "../../../test/tenant.ts";
import { watchedD1 } from "../../../test/watched-d1.ts";
import { openBudget } from "../budget.ts";
import { rewriteTexts } from "./rewrite-texts.ts";

beforeEach(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const chunk = { rows: 4, characters: 1_000_000 };
const databases = (d1: D1Database = env.DB) =>
  testDependencies({ leadDatabase: () => d1, leadDatabaseNames: ["DB"] });
const sweep = (d1?: D1Database, budget = openBudget(), of = chunk) => rewriteTexts(databases(d1), budget, of);
const open = () => rows("SELECT table_name FROM text_rewrites");
const oldTexts = () =>
  rows(`SELECT lead_id FROM events WHERE payload_json LIKE '{%'
    UNION ALL SELECT lead_id FROM lead_submissions WHERE decision_json LIKE '%"matched_by"%'`);

const person = (tenant: Tenant, number: number) => ({
  fields: { email: `p${number}@example.com`, name: `Person ${number}` },
  context: {
    ...tenant.submission().context,
    ip: null,
    user_agent: number % 3 === 0 ? "m".repeat(1_500) : "browser",
  },
  payload: { email: `p${number}@example.com`, message: number % 4 === 0 ? "ein Wort ".repeat(200) : "short" },
});

/** Ten people, some of whom brought more than their rows have room for, and some came again; as they were stored before. */
async function storedBefore(): Promise<Tenant> {
  for (const table of ["events", "lead_submissions", "leads", "long_texts", "text_rewrites"])
    await env.DB.exec(`DELETE FROM ${table}`);
  const tenant = await newTenant();
  for (const round of [0, 1]) {
    const numbers = Array.from({ length: 10 - 4 * round }, (_, index) => index);
    await deliverMessages(numbers.map((number) => tenant.submission(person(tenant, number))));
  }
  await makeOld();
  return tenant;
}

describe("texts of before", () => {
  it("say after the rewrite what they said before it, in short or beside their rows", async () => {
    await storedBefore();
    const before = await allSaid();
    expect(Object.keys(before)).toHaveLength(26);
    expect(await oldTexts()).toHaveLength(26);
    expect(await sweep()).toBe(26 + (await rows("SELECT id FROM long_texts")).length);
    expect(await allSaid()).toEqual(before);
    expect(await oldTexts()).toEqual([]);
    expect(await rows("SELECT id FROM long_texts")).toHaveLength(4 + 5);
    expect(await open()).toEqual([]);
  });

  it("that are done cost a minute one call, and at most one row", async () => {
    await storedBefore();
    await sweep();
    const { bill, databases: metered } = meteredD1();
    expect(await sweep(metered.control)).toBe(0);
    expect(bill).toEqual({ calls: 1, read: 1, written: 0 });
  });

  it("are rewritten at the cost of a row for a row, however many wait behind", async () => {
    await storedBefore();
    const { bill, databases: metered } = meteredD1();
    await sweep(metered.control, openBudget(3));
    // A chunk of four submissions, each with a long text or none: its row, the text, and the cursor once.
    expect(bill.calls).toBe(3);
    expect(bill.written).toBeLessThanOrEqual(4 + 4 + 1);
    expect(bill.read).toBeLessThanOrEqual(60);
  });
});

describe("a rewrite that dies", () => {
  const deaths = Array.from(
    { length: 19 },
    (_, call) => [call, call % 2 === 0 ? "before" : "after"] as const,
  );

  it.each(deaths)(
    "at its call %i, %s D1 did it, goes on where it was, and nothing is lost or done twice",
    async (at, when) => {
      await storedBefore();
      const before = await allSaid();
      let call = 0;
      const dying = watchedD1(env.DB, async (_, run) => {
        call += 1;
        if (call <= at) return run();
        if (when === "after" && call === at + 1) await run();
        throw new Error("D1_ERROR: Network connection lost.");
      });
      await expect(sweep(dying)).rejects.toThrow("Network connection lost");
      expect(await allSaid()).toEqual(before);
      await sweep();
      expect(await allSaid()).toEqual(before);
      expect(await oldTexts()).toEqual([]);
      expect(await open()).toEqual([]);
      expect(await rows("SELECT id FROM long_texts")).toHaveLength(4 + 5);
    },
  );

  it("for want of calls goes on the next minute", async () => {
    await storedBefore();
    const before = await allSaid();
    let minutes = 0;
    for (; (await open()).length > 0; minutes += 1) await sweep(env.DB, openBudget(5));
    expect(minutes).toBe(5);
    expect(await allSaid()).toEqual(before);
    expect(await oldTexts()).toEqual([]);
  });
});

describe("while it goes on", () => {
  it("another sweep, and leads that come in between any two of its steps, disturb nothing", async () => {
    const tenant = await storedBefore();
    const before = await allSaid();
    let number = 5;
    const busy = watchedD1(env.DB, async (_, run) => {
      // One who is known already, behind the cursor or before it, and a stranger.
      number += 1;
      if (number > 40) return run();
      await deliverMessages([
        tenant.submission(person(tenant, number % 10)),
        tenant.submission(person(tenant, 100 + number)),
      ]);
      return run();
    });
    await Promise.all([sweep(busy), sweep(busy)]);
    while ((await open()).length > 0) await sweep();
    const after = await allSaid();
    expect(after).toMatchObject(before);
    expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
    expect(await oldTexts()).toEqual([]);
    expect(await open()).toEqual([]);
  });

  it("a text it does not understand stays as it is, and holds up no other", async () => {
    await storedBefore();
    const odd = { client_id: "c", type: "lead.created", submission_public_id: "s", created_at: 1 };
    await placeRow("events", { lead_id: 1, id: "0", payload_json: '{"weather":"fine"}', ...odd });
    await placeRow("events", { lead_id: 1, id: "1", payload_json: "no JSON", ...odd });
    await sweep();
    expect(await rows("SELECT payload_json FROM events WHERE client_id = 'c' ORDER BY id")).toEqual([
      { payload_json: '{"weather":"fine"}' },
      { payload_json: "no JSON" },
    ]);
    expect(await open()).toEqual([]);
  });

  it("much text is read in parts", async () => {
    await storedBefore();
    const before = await allSaid();
    const { bill, databases: metered } = meteredD1();
    await sweep(metered.control, openBudget(), { rows: 100, characters: 3_000 });
    expect(bill.calls).toBeGreaterThan(12);
    expect(await allSaid()).toEqual(before);
    expect(await open()).toEqual([]);
  });
});
