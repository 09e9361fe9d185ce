import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";
import { watchedD1 } from "../../../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** The API, where somebody else writes this between what a change has read and what it writes. */
function overtakenBy(sql: string, ...values: unknown[]) {
  const d1 = watchedD1(env.DB, async (batch, run) => {
    if (batch.includes("commit_guard"))
      await env.DB.prepare(sql)
        .bind(...values)
        .run();
    return run();
  });
  return testApi({ control: d1, leadDatabase: () => d1 }).call;
}

const url = "https://hook.eu1.make.com/abcdefghijklmnopqrstuvwxyz";
const additions: [path: string, table: string, body: object][] = [
  ["/api/forms", "forms", { name: "Late" }],
  ["/api/destinations", "destinations", { name: "Late", kind: "make", settings: { url } }],
];

it.each(additions)(
  "%s: what is added to a client deleted meanwhile is a conflict",
  async (path, table, body) => {
    const house = await newHouse();
    const call = overtakenBy("UPDATE clients SET deleted_at = 1 WHERE id = ?", house.clientId);
    const answer = await call("POST", path, {
      as: house.owner,
      body: { client_id: house.clientId, ...body },
    });
    expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining("was deleted") } });
    expect(
      await rows(`SELECT id FROM ${table} WHERE name = 'Late' AND client_id = ?`, house.clientId),
    ).toEqual([]);
    expect(await rows("SELECT id FROM audit_log WHERE client_id = ?", house.clientId)).toEqual([]);
  },
);

describe("a change that names no version, to what somebody else changes meanwhile,", () => {
  const changed = (table: string, id: string) =>
    overtakenBy(`UPDATE ${table} SET updated_at = updated_at + 1 WHERE id = ?`, id);
  const made: [what: string, ask: (house: House) => ReturnType<ReturnType<typeof changed>>][] = [
    [
      "deleting a form",
      ({ formId, owner }) => changed("forms", formId)("DELETE", `/api/forms/${formId}`, { as: owner }),
    ],
    [
      "deleting a destination",
      ({ destinationId, owner }) =>
        changed("destinations", destinationId)("DELETE", `/api/destinations/${destinationId}`, { as: owner }),
    ],
    [
      "deleting a client",
      ({ clientId, owner }) =>
        overtakenBy("UPDATE clients SET deleted_at = 1 WHERE id = ?", clientId)(
          "DELETE",
          `/api/clients/${clientId}`,
          {
            as: owner,
          },
        ),
    ],
    [
      "rotating an access key",
      async (house) => {
        const { id } = await newKey(house, ["leads:read"]);
        const body = { overlap_seconds: 0 };
        return changed("access_keys", id)("POST", `/api/access-keys/${id}/rotate`, { as: house.owner, body });
      },
    ],
  ];

  it.each(made)("is a conflict: %s", async (_what, ask) => {
    const house = await newHouse();
    expect(await ask(house)).toMatchObject({
      status: 409,
      body: {
        type: expect.stringContaining("conflict"),
        detail: expect.stringContaining("at the same moment"),
      },
    });
  });
});
