import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { busyFrom, busyLead, type BusyLead } from "../../../../test/api/busy-lead.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { readList } from "../../../../test/api/read-list.ts";

const limit = 20;
let house: House;
let lead: BusyLead;
beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  house = await newHouse();
  lead = await busyLead(house, { submissions: 120, destinations: 7 });
});

const read = (query = "") =>
  readList(`/api/deliveries?lead_id=${lead.lead_id}${query}`, house.owner, { limit });
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe("the deliveries of a lead that has hundreds", () => {
  it("come once each, its newest submission's first, and no page reads too much", async () => {
    const { items, mostRead, isWhole } = await read();
    expect(isWhole).toBe(true);
    expect(idsOf(items)).toEqual(lead.deliveryIds);
    expect(mostRead).toBeLessThanOrEqual(5 * limit);
  });

  it.each([
    ["&status=delivered", 120],
    ["&status=dead", 720],
    ["&status=held", 0],
    [`&until=${busyFrom + 60_000}`, 7],
  ])("that a filter wants come once each, and no page reads too much: %s", async (query, count) => {
    const { items, mostRead, isWhole } = await read(query);
    expect(isWhole).toBe(true);
    expect(new Set(idsOf(items)).size).toBe(count);
    expect(items).toHaveLength(count);
    expect(mostRead).toBeLessThanOrEqual(5 * limit);
  });

  it("come once each where a page ends within a submission", async () => {
    const { items } = await readList(`/api/deliveries?lead_id=${lead.lead_id}`, house.owner, { limit: 3 });
    expect(idsOf(items)).toEqual(lead.deliveryIds);
  });
});

it.each([1, 2])("the deliveries of a lead come once each in pages of %d", async (few) => {
  const other = await newHouse();
  const small = await busyLead(other, { submissions: 4, destinations: 2 });
  const list = `/api/deliveries?lead_id=${small.lead_id}`;
  const { items, isWhole } = await readList(list, other.owner, { limit: few });
  expect(isWhole).toBe(true);
  expect(idsOf(items)).toEqual(small.deliveryIds);
});
