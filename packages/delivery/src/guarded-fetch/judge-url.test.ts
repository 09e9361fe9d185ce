import { expect, it } from "vitest";
import { judgeUrl } from "./judge-url.ts";
import type { LeadsTo } from "./look-up-host.ts";

const url = "https://Hook.Example.com/abc";

const judged = (leadsTo: LeadsTo | null, text = url) => {
  const asked: string[] = [];
  const lookUpHost = async (host: string) => {
    asked.push(host);
    return leadsTo ?? "outside";
  };
  const rules = { allowPrivate: false, ownHosts: [], lookUpHost: leadsTo === null ? null : lookUpHost };
  return judgeUrl(text, rules).then((verdict) => ({ verdict, asked }));
};

it.each<[LeadsTo | null, object]>([
  ["outside", { url: new URL(url), isSure: true }],
  ["unknown", { url: new URL(url), isSure: false }],
  ["inside", { refused: "private_address" }],
  ["nowhere", { refused: "nowhere" }],
  [null, { url: new URL(url), isSure: true }],
])("an address whose name leads %s is judged so", async (leadsTo, verdict) => {
  expect(await judged(leadsTo)).toEqual({ verdict, asked: leadsTo === null ? [] : ["hook.example.com"] });
});

it("what its text refuses is not looked up", async () => {
  expect(await judged("outside", "https://127.0.0.1/")).toEqual({
    verdict: { refused: "private_address" },
    asked: [],
  });
});
