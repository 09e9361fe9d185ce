import {
  noteShapes,
  shapesJudged,
  shapesToJudge,
  type SeenShape,
} from "@leadrelay/db/answer-shapes/note-shapes";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { AnswerShapesTable } from "@leadrelay/db/tables/answer-shapes-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { placeRow } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const today = 20_000;
const newId = () => crypto.randomUUID();
const place = (destination_id: string, given: Partial<AnswerShapesTable> = {}) =>
  placeRow("answer_shapes", {
    destination_id,
    fingerprint: "f",
    client_id: "cli",
    count: 9,
    first_seen_at: 1,
    last_day: today,
    sample: "{}",
    is_judged: 1,
    ...given,
  });
const seen = (destination_id: string, given: Partial<SeenShape> = {}): SeenShape => ({
  destination_id,
  fingerprint: "f",
  client_id: "cli",
  count: 2,
  sample: "{}",
  is_plain: true,
  is_added: false,
  ...given,
});
const note = (...shapes: SeenShape[]) =>
  runBatch(env.DB, [noteShapes(pipelineScope, shapes, today * 86_400_000 + 5)]);
const shapesOf = async (destination: string) =>
  (
    await rows<AnswerShapesTable>(
      "SELECT * FROM answer_shapes WHERE destination_id = ? ORDER BY fingerprint",
      destination,
    )
  ).map(({ fingerprint, count, last_day, is_judged }) => [fingerprint, count, last_day, is_judged]);

describe("a shape that is known", () => {
  it.each<[what: string, known: Partial<AnswerShapesTable>, given: Partial<SeenShape>, count: number]>([
    ["today, and often, is not written again", {}, {}, 9],
    ["since yesterday is added up", { last_day: today - 1 }, {}, 11],
    ["today but of few answers is added up", { count: 4 }, {}, 6],
    ["of enough answers is not", { count: 5 }, {}, 5],
    ["is added up where that is asked for", {}, { is_added: true }, 11],
  ])("%s", async (_what, known, given, count) => {
    const destination = newId();
    await place(destination, known);
    await note(seen(destination, given));
    expect(await shapesOf(destination)).toEqual([["f", count, today, 1]]);
  });

  it("of another destination, or another of this, says nothing of it", async () => {
    const [destination, other] = [newId(), newId()];
    await place(destination);
    await place(destination, { fingerprint: "g", last_day: today - 1 });
    await place(other, { last_day: today - 1 });
    await note(seen(destination));
    expect(await shapesOf(destination)).toEqual([
      ["f", 9, today, 1],
      ["g", 9, today - 1, 1],
    ]);
    expect(await shapesOf(other)).toEqual([["f", 9, today - 1, 1]]);
  });
});

describe("a shape that was never seen", () => {
  it.each<[what: string, others: number, given: Partial<SeenShape>, isJudged: number]>([
    ["the first there, with nothing wrong, needs no look", 0, {}, 1],
    ["the first there, with something wrong, is to be looked at", 0, { is_plain: false }, 0],
    ["another one is to be looked at", 1, {}, 0],
  ])("%s", async (_what, others, given, isJudged) => {
    const destination = newId();
    await place(newId());
    for (let each = 0; each < others; each += 1) await place(destination, { fingerprint: `a${each}` });
    await note(seen(destination, given));
    expect((await shapesOf(destination)).at(-1)).toEqual(["f", 2, today, isJudged]);
  });

  it.each([
    ["is written where there are forty-nine", 49, 50],
    ["is not where there are fifty", 50, 50],
  ])("%s of its destination", async (_what, others, after) => {
    const [destination, other] = [newId(), newId()];
    for (let each = 0; each < others; each += 1) await place(destination, { fingerprint: `a${each}` });
    for (let each = 0; each < 2; each += 1) await place(other, { fingerprint: `a${each}` });
    await note(seen(destination), seen(other));
    expect((await shapesOf(destination)).length).toBe(after);
    expect((await shapesOf(other)).length).toBe(3);
  });
});

it("all shapes of a destination are read where one is to be looked at, until it was", async () => {
  const [destination, quiet] = [newId(), newId()];
  await place(destination);
  await place(destination, { fingerprint: "new", is_judged: 0 });
  await place(quiet);
  const read = async () =>
    (await runOne(env.DB, shapesToJudge(pipelineScope, [destination, quiet]))).map(
      (shape) => `${shape.destination_id} ${shape.fingerprint}`,
    );
  expect(new Set(await read())).toEqual(new Set([`${destination} f`, `${destination} new`]));
  await place(quiet, { fingerprint: "new", is_judged: 0 });
  await place(destination, { fingerprint: "newer", is_judged: 0 });
  await runBatch(env.DB, [
    shapesJudged(pipelineScope, [
      { destination_id: destination, fingerprint: "new" },
      { destination_id: quiet, fingerprint: "f" },
    ]),
  ]);
  expect(await shapesOf(destination)).toEqual([
    ["f", 9, today, 1],
    ["new", 9, today, 1],
    ["newer", 9, today, 0],
  ]);
  expect((await shapesOf(quiet)).at(-1)).toEqual(["new", 9, today, 0]);
});
