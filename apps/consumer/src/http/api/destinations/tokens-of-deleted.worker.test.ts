import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

it("a destination that is deleted leaves no token behind, and another keeps its own", async () => {
  const house = await emptyHouse();
  const [gone, stays] = [(await createDestination(house)).body.id, (await createDestination(house)).body.id];
  for (const id of [gone, stays])
    await env.DB.prepare(
      "INSERT INTO destination_tokens (destination_id, client_id, sealed_token, settings_mark, expires_at) VALUES (?, ?, 's', 'm', 1)",
    )
      .bind(id, house.clientId)
      .run();
  const { status } = await call("DELETE", `/api/destinations/${gone}`, {
    as: house.admin,
    headers: anyVersion,
  });
  expect(status).toBe(200);
  const left = await rows(
    "SELECT destination_id FROM destination_tokens WHERE client_id = ?",
    house.clientId,
  );
  expect(left).toEqual([{ destination_id: stays }]);
});
