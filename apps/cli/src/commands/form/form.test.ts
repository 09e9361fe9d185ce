import { expect, it } from "vitest";
import { keyEnv as env, url } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const form = {
  id: "form_1",
  client_id: "cli_1",
  form_key: "frm_site",
  endpoint_path: "/f/frm_site",
  name: "Site",
  field_mapping: { kontakt: "email" },
  allowed_hosts: [],
  thank_you_url: null,
  redirect_status: 301,
  honeypot_mode: null,
  bot_detection: null,
  default_region: "IN",
  duplicate_window_minutes: null,
  reengage_hours: 48,
  reengage_basis: "last_send",
  identity_guard: false,
  snapshot: { state: "waiting", since: testNow - 120_000 },
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
};
const me = (...client_ids: string[]) => ({
  kind: "operator",
  id: "o",
  name: "n",
  grantable_permissions: [],
  grants: [{ agency_id: "agy_1", role: "agency_operator", permissions: [], client_ids }],
});
const server = (request: Request) =>
  json(request.url === `${url}/api/me` ? me("cli_1") : form, { headers: { etag: '"3"' } });

it("a form is made for one's only client, with what was given", async () => {
  const settings = [
    "--allowed-hosts",
    "example.com, *.example.com",
    "--redirect-status",
    "303",
    "--map",
    "kontakt=email",
    "--map",
    "tel=phone",
  ];
  const choices = [
    "--bot-detection",
    "off",
    "--region",
    "none",
    "--reengage-hours",
    "0",
    "--duplicate-window",
    "default",
    "--identity-guard",
    "off",
  ];
  const { code, sent } = await run(["form", "create", "--name", "Site", ...settings, ...choices], {
    env,
    server,
  });
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({
    client_id: "cli_1",
    name: "Site",
    allowed_hosts: ["example.com", "*.example.com"],
    redirect_status: 303,
    field_mapping: { kontakt: "email", tel: "phone" },
    bot_detection: false,
    default_region: null,
    reengage_hours: 0,
    duplicate_window_minutes: null,
    identity_guard: false,
  });
  expect(code).toBe(0);
});

it("a change sends nothing that was not given", async () => {
  const { sent } = await run(["form", "change", "form_1", "--thank-you-url", "none"], { env, server });
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ thank_you_url: null });
  expect(sent.at(-1)?.request.headers.get("if-match")).toBe('"3"');
});

it.each([
  [["--honeypot", "quarantine"], { honeypot_mode: "quarantine" }],
  [["--honeypot", "default"], { honeypot_mode: null }],
  [["--bot-detection", "on"], { bot_detection: true }],
])("%j says what becomes of a filled honeypot", async (args, body) => {
  const { sent } = await run(["form", "change", "form_1", ...args], { env, server });
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual(body);
});

it.each(["log", "quarantine", "off"])("a form's honeypot is told: %s", async (honeypot_mode) => {
  const told = (request: Request) =>
    request.url === `${url}/api/me` ? json(me("cli_1")) : json({ ...form, honeypot_mode });
  const { out } = await run(["form", "show", "form_1"], { env, server: told });
  expect(out).toContain(`Honeypot          ${honeypot_mode}: `);
});

it("none takes the hosts and the fields away", async () => {
  const args = ["form", "change", "form_1", "--allowed-hosts", "none", "--map", "none", "--yes"];
  const { sent } = await run(args, { env, server });
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ allowed_hosts: [], field_mapping: {} });
});

it("a form is told with what holds where nothing is set, and whether the edge has it", async () => {
  const { out } = await run(["form", "show", "form_1"], { env, server });
  expect(out).toContain("Honeypot          as the installation says\n");
  expect(out).toContain("Again after       48 hours since the last send\n");
  expect(out).toContain("Identity guard    off\n");
  expect(out).toContain("Fields            kontakt = email\n");
  expect(out).toContain(
    "At the edge       not yet, tried every minute since 2026-11-21 17:28:00 (2 minutes ago)\n",
  );
});

it.each([
  [["--bot-detection", "maybe"], "on or off"],
  [["--honeypot", "on"], "log, quarantine or off"],
  [["--reengage-hours", "-1"], "a number from 0"],
  [["--redirect-status", "307"], "Allowed choices are 301, 302, 303"],
  [["--map", "kontakt"], "theirs=ours"],
  [["--map", "kontakt="], "theirs=ours"],
  [["--map", "=email"], "theirs=ours"],
  [["--map", "tel=phone", "--map", " TEL=email"], "tel is named twice"],
  [[], "Nothing to change"],
])("a change with %j is a wrong usage", async (args, what) => {
  const { code, err, sent } = await run(["form", "change", "form_1", ...args], { env, server });
  expect([code, sent.length]).toEqual([2, 0]);
  expect(err).toContain(what);
});

it("a form is deleted after a yes that was asked about it by name", async () => {
  const { code, err, sent } = await run(["form", "delete", "form_1"], {
    env,
    server,
    typed: [["Delete the form Site (frm_site)?", "y"]],
  });
  const [before = ""] = err.split("Delete the form Site (frm_site)?");
  for (const said of ["/f/frm_site", "not taken", "For 30 days", "leadrelay form restore form_1"])
    expect(before).toContain(said);
  expect([code, sent.at(-1)?.request.method]).toEqual([0, "DELETE"]);
});

it("a form is restored, and it is said what was kept for it", async () => {
  const restored = { form, released_letters: 2, more_letters: true };
  const { code, out, sent } = await run(["form", "restore", "form_1"], { env, server: () => json(restored) });
  expect([code, sent.at(-1)?.request.method]).toEqual([0, "POST"]);
  expect(sent.at(-1)?.request.url).toBe(`${url}/api/forms/form_1/restore`);
  expect(out).toContain("Restored: Site (frm_site).");
  expect(out).toContain("2 submission(s) kept");
  expect(out).toContain("There are more: leadrelay form restore form_1");
});
