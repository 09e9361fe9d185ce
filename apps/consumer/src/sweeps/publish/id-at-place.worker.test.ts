import { staleClientIdAt } from "@leadrelay/db/publishing/stale-direct-configs";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { placeRow } from "../../../test/place-row.ts";
import { newTenant, rows } from "../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it.each([
  ["SELECT 7 / ?1 AS n, typeof(7 % ?1) AS kind, 'h' || ?1 AS text", { n: 3.5, kind: "real", text: "h2.0" }],
  [
    "SELECT 7 / CAST(?1 AS INTEGER) AS n, typeof(7 % CAST(?1 AS INTEGER)) AS kind, 'h' || CAST(?1 AS INTEGER) AS text",
    { n: 3, kind: "integer", text: "h2" },
  ],
])("D1 binds numbers as reals: %s", async (statement, found) => {
  expect(await env.DB.prepare(statement).bind(2).first()).toEqual(found);
});

describe("the client at a place among those that are stale", () => {
  const ids = ["a", "b", "c"].map((letter) => `place_${letter}`);
  const stale = (wanted: readonly string[]) =>
    env.DB.prepare("UPDATE clients SET direct_config_stale = id IN (SELECT value FROM json_each(?))")
      .bind(JSON.stringify(wanted))
      .run();

  beforeAll(async () => {
    const { clientId } = await newTenant();
    const [agency] = await rows<{ agency_id: string }>(
      "SELECT agency_id FROM clients WHERE id = ?",
      clientId,
    );
    for (const id of ids)
      await placeRow("clients", { id, agency_id: agency?.agency_id, name: "Client", created_at: 1 });
  });

  it.each([
    [ids, 0, "place_a"],
    [ids, 2, "place_c"],
    [ids, 3, "place_a"],
    [ids, 29_933_334, "place_a"],
    [ids, 29_933_336, "place_c"],
    [[], 5, undefined],
  ])("of %s is counted round: %s is %s", async (wanted, place, id) => {
    await stale(wanted);
    expect(await runOne(env.DB, staleClientIdAt(pipelineScope, place))).toBe(id);
  });
});
