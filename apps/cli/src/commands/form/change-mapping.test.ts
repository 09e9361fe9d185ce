import { describe, expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const before = { "your-name": "name", kontakt: "email", "c[tel]": "phone" };
const form = {
  id: "form_1",
  name: "Site",
  form_key: "frm_site",
  field_mapping: before,
  allowed_hosts: ["example.com", "www.example.com"],
  snapshot: { state: "published", since: testNow },
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
};
const server = () => json(form, { headers: { etag: '"3"' } });
const change = async (args: readonly string[], given: object = {}) => {
  const ran = await run(["form", "change", "form_1", ...args], { env, server, ...given });
  const patch = ran.sent.find(({ request }) => request.method === "PATCH");
  return { ...ran, patch, mapping: patch === undefined ? null : mappingIn(patch.body) };
};
const mappingIn = (body: string) =>
  Object.entries((JSON.parse(body) as { field_mapping?: object }).field_mapping ?? {});
const entries = (mapping: object) => Object.entries(mapping);
const { kontakt: _email, ...withoutEmail } = before;

describe("a form's mapping", () => {
  it.each([
    ["an entry is added beside the others", ["--map", "msg=message"], { ...before, msg: "message" }],
    ["one that is there is said anew, and nothing else", ["--map", "kontakt=email"], before],
    [
      "one is changed in its place, however its name is written",
      ["--map", "Your-Name=email"],
      { "your-name": "email", kontakt: "email", "c[tel]": "phone" },
      "--yes",
    ],
    [
      "one that is written as a path is the same entry",
      ["--map", "C.Tel=phone", "--map", "mail=email"],
      { ...before, mail: "email" },
    ],
    ["their name may hold an equals sign", ["--map", "a=b=cta"], { ...before, "a=b": "cta" }],
    ["one is taken away", ["--unmap", "KONTAKT"], withoutEmail, "--yes"],
    [
      "one is taken away and another added",
      ["--unmap", "kontakt", "--map", "mail=email"],
      { ...withoutEmail, mail: "email" },
      "--yes",
    ],
    [
      "all of it is replaced",
      ["--map-only", "mail=email", "--map-only", "tel=phone"],
      { mail: "email", tel: "phone" },
      "--yes",
    ],
    ["all of it is taken away", ["--map-only", "none"], {}, "--yes"],
    ["the same, as --map says it", ["--map", "none"], {}, "--yes"],
    [
      "all of it said again takes nothing away",
      entries(before).flatMap(([a, b]) => ["--map-only", `${a}=${b}`]),
      before,
    ],
  ])("%s", async (_what, args, after, yes = "") => {
    const asked = await change(args);
    const losesSomething = yes !== "";
    expect([asked.code, asked.mapping]).toEqual(losesSomething ? [2, null] : [0, entries(after)]);
    if (!losesSomething) return;
    expect(asked.err).toContain("give --yes");
    expect(asked.err).toContain("Fields until now    your-name = name\n");
    const { code, mapping, patch } = await change([...args, yes]);
    expect([code, mapping]).toEqual([0, entries(after)]);
    expect(patch?.request.headers.get("if-match")).toBe('"3"');
  });

  it.each([
    [["--unmap", "nothere"], "--unmap nothere: the form's mapping has no such entry"],
    [["--map-only", "a=email", "--map", "b=phone"], "single entries"],
    [["--map-only", "a=email", "--unmap", "kontakt"], "single entries"],
    [["--map", "none", "--unmap", "kontakt"], "single entries"],
  ])("%j changes nothing and is a wrong usage", async (args, what) => {
    const { code, err, patch } = await change(args);
    expect([code, patch]).toEqual([2, undefined]);
    expect(err).toContain(what);
  });

  it("at a terminal what is lost is shown and asked for, and a no changes nothing", async () => {
    const typed = [["In the form Site (frm_site): take kontakt = email away?", "n"]] as const;
    const { err, patch } = await change(["--unmap", "kontakt"], { typed });
    expect(err).toContain("Fields from now on  your-name = name\n                    c[tel] = phone\n");
    expect(err).toContain("Nothing was changed.");
    expect(patch).toBeUndefined();
  });

  it("an entry that is turned elsewhere is asked for as that", async () => {
    const typed = [["In the form Site (frm_site): turn kontakt from email to message?", "n"]] as const;
    expect((await change(["--map", "kontakt=message"], { typed })).patch).toBeUndefined();
  });
});

it.each([
  ["a host more takes nothing away", "example.com,www.example.com,b.example", false],
  ["one that covers the others takes none away", "example.com,*.example.com", false],
  ["written as an address it is the same host", "https://Example.com/,www.example.com", false],
  ["none takes posts from anywhere", "none", false],
  ["a host that is left out is shown", "example.com", true],
])("of the hosts that may post: %s", async (_what, hosts, isShown) => {
  const { code, err, patch } = await change(["--allowed-hosts", hosts]);
  expect([code, patch === undefined]).toEqual([0, false]);
  expect(err).toBe(
    isShown
      ? "Allowed hosts until now    example.com\n                           www.example.com\nAllowed hosts from now on  example.com\n"
      : "",
  );
});
