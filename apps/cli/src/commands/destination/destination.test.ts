import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const hook = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12";
const destination = {
  id: "dst_1",
  client_id: "cli_1",
  name: "Make",
  kind: "make",
  settings: { url_hint: "https://hook.eu2.make.com/…ab12", has_api_key: false },
  enabled: false,
  disabled_reason: "gone",
  disabled_at: testNow - 60_000,
  event_types: ["lead.created"],
  environments: ["production"],
  takes_test: false,
  retry_schedule: null,
  timeout_ms: null,
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
  waits: { held: 4, pending: 0, dead: 2 },
  what_next: "4 deliveries that were held go out within a minute. 2 dead letters stay dead.",
};
const server = () => json(destination, { headers: { etag: '"7"' } });
const create = ["destination", "create", "--client", "cli_1", "--name", "Make"];

it("an address is piped in, and what can be set beside it is sent along", async () => {
  const more = [
    "--stdin",
    "--events",
    "lead.created,lead.updated",
    "--tests",
    "on",
    "--retry",
    "quick",
    "--timeout",
    "default",
  ];
  const { code, out, sent } = await run([...create, ...more], { env, server, stdin: `${hook}\n` });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
    client_id: "cli_1",
    name: "Make",
    kind: "make",
    settings: { url: hook },
    event_types: ["lead.created", "lead.updated"],
    takes_test: true,
    retry_schedule: "quick",
    timeout_ms: null,
  });
  expect(out).not.toContain(hook);
  expect(code).toBe(0);
});

it.each([
  ["create", create],
  ["change", ["destination", "change", "dst_1"]],
])("what %s could not find out of an address is told beside it", async (_name, command) => {
  const told = () =>
    json({ ...destination, notes: ["settings.url was taken, but …"] }, { headers: { etag: '"7"' } });
  const { err } = await run([...command, "--stdin"], { env, server: told, stdin: hook });
  expect(err).toContain("settings.url was taken, but …\n");
});

it("a destination may be made switched off", async () => {
  const { sent } = await run([...create, "--stdin", "--disabled"], { env, server, stdin: hook });
  expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({ enabled: false });
});

it("how people came is sent along where it is switched on, also without the address", async () => {
  const made = await run([...create, "--stdin", "--attribution", "on"], { env, server, stdin: hook });
  expect(JSON.parse(made.sent[0]?.body ?? "")).toMatchObject({
    settings: { url: hook, send_attribution: true },
  });
  const changed = await run(["destination", "change", "dst_1", "--attribution", "off"], { env, server });
  expect(JSON.parse(changed.sent.at(-1)?.body ?? "")).toEqual({ settings: { send_attribution: false } });
});

it("corrections are told beside what it is told", async () => {
  const made = await run([...create, "--stdin", "--corrections", "on"], { env, server, stdin: hook });
  expect(JSON.parse(made.sent[0]?.body ?? "")).toMatchObject({
    event_types: ["lead.created", "lead.reengaged", "lead.updated"],
  });
  const change = async (...words: string[]) => {
    const { sent } = await run(["destination", "change", "dst_1", ...words], { env, server });
    return JSON.parse(sent.at(-1)?.body ?? "") as unknown;
  };
  expect(await change("--corrections", "on")).toEqual({ event_types: ["lead.created", "lead.updated"] });
  expect(await change("--corrections", "off")).toEqual({ event_types: ["lead.created"] });
  const named = await change("--events", "lead.reengaged,lead.updated", "--corrections", "on");
  expect(named).toEqual({ event_types: ["lead.reengaged", "lead.updated"] });
});

it("one that is not told of corrections is said how it would be", async () => {
  const { err } = await run([...create, "--stdin"], { env, server, stdin: hook });
  expect(err).toContain("`leadrelay destination change dst_1 --corrections on`");
  const told = () => json({ ...destination, event_types: ["lead.created", "lead.updated"] });
  const { err: quiet } = await run([...create, "--stdin"], { env, server: told, stdin: hook });
  expect(quiet).not.toContain("--corrections");
});

it.each<[what: string, args: string[], isSaid: boolean]>([
  ["a new one", [...create, "--stdin"], true],
  ["new settings", ["destination", "change", "dst_1", "--stdin"], true],
  ["another name", ["destination", "change", "dst_1", "--name", "Make 2"], false],
])("of %s it is said how it is tried", async (_what, args, isSaid) => {
  const { err } = await run(args, { env, server, stdin: hook });
  expect(err.includes("`leadrelay destination test dst_1` sends it a marked test")).toBe(isSaid);
});

