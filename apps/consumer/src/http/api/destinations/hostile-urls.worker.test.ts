import { goodUrls, hostileUrls, strictRules } from "@leadrelay/delivery/test/hostile-urls";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi({ urlRules: { ...strictRules, lookUpHost: null } });

it("no hostile address is taken for a destination, and every good one is", async () => {
  const house = await emptyHouse();
  const { id } = (await createDestination(house)).body;
  const change = async (url: string) => {
    const body = { settings: { url, api_key: null } };
    const { status } = await call("PATCH", `/api/destinations/${id}`, {
      as: house.admin,
      body,
      headers: anyVersion,
    });
    return `${status} ${url}`;
  };
  const refused: string[] = [];
  for (const [, url] of hostileUrls) refused.push(await change(url));
  expect(refused).toEqual(hostileUrls.map(([, url]) => `422 ${url}`));
  const taken: string[] = [];
  for (const url of goodUrls) taken.push(await change(url));
  expect(taken).toEqual(goodUrls.map((url) => `200 ${url}`));
});
