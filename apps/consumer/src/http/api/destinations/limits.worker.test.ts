import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import type { House } from "../../../../test/api/people.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { readDirectConfig } from "../../../outage/direct-config-store.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const given = { time_zone: "Asia/Kolkata", caps: [{ per: "total", leads: 2 }] };
const limits = {
  ...given,
  week_starts: "monday",
  caps: [{ per: "total", leads: 2, source: null }],
  hours: null,
  holidays: [],
};

async function limited(body: unknown = { limits: given }) {
  const house = await emptyHouse();
  const { body: made } = await createDestination(house);
  const path = `/api/destinations/${made.id}`;
  const changed = await call("PATCH", path, { as: house.admin, body, headers: anyVersion });
  return { house, path, changed };
}
const directOf = async ({ clientId }: House) =>
  (await readDirectConfig(env.KV, await dependenciesOf(env).sealer(), clientId))?.destinations;

describe("the limits of a destination", () => {
  it("are shown as they are kept, with how far they are used", async () => {
    const { house, path, changed } = await limited();
    expect(changed).toMatchObject({ status: 200, body: { limits, what_next: "It took 0 of 2 in total." } });
    expect((await call("GET", path, { as: house.viewer })).body).toMatchObject({ limits });
  });

  it("keep it out of what is sent while the database is away: nothing can be counted then", async () => {
    const { house, path } = await limited();
    expect(await directOf(house)).toEqual([]);
    await call("PATCH", path, { as: house.admin, body: { limits: null }, headers: anyVersion });
    expect(await directOf(house)).toHaveLength(1);
  });

  it("say in what is held, until when", async () => {
    const { house, path } = await limited({
      limits: { ...given, hours: { monday: ["00:00-00:01"] }, time_zone: "UTC" },
    });
    await deliverMessages([house.submission({ fields: { email: "ann@example.com" } })]);
    const { body } = await call("GET", path, { as: house.viewer });
    expect(body.waits).toMatchObject({ held: 1 });
    expect(body.what_next).toMatch(
      /It is closed until (?:Monday|\d+ \w+) 00:00 UTC; .* 1 delivery is held until then/,
    );
  });

  it.each<[field: string, limits: object]>([
    ["limits.time_zone", { time_zone: "+05:30" }],
    ["limits.caps.0.leads", { ...given, caps: [{ per: "day", leads: 0 }] }],
    ["limits.caps.0.per", { ...given, caps: [{ per: "year", leads: 1 }] }],
    ["limits.caps", { ...given, caps: Array.from({ length: 21 }, () => ({ per: "day", leads: 1 })) }],
    ["limits.hours", { ...given, hours: {} }],
    ["limits.hours.monday.0", { ...given, hours: { monday: ["9 to 5"] } }],
    ["limits.holidays.0", { ...given, holidays: ["2027-02-29"] }],
  ])("are refused for %s: %o", async (field, wrong) => {
    const { changed } = await limited({ limits: wrong });
    expect(changed).toMatchObject({ status: 422 });
    expect(JSON.stringify(changed.body)).toContain(field);
  });
});

describe("what a destination that is closed holds", () => {
  const closed = { limits: { time_zone: "UTC", hours: { monday: ["00:00-00:01"] }, caps: [] } };

  it("stands in what waits, with why and until when", async () => {
    const { house } = await limited(closed);
    await deliverMessages([house.submission({ fields: { email: "ann@example.com" } })]);
    const { body } = await call("GET", `/api/queue-status?client_id=${house.clientId}`, { as: house.viewer });
    expect(body.destinations).toMatchObject([
      {
        held: { count: 1 },
        standing: {
          state: "closed",
          words: expect.stringMatching(/^is closed until .* 00:00 UTC/) as string,
          until: expect.any(Number) as number,
        },
      },
    ]);
  });

  it("is told to whoever asks for one of them by name, instead of a minute", async () => {
    const { house, path } = await limited(closed);
    await deliverMessages([house.submission({ fields: { email: "bea@example.com" } })]);
    const listed = await call("GET", `/api/deliveries?client_id=${house.clientId}`, { as: house.viewer });
    const [delivery] = listed.body.items as { id: string }[];
    const retried = await call("POST", `/api/deliveries/${delivery?.id}/retry`, { as: house.admin });
    expect(retried.body.what_next).toMatch(/^Scenario is closed until .*: it is held until then/);
    await call("PATCH", path, { as: house.admin, body: { limits: null }, headers: anyVersion });
    const again = await call("POST", `/api/deliveries/${delivery?.id}/retry`, { as: house.admin });
    expect(JSON.stringify(again.body)).toMatch(/within a minute|about to be sent/);
  });
});
