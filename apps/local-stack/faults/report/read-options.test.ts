import { expect, it } from "vitest";
import { readOptions } from "./read-options.ts";

it("without flags everything is played, with seed 1", () => {
  expect(readOptions([])).toEqual({ seed: 1, leads: 12_000, only: [], atOnce: 2, json: false, list: false });
});

it("takes every flag, --only as often as it comes", () => {
  const flags = [
    "--seed",
    "7",
    "--only",
    "10",
    "--only",
    "F13",
    "--leads",
    "100",
    "--at-once",
    "3",
    "--json",
    "--list",
  ];
  expect(readOptions(flags)).toEqual({
    seed: 7,
    leads: 100,
    only: ["10", "F13"],
    atOnce: 3,
    json: true,
    list: true,
  });
});

it.each([
  [["--sed", "7"], "--sed is no flag of this command."],
  [["--seed"], "--seed takes a whole number from 1 to 1000000, not nothing."],
  [["--leads", "many"], "--leads takes a whole number from 1 to 1000000, not many."],
  [["--at-once", "0"], "--at-once takes a whole number from 1 to 1000000, not 0."],
  [["--only"], "--only takes the beginning of a fault's name."],
])("%j is refused: %s", (flags, message) => {
  expect(() => readOptions(flags)).toThrow(message);
});
