import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { crowdedAgency, crowdedFrom } from "../../../../test/api/crowded-agency.ts";
import { readList } from "../../../../test/api/read-list.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

type Agency = Awaited<ReturnType<typeof crowdedAgency>>;
const limit = 50;

/** What tells a row of any list from the others. */
const keyOf = (item: Record<string, unknown>) =>
  [item.id, item.sample_letter_id, item.operator_id, item.client_id].join(" ");

describe("of 150 clients", () => {
  const clients = 150;
  let agency: Agency;
  beforeAll(async () => {
    agency = await crowdedAgency({ clients, destinations: 1, leads: 4 });
  });

  const lists: [path: string, count: (agency: Agency) => number][] = [
    ["leads", ({ count }) => count],
    [`leads?since=${crowdedFrom}`, ({ count }) => count],
    ["leads?name=anna", ({ count }) => count],
    ["leads?email=anna@example.com", ({ count }) => count],
    ["submissions", ({ count }) => count],
    ["events", ({ count }) => count],
    ["blocked-submissions", ({ count }) => count],
    ["unsent?rule=no_destination", ({ count }) => count],
    ["unsent?rule=blocked", ({ count }) => count],
    ["deliveries", ({ count }) => count],
    ["deliveries?status=pending", ({ ofEachStatus }) => ofEachStatus],
    ["deliveries?status=in_flight", ({ ofEachStatus }) => ofEachStatus],
    ["deliveries?status=held", ({ ofEachStatus }) => ofEachStatus],
    ["deliveries?status=dead", ({ ofEachStatus }) => ofEachStatus],
    ["dead-letters", ({ ofEachStatus }) => ofEachStatus],
    ["dead-letter-groups", ({ ofEachStatus }) => ofEachStatus],
    ["access-keys", ({ count }) => count],
    [`audit-log?until=${crowdedFrom + 86_400_000}`, ({ count }) => count],
    ["clients", () => clients],
    ["destinations", () => clients],
  ];

  it.each(lists)(
    "%s: each comes once, in pages worth asking for, and none reads without bound",
    async (path, count) => {
      for (const as of [agency.owner, agency.everywhere]) {
        const { items, isWhole, mostRead } = await readList(`/api/${path}`, as, { limit, mostPages: 40 });
        expect(isWhole).toBe(true);
        expect(items).toHaveLength(count(agency));
        expect(new Set(items.map(keyOf)).size).toBe(count(agency));
        expect(mostRead).toBeLessThanOrEqual(Math.max(5 * limit, 3 * limit + 16 * clients));
      }
    },
  );

  it("what was not sent, wherever it is kept, is no page without bound either", async () => {
    const { mostRead } = await readList("/api/unsent", agency.owner, { limit, mostPages: 40 });
    expect(mostRead).toBeLessThanOrEqual(3 * limit + 36 * clients);
  });

  it("operators: each role comes once, and no page reads without bound", async () => {
    for (const [as, inHouse] of [
      [agency.owner, 4],
      [agency.everywhere, 3],
    ] as const) {
      const { items, isWhole, mostRead } = await readList("/api/operators", as, { limit, mostPages: 40 });
      expect(isWhole).toBe(true);
      expect(new Set(items.map(keyOf)).size).toBe(clients + inHouse);
      expect(mostRead).toBeLessThanOrEqual(3 * limit + 16 * clients);
    }
  });
});

describe("of several clients with several destinations", () => {
  let agency: Agency;
  beforeAll(async () => {
    agency = await crowdedAgency({ clients: 4, destinations: 3, leads: 40 });
  });

  it.each(["pending", "in_flight", "held", "dead"])(
    "deliveries that are %s come once each, and no page reads more than five times its size",
    async (status) => {
      for (const as of [agency.owner, agency.everywhere]) {
        const { items, isWhole, mostRead } = await readList(`/api/deliveries?status=${status}`, as, {
          limit,
        });
        expect(isWhole).toBe(true);
        expect(items).toHaveLength(agency.ofEachStatus);
        expect(new Set(items.map(keyOf)).size).toBe(agency.ofEachStatus);
        expect(mostRead).toBeLessThanOrEqual(5 * limit);
        const times = items.map(({ created_at }) => created_at);
        expect(times).toEqual(times.toSorted((a, b) => (status === "dead" ? b - a : a - b)));
      }
    },
  );
});
