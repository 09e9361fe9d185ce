import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import { expect, it } from "vitest";
import { fitExchanges } from "./fit-exchanges.ts";

const sent = (number: number, characters: number, isLate = false) => ({
  attempt: { number } as SettledAttempt,
  exchange: { packed: "0".repeat(characters), isLate },
});
const numbers = (all: readonly { number: number }[]) => all.map(({ number }) => number);

it("of one settling as much is kept as D1 takes, and those are late that are kept", () => {
  const { kept, late } = fitExchanges([
    sent(1, 600_000, true),
    sent(2, 600_000, true),
    sent(3, 400_000),
    { attempt: { number: 4 } as SettledAttempt },
  ]);
  expect(numbers(kept)).toEqual([1, 2, 3, 4]);
  expect(numbers(kept.filter(({ exchange }) => exchange !== undefined))).toEqual([1, 3]);
  expect(numbers(late)).toEqual([1]);
});
