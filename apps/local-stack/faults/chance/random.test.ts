import { expect, it } from "vitest";
import { people } from "./people.ts";
import { seeded } from "./random.ts";

const tenOf = (seed: number, name?: string) => {
  const random = seeded(seed, name);
  return Array.from({ length: 10 }, () => random.below(1_000));
};

it("comes the same again from the same seed and name, and differs from all others", () => {
  expect(tenOf(1, "a")).toEqual(tenOf(1, "a"));
  expect(tenOf(1, "a")).not.toEqual(tenOf(2, "a"));
  expect(tenOf(1, "a")).not.toEqual(tenOf(1, "b"));
});

it("no two of five thousand people share a detail", () => {
  const next = people(seeded(1));
  const all = Array.from({ length: 5_000 }, next);
  for (const detail of ["email", "phone", "ip"] as const)
    expect(new Set(all.map((person) => person[detail])).size).toBe(5_000);
  expect(all.every(({ phone }) => /^9\d{9}$/.test(phone))).toBe(true);
});
