import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import { expect, it } from "vitest";
import { downGate } from "./down-gate.ts";

const ended = (outcome: AttemptOutcome, status_code: number | null = 422) => ({ outcome, status_code });
const well = { id: "a", health: null };
const suspected = (count: number): DestinationHealth => ({
  state: "failing",
  since: 1,
  suspects: Array.from({ length: count }, (_, index) => `d${index}`),
  probe_wait_ms: null,
  next_probe_at: null,
});

it("a round goes on until five sends failed one after the other", () => {
  const gate = downGate();
  for (let sends = 0; sends < 5; sends += 1) {
    expect(gate.isShut(well)).toBe(false);
    gate.note(well, ended("retry"));
  }
  expect(gate.isShut(well)).toBe(true);
  expect(gate.isShut({ id: "other", health: null })).toBe(false);
});

it("an answer in between begins the count anew", () => {
  const gate = downGate();
  for (let sends = 0; sends < 4; sends += 1) gate.note(well, ended("retry"));
  gate.note(well, ended("delivered"));
  for (let sends = 0; sends < 4; sends += 1) gate.note(well, ended("retry"));
  expect(gate.isShut(well)).toBe(false);
  gate.note(well, ended("retry"));
  expect(gate.isShut(well)).toBe(true);
});

it("goes on from the failures of rounds before", () => {
  const failing = { id: "a", health: suspected(3) };
  const gate = downGate();
  gate.note(failing, ended("retry"));
  expect(gate.isShut(failing)).toBe(false);
  gate.note(failing, ended("retry"));
  expect(gate.isShut(failing)).toBe(true);
});

it("lets the first send of a round through, whatever was before: it is the probe", () => {
  expect(downGate().isShut({ id: "a", health: { ...suspected(5), state: "down" } })).toBe(false);
});

it("is shut at once where a receiver takes nothing for a while, whatever answers come in behind", () => {
  const gate = downGate();
  gate.note(well, ended("hold"));
  for (const late of ["delivered", "retry"] as const) {
    expect(gate.isShut(well)).toBe(true);
    gate.note(well, ended(late));
  }
  expect(gate.isShut(well)).toBe(true);
});

it.each<[what: string, most: number | null, tries: ReturnType<typeof ended>[], shut: boolean]>([
  ["goes on until ten in a row were refused", null, Array.from({ length: 9 }, () => ended("refused")), false],
  ["ends at the tenth", null, Array.from({ length: 10 }, () => ended("refused")), true],
  ["ends sooner where that is set", 2, [ended("refused"), ended("refused")], true],
  ["never ends where refusing is what it does", 0, Array.from({ length: 99 }, () => ended("refused")), false],
  ["goes on after one that was taken", 2, [ended("refused"), ended("delivered"), ended("refused")], false],
  [
    "counts none that it had before, and goes on with the count",
    2,
    [ended("refused"), ended("duplicate_at_receiver"), ended("refused")],
    true,
  ],
  ["counts none that we could not build", 2, [ended("refused"), ended("refused", null)], false],
  ["counts refusals over a failure", 2, [ended("refused"), ended("retry"), ended("refused")], true],
])("a round %s", (_what, hold_after_refusals, tries, shut) => {
  const gate = downGate();
  const destination = { ...well, hold_after_refusals };
  for (const tried of tries) gate.note(destination, tried);
  expect(gate.isShut(destination)).toBe(shut);
});

it("goes on from the refusals of rounds before", () => {
  const refusing = { id: "a", health: { ...suspected(0), refusals: ["a", "b"] }, hold_after_refusals: 3 };
  const gate = downGate();
  expect(gate.isShut(refusing)).toBe(false);
  gate.note(refusing, ended("refused"));
  expect(gate.isShut(refusing)).toBe(true);
});
