import { mostRowBytes, rowBytes } from "@leadrelay/db/long-texts/row-bytes";
import { placeEvent } from "@leadrelay/db/long-texts/place-event";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

const folder = join(repositoryRoot, "migrations");
const event = {
  lead_id: 100_000,
  id: "b3cf6d48-4c72-8ff9-822e-48192f6634df",
  client_id: "cli_bench",
  type: "lead.created",
  submission_public_id: "01a2296a-8bb1-73b7-b837-73f8d6022067",
  created_at: 1_795_991_178_178,
} as const;

/** Pages of overflow that a table of one such row has, in the tables of today. */
function overflowOf(row: object): number {
  const database = new DatabaseSync(":memory:");
  for (const file of readdirSync(folder).toSorted()) database.exec(readFileSync(join(folder, file), "utf8"));
  const columns = Object.keys(row);
  database
    .prepare(`INSERT INTO events (${columns.join()}) VALUES (${columns.map(() => "?").join()})`)
    .run(...(Object.values(row) as (string | number)[]));
  const { pages } = database
    .prepare("SELECT count(*) AS pages FROM dbstat WHERE name = 'events' AND pagetype = 'overflow'")
    .get() as { pages: number };
  return pages;
}

const lengths = Array.from({ length: 60 }, (_, index) => 800 + index * 5);

it("a row that is said to fit takes no page of overflow, and what is said not to fit hardly ever would have", () => {
  const found = lengths.map((length) => {
    const row = { ...event, payload_json: "x".repeat(length) };
    return { fits: rowBytes(Object.values(row)) <= mostRowBytes, overflow: overflowOf(row), length };
  });
  const longestThatFits = Math.max(...found.filter(({ fits }) => fits).map(({ length }) => length));
  const longestWithout = Math.max(
    ...found.filter(({ overflow }) => overflow === 0).map(({ length }) => length),
  );
  expect(found.filter(({ fits, overflow }) => fits && overflow > 0)).toEqual([]);
  expect(longestWithout - longestThatFits).toBeLessThanOrEqual(15);
  expect(found.some(({ overflow }) => overflow > 0)).toBe(true);
});

it("an event as it is stored takes none, whatever its payload", () => {
  for (const length of [10, 900, 1_000, 3_000, 20_000])
    expect(overflowOf(placeEvent({ ...event, payload_json: "ü".repeat(length) }, 7).row)).toBe(0);
});
