import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const agency = {
  id: "agc_1",
  name: "Acme",
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

it.each([[["change", "agc_1"]], [["create", "--name", "Acme"]], [["show"]]])(
  "%j is a wrong usage",
  async (args) => expect((await run(["agency", ...args], { env })).code).toBe(2),
);
