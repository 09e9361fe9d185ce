import { expect, it } from "vitest";
import { exitCodes } from "../../exit/exit-codes.ts";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const setting = { type: "text", label: "L", help: "what it is", example: "x", choices: null, usual: null };
const kinds = {
  is_ready: true,
  items: [
    {
      kind: "generic",
      title: "Any tool that posts",
      guide: ["Copy the address.", "Send a test."],
      rotates: "address",
      settings: [
        { ...setting, name: "preset", is_secret: false, is_optional: false },
        { ...setting, name: "signing_secret", is_secret: true, is_optional: true },
      ],
    },
  ],
};
const source = {
  id: "src_1",
  client_id: "cli_1",
  form_id: "form_1",
  name: "Forms",
  kind: "generic",
  key_hint: "…ab12",
  previous_keys_until: null,
  settings: { preset: "typeform", has_signing_secret: true },
  previous_settings_until: null,
  enabled: true,
  snapshot: { state: "published", since: null },
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
  last_lead_at: null as number | null,
  newest_leads: [],
  title: "Any tool that posts",
  guide: ["Copy the address.", "Send a test."],
};
const secrets = [{ name: "address", label: "Address", value: "https://leads.example/s/0123456789" }];

const server = (request: Request) => {
  if (request.url.endsWith("/api/source-kinds")) return json(kinds);
  const headers = { etag: '"7"' };
  return request.method === "POST" ? json({ ...source, secrets }, { headers }) : json(source, { headers });
};

it("what the other system is given is shown with what is done with it there", async () => {
  const line = [
    "source",
    "create",
    "--name",
    "Forms",
    "--kind",
    "generic",
    "--form",
    "form_1",
    "--set",
    "preset=typeform",
  ];
  const { code, out, err } = await run(line, { env, server });
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain("https://leads.example/s/0123456789");
  expect(out).toContain("1. Copy the address.");
  expect(err).toContain("shown this once");
});

it("a secret is piped in, and belongs on no command line", async () => {
  const stdin = '{"signing_secret":"s-1"}';
  const piped = await run(["source", "change", "src_1", "--stdin"], { env, server, stdin });
  expect(piped.code).toBe(exitCodes.ok);
  const patch = piped.sent.find(({ request }) => request.method === "PATCH");
  expect(patch?.body).toBe('{"settings":{"signing_secret":"s-1"}}');
  const typed = await run(["source", "change", "src_1", "--set", "signing_secret=s-1"], { env, server });
  expect([typed.code, typed.sent.some(({ request }) => request.method === "PATCH")]).toEqual([
    exitCodes.usage,
    false,
  ]);
});

it.each([
  [
    "a kind there is not",
    ["create", "--name", "F", "--kind", "fax", "--form", "form_1"],
    'There is no kind "fax" of sources',
  ],
  [
    "a setting there is not",
    ["change", "src_1", "--set", "colour=red"],
    'A generic source has no setting "colour"',
  ],
  ["nothing to change", ["change", "src_1"], "Nothing to change"],
])("%s is a wrong usage", async (_what, words, said) => {
  const { code, err } = await run(["source", ...words], { env, server });
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain(said);
});

it("one source is shown with its last lead, its state and its steps", async () => {
  const { out } = await run(["source", "show", "src_1"], { env, server });
  const text = out.replaceAll(/ +/g, " ");
  for (const part of [
    "Address ends …ab12",
    "State on",
    "preset = typeform",
    "Last lead none yet",
    "2. Send a test.",
  ])
    expect(text).toContain(part);
});
