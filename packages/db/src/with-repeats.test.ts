import { describe, expect, it } from "vitest";
import { StorageTimeout } from "./run-batch.ts";
import { withRepeats } from "./with-repeats.ts";

const away = new Error("D1_ERROR: Network connection lost.");
const overloaded = new Error("D1_ERROR: D1 DB is overloaded. Too many requests queued.");
const conflict = new Error("D1_ERROR: UNIQUE constraint failed: leads.id");

/** D1 that refuses as told, then answers; and how long was waited before each repeat. */
async function asked(refusals: readonly Error[], random = 0.5) {
  const [waits, left]: [number[], Error[]] = [[], [...refusals]];
  const repeats: boolean[] = [];
  const run = async (isRepeat: boolean) => {
    repeats.push(isRepeat);
    const error = left.shift();
    if (error !== undefined) throw error;
    return "answer";
  };
  const wait = async (ms: number) => void waits.push(ms);
  const came = await withRepeats(run, { wait, random: () => random }).catch((error: unknown) => error);
  expect(repeats).toEqual(repeats.map((_, at) => at > 0));
  return { came, waits, left: left.length };
}

describe("a call to D1 that may run twice", () => {
  it("is made once where it is answered", async () => {
    expect(await asked([])).toEqual({ came: "answer", waits: [], left: 0 });
  });

  it.each([
    ["away", away],
    ["overloaded", overloaded],
  ])("is repeated up to three times while D1 is %s", async (_how, error) => {
    expect(await asked([error, error, error])).toEqual({ came: "answer", waits: [40, 120, 360], left: 0 });
    expect(await asked(Array.from({ length: 9 }, () => error))).toEqual({
      came: error,
      waits: [40, 120, 360],
      left: 5,
    });
  });

  it.each([
    [0, [20, 60, 180]],
    [0.999, [60, 180, 540]],
  ])("is repeated after pauses of chance (%d): %j ms", async (random, waits) => {
    expect(await asked([away, away, away], random)).toMatchObject({ waits });
  });

  it.each([
    ["a conflict", conflict],
    ["a wrong row", new Error("NOT NULL constraint failed: leads.form_id")],
    ["a missing table", new Error("no such table: leads")],
    ["twenty seconds of silence", new StorageTimeout("D1_ERROR: storage timeout")],
  ])("is not repeated after %s", async (_what, error) => {
    expect(await asked([error])).toEqual({ came: error, waits: [], left: 0 });
  });

  it("ends in an error of unknown outcome if any had one, and in a conflict at once", async () => {
    const all = [overloaded, away, overloaded, overloaded];
    expect((await asked(all)).came).toBe(away);
    expect(await asked([away, conflict])).toMatchObject({ came: conflict, left: 0 });
  });
});
