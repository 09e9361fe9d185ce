import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { crowdedAgency } from "../../../../test/api/crowded-agency.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { expectNothingOfAnna } from "../../../../test/api/person.ts";
import { readList } from "../../../../test/api/read-list.ts";
import { rows } from "../../../../test/tenant.ts";

const { call } = testApi();
type Agency = Awaited<ReturnType<typeof crowdedAgency>>;
const limit = 50;

/** How many leads there are of each stand, and that none comes twice. */
async function standsOf(filter: string, as: string) {
  const { items, mostRead } = await readList(`/api/leads?stands=${filter}`, as, { limit });
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(mostRead).toBeLessThanOrEqual(10 * limit);
  const groups = Map.groupBy(items, ({ stands }) => String(stands));
  return [...groups].map(([stands, { length }]) => `${length} ${stands}`);
}

/** Of 160 leads of four clients, each told to three destinations, three in four have each state. */
let agency: Agency;
let settled: Agency;

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  agency = await crowdedAgency({ clients: 4, destinations: 3, leads: 40 });
  settled = await crowdedAgency({ clients: 4, destinations: 3, leads: 40 });
  const own = "client_id IN (SELECT id FROM clients WHERE agency_id = ?)";
  await env.DB.batch(
    [
      `UPDATE deliveries SET status = 'delivered', settled_at = 1 WHERE status = 'held' AND ${own}`,
      `UPDATE deliveries SET unconfirmed_at = 5 + lead_id % 3 WHERE status = 'delivered' AND substr(destination_id, -2) <> '_2' AND ${own}`,
      `INSERT INTO lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, payload_json, decision_json,
          submitted_at, unsent)
        SELECT lead_id, 2, id + 1000000, 'second-' || public_id, client_id, form_id, outcome, payload_json, decision_json,
          submitted_at + 90000, unsent FROM lead_submissions WHERE ${own}`,
      `UPDATE dead_letters SET state = 'discarded' WHERE substr(destination_id, -2) = '_2' AND ${own}`,
    ].map((text) => env.DB.prepare(text).bind(settled.agencyId)),
  );
});

describe("leads by where they stand come once each, and no page reads without bound:", () => {
  it.each([
    ["waiting", ["160 waiting"]],
    ["held", ["120 held"]],
    ["dead", ["120 dead"]],
    ["undelivered", ["120 dead", "40 held"]],
    ["delivered", []],
    ["unconfirmed", []],
    ["unsent", ["160 unsent"]],
  ])("%s, told to several destinations", async (filter, told) => {
    for (const as of [agency.owner, agency.everywhere]) expect(await standsOf(filter, as)).toEqual(told);
  });

  it.each([
    ["held", []],
    ["dead", ["80 dead"]],
    ["undelivered", ["80 dead", "80 waiting"]],
    ["delivered", ["120 delivered"]],
    ["unconfirmed", ["80 unconfirmed"]],
    ["unsent", ["160 unsent"]],
  ])(
    "%s, where some is settled, some letters are discarded, and each was submitted twice",
    async (filter, told) => {
      expect(await standsOf(filter, settled.owner)).toEqual(told);
    },
  );
});

it("what else is asked of leads narrows them", async () => {
  const [clientId = ""] = agency.clientIds;
  expect(await standsOf(`dead&client_id=${clientId}`, agency.owner)).toEqual(["30 dead"]);
  expect(await standsOf("dead&is_test=true", agency.owner)).toEqual([]);
  expect(await standsOf("dead&status=new", agency.owner)).toEqual(["120 dead"]);
});

describe("a list that is not asked for it tells where leads stand of which nothing arrived:", () => {
  it.each([
    ["by what died, by what is held, or by what waits", "agency", ["120 dead", "40 held"]],
    ["where letters are discarded and some wait", "settled", ["80 dead", "80 waiting"]],
  ] as const)("%s", async (_case, of, told) => {
    const own = of === "agency" ? agency : settled;
    await env.DB.prepare(
      "UPDATE leads SET last_sent_at = NULL WHERE client_id IN (SELECT id FROM clients WHERE agency_id = ?)",
    )
      .bind(own.agencyId)
      .run();
    const { items, mostRead } = await readList("/api/leads", own.owner, { limit });
    expect(mostRead).toBeLessThanOrEqual(12 * limit);
    const groups = Map.groupBy(items, ({ stands }) => String(stands));
    expect([...groups].map(([stands, { length }]) => `${length} ${stands}`).toSorted()).toEqual(told);
  });

  it("by nothing at all where nobody is to get it, and null where something arrived", async () => {
    const own = await crowdedAgency({ clients: 1, destinations: 1, leads: 4 });
    const [clientId = ""] = own.clientIds;
    const ids = await rows("SELECT id FROM leads WHERE client_id = ? ORDER BY id", clientId);
    const [nobody, arrived] = ids.map(({ id }) => id);
    await env.DB.batch([
      env.DB.prepare("DELETE FROM deliveries WHERE lead_id = ?").bind(nobody),
      env.DB.prepare("UPDATE leads SET last_sent_at = iif(id = ?, 5, NULL) WHERE client_id = ?").bind(
        arrived,
        clientId,
      ),
    ]);
    const { body } = await call("GET", "/api/leads?limit=50", { as: own.owner });
    const stands = body.items.map((lead: { stands: string | null }) => lead.stands);
    expect(stands.filter((one: string | null) => one === null)).toHaveLength(1);
    expect(stands.filter((one: string | null) => one === "unsent")).toHaveLength(1);
    expect(stands).toHaveLength(4);
  });
});

it("is masked, written down and kept from others as any list of leads", async () => {
  const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
  const ids = [house.bens, house.annas];
  const masked = await call("GET", "/api/leads?stands=undelivered", { as: house.viewer });
  expect(masked.body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.toSorted());
  expectNothingOfAnna(masked.body);
  await call("GET", "/api/leads?stands=undelivered", { as: house.owner });
  const kept = await rows("SELECT action, detail_json FROM audit_log WHERE client_id = ?", house.clientId);
  expect(kept).toEqual([{ action: "leads.listed", detail_json: '{"count":2}' }]);
  const theirs = await call("GET", "/api/leads?stands=undelivered", { as: other.owner });
  expect(theirs.body.items.some(({ id }: { id: string }) => ids.includes(id))).toBe(false);
});

it.each([
  ["another word", "stands=foo"],
  ["a search beside it", "stands=dead&q=anna@example.com"],
  ["a cursor of another stand", ({ held }: { held: string }) => `stands=dead&cursor=${held}`],
  ["a cursor of the plain list", ({ plain }: { plain: string }) => `stands=dead&cursor=${plain}`],
])("%s is refused", async (_what, query) => {
  const cursorOf = async (filter: string): Promise<string> =>
    (await call("GET", `/api/leads?limit=1${filter}`, { as: agency.owner })).body.next_cursor;
  const cursors = { held: await cursorOf("&stands=held"), plain: await cursorOf("") };
  const asked = typeof query === "string" ? query : query(cursors);
  const { status } = await call("GET", `/api/leads?${asked}`, { as: agency.owner });
  expect([400, 422]).toContain(status);
});
