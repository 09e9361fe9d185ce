import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const member = (id: string, name: string, weight: number) => ({
  destination_id: id,
  name,
  weight,
  conditions: null,
});
const route = {
  id: "rte_1",
  client_id: "cli_1",
  name: "Buyers",
  mode: "weighted",
  overflow_minutes: null as number | null,
  members: [
    member("dst_a", "Buyer A", 60),
    { ...member("dst_b", "Buyer B", 40), conditions: { country: "IN" } },
  ],
  counted_from: testNow,
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
};
const standing = (destination_id: string, closed: string | null, only: string | null = null) => ({
  destination_id,
  leads: 31,
  share: "31 % of its 40 %",
  only,
  closed,
});
const standings = [standing("dst_a", "is full until 18:00 IST"), standing("dst_b", null, "country is IN")];

const shown = async (more: object = {}) => {
  const server = () => json({ ...route, standings, ...more });
  const { out } = await run(["route", "show", "rte_1"], { env, server });
  return out.replaceAll(/ +/g, " ");
};

it("each member stands in a line: whether it takes leads, what it had, and which it may get in words", async () => {
  const out = await shown();
  expect(out).toContain("1. Buyer A: is full until 18:00 IST; weight 60; 31 leads, 31 % of its 40 %");
  expect(out).toContain(
    "2. Buyer B: takes leads; weight 40; 31 leads, 31 % of its 40 %; only where country is IN",
  );
  expect(out).toContain("Now 1 of 2 take leads");
});

it.each([
  [
    "who waits, where nobody takes leads",
    { standings: standings.map((one) => ({ ...one, closed: "is off" })) },
    "nobody takes leads: they wait",
  ],
  ["how to have what waits go on", {}, "stays where it is; `leadrelay route change rte_1 --overflow 30`"],
  ["that it goes on", { overflow_minutes: 30 }, "goes on to the next after 30 minutes"],
  ["after how long, of one minute too", { overflow_minutes: 1 }, "goes on to the next after a minute"],
  ["what its mode does", { mode: "round_robin" }, "round_robin: each in turn"],
])("it says %s", async (_, more, words) => {
  expect((await shown(more)).replaceAll(/\s+/g, " ")).toContain(words);
});

it.each([
  ["minutes", ["--overflow", "30"], { overflow_minutes: 30 }],
  ["none", ["--overflow", "none"], { overflow_minutes: null }],
])("what waits goes on after %s", async (_, options, body) => {
  const server = () => json(route, { headers: { etag: '"7"' } });
  const { sent } = await run(["route", "change", "rte_1", ...options], { env, server });
  const patched = sent.find(({ request }) => request.method === "PATCH");
  expect(JSON.parse(patched?.body ?? "{}")).toEqual(body);
});
