import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import { expect, it } from "vitest";
import { downGate } from "./down-gate.ts";

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
    gate.note(well, "retry");
  }
  expect(gate.isShut(well)).toBe(true);
  expect(gate.isShut({ id: "other", health: null })).toBe(false);
});

it("an answer in between begins the count anew", () => {
  const gate = downGate();
  for (let sends = 0; sends < 4; sends += 1) gate.note(well, "retry");
  gate.note(well, "delivered");
  for (let sends = 0; sends < 4; sends += 1) gate.note(well, "retry");
  expect(gate.isShut(well)).toBe(false);
  gate.note(well, "retry");
  expect(gate.isShut(well)).toBe(true);
});

it("goes on from the failures of rounds before", () => {
  const failing = { id: "a", health: suspected(3) };
  const gate = downGate();
  gate.note(failing, "retry");
  expect(gate.isShut(failing)).toBe(false);
  gate.note(failing, "retry");
  expect(gate.isShut(failing)).toBe(true);
});

it("lets the first send of a round through, whatever was before: it is the probe", () => {
  expect(downGate().isShut({ id: "a", health: { ...suspected(5), state: "down" } })).toBe(false);
});

it("is shut at once where a receiver takes nothing for a while, whatever answers come in behind", () => {
  const gate = downGate();
  gate.note(well, "hold");
  for (const late of ["delivered", "retry"] as const) {
    expect(gate.isShut(well)).toBe(true);
    gate.note(well, late);
  }
  expect(gate.isShut(well)).toBe(true);
});
