import { expect, it } from "vitest";
import { lookUpHost } from "./look-up-host.ts";

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
  ["outside", { A: [{ type: 1, data: "93.184.215.14" }], AAAA: [{ type: 28, data: "2606:2800:21f::1" }] }],
  ["inside", { A: [{ type: 1, data: "10.0.0.7" }] }],
  [
    "inside",
    {
      A: [
        { type: 1, data: "93.184.215.14" },
        { type: 1, data: "127.0.0.1" },
      ],
    },
  ],
  ["inside", { AAAA: [{ type: 28, data: "fd00::1" }] }],
  ["inside", { AAAA: [{ type: 28, data: "::ffff:169.254.169.254" }] }],
  [
    "outside",
    {
      A: [
        { type: 5, data: "alias.example." },
        { type: 1, data: "93.184.215.14" },
      ],
    },
  ],
  ["nowhere", {}],
  ["nowhere", { A: [{ type: 5, data: "alias.example." }] }],
  ["outside", { AAAA: [{ type: 28, data: "2606:2800:21f::1" }] }],
])("%s for %j", async (leadsTo, records) => {
  const { asked, ask } = dns(records);
  expect(await lookUpHost("hook.example", ask)).toBe(leadsTo);
  expect(asked).toEqual(["hook.example A", "hook.example AAAA"]);
});

it.each([
  ["throws", async () => Promise.reject(new Error("network"))],
  ["answers no JSON", async () => new Response("<html>")],
  ["answers something else", async () => Response.json([1])],
])("a resolver that %s is ignored", async (_what, ask) => {
  expect(await lookUpHost("hook.example", ask as typeof fetch)).toBe("unknown");
});

it("asks Cloudflare's resolver for JSON, and not for long", async () => {
  const seen: [string, RequestInit | undefined][] = [];
  const ask = (async (input: RequestInfo | URL, init?: RequestInit) => {
    seen.push([new Request(input).url, init]);
    return Response.json({});
  }) as typeof fetch;
  await lookUpHost("a&b.example", ask);
  expect(seen.map(([url]) => url)).toEqual([
    "https://cloudflare-dns.com/dns-query?name=a%26b.example&type=A",
    "https://cloudflare-dns.com/dns-query?name=a%26b.example&type=AAAA",
  ]);
  expect(seen[0]?.[1]?.headers).toEqual({ accept: "application/dns-json" });
  expect(seen[0]?.[1]?.signal).toBeInstanceOf(AbortSignal);
});

it.each([
  ["A", "AAAA", { type: 28, data: "fd00::1" }],
  ["AAAA", "A", { type: 1, data: "10.0.0.1" }],
])(
  "what it says of %s does not matter where it fails, and what it says of %s does",
  async (failing, _other, record) => {
    const ask = (async (input: RequestInfo | URL) => {
      if (new Request(input).url.endsWith(`type=${failing}`)) throw new Error("network");
      return Response.json({ Status: 0, Answer: [record] });
    }) as typeof fetch;
    expect(await lookUpHost("hook.example", ask)).toBe("inside");
  },
);

it("records of another type than was asked for are no addresses", async () => {
  const { ask } = dns({ A: [{ type: 28, data: "fd00::1" }], AAAA: [{ type: 1, data: "10.0.0.1" }] });
  expect(await lookUpHost("hook.example", ask)).toBe("nowhere");
});

it.each([
  ["there is no such name", 3, "nowhere"],
  ["the name has no address", 0, "nowhere"],
  ["its servers do not answer", 2, "unknown"],
  ["it refuses", 5, "unknown"],
])("a resolver that says that %s", async (_what, Status, leadsTo) => {
  const ask = (async () => Response.json({ Status })) as typeof fetch;
  expect(await lookUpHost("hook.example", ask)).toBe(leadsTo);
});

it("what one answer does not tell is not known, unless the other has an address", async () => {
  const half = (records: { type: number; data: string }[]) =>
    (async (input: RequestInfo | URL) =>
      Response.json(
        new Request(input).url.endsWith("=A") ? { Status: 2 } : { Status: 0, Answer: records },
      )) as typeof fetch;
  expect(await lookUpHost("hook.example", half([]))).toBe("unknown");
  expect(await lookUpHost("hook.example", half([{ type: 28, data: "2606:2800:21f::1" }]))).toBe("outside");
});
