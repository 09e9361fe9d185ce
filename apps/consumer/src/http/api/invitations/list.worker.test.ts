import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, newOperator, type House } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const clients = 60;
const limit = 20;

/** An agency of many clients and 90 invitations: every third for all clients, every third for the first, the others for the second. */
async function busyAgency(): Promise<House & { clientIds: string[]; ids: string[] }> {
  const house = await newHouse();
  const more = Array.from({ length: clients - 1 }, () => `cli_${crypto.randomUUID()}`);
  const clientIds = [house.clientId, ...more];
  const ids = Array.from(
    { length: 90 },
    (_, n) => `inv_${String(n).padStart(3, "0")}_${crypto.randomUUID()}`,
  );
  const [first, second] = clientIds;
  await env.DB.batch([
    ...more.map((id) =>
      env.DB.prepare("INSERT INTO clients (id, agency_id, name, created_at) VALUES (?, ?, 'C', 0)").bind(
        id,
        house.agencyId,
      ),
    ),
    ...ids.map((id, n) =>
      env.DB.prepare(
        `INSERT INTO invitations (id, token_hash, email, agency_id, role, client_ids_json, invited_by, created_at, expires_at)
         VALUES (?1, ?1, 'a@example.com', ?2, 'client_viewer', ?3, 'owner@example.com', 0, 1)`,
      ).bind(id, house.agencyId, JSON.stringify([clientIds, [first], [second]][n % 3])),
    ),
  ]);
  return { ...house, clientIds, ids: ids.toReversed() };
}

/** The whole list, and what its most expensive page read beside finding out who asks. */
async function readInvitations(as: string) {
  const ids: string[] = [];
  let most = 0;
  for (let cursor: string | null = ""; cursor !== null;) {
    const { bill, databases } = meteredD1(
      (text) => !text.includes("FROM memberships AS m CROSS JOIN agencies"),
    );
    const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const { body } = await testApi(databases).call("GET", `/api/invitations?limit=${limit}${query}`, { as });
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    most = Math.max(most, bill.read);
    cursor = body.next_cursor;
  }
  return { ids, most };
}

describe("the list of invitations", () => {
  it("reads no more than five rows for each it may show, of however many clients", async () => {
    const house = await busyAgency();
    const { ids, most } = await readInvitations(house.owner);
    expect(ids).toEqual(house.ids);
    expect(most).toBeLessThanOrEqual(5 * limit);
  });

  it("shows who has some of the clients only what is for these, and reads no more", async () => {
    const house = await busyAgency();
    const admin = await newOperator(house.agencyId, "client_admin", house.clientIds[0]);
    const { ids, most } = await readInvitations(admin);
    expect(ids).toEqual(house.ids.filter((id) => Number(id.slice(4, 7)) % 3 === 1));
    expect(most).toBeLessThanOrEqual(5 * limit);
  });
});
