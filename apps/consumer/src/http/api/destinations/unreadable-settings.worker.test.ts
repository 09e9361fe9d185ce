import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import type { LeadsTo } from "@leadrelay/delivery/guarded-fetch/look-up-host";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse, makeUrl } from "../../../../test/api/destinations.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { readDirectConfig } from "../../../outage/direct-config-store.ts";
import { publishChanged } from "../../../sweeps/publish/publish-changed.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A house with a lead on its way to a destination whose settings, as they are sealed, are this text. */
async function withSettings(text: string) {
  const house = await newHouse();
  await deliverMessages([house.submission()]);
  const sealer = await dependenciesOf(env).sealer();
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(await sealer.seal(text, sealedSettingsAt(house.destinationId)), house.destinationId)
    .run();
  const [delivery] = await rows<{ public_id: string }>(
    "SELECT public_id FROM deliveries WHERE client_id = ?",
    house.clientId,
  );
  const calls: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    calls.push(input instanceof Request ? input.url : String(input));
    return new Response("ok");
  };
  const api = testApi({ sending: { fetch, timeoutMs: 1000 } });
  const as = { as: house.admin };
  const path = `/api/destinations/${house.destinationId}`;
  return { house, delivery: delivery?.public_id ?? "", calls, api, as, path };
}

describe("settings that are no settings of their kind any more", () => {
  it.each([
    "not json",
    "null",
    "5",
    '"https://hook.example.com/abc"',
    "[]",
    "{}",
    '{"url":5}',
    '{"url":"no address","api_key":null}',
  ])("are a fault of nobody who asks, and can be given anew: %s", async (text) => {
    const { delivery, calls, api, as, path } = await withSettings(text);
    expect(await api.call("GET", path, as)).toMatchObject({ status: 200, body: { settings: null } });
    expect(await api.call("GET", `/api/deliveries/${delivery}`, as)).toMatchObject({ status: 200 });
    const tested = await api.call("POST", `${path}/test`, as);
    expect(tested).toMatchObject({ status: 200, body: { outcome: "refused", exchanges: [] } });
    expect(tested.body.what_happened).toContain("the destination's own settings");
    expect(tested.body.what_next).toContain("--address");
    expect(calls).toEqual([]);
    const renamed = { ...as, headers: anyVersion, body: { name: "Renamed" } };
    expect((await api.call("PATCH", path, renamed)).status).toBe(200);
    const anew = { ...as, headers: anyVersion, body: { settings: { url: makeUrl, api_key: null } } };
    expect((await api.call("PATCH", path, anew)).status).toBe(200);
    expect(await api.call("POST", `${path}/test`, as)).toMatchObject({ body: { outcome: "delivered" } });
  });

  it.each(["not json", "null", "5", "[]"])(
    "leave what the client's other destinations are sent by while D1 is away: %s",
    async (text) => {
      const { house } = await withSettings(text);
      const other = (await createDestination(house)).body.id;
      const dependencies = dependenciesOf(env);
      expect(await publishChanged(dependencies, { formIds: [], clientId: house.clientId })).toBe(false);
      const config = await readDirectConfig(env.KV, await dependencies.sealer(), house.clientId);
      expect(config?.destinations.map(({ id }) => id)).toEqual([other]);
    },
  );
});

it("a test over its limit asks nobody anything, DNS neither", async () => {
  const house = await emptyHouse();
  const { id } = (await createDestination(house)).body;
  const asked: string[] = [];
  const lookUpHost = async (host: string): Promise<LeadsTo> => {
    asked.push(host);
    return "inside";
  };
  const { call } = testApi({ urlRules: { allowPrivate: false, ownHosts: [], lookUpHost } });
  const answers = [];
  for (let n = 0; n < 8; n += 1)
    answers.push((await call("POST", `/api/destinations/${id}/test`, { as: house.admin })).status);
  expect(answers).toEqual([409, 409, 409, 409, 409, 409, 429, 429]);
  expect(asked).toHaveLength(6);
});
