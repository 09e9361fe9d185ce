import { beforeAll, expect, test } from "vitest";
import { faults, sharpest } from "../faults/faults.ts";
import { playAll } from "../faults/run/play-all.ts";
import type { Played } from "../faults/run/play-fault.ts";

const seed = 1;
const leads = 60;

const chosen = faults.filter(({ name }) => sharpest.includes(name));
let played: Played[];
// Each waits most of its time, for the queue's ten seconds and for what starts again.
beforeAll(async () => {
  played = await playAll(chosen, { seed, leads, short: true, atOnce: 3 });
});

test("each of them is played", () => expect(chosen).toHaveLength(sharpest.length));

test.each(sharpest)("%s: every acknowledged lead is stored once and arrives", (name) => {
  const one = played.find((each) => each.name === name);
  expect(one?.problems).toEqual([]);
  expect(one).toMatchObject({ lost: 0, delivered: one?.acknowledged });
  expect(one?.acknowledged).toBeGreaterThanOrEqual(leads);
});
