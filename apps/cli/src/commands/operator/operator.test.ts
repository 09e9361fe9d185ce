import { expect, it } from "vitest";
import { keyEnv as env, you } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

it("an invitation's link alone stands on standard output, to be copied or piped", async () => {
  const invitation = { expires_at: testNow + 14 * 86_400_000 };
  const server = () =>
    json({ invitation, link: "https://relay.example.com/invitation#token=abc" }, { status: 201 });
  const args = ["operator", "invite", "asha@example.com", "--agency", "agc_1", "--role", "client_admin"];
  const { out, err, sent } = await run([...args, "--client", "cli_1", "--client", "cli_2"], { env, server });
  expect(out).toBe("https://relay.example.com/invitation#token=abc\n");
  expect(err).toContain("shown once and good until 2026-12-05");
  expect(err).toContain(
    "leadrelay operator accept 'https://relay.example.com/invitation#token=abc' --name 'asha'",
  );
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
    email: "asha@example.com",
    role: "client_admin",
    agency_id: "agc_1",
    client_ids: ["cli_1", "cli_2"],
  });
});

it("a role names the only client there is, where none was named", async () => {
  const invitation = { expires_at: testNow };
  const only = { ...you, grants: [{ ...you.grants[0], client_ids: ["cli_1"] }] };
  const invite = async (caller: object, role: string) => {
    const server = ({ url }: Request) =>
      url.endsWith("/api/me") ? json(caller) : json({ invitation, link: "" }, { status: 201 });
    const { code, err, sent } = await run(["operator", "invite", "b@example.com", "--role", role], {
      env,
      server,
    });
    const body = sent.map((one) => one.body).find((text) => text !== "") ?? "{}";
    return { code, err, ...(JSON.parse(body) as { client_ids?: string[] }) };
  };
  expect((await invite(only, "client_viewer")).client_ids).toEqual(["cli_1"]);
  expect((await invite(only, "agency_owner")).client_ids).toEqual([]);
  const several = await invite(you, "client_viewer");
  expect([several.code, several.err]).toEqual([2, expect.stringContaining("give --client <client>")]);
});

it.each([
  [["invite", "asha@example.com"], "--role"],
  [["invite", "asha@example.com", "--role", "boss"], "Allowed choices are agency_owner"],
  [["remove"], "missing required argument 'operator'"],
])("%j is a wrong usage that says what is missing", async (args, what) => {
  const { code, err } = await run(["operator", ...args], { env });
  expect(code).toBe(2);
  expect(err).toContain(what);
});

it("nobody is removed without a yes", async () => {
  const server = () => json({ removed: 2, revoked_invitations: 0, access_keys: [] });
  const silent = await run(["operator", "remove", "opr_1"], { env, server });
  expect([silent.code, silent.sent.length]).toEqual([2, 0]);
  const refused = await run(["operator", "remove", "opr_1"], { env, server, typed: [["Take away", "n"]] });
  expect([refused.code, refused.sent.length]).toEqual([0, 0]);
  const done = await run(["operator", "remove", "opr_1", "--yes"], { env, server });
  expect([done.code, done.out]).toEqual([0, "Roles taken away: 2.\n"]);
});

it("an operator is named by e-mail address or name as well as by id", async () => {
  const asha = { operator_id: "opr_7", email: "asha@example.com", name: "Asha" };
  const server = ({ method }: Request) =>
    method === "GET"
      ? json({ items: [asha], next_cursor: null })
      : json({ removed: 1, revoked_invitations: 0, access_keys: [], memberships: [] });
  const changed = async (...args: string[]) => {
    const { code, err, sent } = await run(["operator", ...args], { env, server });
    return { code, err, path: new URL(sent.at(-1)?.request.url ?? "").pathname };
  };
  expect((await changed("remove", "asha", "--yes")).path).toBe("/api/operators/opr_7");
  expect((await changed("remove", "Asha@example.com", "--yes")).path).toBe("/api/operators/opr_7");
  const role = ["--role", "agency_owner", "--agency", "agc_1"];
  expect((await changed("role", "asha@example.com", ...role)).path).toBe("/api/operators/opr_7/role");
  const nobody = await changed("remove", "ben@example.com", "--yes");
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining("called ben@example.com")]);
});

it.each([
  ["remove", "opr_1", "--yes"],
  ["role", "opr_1", "--role", "client_viewer", "--client", "cli_1", "--agency", "agc_1"],
])("after %s it is said plainly which keys of theirs are good still", async (...args) => {
  const access_keys = [
    { id: "lrk_1", name: "CRM sync", client_id: "cli_1", agency_id: "agc_1" },
    { id: "lrk_2", name: "Export", client_id: null, agency_id: "agc_1" },
  ];
  const answer = { removed: 1, memberships: [], revoked_invitations: 3, access_keys };
  const { out } = await run(["operator", ...args], { env, server: () => json(answer) });
  expect(out.split("\n").slice(1)).toEqual([
    "Open invitations of theirs that ended with it: 3.",
    "Access keys they made are good still, and they may know the secrets:",
    "  lrk_1  CRM sync (cli_1)",
    "  lrk_2  Export (agc_1)",
    "End each with `leadrelay key revoke <id>`, or give it another secret with `leadrelay key rotate <id> --overlap <time>`.",
    "",
  ]);
});
