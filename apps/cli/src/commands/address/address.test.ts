import { expect, it } from "vitest";
import { keyEnv as env, url, you } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";

const day = 86_400_000;
const blocked = {
  client_id: "cli_1",
  cidr: "203.0.113.0/24",
  reason: "spam",
  country: null,
  referrer: null,
  blocked_at: testNow - 60_000,
  expires_at: null,
};
const allowed = {
  client_id: "cli_1",
  cidr: "203.0.113.7/32",
  usage: "testing",
  note: "Office",
  created_at: testNow - 60_000,
  expires_at: testNow - 1_000,
};
const reach = { cidr: "203.0.113.0/24", leads: 3, submissions: 4, looked_at: 90, is_more: false };
const client = ["--client", "cli_1"];

it("a network is blocked for so long, and told as it is kept", async () => {
  const server = ({ method }: Request) =>
    method === "GET" ? json(reach) : json({ ...blocked, expires_at: testNow + 7 * day }, { status: 201 });
  const args = ["address", "block", "203.0.113.9/24", "--reason", "spam", "--expires", "7d", ...client];
  const { code, out, err, sent } = await run(args, { env, server });
  expect(err).toBe("203.0.113.0/24: 3 leads of the last 30 days came from there.\n");
  expect(sent[1]?.request.url).toBe(`${url}/api/clients/cli_1/blocked-ips`);
  expect(JSON.parse(sent[1]?.body ?? "")).toEqual({
    cidr: "203.0.113.9/24",
    reason: "spam",
    expires_at: testNow + 7 * day,
  });
  expect([code, out]).toEqual([0, "Blocked: 203.0.113.0/24, until 2026-11-28 17:30:00 (in 7 days).\n"]);
});

it("with --preview it is only said who would be kept out", async () => {
  const server = () => json({ ...reach, leads: 1, looked_at: 2_000, is_more: true });
  const args = ["address", "block", "203.0.113.9/24", "--preview", ...client];
  const { code, out, sent } = await run(args, { env, server });
  expect(sent.map(({ request }) => request.method)).toEqual(["GET"]);
  expect([code, out]).toEqual([0, "203.0.113.0/24: 1 lead of the last 2000 submissions came from there.\n"]);
});

it("who may not know who posted from there blocks it all the same", async () => {
  const server = ({ method }: Request) =>
    method === "GET" ? problem(403, "not-permitted", "No.") : json(blocked, { status: 201 });
  const { code, out, err } = await run(["address", "block", "203.0.113.0/24", ...client], { env, server });
  expect([code, out, err]).toEqual([0, "Blocked: 203.0.113.0/24, until removed.\n", ""]);
});

it("several are blocked one by one, and one that is wrong does not keep the others from it", async () => {
  const server = ({ method }: Request, body: string) =>
    method === "GET" || body.includes("home")
      ? problem(422, "invalid", "No address.")
      : json(blocked, { status: 201 });
  const args = ["address", "block", "203.0.113.0/24", "home", "203.0.113.0/24", ...client];
  const { code, out, err } = await run(args, { env, server });
  expect(out).toBe("Blocked: 203.0.113.0/24, until removed.\n".repeat(2));
  expect([code, err]).toEqual([4, "home: No address.\nDone: 2. Not done: 1.\n"]);
});

it.each([
  ["unblock", "blocked-ips", "203.0.113.0%2F24", "Blocked no longer: 203.0.113.0/24.\n"],
  ["disallow", "allowed-ips", "2001%3Adb8%3A%3A%2F32", "The client's own no longer: 2001:db8::/32.\n"],
])("to %s a network names it as one part of the address", async (verb, list, part, said) => {
  const args = ["address", verb, decodeURIComponent(part), ...client];
  const { out, sent } = await run(args, { env, server: () => json(blocked) });
  expect(sent[0]?.request.url).toBe(`${url}/api/clients/cli_1/${list}/${part}`);
  expect([sent[0]?.request.method, out]).toEqual(["DELETE", said]);
});

it("the client's own networks say what they are for", async () => {
  const server = () => json({ ...allowed, expires_at: null }, { status: 201 });
  const args = ["address", "allow", "203.0.113.7", "--usage", "testing", "--note", "Office", ...client];
  const { out, sent } = await run(args, { env, server });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ cidr: "203.0.113.7", usage: "testing", note: "Office" });
  expect(out).toBe("The client's own: 203.0.113.7/32, until removed.\n");
  const unsaid = await run(["address", "allow", "203.0.113.7", ...client], { env, server });
  expect([unsaid.code, unsaid.sent.length]).toEqual([2, 0]);
});

it("lists tell until when an entry counts, and which is over", async () => {
  const page = (item: object) => () => json({ items: [item], next_cursor: null });
  const { out } = await run(["address", "blocked", ...client], { env, server: page(blocked) });
  expect(out.split("\n")[1]).toBe(
    "203.0.113.0/24  spam    –        –         2026-11-21 17:29:00 (1 minute ago)  removed",
  );
  const own = await run(["address", "allowed", ...client], { env, server: page(allowed) });
  expect(own.out.split("\n")[1]).toMatch(
    /^203\.0\.113\.7\/32 {2}testing {2}Office .*\(1 second ago\), over$/,
  );
});

it("whoever works for several clients says whose list", async () => {
  const { code, err } = await run(["address", "blocked"], { env, server: () => json(you) });
  expect([code, err]).toEqual([2, expect.stringContaining("give --client <client>, one of cli_1, cli_2.")]);
});
