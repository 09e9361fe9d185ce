import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const setting = (name: string, given: object = {}) => ({
  name,
  type: "text",
  label: `The ${name}`,
  help: `where to find the ${name}`,
  example: "x",
  choices: null,
  is_secret: false,
  is_optional: false,
  usual: null,
  ...given,
});
const kinds = [
  {
    kind: "make",
    title: "Make.com",
    guide: ["Copy the address."],
    per_second: 30,
    settings: [
      setting("url", { type: "url", is_secret: true }),
      setting("send_attribution", { type: "switch", is_optional: true, usual: false }),
    ],
  },
  {
    kind: "crm",
    title: "A CRM",
    guide: ["Open its settings.", "Make a key."],
    per_second: 10,
    settings: [
      setting("token", { is_secret: true }),
      setting("list", { type: "number" }),
      setting("region", { type: "choice", choices: ["eu", "us"] }),
      setting("signed", { type: "choice", choices: ["standard", "none"], is_optional: true }),
      setting("tags", { type: "list", is_optional: true }),
      setting("loud", { type: "switch", is_optional: true, usual: false }),
    ],
  },
];
const destination = {
  id: "dst_1",
  client_id: "cli_1",
  name: "CRM",
  kind: "crm",
  settings: { has_token: true, list: "7", region: "eu" },
  enabled: true,
  event_types: ["lead.created"],
  environments: ["production"],
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
};
const server = (request: Request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/api/destination-kinds") return json({ items: kinds });
  return json(
    pathname === "/api/clients"
      ? { items: [{ id: "cli_1", name: "Villas" }], next_cursor: null }
      : destination,
    {
      headers: { etag: '"7"' },
    },
  );
};
type Given = Omit<NonNullable<Parameters<typeof run>[1]>, "env" | "server">;
async function settingsBy(args: readonly string[], given: Given = {}) {
  const ran = await run(["destination", ...args], { env, server, ...given });
  const change = ran.sent.find(({ request }) => /POST|PATCH/.test(request.method))?.body ?? "null";
  return { ...ran, body: JSON.parse(change) as { settings?: unknown; kind?: string } | null };
}
const create = (args: readonly string[], given: Given = {}) =>
  settingsBy(["create", "--client", "cli_1", "--name", "CRM", "--kind", "crm", ...args], given);

describe("the kinds of destinations", () => {
  it("are listed with what each asks for", async () => {
    const { out } = await run(["destination", "kinds"], { env, server });
    expect(out).toMatch(/crm\s+A CRM\s+token, list, region/);
  });

  it("are told one by one, with the way to what they ask for and the command that follows", async () => {
    const { out } = await run(["destination", "kinds", "crm"], { env, server });
    for (const said of [
      "1. Open its settings.",
      "2. Make a key.",
      "token",
      "secret",
      "one of eu, us",
      "off unless set",
    ])
      expect(out).toContain(said);
    expect(out).toContain("leadrelay destination create --kind crm --name <name>");
  });

  it("are named where a word is none of them", async () => {
    const { code, err } = await run(["destination", "kinds", "pigeon"], { env, server });
    expect(code).toBe(2);
    expect(err).toContain("make, crm");
  });
});

describe("settings of any kind", () => {
  const typed = [["The token", "s3cret\r"]] as const;

  it("are typed where they are no secret, and asked for where they are", async () => {
    const { body, out, err } = await create(["--set", "list=7", "--set", "region=eu"], { typed });
    expect(body).toMatchObject({ kind: "crm", settings: { token: "s3cret", list: 7, region: "eu" } });
    expect(out + err).not.toContain("s3cret");
  });

  it.each<[what: string, args: string[], stdin: string, settings: object]>([
    ["as JSON", [], '{"token":"s3cret","list":7,"region":"eu"}', { token: "s3cret", list: 7, region: "eu" }],
    [
      "as JSON, what is typed beside it counting more",
      ["--set", "list=9"],
      '{"token":"s3cret","list":7}',
      { token: "s3cret", list: 9 },
    ],
    [
      "and others typed",
      ["--set", "tags=a, b", "--set", "loud=on"],
      '{"token":"t"}',
      { token: "t", tags: ["a", "b"], loud: true },
    ],
    [
      "and a choice that is called none",
      ["--set", "signed=none"],
      '{"token":"t"}',
      { token: "t", signed: "none" },
    ],
    ["and one taken away", ["--set", "tags=none"], '{"token":"t"}', { token: "t", tags: null }],
  ])("are piped in %s", async (_what, args, stdin, settings) => {
    expect((await create(["--stdin", ...args], { stdin })).body?.settings).toEqual(settings);
  });

  it.each<[what: string, args: string[], stdin: string, said: string]>([
    ["a secret on the command line", ["--set", "token=s3cret"], "", "does not belong on a command line"],
    [
      "a name that the kind does not know",
      ["--set", "colour=red"],
      "",
      "token, list, region, signed, tags, loud",
    ],
    ["a number that is none", ["--set", "list=seven"], "", "list should be a number"],
    ["a switch that is neither", ["--set", "loud=yes"], "", "loud should be on or off"],
    ["a pair that is none", ["--set", "list"], "", "name=value"],
    ["a text where several settings have to be there", ["--stdin"], "s3cret", "token, list, region"],
    ["half a JSON", ["--stdin"], '{"token":"s3c', "begins like JSON"],
  ])("refuses %s, and says what would do", async (_what, args, stdin, said) => {
    const { code, err, body } = await create(args, { stdin });
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain("s3c");
    expect(body).toBeNull();
  });

  it("are read from a file that is named, as a key file is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "leadrelay-kinds-"));
    const file = join(folder, "key.json");
    writeFileSync(file, '{\n  "private_key": "s3cret\\nlines"\n}\n');
    const named = ["--set", "list=7", "--set", "region=eu"];
    const { body } = await create([...named, "--set", `token=@${file}`]);
    expect(body?.settings).toEqual({
      token: '{\n  "private_key": "s3cret\\nlines"\n}',
      list: 7,
      region: "eu",
    });
    const missing = await create([...named, "--set", `token=@${file}.not`]);
    expect(missing).toMatchObject({ code: 2, body: null });
    expect(missing.err).toContain("cannot be read");
  });

  it("are not taken for what they are not: a Make scenario's flags beside those of any kind", async () => {
    const refused = await create(["--api-key", "--set", "list=7"]);
    expect(refused).toMatchObject({ code: 2, body: null });
    const both = await settingsBy(["change", "dst_1", "--no-api-key", "--set", "list=7"]);
    expect(both).toMatchObject({ code: 2, body: null });
    expect(both.err).toContain("--ask");
  });

  it("change one by one, the secret ones by name", async () => {
    const change = (args: string[], given: Given = {}) => settingsBy(["change", "dst_1", ...args], given);
    expect((await change(["--set", "list=9"])).body?.settings).toEqual({ list: 9 });
    expect((await change(["--ask", "token"], { typed })).body?.settings).toEqual({ token: "s3cret" });
    expect(
      (await change(["--set", "region=us", "--stdin"], { stdin: '{"token":"t"}' })).body?.settings,
    ).toEqual({ token: "t", region: "us" });
  });

  it("of a Make scenario may be typed, too", async () => {
    const args = ["create", "--client", "cli_1", "--name", "Make", "--set", "send_attribution=on", "--stdin"];
    const { body } = await settingsBy(args, { stdin: "https://hook.eu2.make.com/abc" });
    expect(body).toMatchObject({
      kind: "make",
      settings: { url: "https://hook.eu2.make.com/abc", send_attribution: true },
    });
  });
});
