import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { fullHouse } from "../../../../test/api/full-house.ts";
import { operations, requestOf, type Operation } from "../../../../test/api/walk.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);

/** Values as JSON, which no schema has asked for. */
const hostileValues: readonly string[] = [
  deep("[", "]", 2_000),
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"toString":1}',
  `["${Array.from({ length: 5_000 }, () => "x").join('","')}"]`,
  JSON.stringify("x".repeat(200_000)),
  String.raw`"\u0000\u001b[2J\u202e\ud800"`,
  "-1e308",
  "null",
  "{}",
  "[null]",
];
/** The same of whole bodies: what reads them must not go down into them call by call. */
const hostileBodies = [
  ...hostileValues,
  deep("[", "]", 100_000),
  `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
  "{",
  "\ufeff{}",
  '""',
];
const hostileTexts = [
  "\u0000",
  "%",
  "x".repeat(8_000),
  "__proto__",
  "constructor",
  "-1",
  "1e400",
  "\u202e",
  "[]",
  "NaN",
];

/** A body as JSON with one field's value put in its place. */
function bodiesOf(body: unknown, schemaNames: readonly string[]): string[] {
  const fields = typeof body === "object" && body !== null ? { ...body } : {};
  const names = new Set([...Object.keys(fields), ...schemaNames, "__proto__", "constructor"]);
  const mark = "put-the-value-here";
  return [...names].flatMap((name) =>
    hostileValues.map((value) =>
      JSON.stringify(Object.fromEntries([...Object.entries(fields), [name, mark]])).replace(
        `"${mark}"`,
        () => value,
      ),
    ),
  );
}

const queries = ({ parameters }: Operation) => parameters.filter((one) => one.in === "query");

describe.each(operations)("$method $path", (operation) => {
  const { method, body } = operation;

  it.skipIf(body === undefined)("answers no hostile body with a 500, nor takes what has no end", async () => {
    const house = await fullHouse({ installation: true });
    const { path, headers, ...given } = requestOf(operation, house.knows);
    for (const sent of [...hostileBodies, ...bodiesOf(given.body, Object.keys(body?.properties ?? {}))]) {
      const answer = await call(method, path, { headers, as: house.owner, body: sent });
      const what = `${sent.slice(0, 120)}… of ${sent.length}: ${JSON.stringify(answer.body).slice(0, 300)}`;
      expect(answer.status, what).toBeLessThan(500);
      expect(JSON.stringify(answer.body).length, what).toBeLessThan(100_000);
    }
    expect(Object.hasOwn({}, "isAdmin") || "isAdmin" in {}).toBe(false);
  });

  it.skipIf(queries(operation).length === 0)("answers no hostile query with a 500", async () => {
    const house = await fullHouse({ installation: true });
    const { path, headers, ...given } = requestOf(operation, house.knows);
    for (const { name } of queries(operation))
      for (const text of hostileTexts) {
        const asked = new URL(path, "https://relay.example");
        asked.searchParams.set(name, text);
        const answer = await call(method, asked.pathname + asked.search, {
          ...given,
          headers,
          as: house.owner,
        });
        expect(
          answer.status,
          `${name}=${text.slice(0, 40)}: ${JSON.stringify(answer.body).slice(0, 300)}`,
        ).toBeLessThan(500);
      }
  });
});
