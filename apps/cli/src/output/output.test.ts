import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { localTime } from "./local-time.ts";
import { paintFor, plain } from "./paint.ts";
import { startProgress } from "./progress.ts";
import { renderDetails } from "./render-details.ts";
import { renderTable } from "./render-table.ts";

describe("a table", () => {
  const columns = [
    { title: "ID", value: ({ id }: { id: string; n: number | null }) => id },
    { title: "N", value: ({ n }: { n: number | null }) => n, align: "right" as const },
  ];

  it("is never cut where nobody sits, counts wide characters as two, and shows what is absent", () => {
    const id = "01a1fa5b-4648-76f8-a87c-8342b01ae6c8".repeat(4);
    const text = renderTable(
      columns,
      [
        { id, n: 1 },
        { id: "日本", n: null },
      ],
      plain,
    );
    const [head = "", first = "", second = ""] = text.split("\n");
    expect(first).toBe(`${id}  1`);
    expect(head).toHaveLength(first.length);
    expect(second).toBe(`日本${" ".repeat(id.length - 4)}  –`);
  });

  it("without rows is its head", () => expect(renderTable(columns, [], plain)).toBe("ID  N\n"));
});

it("details are aligned, and their further lines stand below the first", () => {
  const details = [
    ["Id", "1"],
    ["Contact", "a\nb"],
    ["Left out", undefined],
    ["Note", null],
  ] as const;
  expect(renderDetails(details, plain)).toBe("Id       1\nContact  a\n         b\nNote     –\n");
});

describe("a time", () => {
  const now = Date.UTC(2026, 10, 21, 12, 0, 0);
  const clock = { now: () => now, timeZone: "Asia/Kolkata" };
  it.each([
    [now - 1_400, "2026-11-21 17:29:58 (1 second ago)"],
    [now - 59_000, "2026-11-21 17:29:01 (59 seconds ago)"],
    [now - 3_540_000, "2026-11-21 16:31:00 (59 minutes ago)"],
    [now - 3_599_000, "2026-11-21 16:30:01 (1 hour ago)"],
    [now + 14 * 86_400_000 - 3_000, "2026-12-05 17:29:57 (in 14 days)"],
    [now + 90 * 86_400_000 - 7_000_000, "2027-02-19 15:33:20 (in 90 days)"],
    [now + 7_200_000, "2026-11-21 19:30:00 (in 2 hours)"],
    [now - 86_400_000, "2026-11-20 17:30:00 (yesterday)"],
    ["2026-11-21T12:00:00Z", "2026-11-21 17:30:00 (now)"],
    ["soon", "soon"],
    [null, null],
  ])("%s is told as %s", (at, told) => expect(localTime(at, clock)).toBe(told));
});

describe("colours", () => {
  const terminal = Object.assign(new Writable(), { isTTY: true });
  it.each([
    ["at a terminal", terminal, {}, true],
    ["not in a file", new Writable(), {}, false],
    ["not with NO_COLOR", terminal, { NO_COLOR: "1" }, false],
    ["with an empty NO_COLOR", terminal, { NO_COLOR: "" }, true],
    ["not at a dumb terminal", terminal, { TERM: "dumb" }, false],
  ])("%s", (_where, stream, env, coloured) => {
    expect(paintFor(stream, env)("red", "x") !== "x").toBe(coloured);
  });
});

it("without a terminal progress is a line every two seconds, and the last", () => {
  let lines = "";
  let now = 0;
  const write = (chunk: Buffer, _encoding: string, done: () => void) => {
    lines += chunk.toString();
    done();
  };
  const outside = { stderr: new Writable({ write }), now: () => now, calledAs: "leadrelay" };
  const progress = startProgress(outside, { total: 300, what: "replaying", interrupted: "" });
  for (const done of [30, 60, 90, 120]) {
    progress.at(done, `replayed ${done} of 300`);
    now += 1_000;
  }
  progress.end("replayed 300 of 300");
  expect(lines).toBe("replayed 30 of 300\nreplayed 90 of 300\nreplayed 300 of 300\n");
});

it("the last words of a bar that Ctrl-C ends are those it was given", () => {
  let text = "";
  const write = (chunk: Buffer, _encoding: string, done: () => void) => {
    text += chunk.toString();
    done();
  };
  const stderr = Object.assign(new Writable({ write }), { isTTY: true, columns: 100 });
  const before = process.listeners("exit");
  const options = { total: 300, what: "replaying", interrupted: "It goes on by itself." };
  startProgress({ stderr, now: () => 0, calledAs: "leadrelay" }, options);
  // On that key the bar ends the process with 0.
  for (const leave of process.listeners("exit")) if (!before.includes(leave)) leave(0);
  expect(stripVTControlCharacters(text).trimEnd()).toMatch(/It goes on by itself\.$/);
});
