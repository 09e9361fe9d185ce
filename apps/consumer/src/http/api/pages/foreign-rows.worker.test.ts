import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../../../test/api/walk.ts";
import { houseKnows, plannedReplay } from "../../../../test/api/house-knows.ts";
import { invite } from "../../../../test/api/invite.ts";
import { newHouse, newOperator, type House } from "../../../../test/api/people.ts";
import { waitingForD1 } from "../../../../test/api/where-states.ts";
import { deadDelivery } from "../../../../test/api/dead-delivery.ts";
import { testApi } from "../../../../test/api/admin-api.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** Every list of the API: whatever takes a cursor. */
const lists = operations
  .filter(({ method, parameters }) => method === "GET" && parameters.some(({ name }) => name === "cursor"))
  .map(({ path }) => path)
  .toSorted();

const ofOwnersOnly = ["/api/agencies"];
/** Its pages count submissions, the reader's own, and one that tells nothing new makes no event. */
const countsSubmissions = ["/api/events"];

/** Rows of which a house may have any number. */
async function addRows(house: House): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    await plannedReplay(house);
    await invite(house);
    await waitingForD1(house);
    await deadDelivery(house);
  }
}

/** One of everything, and more of some. */
async function fill(house: House): Promise<Record<string, unknown>> {
  const knows = await houseKnows(house);
  await addRows(house);
  return knows;
}

/** The second client of an agency, with as much of its own, and a plan and an invitation over both. */
async function sisterOf(house: House): Promise<House> {
  const sister = await newHouse();
  const admin = await newOperator(house.agencyId, "client_admin", sister.clientId);
  await env.DB.prepare("UPDATE clients SET agency_id = ? WHERE id = ?")
    .bind(house.agencyId, sister.clientId)
    .run();
  const within = { ...sister, agencyId: house.agencyId, owner: house.owner, admin };
  await fill(within);
  await invite(within, { role: "agency_operator", client_ids: [house.clientId, sister.clientId] });
  return within;
}

/** Walks a list with pages of one: how many each page held and whether it had a next, and what D1 read for the first. */
async function walk(path: string, as: string) {
  const pages: { items: number; hasNext: boolean }[] = [];
  const reads: number[] = [];
  for (let cursor: string | null = ""; cursor !== null && pages.length < 60;) {
    const { bill, databases } = meteredD1(
      // Who asks is found by the clients of the agency they work for.
      (text) => !text.includes("FROM memberships AS m CROSS JOIN agencies"),
    );
    const { call } = testApi(databases);
    const from: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const { status, body } = await call("GET", `${path}${path.includes("?") ? "&" : "?"}limit=1${from}`, {
      as,
    });
    expect(status, path).toBe(200);
    pages.push({ items: body.items.length, hasNext: body.next_cursor !== null });
    reads.push(bill.read);
    cursor = body.next_cursor;
  }
  return { pages, reads };
}

describe("a list walked with limit=1", () => {
  let house: House;
  let knows: Record<string, unknown>;
  let sister: House;
  beforeAll(async () => {
    house = await newHouse();
    knows = await fill(house);
    sister = await sisterOf(house);
  });

  const pathOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(knows[name]));

  it("is every list there is", () => {
    expect(lists.length).toBeGreaterThan(20);
  });

  it.each(lists.filter((path) => ![...ofOwnersOnly, ...countsSubmissions].includes(path)))(
    "%s: has no empty page with a next, for who has one client",
    async (path) => {
      const { pages } = await walk(pathOf(path), house.admin);
      expect(pages.filter(({ items, hasNext }) => items === 0 && hasNext)).toEqual([]);
    },
  );

  it("is as long and as dear with another agency's rows, and another client's, beside it", async () => {
    const walkAll = async () => {
      const walked = new Map<string, Awaited<ReturnType<typeof walk>>>();
      for (const path of lists)
        walked.set(path, await walk(pathOf(path), ofOwnersOnly.includes(path) ? house.owner : house.admin));
      return walked;
    };
    const before = await walkAll();
    await fill(await newHouse());
    for (let n = 0; n < 2; n += 1) await addRows(sister);
    for (const [path, { pages, reads }] of await walkAll()) {
      const was = before.get(path);
      expect([path, pages]).toEqual([path, was?.pages]);
      // The row behind its last, which ends a list, may by now be another's.
      const dearer = reads.filter((rows, page) => rows > (was?.reads[page] ?? 0) + 1);
      expect([path, dearer]).toEqual([path, []]);
    }
  });
});
