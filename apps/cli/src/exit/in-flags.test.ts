import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { expect, it } from "vitest";
import { apiOperations, resolved } from "../../test/api-document.ts";
import { commandLines, neverGiven } from "../../test/command-lines.ts";
import { keyEnv as env, you } from "../../test/fake-installation.ts";
import { json, run, testNow } from "../../test/outside-in-memory.ts";
import { processOutside } from "../outside/process-outside.ts";
import { createProgram } from "../program.ts";
import { flagOf } from "./in-flags.ts";

const refuses = (errors: { field: string; detail: string }[], more: object = {}) => {
  const problem = {
    type: "https://leadrelay.dev/problems/invalid",
    title: "Something in it is not as it should be",
    status: 422,
    detail: `In the body: ${errors.map(({ field, detail }) => `${field}: ${detail}`).join("; ")}.`,
    errors,
    ...more,
  };
  return ({ url }: Request) =>
    url.endsWith("/api/me") ? json(you) : json(problem, { status: problem.status });
};

it.each([
  [
    ["key", "create", "--name", "S", "--may", "leads:reed", "--client", "cli_1"],
    { field: "permissions.0", detail: 'Invalid option: expected one of "leads:read"|"leads:write"' },
    'error: --may: Invalid option: expected one of "leads:read"|"leads:write".\n',
  ],
  [
    ["operator", "invite", "nobody", "--role", "client_viewer", "--client", "cli_1"],
    { field: "email", detail: "Invalid email address" },
    "error: <email>: Invalid email address.\n",
  ],
  [
    ["queue", "replay", "--status", "held", "--cause", "refused"],
    { field: "filter.causes", detail: "goes with status dead only" },
    "error: --cause: goes with status dead only.\n",
  ],
])("%j: a value the API refuses is a wrong usage that names its flag", async (args, error, told) => {
  const { code, err } = await run(args, { env, server: refuses([error]) });
  expect(code).toBe(2);
  expect(err).toBe(`${told}  What to do: add --help to see how it is called.\n`);
});

it("entries that are wrong alike are named, and what is wrong is said once", async () => {
  const detail = "is no field of ours: those are name, email";
  const server = refuses([
    { field: "field_mapping.kontakt", detail },
    { field: "field_mapping.a.b", detail },
    { field: "name", detail: "should not be empty" },
  ]);
  const args = ["form", "create", "--client", "cli_1", "--name", " ", "--map", "kontakt=x", "--map", "a.b=y"];
  const { err } = await run(args, { env, server });
  expect(err).toContain(
    "error: --map kontakt, --map a.b: is no field of ours: those are name, email; --name: should not be empty.\n",
  );
});

it("what the API says beside its fields is told too", async () => {
  const server = refuses([{ field: "q", detail: "is none of these" }], {
    type: "https://leadrelay.dev/problems/malformed-request",
    status: 400,
    detail: "Ask with an e-mail address, or an id.",
  });
  const { code, err } = await run(["lead", "find", "Asha"], { env, server });
  expect(code).toBe(2);
  expect(err).toMatch(/^error: <what>: is none of these\.\n {2}Ask with an e-mail address, or an id\.\n/);
});

const limited = ["limits", "dst_1", "--cap", "1/day", "--time-zone", "Asia/Kolkata"];

it.each([
  ["limits.hours.monday.0", "--hours", limited],
  ["limits.time_zone", "--time-zone", limited],
  ["limits.caps.0.leads", "--cap", limited],
  ["returns.within_days", "--within-days", ["returns", "dst_1", "--within-days", "5"]],
  ["returns.reasons.0", "--reasons", ["returns", "dst_1", "--reasons", "spam"]],
])("of a field of several flags, %s, the one is named that gives it: %s", async (field, flag, args) => {
  const server = refuses([{ field, detail: "is wrong" }]);
  const { code, err } = await run(["destination", ...args], { env, server });
  expect([code, err]).toEqual([2, expect.stringContaining(`error: ${flag}: is wrong.`)]);
});

it("what no flag gives stays an error in the API's words", async () => {
  const server = refuses([{ field: "settings.webhook_url", detail: "should begin with https://" }]);
  const args = ["destination", "create", "--client", "cli_1", "--name", "Make", "--stdin"];
  const { code, err } = await run(args, { env, server, stdin: "ftp://example.com" });
  expect([code, err]).toEqual([1, expect.stringContaining("settings.webhook_url: should begin")]);
});

it("another refusal names flags where the API names its fields", async () => {
  const detail = `This key is being rotated until ${testNow}. Wait for that, or send overlap_seconds 0.`;
  const server = refuses([], { type: "https://leadrelay.dev/problems/conflict", status: 409, detail });
  const { code, err } = await run(["key", "rotate", "lrk_1", "--overlap", "24h"], { env, server });
  expect([code, err]).toEqual([1, expect.stringContaining("or send --overlap 0.")]);
});

/** Not given by a flag or an argument: asked for, fixed by the verb, a command's own, or of the plan it showed. */
const unnamed = new Set(["kind", "enabled", "export", "settings", "filter", "version", "based_on"]);
/** A group of dead letters is named by one of them, which tells the rest. */
const ofTheLetter = new Set([
  "client_id",
  "destination_id",
  "cause",
  "status_code",
  "fingerprint",
  "until",
  "cursor",
]);
const neverGivenOf = new Map(Object.entries(neverGiven));
const linesOf = new Map<string, readonly string[]>(Object.entries(commandLines));

it.each(apiOperations.filter(({ id }) => linesOf.has(id)))("$id: every field is a flag", (operation) => {
  const commands = (linesOf.get(operation.id) ?? []).map((line) => {
    let command: CommandUnknownOpts = createProgram(processOutside()).program;
    for (const word of line.split(" ")) {
      const below = command.commands.find((one) => one.name() === word);
      if (below === undefined) break;
      command = below;
    }
    return command;
  });
  const fields = [
    ...operation.parameters.filter((one) => one.in === "query").map(({ name }) => name),
    ...Object.keys(resolved(operation.body ?? {}).properties ?? {}),
  ].filter(
    (field) =>
      !unnamed.has(field) &&
      !(operation.id.endsWith("DeadLetterGroup") && ofTheLetter.has(field)) &&
      !(field in (neverGivenOf.get(operation.id) ?? {})),
  );
  expect(fields.filter((field) => commands.every((one) => flagOf(one, field) === undefined))).toEqual([]);
});
