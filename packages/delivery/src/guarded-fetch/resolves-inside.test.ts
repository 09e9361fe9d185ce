import { expect, it } from "vitest";
import { resolvesInside } from "./resolves-inside.ts";

/** A resolver that knows these records, by type. */
const dns = (records: Record<string, { type: number; data: string }[]>) => {
  const asked: string[] = [];
  const ask = (async (input: RequestInfo | URL) => {
    const { searchParams } = new URL(new Request(input).url);
    asked.push(`${searchParams.get("name")} ${searchParams.get("type")}`);
    return Response.json({ Status: 0, Answer: records[searchParams.get("type") ?? ""] });
  }) as typeof fetch;
  return { asked, ask };
};

it.each([
  [false, { A: [{ type: 1, data: "93.184.215.14" }], AAAA: [{ type: 28, data: "2606:2800:21f::1" }] }],
  [true, { A: [{ type: 1, data: "10.0.0.7" }] }],
  [
    true,
    {
      A: [
        { type: 1, data: "93.184.215.14" },
        { type: 1, data: "127.0.0.1" },
      ],
    },
  ],
  [true, { AAAA: [{ type: 28, data: "fd00::1" }] }],
  [true, { AAAA: [{ type: 28, data: "::ffff:169.254.169.254" }] }],
  [
    false,
    {
      A: [
        { type: 5, data: "alias.example." },
        { type: 1, data: "93.184.215.14" },
      ],
    },
  ],
  [false, {}],
])("%s for %j", async (inside, records) => {
  const { asked, ask } = dns(records);
  expect(await resolvesInside("hook.example", ask)).toBe(inside);
  expect(asked).toEqual(["hook.example A", "hook.example AAAA"]);
});

it.each([
  ["throws", async () => Promise.reject(new Error("network"))],
  ["answers no JSON", async () => new Response("<html>")],
  ["answers something else", async () => Response.json([1])],
])("a resolver that %s is ignored", async (_what, ask) => {
  expect(await resolvesInside("hook.example", ask as typeof fetch)).toBe(false);
});
