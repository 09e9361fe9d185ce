import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { manyLeads, manyLeadsFrom } from "../../../../test/api/many-leads.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { readList } from "../../../../test/api/read-list.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const read = (path: string, as: string) => call("GET", path, { as });

/** Twelve leads, of whom the fourth came back once, at the very time of the ninth's first submission. */
async function twelve() {
  const house = await newHouse();
  await manyLeads(house, 12);
  const at = manyLeadsFrom + 9_000;
  const fourth = "(SELECT id FROM leads WHERE client_id = ?1 AND contact_email = 'p4@example.com')";
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, payload_json, decision_json, submitted_at)
       SELECT lead_id, 2, id + 1000000, 'again-' || public_id, client_id, form_id, 'duplicate', '{}', decision_json, ?2
       FROM lead_submissions WHERE lead_id = ${fourth}`,
    ).bind(house.clientId, at),
    env.DB.prepare(`UPDATE leads SET submission_count = 2, last_submitted_at = ?2 WHERE id = ${fourth}`).bind(
      house.clientId,
      at,
    ),
    env.DB.prepare(
      "UPDATE leads SET first_submitted_at = first_submitted_at - id % 2 * 400 WHERE client_id = ?1",
    ).bind(house.clientId),
  ]);
  return house;
}

const numbersOf = (items: { contact_email: string }[]) =>
  items.map(({ contact_email }) => Number(/\d+/.exec(contact_email)?.[0]));

describe("a list of leads that is sorted", () => {
  it.each([
    ["newest", [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ["oldest", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ["last_seen", [12, 11, 10, 9, 4, 8, 7, 6, 5, 3, 2, 1]],
    ["name", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ])("by %s has each once, page by page, where keys are equal too", async (sort, order) => {
    const house = await twelve();
    for (const limit of [1, 3, 50]) {
      const { items } = await readList(`/api/leads?sort=${sort}`, house.admin, { limit });
      expect(numbersOf(items), `${limit} a page`).toEqual(order);
    }
  });

  it("takes filters besides", async () => {
    const house = await twelve();
    const until = manyLeadsFrom + 5_500;
    const { items } = await readList(`/api/leads?sort=last_seen&until=${until}`, house.admin, { limit: 2 });
    expect(numbersOf(items)).toEqual([4, 5, 3, 2, 1]);
  });

  it("by name is by the word that names begin with now", async () => {
    const house = await houseWithLeads();
    const names = async () =>
      (await readList("/api/leads?sort=name", house.admin, { limit: 1 })).items.map(
        ({ contact_name }) => contact_name,
      );
    expect(await names()).toEqual(["Annabel Winterbottom", "Ben Hur"]);
    await env.DB.prepare("UPDATE leads SET contact_name = 'Winterbottom, Annabel' WHERE public_id = ?")
      .bind(house.annas)
      .run();
    expect(await names()).toEqual(["Ben Hur", "Winterbottom, Annabel"]);
  });

  it("by name tells nothing to who sees names masked", async () => {
    const house = await houseWithLeads();
    expect((await read("/api/leads?sort=name", house.viewer)).status).toBe(403);
    expect((await read("/api/leads?sort=last_seen", house.viewer)).body.items).toHaveLength(2);
  });

  it.each(["q=anna", "stands=delivered"])("is no search and no list of what stands: %s", async (other) => {
    const house = await houseWithLeads();
    const { status, body } = await read(`/api/leads?sort=oldest&${other}`, house.admin);
    expect([status, body.errors[0].field]).toEqual([422, "sort"]);
  });

  it("takes no cursor of another order", async () => {
    const house = await houseWithLeads();
    const { body } = await read("/api/leads?limit=1&sort=oldest", house.admin);
    for (const sort of ["newest", "last_seen", "name"])
      expect((await read(`/api/leads?sort=${sort}&cursor=${body.next_cursor}`, house.admin)).status).toBe(
        400,
      );
  });

  it("shows other tenants nothing", async () => {
    const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    for (const sort of ["newest", "oldest", "last_seen", "name"]) {
      const { body } = await read(`/api/leads?sort=${sort}`, other.owner);
      expect(body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(
        [other.annas, other.bens].toSorted(),
      );
      expect((await read(`/api/leads?sort=${sort}&client_id=${house.clientId}`, other.owner)).status).toBe(
        404,
      );
    }
  });
});

it("leads are filtered by how suspicious they are", async () => {
  const house = await houseWithLeads();
  await env.DB.prepare("UPDATE leads SET suspicion_score = 40 WHERE public_id = ?").bind(house.annas).run();
  const found = async (filter: string) =>
    (await read(`/api/leads?${filter}`, house.admin)).body.items.map(({ id }: { id: string }) => id);
  expect(await found("suspicion_from=40")).toContain(house.annas);
  expect(await found("suspicion_from=41")).not.toContain(house.annas);
  expect(await found("suspicion_from=40&suspicion_to=40")).toEqual([house.annas]);
});
