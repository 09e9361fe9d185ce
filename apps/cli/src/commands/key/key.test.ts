import { expect, it } from "vitest";
import { keyEnv as env, you } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const day = 86_400_000;
const key = {
  id: "lrk_1",
  agency_id: "agy_demo",
  client_id: null,
  name: "Sync",
  permissions: ["leads:read"],
  previous_expires_at: null,
  created_by: "opr_1",
  created_at: testNow - day,
  updated_at: testNow,
  expires_at: null,
  revoked_at: null,
  last_used_at: null,
};
const environment =
  "LEADRELAY_URL=https://relay.example.com\nLEADRELAY_KEY_ID=lrk_1\nLEADRELAY_KEY_SECRET=lrs_1\n";
const server = (request: Request) => {
  if (request.url.endsWith("/api/me")) return json(you);
  if (request.method === "POST")
    return json({ ...key, secret: "lrs_1", environment, previous_expires_at: testNow + day });
  return json(
    request.url.includes("lrk_1")
      ? key
      : { items: [key, { ...key, expires_at: testNow - 1 }], next_cursor: null },
  );
};

it("a new key's lines for an .env file stand alone on standard output", async () => {
  const args = ["key", "create", "--name", "Sync", "--may", "leads:read, contacts:read", "--expires", "90d"];
  const { out, err, sent } = await run(args, { env, server });
  expect(out).toBe(environment);
  expect(err).toContain("shown this once");
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({
    name: "Sync",
    permissions: ["leads:read", "contacts:read"],
    agency_id: "agy_demo",
    expires_at: testNow + 90 * day,
  });
});

it("a client's key names no agency", async () => {
  const { sent } = await run(["key", "create", "--name", "S", "--may", "leads:read", "--client", "cli_1"], {
    env,
    server,
  });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
    name: "S",
    permissions: ["leads:read"],
    client_id: "cli_1",
  });
});

it("the key of whoever runs one client alone is for that client", async () => {
  const grant = { agency_id: "agy_demo", role: "client_admin", permissions: ["keys:manage"] };
  const admin = { ...you, grants: [{ ...grant, client_ids: ["cli_9"] }] };
  const ofAdmin = (request: Request) => (request.url.endsWith("/api/me") ? json(admin) : server(request));
  const { sent } = await run(["key", "create", "--name", "S", "--may", "leads:read"], {
    env,
    server: ofAdmin,
  });
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toMatchObject({ client_id: "cli_9" });
});

it("a rotation tells until when both secrets work, and asks before it ends one at once", async () => {
  const overlapping = await run(["key", "rotate", "lrk_1", "--overlap", "24h"], { env, server });
  expect(JSON.parse(overlapping.sent[0]?.body ?? "")).toEqual({ overlap_seconds: 86_400 });
  expect(overlapping.err).toContain("works until 2026-11-22 17:30:00 (tomorrow)");
  const atOnce = await run(["key", "rotate", "lrk_1", "--overlap", "0"], { env, server });
  expect([atOnce.code, atOnce.sent.length]).toEqual([2, 0]);
});

it("a rotation may take the key's end away", async () => {
  const args = ["key", "rotate", "lrk_1", "--overlap", "24h", "--expires", "none"];
  const { sent } = await run(args, { env, server });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ overlap_seconds: 86_400, expires_at: null });
});

it("a key is changed in what was given, for the version that was read", async () => {
  const versioned = () => json(key, { headers: { etag: '"9"' } });
  const { code, out, sent } = await run(["key", "change", "lrk_1", "--may", "leads:read"], {
    env,
    server: versioned,
  });
  expect([sent.at(-1)?.request.method, sent.at(-1)?.request.headers.get("if-match")]).toEqual([
    "PATCH",
    '"9"',
  ]);
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ permissions: ["leads:read"] });
  expect([code, out]).toEqual([0, expect.stringContaining("May        leads:read\n")]);
});

it("a key is revoked after a yes that was asked about it by name", async () => {
  const typed = [["Revoke Sync (lrk_1)", "y"]] as const;
  const { out, sent } = await run(["key", "revoke", "lrk_1"], { env, server, typed });
  expect([out, sent.at(-1)?.request.method]).toEqual(["Revoked: Sync (lrk_1).\n", "DELETE"]);
});

it("keys are listed with whether they work", async () => {
  const { out } = await run(["key", "list"], { env, server });
  expect(
    out
      .split("\n")
      .slice(1, 3)
      .map((line) => /works|expired|revoked/.exec(line)?.[0]),
  ).toEqual(["works", "expired"]);
});

it.each([
  [null, "never"],
  [testNow - 1_000, "within the last hour"],
  [testNow - 2 * 3_600_000, "2026-11-21 15:30, or up to an hour later"],
])("a key used at %s was used last %s", async (last_used_at, told) => {
  const used = { ...key, last_used_at };
  const { out } = await run(["key", "show", "lrk_1"], { env, server: () => json(used) });
  expect(out).toContain(`Last used  ${told}\n`);
  const listing = () => json({ items: [used], next_cursor: null });
  expect((await run(["key", "list"], { env, server: listing })).out).toContain(told);
});

it.each([
  [["create", "--name", "S", "--may", "everything"], "leads:read,deliveries:replay"],
  [["create", "--name", "S", "--may", "leads:read", "--expires", "soon"], "90d (from now)"],
  [["rotate", "lrk_1", "--overlap", "long"], "30m, 24h or 7d"],
  [["rotate", "lrk_1"], "--overlap"],
  [["change", "lrk_1"], "Nothing to change"],
])("%j is a wrong usage", async (args, what) => {
  const { code, err } = await run(["key", ...args], { env, server });
  expect(code).toBe(2);
  expect(err).toContain(what);
});
