import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it, test } from "vitest";
import { acked, oneLead, retried, type LeadRow } from "../../test/called-back.ts";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { placeDelivery } from "../../test/placed-delivery.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("an activity", () => {
  it("is kept as often as it happens, with an id of the CRM's own once", async () => {
    const own = await oneLead();
    const activity = (activity_id?: string) =>
      own.say({
        kind: "activity",
        lead: { lead_id: own.lead.id },
        activity: "call",
        ...(activity_id === undefined ? {} : { activity_id }),
      });
    const once = activity();
    for (const message of [once, once, activity(), activity("a-1"), activity("a-1")])
      await deliverMessages([message]);
    expect((await own.kept()).map(({ once_key }) => once_key ?? "").sort()).toEqual(["", "", "activity:a-1"]);
  });

  it("of one batch that comes twice is kept once", async () => {
    const own = await oneLead();
    const said = {
      kind: "activity",
      lead: { lead_id: own.lead.id },
      activity: "call",
      activity_id: "a",
    } as const;
    const message = own.say(said);
    expect(await deliverMessages([message, message, own.say(said)])).toEqual({
      acked: [0, 1, 2],
      retried: [],
    });
    expect(await own.kept()).toHaveLength(1);
  });
});

describe("an outcome", () => {
  it("moves the lead, each once", async () => {
    const own = await oneLead();
    for (const outcome of ["contacted", "contacted", "won"] as const)
      await deliverMessages([own.outcome(outcome)]);
    expect(await own.leadNow()).toMatchObject({ status: "won" });
    await env.DB.prepare("UPDATE leads SET status = 'qualified' WHERE id = ?").bind(own.lead.id).run();
    await deliverMessages([own.outcome("won")]);
    expect(await own.leadNow()).toMatchObject({ status: "qualified" });
    expect((await own.kept()).map(({ once_key }) => once_key)).toEqual(["outcome:contacted", "outcome:won"]);
  });

  it("says what it is worth", async () => {
    const own = await oneLead();
    await deliverMessages([own.outcome("won", { value: "1,20,000", currency: "inr", reason: "booked" })]);
    const [kept] = await own.kept();
    expect(JSON.parse(kept?.detail_json ?? "")).toMatchObject({
      word: "won",
      value: 120_000,
      currency: "INR",
      text: "booked",
      stage: "won",
    });
  });

  it("and another of one batch are judged one after the other", async () => {
    const own = await oneLead();
    expect(
      await deliverMessages([own.outcome("won"), own.outcome("contacted"), own.outcome("qualified")]),
    ).toEqual({ acked: [0, 1, 2], retried: [] });
    expect(await own.leadNow()).toMatchObject({ status: "won" });
    expect(await own.kept()).toHaveLength(3);
  });
});

