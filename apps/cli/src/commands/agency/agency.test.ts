import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, newFolder, run, testNow } from "../../../test/outside-in-memory.ts";

const agency = {
  id: "agc_1",
  name: "Acme",
  hue: null,
  logo_url: null,
  is_installation: false,
  created_at: testNow - 60_000,
  updated_at: testNow,
  deleted_at: null,
};

it("agencies are listed with the one that runs the installation", async () => {
  const items = [{ ...agency, is_installation: true }, agency];
  const { out } = await run(["agency", "list"], { env, server: () => json({ items, next_cursor: null }) });
  expect(out.split("\n").slice(1, 3)).toEqual([
    "agc_1  Acme  runs it       2026-11-21 17:29:00 (1 minute ago)",
    "agc_1  Acme  –             2026-11-21 17:29:00 (1 minute ago)",
  ]);
});

it("a new agency's link alone stands on standard output, its id beside it", async () => {
  const link = "https://relay.example.com/invitation#token=abc";
  const server = () => json({ agency, link }, { status: 201 });
  const args = ["agency", "create", "--name", "Acme", "--owner", "asha@example.com"];
  const { out, err, sent } = await run(args, { env, server });
  expect(out).toBe(`${link}\n`);
  expect(err).toContain("Acme is agency agc_1.\n");
  expect(err).toContain("Give this link to asha@example.com: it is shown once");
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ name: "Acme", owner_email: "asha@example.com" });
});

it("an agency is renamed for the version that was read", async () => {
  const server = () => json(agency, { headers: { etag: '"5"' } });
  const { code, out, sent } = await run(["agency", "change", "agc_1", "--name", "Acme"], { env, server });
  expect(sent.map(({ request }) => request.method)).toEqual(["GET", "PATCH"]);
  expect(sent.at(-1)?.request.headers.get("if-match")).toBe('"5"');
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ name: "Acme" });
  expect([code, out.split("\n")[1]]).toEqual([0, "Name     Acme"]);
});

it("an agency's look is set from a file, or taken away", async () => {
  const server = () => json({ ...agency, hue: 145, logo_url: "/logos/a" }, { headers: { etag: '"5"' } });
  const cwd = newFolder();
  writeFileSync(join(cwd, "logo.png"), "as it is");
  const args = ["agency", "change", "agc_1", "--hue", "145", "--logo"];
  const { out, sent } = await run([...args, "logo.png"], { env, server, cwd });
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ hue: 145, logo: btoa("as it is") });
  expect(out).toContain("at /logos/a");
  const none = await run(["agency", "change", "agc_1", "--hue", "none", "--logo", "none"], { env, server });
  expect(JSON.parse(none.sent.at(-1)?.body ?? "")).toEqual({ hue: null, logo: null });
  const missing = await run([...args, "other.png"], { env, server, cwd });
  expect([missing.code, missing.sent.length]).toEqual([2, 0]);
});

it("what stands before anybody signs in is told without a role", async () => {
  const look = { name: "Acme", hue: 145, logo_url: "/logos/a" };
  const { out } = await run(["agency", "look"], { env, server: () => json(look) });
  expect(out).toContain("Acme");
  expect(out).toContain("/logos/a");
});

it.each([[["change", "agc_1"]], [["create", "--name", "Acme"]], [["show"]]])(
  "%j is a wrong usage",
  async (args) => expect((await run(["agency", ...args], { env })).code).toBe(2),
);
