import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { describe, expect, it } from "vitest";
import { commandLines } from "../../test/command-lines.ts";
import { fakeApi } from "../../test/fake-api.ts";
import { keyEnv as env } from "../../test/fake-installation.ts";
import { json, run, type FakeServer } from "../../test/outside-in-memory.ts";
import { processOutside } from "../outside/process-outside.ts";
import { createProgram } from "../program.ts";
import { kindOfFlag } from "./resolve-named.ts";

const live = {
  deleted_at: null,
  revoked_at: null,
  state: "open",
  snapshot: { state: "published" },
  allowed_hosts: [],
  event_types: [],
};
const lists: Readonly<Record<string, object[]>> = {
  "/api/agencies": [{ ...live, id: "agc_1", name: "Acme Agency" }],
  "/api/clients": [
    { ...live, id: "cli_1", name: "Hilltop Villas" },
    { ...live, id: "cli_2", name: "Lakeside" },
    { ...live, id: "cli_9", name: "Gone client", deleted_at: 1 },
  ],
  "/api/forms": [
    { ...live, id: "form_1", form_key: "frm_site", name: "Site", client_id: "cli_1" },
    { ...live, id: "form_2", form_key: "frm_lake", name: "Contact", client_id: "cli_2" },
    { ...live, id: "form_3", form_key: "frm_hill", name: "Contact", client_id: "cli_1" },
    { ...live, id: "form_9", form_key: "frm_gone", name: "Gone", client_id: "cli_1", deleted_at: 1 },
  ],
  "/api/destinations": [{ ...live, id: "dst_1", name: "Make", client_id: "cli_1" }],
  "/api/operators": [{ ...live, operator_id: "opr_1", email: "ben@example.com", name: "Ben" }],
  "/api/access-keys": [{ ...live, id: "lrk_1", name: "Sync", client_id: null }],
  "/api/invitations": [{ ...live, id: "inv_1", email: "new@example.com" }],
};
/** Of several clients a list is asked with one, as the API narrows it. */
const server: FakeServer = (request, body) => {
  const { pathname, searchParams } = new URL(request.url);
  const items = request.method === "GET" ? lists[pathname] : undefined;
  if (items === undefined) return fakeApi(request, body);
  const client = searchParams.get("client_id");
  const own = items.filter((item) => client === null || !("client_id" in item) || item.client_id === client);
  return json({ items: own, next_cursor: null });
};

/** What each id is called, by what it is. */
const names: Readonly<Record<string, readonly string[]>> = {
  agc_1: ["Acme Agency", "acme agency"],
  cli_1: ["Hilltop Villas", "hilltop villas"],
  form_1: ["Site", "frm_site"],
  dst_1: ["Make"],
  opr_1: ["ben@example.com", "Ben"],
  lrk_1: ["Sync"],
  inv_1: ["new@example.com"],
};
const stdin = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12";

const askedBy = async (words: readonly string[]) => {
  const { sent, err } = await run(words, { env, stdin, server });
  return { asked: sent.map(({ request, body }) => `${request.method} ${request.url} ${body}`), err };
};

const lines = Object.values(commandLines)
  .flat()
  // What is deleted is named by a name of its own.
  .filter((line) => !/^(form|client) restore/.test(line))
  .filter((line) => line.split(" ").some((word) => word in names));

it("what has a name is in many command lines", () => expect(lines.length).toBeGreaterThan(40));

it.each(lines)("`%s` takes names and keys for ids", async (line) => {
  const byIds = await askedBy(line.split(" "));
  for (const which of [0, 1]) {
    const words = line.split(" ").map((word) => names[word]?.[which] ?? names[word]?.[0] ?? word);
    const byNames = await askedBy(words);
    const lookedUp = byNames.asked.length - byIds.asked.length;
    expect(lookedUp, byNames.err).toBeGreaterThan(0);
    // What a command asks for at once, it asks for in any order.
    expect(byNames.asked.slice(lookedUp).toSorted()).toEqual(byIds.asked.toSorted());
  }
});

