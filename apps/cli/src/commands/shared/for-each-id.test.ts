import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, problem, run } from "../../../test/outside-in-memory.ts";

/** Letters whose id begins with `bad` are refused. */
const server = ({ url }: Request) => {
  const [, id = ""] = /dead-letters\/([^/]+)\//.exec(url) ?? [];
  if (id.startsWith("bad")) return problem(409, "conflict", "It is replayed already.");
  return json({ id, state: "replayed", what_next: "It is due." });
};

it("one that fails does not keep the others from it, and the command ends with 4", async () => {
  const { code, out, err } = await run(["dlq", "replay", "one", "bad", "two"], { env, server });
  expect(out).toBe("one: It is due.\ntwo: It is due.\n");
  expect(err).toBe("bad: It is replayed already.\nDone: 2. Not done: 1.\n");
  expect(code).toBe(4);
});

it("where none was done, it ends with 1", async () => {
  const { code, err } = await run(["dlq", "replay", "bad", "bad2"], { env, server });
  expect([code, err]).toEqual([1, expect.stringContaining("Done: 0. Not done: 2.\n")]);
});

it("as JSON both are in one document", async () => {
  const { out } = await run(["dlq", "replay", "one", "bad", "-o", "json"], { env, server });
  expect(JSON.parse(out)).toMatchObject({ done: [{ id: "one" }], failed: [{ id: "bad" }] });
});

it("a single one fails with its own reason", async () => {
  const { code, err } = await run(["dlq", "replay", "bad"], { env, server });
  expect(code).toBe(1);
  expect(err).toContain("It is replayed already.");
});

it("whoever may not is told once, not for each", async () => {
  const refuses = () => problem(403, "not-permitted", "Your role does not allow this.");
  const { code, sent } = await run(["delivery", "retry", "one", "two", "three"], { env, server: refuses });
  expect([code, sent.length]).toEqual([3, 1]);
});

it("what is given up needs a reason and a yes", async () => {
  expect((await run(["dlq", "discard", "one", "--yes"], { env, server })).code).toBe(2);
  const unasked = await run(["dlq", "discard", "one", "--reason", "spam"], { env, server });
  expect([unasked.code, unasked.sent.length]).toEqual([2, 0]);
  const { code, sent } = await run(["delivery", "cancel", "one", "--reason", "spam", "--yes"], {
    env,
    server: () => json({ id: "one", status: "cancelled", what_next: "Nothing." }),
  });
  expect([code, JSON.parse(sent[0]?.body ?? "")]).toEqual([0, { reason: "spam" }]);
});
