import { forgetUnmatched, newestUnmatched } from "@leadrelay/db/callbacks/unmatched-callbacks";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { readList } from "../../../../test/api/read-list.ts";
import { testDependencies, testNow } from "../../../../test/deliver-messages.ts";
import { placeRow } from "../../../../test/place-row.ts";
import { operatorOf } from "../../../../test/plan-replays.ts";
import { scannedTables } from "../../../../test/query-plans.ts";
import { newTenant, rows } from "../../../../test/tenant.ts";
import { forgetUnmatchedCallbacks } from "../../../sweeps/callbacks/forget-unmatched.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

let made = 0;
const unmatched = (clientId: string, sought: object, given: object = {}) =>
  placeRow("lead_callbacks", {
    lead_id: 0,
    client_id: clientId,
    id: `0199${String((made += 1)).padStart(8, "0")}`,
    kind: "outcome",
    once_key: null,
    delivery_id: null,
    destination_id: null,
    detail_json: JSON.stringify({ word: "won", text: "call Asha", by: "Asha", sought }),
    refused: "no lead of this client has the ids that it names",
    happened_at: 1,
    received_at: testNow,
    ...given,
  });
const listed = async (house: House, as = house.admin) =>
  (await call("GET", `/api/unmatched-callbacks?client_id=${house.clientId}`, { as })).body["items"];

it("what matched no lead is listed newest first with the ids it named and why, and nothing of a person", async () => {
  const [house, other] = [await newHouse(), await newHouse()];
  await unmatched(house.clientId, { lead_public_id: "nobody", crm_lead_id: "512" });
  await unmatched(house.clientId, { phone: "+91-9812345678" }, { kind: "reply" });
  await unmatched(house.clientId, {});
  await unmatched(other.clientId, { lead_id: 7 });
  await unmatched(house.clientId, { lead_id: 1 }, { lead_id: 900_000_000 });
  expect(await listed(house)).toMatchObject([
    { word: "won", named: {}, reason: expect.stringContaining("It named no lead") },
    { kind: "reply", named: {}, reason: expect.stringContaining("the number") },
    {
      client_id: house.clientId,
      named: { lead_public_id: "nobody", crm_lead_id: "512" },
      reason: expect.stringContaining("any of these"),
      received_at: testNow,
    },
  ]);
  expect(JSON.stringify(await listed(house))).not.toMatch(/Asha|98123/);
  const stranger = await call("GET", `/api/unmatched-callbacks?client_id=${house.clientId}`, {
    as: other.admin,
  });
  expect(JSON.stringify(stranger.body)).not.toContain("nobody");
});

it("pages go to the end, each once", async () => {
  const house = await newHouse();
  for (let index = 0; index < 45; index += 1) await unmatched(house.clientId, { lead_id: index });
  const { items, isWhole } = await readList(
    `/api/unmatched-callbacks?client_id=${house.clientId}`,
    house.owner,
  );
  expect(isWhole).toBe(true);
  expect(new Set(items.map(({ id }) => id)).size).toBe(45);
});

it("is forgotten after thirty days, and what a lead has stays", async () => {
  const { clientId } = await newTenant();
  const days = (count: number) => testNow - count * 86_400_000;
  await unmatched(clientId, {}, { received_at: days(30) });
  await unmatched(clientId, {}, { received_at: days(30) + 1 });
  await unmatched(clientId, {}, { received_at: days(40), lead_id: 900_000_001 });
  await forgetUnmatchedCallbacks(testDependencies());
  const left = await rows<{ received_at: number }>(
    "SELECT received_at FROM lead_callbacks WHERE client_id = ? ORDER BY received_at",
    clientId,
  );
  expect(left.map(({ received_at }) => received_at)).toEqual([days(40), days(30) + 1]);
});

it("looks through no table", async () => {
  const tenant = await newTenant();
  for (const { query } of [
    forgetUnmatched(pipelineScope, 1, 10),
    newestUnmatched(operatorOf(tenant), [tenant.clientId], { after: ["~", ""], perClient: 5 }),
  ])
    expect((await scannedTables(query.sql)).filter((scan) => !/^SCAN (c|entry)\b/.test(scan))).toEqual([]);
});