it("a deleted client is restored by its name", async () => {
  const { asked } = await askedBy(["client", "restore", "Gone client"]);
  expect(asked.at(-1)).toContain("/api/clients/cli_9/restore");
  expect((await askedBy(["client", "restore", "Lakeside"])).err).toContain(
    "no deleted client you may see is called Lakeside",
  );
});

it("a deleted form is restored by its name", async () => {
  expect((await askedBy(["form", "restore", "Gone"])).asked.at(-1)).toContain("/api/forms/form_9/restore");
  expect((await askedBy(["form", "restore", "Site"])).err).toContain(
    "no deleted form you may see is called Site",
  );
});

const within = (command: CommandUnknownOpts): CommandUnknownOpts[] => [
  command,
  ...command.commands.flatMap(within),
];

it("every flag and argument of what has a name says so, and is resolved", () => {
  const flags = new Set(["--client", "--form", "--destination", "--agency", "--actor"]);
  const nouns = new Set(["client", "form", "destination", "agency", "key"]);
  const missing = within(createProgram(processOutside()).program).flatMap((command) => {
    const path = `${command.parent?.name()} ${command.name()}`;
    const options = command.options.filter(
      ({ long, flags: written }) => flags.has(long ?? "") && kindOfFlag(written) === undefined,
    );
    const given = command.registeredArguments.filter(
      (argument) =>
        nouns.has(command.parent?.name() ?? "") && kindOfFlag(`<${argument.name()}>`) === undefined,
    );
    return [...options.map(({ long }) => `${path} ${long}`), ...given.map((one) => `${path} ${one.name()}`)];
  });
  // A kind is a word of the software, nobody's. Posting takes no signing in: `send` looks its form up by itself.
  expect(missing).toEqual(["destination kinds kind", "leadrelay send --form"]);
});

describe("a name", () => {
  it("that is several's lists what they could be, each with whose it is", async () => {
    const { code, err } = await run(["form", "show", "Contact"], { env, server });
    expect(code).toBe(2);
    expect(err).toContain(
      "<form>: 2 of them are called Contact: form_2 (Contact, frm_lake, of Lakeside), form_3 (Contact, frm_hill, of Hilltop Villas).",
    );
    expect(err).toContain("give the id");
  });

  it("that is one's of the client named is that one", async () => {
    const { asked } = await askedBy(["lead", "list", "--form", "Contact", "--client", "Lakeside"]);
    expect(new URL(asked.at(-1)?.split(" ")[1] ?? "").searchParams.get("form_id")).toBe("form_2");
  });

  it.each([
    [
      ["client", "show", "Hilltop"],
      "<client>: no client you may see is called Hilltop.",
      "cli_1 (Hilltop Villas)",
    ],
    [
      ["lead", "list", "--client", "nobody"],
      "--client: no client you may see is called nobody.",
      "cli_2 (Lakeside)",
    ],
    [
      ["form", "show", "frm_nowhere"],
      "<form>: no form you may see is called frm_nowhere.",
      "form_1 (Site, frm_site)",
    ],
  ])("that is nobody's is a wrong usage that names what there is: %j", async (line, what, there) => {
    const { code, err } = await run(line, { env, server });
    expect([code, err.split("\n")[0]]).toEqual([2, `error: ${what}`]);
    expect(err).toContain(there);
    expect(err).not.toContain("form_9");
  });
});

it.each<[line: string, asks: string | null, told: string]>([
  ["dlq list --client hilltop", "client_id=cli_1", "--client hilltop: cli_1 (Hilltop Villas)."],
  ["dlq list --client il", "client_id=cli_1", "--client il: cli_1 (Hilltop Villas)."],
  ["delivery list --form contact", null, "2 of them are called contact"],
  ["dlq list --client l", null, "no client you may see is called l."],
  ["form create --name New --client hilltop", null, "no client you may see is called hilltop."],
  ["destination delete mak --yes", null, "no destination you may see is called mak."],
])(
  "a part of a name is enough where nothing is changed and only one has it: %s",
  async (line, asks, told) => {
    const { asked, err } = await askedBy(line.split(" "));
    expect(err).toContain(told);
    if (asks === null) expect(asked.filter((one) => !one.startsWith("GET"))).toEqual([]);
    else expect(asked.join("\n")).toContain(asks);
  },
);
