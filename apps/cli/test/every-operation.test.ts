import { describe, expect, it } from "vitest";
import { exitCodes } from "../src/exit/exit-codes.ts";
import { apiOperations, resolved, type Schema } from "./api-document.ts";
import { commandLines, neverGiven } from "./command-lines.ts";
import { fakeApi, operationOf } from "./fake-api.ts";
import { keyEnv as env } from "./fake-installation.ts";
import { run } from "./outside-in-memory.ts";

const linesOf = new Map<string, readonly string[]>(Object.entries(commandLines));
const exceptionsOf = new Map(Object.entries(neverGiven));
const stdin = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12";

it("every operation has a command line, and no line is for an operation there is not", () => {
  expect([...linesOf.keys()].toSorted()).toEqual(apiOperations.map(({ id }) => id).toSorted());
});

describe.each(apiOperations)("$id", (operation) => {
  it("is asked by its command lines, with all that it takes", async () => {
    const given = new Set<string>();
    for (const line of linesOf.get(operation.id) ?? []) {
      const { code, err, sent } = await run(line.split(" "), { env, stdin, server: fakeApi });
      expect([exitCodes.ok, exitCodes.partial, exitCodes.nothing], err).toContain(code);
      const asked = sent.filter(({ request }) => operationOf(request)?.id === operation.id);
      expect(asked, `${line} does not ask it`).not.toEqual([]);
      for (const { request, body } of asked) for (const name of namesIn(request, body)) given.add(name);
    }
    const exceptions = exceptionsOf.get(operation.id) ?? {};
    const taken = [...inParameters(operation), ...inBody(operation.body)];
    expect(taken.filter((name) => !given.has(name) && !(name in exceptions))).toEqual([]);
    expect(Object.keys(exceptions).filter((name) => given.has(name) || !taken.includes(name))).toEqual([]);
  });
});

const inParameters = ({ parameters }: (typeof apiOperations)[number]) =>
  parameters.filter((one) => one.in !== "path").map(({ name }) => name);

/** `name`, `filter.status`: fields at any depth, as far as the schema names them. */
function inBody(schema: Schema | undefined, before = ""): string[] {
  const { properties = {} } = schema === undefined ? {} : resolved(schema);
  return Object.entries(properties).flatMap(([name, one]) => {
    const within = inBody(one, `${before}${name}.`);
    return within.length === 0 ? [`${before}${name}`] : within;
  });
}

function namesIn({ url, headers }: Request, body: string): string[] {
  const fields = body === "" ? [] : paths(JSON.parse(body) as unknown);
  return [...new URL(url).searchParams.keys(), ...headers.keys(), ...fields];
}

function paths(value: unknown, before = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    `${before}${name}`,
    ...paths(one, `${before}${name}.`),
  ]);
}