describe("a lead that is given back", () => {
  const withRules = async (returns: object | null) => {
    const own = await oneLead();
    const rules = returns === null ? null : JSON.stringify({ returns });
    await env.DB.prepare("UPDATE destinations SET confirm_json = ? WHERE id = ?")
      .bind(rules, own.destinationId)
      .run();
    return own;
  };

  test.each<[what: string, rules: object | null, refused: string | null]>([
    [
      "within its rules is taken back",
      { reasons: ["Wrong number"], within_days: 3, most_per_month: 5 },
      null,
    ],
    ["without limits is taken back", {}, null],
    ["where none was agreed is not", null, "takes none back"],
    ["for another reason is not", { reasons: ["spam"] }, "none of those agreed: spam"],
    ["over the month's number is not", { most_per_month: 0 }, "0 were given back this month"],
  ])("%s", async (_what, rules, refused) => {
    const own = await withRules(rules);
    await deliverMessages([own.outcome("returned", { reason: "wrong number" })]);
    const [kept] = await own.kept();
    expect(kept).toMatchObject({
      kind: "outcome",
      delivery_id: own.sent.public_id,
      destination_id: own.destinationId,
    });
    if (refused === null)
      expect(kept).toMatchObject({ refused: null, once_key: expect.stringMatching(/^outcome:returned:/) });
    else expect(kept).toMatchObject({ refused: expect.stringContaining(refused) as string, once_key: null });
    const tallies = await rows("SELECT subject, count FROM tallies WHERE client_id = ?", own.clientId);
    expect(tallies).toEqual(refused === null ? [{ subject: `return:${own.destinationId}`, count: 1 }] : []);
  });

  it("counts once, and a refused return may be said again with another reason", async () => {
    const own = await withRules({ reasons: ["spam"], most_per_month: 1 });
    const returned = own.outcome("returned", { reason: "spam" });
    for (const message of [
      own.outcome("returned", { reason: "bored" }),
      returned,
      returned,
      own.outcome("returned", { reason: "spam" }),
    ])
      await deliverMessages([message]);
    expect((await own.kept()).map(({ refused }) => String(refused === null)).sort()).toEqual([
      "false",
      "true",
    ]);
    expect(await rows("SELECT count FROM tallies WHERE client_id = ?", own.clientId)).toEqual([{ count: 1 }]);
  });

  it("of several that come together no more are taken back than were agreed", async () => {
    const own = await withRules({ most_per_month: 1 });
    const context = { ...own.submission().context, ip: null };
    await deliverMessages([own.submission({ fields: { email: "other@example.com" }, context })]);
    const leads = await rows<LeadRow>("SELECT * FROM leads WHERE client_id = ?", own.clientId);
    await env.DB.prepare("UPDATE deliveries SET status = 'delivered', settled_at = 5 WHERE client_id = ?")
      .bind(own.clientId)
      .run();
    const given = leads.map(({ id }) => own.outcome("returned", { lead: { lead_id: id } }));
    expect(await deliverMessages(given)).toEqual({ acked: [0, 1], retried: [] });
    expect((await own.kept()).map(({ refused }) => refused)).toEqual([
      null,
      expect.stringContaining("1 were given back this month") as string,
    ]);
  });

  it("at two consumers at once no more are taken back than were agreed, whichever is first", async () => {
    const own = await withRules({ most_per_month: 1 });
    const context = { ...own.submission().context, ip: null };
    await deliverMessages([own.submission({ fields: { email: "other@example.com" }, context })]);
    const leads = await rows<LeadRow>("SELECT * FROM leads WHERE client_id = ?", own.clientId);
    await env.DB.prepare("UPDATE deliveries SET status = 'delivered', settled_at = 5 WHERE client_id = ?")
      .bind(own.clientId)
      .run();
    const given = leads.map(({ id }) => own.outcome("returned", { lead: { lead_id: id } }));
    const d1 = bothReadFirst(env.DB);
    const ends = await Promise.all(
      given.map((one) => deliverMessages([one], testDependencies({ leadDatabase: () => d1 }))),
    );
    expect(ends).toHaveLength(2);
    expect(ends).toEqual(expect.arrayContaining([acked, retried]));
    expect(await own.kept()).toMatchObject([{ refused: null }]);
    const left = given[ends.findIndex(({ acked: done }) => done.length === 0)];
    expect(left && (await deliverMessages([left]))).toEqual(acked);
    expect((await own.kept()).filter(({ refused }) => refused === null)).toHaveLength(1);
    const tallies = await rows("SELECT count FROM tallies WHERE client_id = ?", own.clientId);
    expect(tallies).toEqual([{ count: 1 }]);
  });

  it("by one of several that have it must say by which", async () => {
    const own = await withRules({});
    await placeDelivery({
      lead_id: own.lead.id,
      client_id: own.clientId,
      status: "confirmed",
      settled_at: 5,
    });
    await deliverMessages([own.outcome("returned")]);
    await deliverMessages([own.outcome("returned", { destination_id: own.destinationId })]);
    expect((await own.kept()).map(({ refused }) => refused)).toEqual([
      expect.stringContaining("several destinations") as string,
      null,
    ]);
  });
});

/** A database in which whoever asks first goes on once another has asked, too. */
function bothReadFirst(d1: D1Database): D1Database {
  let arrived = 0;
  let open = () => {};
  const both = new Promise<void>((resolve) => (open = resolve));
  const batch = async (statements: D1PreparedStatement[]) => {
    const results = await d1.batch(statements);
    arrived += 1;
    if (arrived === 2) open();
    await both;
    return results;
  };
  return new Proxy(d1, {
    get(target, name) {
      if (name === "batch") return batch;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
