import { expect, it } from "vitest";
import type { LeadsTo } from "./look-up-host.ts";
import { rememberHosts } from "./remember-hosts.ts";

/** Asks at these times, ms, and says which of them made a look-up. */
async function askedAt(leadsTo: LeadsTo, times: readonly number[]): Promise<number[]> {
  let now = 0;
  const asked: number[] = [];
  const lookUp = rememberHosts(
    async () => {
      asked.push(now);
      return leadsTo;
    },
    () => now,
  );
  for (now of times) expect(await lookUp("hook.example.com")).toBe(leadsTo);
  return asked;
}

it.each<[LeadsTo, number[], number[]]>([
  ["outside", [0, 299_999, 300_000], [0, 300_000]],
  ["inside", [0, 29_999, 30_000], [0, 30_000]],
  ["unknown", [0, 29_999, 30_000], [0, 30_000]],
  ["nowhere", [0, 499, 500], [0, 500]],
])("a host that leads %s, asked for at %j, is looked up at %j", async (leadsTo, times, asked) => {
  expect(await askedAt(leadsTo, times)).toEqual(asked);
});

it("all that goes to a host at once is one look-up, and each host has its own", async () => {
  const asked: string[] = [];
  const lookUp = rememberHosts(
    async (host) => {
      asked.push(host);
      return host.startsWith("in") ? "inside" : "outside";
    },
    () => 0,
  );
  const hosts = ["a.example.com", "inside.example.com", "a.example.com", "inside.example.com"];
  expect(await Promise.all(hosts.map(lookUp))).toEqual(["outside", "inside", "outside", "inside"]);
  expect(asked).toEqual(["a.example.com", "inside.example.com"]);
});

it("a look-up that never answers, since its invocation was ended, keeps nobody waiting for longer than one takes", async () => {
  let now = 0;
  let asked = 0;
  const lookUp = rememberHosts(
    async () => {
      asked += 1;
      return asked === 1 ? new Promise<never>(() => {}) : "outside";
    },
    () => now,
  );
  void lookUp("hook.example.com");
  now = 4_999;
  void lookUp("hook.example.com");
  expect(asked).toBe(1);
  now = 5_000;
  expect(await lookUp("hook.example.com")).toBe("outside");
});

it("what is known does not grow without end", async () => {
  let asked = 0;
  const lookUp = rememberHosts(
    async () => {
      asked += 1;
      return "outside";
    },
    () => 0,
  );
  for (let host = 0; host < 500; host += 1) await lookUp(`${host}.example.com`);
  await lookUp("0.example.com");
  expect(asked).toBe(500);
  await lookUp("500.example.com");
  await lookUp("0.example.com");
  expect(asked).toBe(502);
});
