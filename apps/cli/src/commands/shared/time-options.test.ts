import { expect, it } from "vitest";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { fakeApi } from "../../../test/fake-api.ts";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { run } from "../../../test/outside-in-memory.ts";
import { processOutside } from "../../outside/process-outside.ts";
import { createProgram } from "../../program.ts";

const within = (
  command: CommandUnknownOpts,
  path: readonly string[] = [],
): [string[], CommandUnknownOpts][] => [
  [[...path], command],
  ...command.commands.flatMap((child) => within(child, [...path, child.name()])),
];

/** It ends now, whenever it began. */
const endsNow = "today";

const takes = (flag: string) =>
  within(createProgram(processOutside()).program)
    .filter(([[name]]) => name !== endsNow)
    .filter(([, command]) => command.options.some(({ long }) => long === flag))
    .map(([path]) => path.join(" "));

const periods = takes("--since").filter((line) => !line.startsWith("stats"));

/** The ends of the period that was asked for, the last moment included. */
async function asked(line: string): Promise<{ since: unknown; until: unknown; err: string; code: number }> {
  const { sent, err, code } = await run(line.split(" "), { env, server: fakeApi });
  const first = sent.find(({ request }) => !request.url.endsWith("/api/me"));
  const query = new URL(first?.request.url ?? "http://none").searchParams;
  if (first?.request.method === "POST") {
    const { filter } = JSON.parse(first.body) as { filter: { since?: number; until?: number } };
    return { since: filter.since, until: filter.until, err, code };
  }
  const until = query.get("until");
  return {
    since: Number(query.get("since")),
    until: until === null ? undefined : Number(until) - 1,
    err,
    code,
  };
}

// 12:00 of the 21st UTC is 17:30 in Asia/Kolkata, where the tests sit.
const kolkata = (day: number) => Date.UTC(2026, 10, day) - 5.5 * 3_600_000;

it("every command of a period takes both ends", () => {
  expect(periods.length).toBeGreaterThan(8);
  expect(takes("--until")).toEqual(takes("--since"));
});

it.each(periods)("%s: a day alone is all of it, in the zone that is told", async (line) => {
  for (const [since, until, from, to] of [
    ["yesterday", "today", 20, 22],
    ["2026-11-01", "2026-11-02", 1, 3],
    ["today", "today", 21, 22],
  ] as const) {
    const { err, ...given } = await asked(`${line} --since ${since} --until ${until}`);
    expect(given).toMatchObject({ since: kolkata(from), until: kolkata(to) - 1 });
    const two = (day: number) => String(day).padStart(2, "0");
    const told = `Times from 2026-11-${two(from)} 00:00:00 to 2026-11-${two(to - 1)} 23:59:59, Asia/Kolkata.`;
    expect(err).toContain(told);
  }
});

it.each(takes("--since"))("%s: a period that ends before it begins is a wrong usage", async (line) => {
  const { code, err, sent } = await run([...line.split(" "), "--since", "today", "--until", "yesterday"], {
    env,
    server: fakeApi,
  });
  expect([code, sent, err]).toEqual([2, [], "error: --since is after --until.\n"]);
});

it.each(takes("--day"))("%s: a day may be named", async (line) => {
  const { err, ...given } = await asked(`${line} --day yesterday`);
  expect(given).toMatchObject({ since: kolkata(20), until: kolkata(21) - 1 });
  expect(err).toContain("Times from 2026-11-20 00:00:00 to 2026-11-20 23:59:59, Asia/Kolkata.");
});

it.each([
  "lead list --since soon",
  "unsent list --day soon",
  "key create --name a --may leads:read --expires soon",
])("`%s` is told how a time is written", async (line) => {
  const { code, err } = await run(line.split(" "), { env, server: fakeApi });
  expect([code, err]).toEqual([2, expect.stringContaining("Write it as")]);
});

it("a day of statistics is UTC's, and told so", async () => {
  const line = "stats --since yesterday --until today";
  const { sent, err } = await run(line.split(" "), { env, server: fakeApi });
  const query = new URL(sent[0]?.request.url ?? "").searchParams;
  expect([query.get("from"), query.get("to")]).toEqual(["2026-11-20", "2026-11-21"]);
  expect(err).toContain("Days from 2026-11-20 to 2026-11-21, UTC.");
});

it("what ends on a day ends with it", async () => {
  const line = "address block 203.0.113.7 --client cli_1 --expires 2026-11-30";
  const { sent } = await run(line.split(" "), { env, server: fakeApi });
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toMatchObject({ expires_at: kolkata(31) });
});
