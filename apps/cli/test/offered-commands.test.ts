import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type CommandUnknownOpts } from "@commander-js/extra-typings";
import { expect, it } from "vitest";
import { commandNeeds, neededBy } from "@leadrelay/contracts/command-needs";
import { offeredOperations } from "@leadrelay/contracts/offered-operations";
import { actionCommand } from "../src/commands/shared/action-command.ts";
import { createProgram } from "../src/program.ts";
import { processOutside } from "../src/outside/process-outside.ts";
import { apiOperations } from "./api-document.ts";
import { commandLines } from "./command-lines.ts";

const root = join(import.meta.dirname, "../../..");
const { program } = createProgram(processOutside());

/** A command line as it stands in a text, and where. */
interface Offered {
  where: string;
  line: string;
}

/** Of a source a placeholder is one word; of a text the line ends with its quote, its backtick or its sentence. */
function linesIn(file: string): Offered[] {
  const text = readFileSync(join(root, file), "utf8")
    .replaceAll("\\`", "`")
    .replaceAll(/\$\{[^{}]*\}/g, "X");
  const found = text.matchAll(/(?<![\w@/-])(?<!d1 [a-z ]*)(?:\.\/)?leadrelay ((?:[a-z]|--)[^`"\n;|]*)/g);
  return [...found].map(([, line = ""]) => ({
    where: file,
    line: line.split(/<\/|\s#|[.,:)]\s|[.,:)]?$/)[0] ?? "",
  }));
}

/** Texts in which `leadrelay` begins no command: shells' scripts, names of derived keys, and databases. */
const others = /commands\/completion\/|auth-secrets|pseudonyms|tenant-sql|mutants|decisions\//;
const sources = globSync(["packages/*/src/**/*.ts", "apps/*/src/**/*.ts"], { cwd: root }).filter(
  (file) => !/\.test\.ts$|\.gen\.ts$/.test(file) && !others.test(file),
);
const pages = globSync(["docs/*.md", "README.md"], { cwd: root });

/** Why a command line is none of ours; undefined where it is one. */
function whyNot(line: string): string | undefined {
  let command: CommandUnknownOpts = program;
  const words = line.trim().split(/\s+/);
  while (command.commands.length > 0) {
    const [word = ""] = words;
    if (word.startsWith("-") || word === "" || word.startsWith("<")) break;
    const next = command.commands.find((one) => one.name() === word);
    if (next === undefined) return `${command.name()} has no ${word}`;
    command = next;
    words.shift();
  }
  const options = [...command.options, ...program.options];
  for (const [index, word] of words.entries()) {
    const flag = /^\[?(--[a-z][a-z-]*)/.exec(word)?.[1];
    if (flag === undefined || flag === "--help" || flag === "--version") continue;
    const option = options.find(({ long }) => long === flag);
    if (option === undefined) return `${command.name()} takes no ${flag}`;
    const value = words[index + 1]?.replace(/[.,)]$/, "");
    if (option.argChoices !== undefined && value !== undefined && /^[a-z_]+$/.test(value))
      if (!option.argChoices.includes(value)) return `${flag} is never ${value}`;
  }
  return undefined;
}

const faults = (files: readonly string[]) =>
  files.flatMap(linesIn).flatMap(({ where, line }) => {
    const why = whyNot(line);
    return why === undefined ? [] : [`${relative(".", where)}: leadrelay ${line}: ${why}`];
  });

it("every command that the API or the command line names is there, with the flags and values it names", () => {
  expect(sources.flatMap(linesIn).length).toBeGreaterThan(60);
  expect(faults(sources)).toEqual([]);
});

it("every command that a page names is there, with the flags and values it names", () => {
  expect(pages.flatMap(linesIn).length).toBeGreaterThan(60);
  expect(faults(pages)).toEqual([]);
});

it.each(
  offeredOperations.flatMap((operation) =>
    ["settings", "enabled", null].map((field) => [operation, field] as const),
  ),
)("%s of %s is offered as a command that is there", (operation, field) => {
  for (const setting of ["address", "key", null]) {
    const line = actionCommand({
      operation,
      method: "POST",
      path: "/api/things/a_1/more/b_1",
      field,
      setting,
    });
    expect(line).toMatch(/^leadrelay /);
    expect(whyNot(line.slice("leadrelay ".length))).toBeUndefined();
  }
});

it.each([
  ["lead fnd x", "lead has no fnd"],
  ["leed find x", "leadrelay has no leed"],
  ["queue replay --destinations d", "replay takes no --destinations"],
  ["queue replay --status deed", "--status is never deed"],
  ["queue replay --status dead", undefined],
  ["doctor", undefined],
])("it would be noticed that of `%s` %s", (line, why) => {
  expect(whyNot(line)).toBe(why);
});

/** What every command line needs, by the operation it asks. */
const needs = apiOperations.flatMap(({ id, access }) =>
  Object.entries(commandLines)
    .filter(([operation]) => operation === id)
    .flatMap(([, lines]) =>
      lines.map((line) => ({ line, permission: typeof access === "object" ? access.permission : undefined })),
    ),
);

it.each(needs)("it is known that `leadrelay $line` needs $permission", ({ line, permission }) => {
  // Contact details are searched for with a permission of their own.
  const searches = /^lead list --(name|email|phone)/.test(line);
  expect(neededBy(line)).toBe(searches ? "contacts:read" : permission);
});

it("of no command that is not there something is known", () => {
  expect(Object.keys(commandNeeds).map((line) => [line, whyNot(line)])).toEqual(
    Object.keys(commandNeeds).map((line) => [line, undefined]),
  );
});

/** Whoever may call the API at all may run them, or nobody through it. */
const ungranted = /^(login|logout|whoami|send|sign|migrate|completion|operator accept|--)/;

it("of every command that the API names it is known what it needs, so that whoever may not run it is told whom to ask", () => {
  const offered = sources.filter((file) => file.startsWith("packages/")).flatMap(linesIn);
  const actions = offeredOperations.map((operation) => ({
    where: operation,
    line: actionCommand({ operation, method: "POST", path: "/api/things/a_1/more/b_1" }).replace(
      "leadrelay ",
      "",
    ),
  }));
  const unknown = [...offered, ...actions].filter(
    ({ line }) => !ungranted.test(line) && neededBy(line) === undefined,
  );
  expect(unknown).toEqual([]);
});
