import { attributionNames, type Attribution } from "@leadrelay/contracts/attribution";
import * as fc from "fast-check";

const words = fc.constantFrom("google", "cpc", "a b", "null", "");
const address = fc.constantFrom(
  "https://www.example.com/lake",
  "https://www.example.com/lake?utm_source=google&gclid=abc",
  "/lake#/?utm_medium=cpc",
  "none",
);
const value = fc.option(fc.oneof(words, address, fc.string({ unit: "grapheme", maxLength: 12 })));

/** Attributions that say anything, more than the rule would let them. */
export const anyAttribution: fc.Arbitrary<Attribution> = fc.record(
  Object.fromEntries(attributionNames.map((name) => [name, value])) as Record<
    keyof Attribution,
    typeof value
  >,
);