it("settings may be piped in as JSON", async () => {
  const { sent } = await run([...create, "--stdin"], {
    env,
    server,
    stdin: `{"url":"${hook}","api_key":"k"}`,
  });
  expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({ settings: { url: hook, api_key: "k" } });
});

it("at a terminal the address is typed unseen", async () => {
  const { err, sent } = await run(create, { env, server, typed: [["Address of the webhook", `${hook}\r`]] });
  expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({ settings: { url: hook } });
  expect(err).not.toContain("abcdefghijklmnopqrstuvwxyz");
});

it("a change that says nothing of the address leaves it, and sends the version it read", async () => {
  const { sent } = await run(["destination", "enable", "dst_1"], { env, server });
  expect(sent.at(-1)?.request.headers.get("if-match")).toBe('"7"');
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ enabled: true });
});

it("switched on again, it is said what goes out now and what stays dead", async () => {
  const { out } = await run(["destination", "enable", "dst_1"], { env, server });
  expect(out).toBe(
    "Make is on. 4 deliveries that were held go out within a minute. 2 dead letters stay dead.\n",
  );
  const idle = () => json({ ...destination, what_next: "" }, { headers: { etag: '"7"' } });
  const { out: nothing } = await run(["destination", "enable", "dst_1"], { env, server: idle });
  expect(nothing).toBe("Make is on. Nothing waits for it.\n");
});

it("a destination is told with why it is off, and without its secrets", async () => {
  const { out } = await run(["destination", "show", "dst_1"], { env, server });
  expect(out).toMatch(/^Off since +2026-11-21 17:29:00 \(1 minute ago\)$/m);
  expect(out).toMatch(/^What next +4 deliveries that were held go out within a minute\./m);
  expect(out).toMatch(/^State +off: it answered 410$/m);
  expect(out).toMatch(/^Address +https:\/\/hook\.eu2\.make\.com\/…ab12$/m);
  expect(out).toMatch(/^API key +none$/m);
  expect(out).toMatch(/^How people came +not sent along$/m);
  expect(out).not.toMatch(/[a-z]_[a-z]+:/);
});

it("one whose settings nothing opens is told with the command that gives them anew", async () => {
  const sealed = () => json({ ...destination, settings: null });
  const { out } = await run(["destination", "show", "dst_1"], { env, server: sealed });
  expect(out).toContain("leadrelay destination change dst_1 --address\n");
});

it("what waits for a deleted destination is told", async () => {
  const waiting = { count: 2, last_due_at: null, what_happens: "2 deliveries wait for it." };
  const deletes = ({ method }: Request) =>
    json(method === "DELETE" ? { destination, waiting_deliveries: waiting } : destination);
  const { out } = await run(["destination", "delete", "dst_1", "--yes"], { env, server: deletes });
  expect(out).toBe("Deleted: Make. 2 deliveries wait for it.\n");
});

it.each([
  [[...create, "--events", "lead.sold"], "There are lead.created"],
  [[...create], "give --stdin"],
  [["destination", "change", "dst_1"], "Nothing to change"],
])("%j is a wrong usage", async (args, what) => {
  const { code, err } = await run(args, { env, server });
  expect(code).toBe(2);
  expect(err).toContain(what);
});

it.each<[string, object, string[]]>([
  [
    "in a route and shaped",
    {
      route: { id: "rte_1", name: "Buyers", mode: "weighted" },
      shaped: { has_filter: true, mapped_fields: 3 },
    },
    [
      "Route Buyers (weighted); `leadrelay route show rte_1` says who gets which leads",
      "Shape a filter and 3 mapped fields; `leadrelay shape show dst_1` shows it, `leadrelay shape preview dst_1` what it makes of a lead",
    ],
  ],
  [
    "filtered alone",
    { route: null, shaped: { has_filter: true, mapped_fields: 0 } },
    ["Shape a filter; `leadrelay"],
  ],
  [
    "mapped alone",
    { route: null, shaped: { has_filter: false, mapped_fields: 1 } },
    ["Shape 1 mapped field; `leadrelay"],
  ],
  [
    "neither",
    { route: null, shaped: null },
    [
      "Route in none: it hears of every lead that it takes",
      "Shape all leads, as its kind writes them; `leadrelay shape set dst_1` filters or maps them",
    ],
  ],
])("one that is %s says so, and what to type next", async (_, more, words) => {
  const shown = await run(["destination", "show", "dst_1"], {
    env,
    server: () => json({ ...destination, ...more }),
  });
  for (const each of words) expect(shown.out.replaceAll(/\s+/g, " ")).toContain(each);
});
