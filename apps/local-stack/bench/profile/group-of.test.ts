import { expect, test } from "vitest";
import { selfSamples } from "./cpu-profile.ts";
import { groupOf } from "./group-of.ts";
import { sourceLines } from "./source-lines.ts";

const bundle = [
  "var a = 1;",
  "// node_modules/.pnpm/kysely@0.29.9/node_modules/kysely/dist/index.js",
  "function compile() {}",
  "// packages/core/src/decide/decide-batch.ts",
  "function decide() { // a comment that names no/file.ts",
  "}",
  "// apps/consumer/src/index.ts",
  "function queue() {}",
].join("\n");

const frame = (functionName: string, lineNumber: number, url = "worker.js") => ({
  functionName,
  url,
  lineNumber,
});

test.each([
  [frame("compile", 2), "package kysely"],
  [frame("decide", 5), "ours: packages/core/decide"],
  [frame("queue", 7), "ours: apps/consumer"],
  [frame("early", 0), "script worker.js"],
  [frame("(program)", 0, ""), "native code of workerd"],
  [frame("send", 0, ""), "V8 and bindings: send"],
  [frame("", 0, ""), "V8 and bindings: without a name"],
  [frame("_send", 9, "cloudflare-internal:d1-api"), "workerd: cloudflare-internal:d1-api"],
  [frame("from", 9, "node-internal:internal_buffer"), "workerd: node-internal:internal_buffer"],
])("%j belongs to %s", (callFrame, group) => {
  expect(groupOf(callFrame, sourceLines(bundle))).toBe(group);
});

test("a sample counts for the function that ran, not for who called it", () => {
  const [outer, inner] = [frame("outer", 1), frame("inner", 2)];
  const profile = {
    nodes: [
      { id: 1, callFrame: outer },
      { id: 2, callFrame: inner },
    ],
    samples: [2, 2, 1, 2],
  };
  expect([...selfSamples(profile)]).toEqual([
    [inner, 3],
    [outer, 1],
  ]);
  expect(selfSamples({ nodes: [] }).size).toBe(0);
});
